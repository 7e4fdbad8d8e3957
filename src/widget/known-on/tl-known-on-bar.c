/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-known-on-bar.h"

#include <glib/gi18n.h>

#include "tl-date-formatter.h"
#include "tl-known-on-layout.h"
#include "tl-publication-scale.h"
#include "tl-publication-words.h"
#include "tl-step-changes.h"

/* Shows where the stepper is. What is done here goes to it, by actions or by
 * the slider, and comes back as its change. */

struct _TlKnownOnBar
{
  GtkWidget parent_instance;

  TlKnownOnStepper *stepper;
  TlStepChanges    *changes;
  TlDateFormatter  *formatter;
  char             *language;     /* nullable */
  TlPublications   *publications; /* nullable: those that the scale shows */

  GtkWidget *day;
  GtkWidget *play;
  GtkWidget *scale;
  GtkWidget *status;
};

/**
 * TlKnownOnBar:
 *
 * # CSS nodes
 *
 * `knownonbar`
 *
 * # Actions
 *
 * Its buttons activate `win.known-on`, `win.previous-publication`,
 * `win.next-publication` and `win.play-publications`, which the window has.
 */
G_DEFINE_FINAL_TYPE (TlKnownOnBar, tl_known_on_bar, GTK_TYPE_WIDGET)

/* --- words --- */

/* What was published on the day, or when the last was. */
static char *
dup_news (TlKnownOnBar *self, gint64 day)
{
  guint            index = tl_publications_find (self->publications, day);
  gint64           last;
  g_autofree char *text = NULL;

  if (tl_publications_get_n_days (self->publications) == 0)
    return g_strdup (_ ("No source has a day of publication"));
  if (index == TL_NONE)
    return g_strdup (_ ("Nothing was published yet"));
  last = tl_publications_get_day (self->publications, index);
  if (last == day)
    return tl_publication_words_make_line (
        tl_known_on_stepper_get_dataset (self->stepper), self->publications,
        index, self->formatter, self->language);
  text =
      tl_date_formatter_format_day (self->formatter, last, TL_DATE_STYLE_FULL);
  /* Translators: %s is a day: the last one before the day that is shown. */
  return g_strdup_printf (_ ("Last published: %s"), text);
}

static char *
dup_status (TlKnownOnBar *self, gint64 day)
{
  g_autofree char *news = NULL;
  g_autofree char *changes = NULL;
  TlResultChanges  counts;

  if (self->publications == NULL)
    return g_strdup (tl_known_on_stepper_get_active (self->stepper)
                         ? _ ("Collecting the days of publication…")
                         : "");
  news = dup_news (self, day);
  if (!tl_step_changes_get (self->changes, day, &counts))
    return g_steal_pointer (&news);
  changes = tl_publication_words_make_changes (&counts, self->formatter);
  /* Translators: What a step changes, and what was published: "3 records new,
   * 1 changed · China Daily, “Russia ready to discuss missiles”". */
  return g_strdup_printf (C_ ("step", "%1$s · %2$s"), changes, news);
}

static void
show_words (TlKnownOnBar *self)
{
  gint64           day = tl_known_on_stepper_get_day (self->stepper);
  g_autofree char *text = NULL;
  g_autofree char *status = dup_status (self, day);

  if (day != TL_KNOWN_ALWAYS)
    text =
        tl_date_formatter_format_day (self->formatter, day, TL_DATE_STYLE_FULL);
  gtk_label_set_text (GTK_LABEL (self->day), text != NULL ? text : "");
  gtk_label_set_text (GTK_LABEL (self->status), status);
  gtk_widget_set_tooltip_text (self->status, status);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->scale),
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, status,
                                  -1);
}

static void
show_playing (TlKnownOnBar *self)
{
  gboolean    playing = tl_known_on_stepper_get_playing (self->stepper);
  const char *name = playing ? _ ("Pause") : _ ("Play the Publications");

  gtk_button_set_icon_name (GTK_BUTTON (self->play),
                            playing ? "media-playback-pause-symbolic"
                                    : "media-playback-start-symbolic");
  gtk_widget_set_tooltip_text (self->play, name);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->play),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

static void
show_day (TlKnownOnBar *self)
{
  TlPublicationScale *scale = TL_PUBLICATION_SCALE (self->scale);
  gint64              day = tl_known_on_stepper_get_day (self->stepper);

  if (day != TL_KNOWN_ALWAYS && day != tl_publication_scale_get_day (scale))
    tl_publication_scale_glide_to (scale, day);
}

/* --- following --- */

static void
show_publications (TlKnownOnBar *self)
{
  TlPublicationScale *scale = TL_PUBLICATION_SCALE (self->scale);
  TlPublications     *publications =
      tl_known_on_stepper_get_publications (self->stepper);
  gint64 day = tl_known_on_stepper_get_day (self->stepper);

  if (publications == self->publications)
    return;
  g_clear_pointer (&self->publications, tl_publications_unref);
  if (publications != NULL)
    self->publications = tl_publications_ref (publications);
  tl_publication_scale_set_publications (
      scale, publications, tl_known_on_stepper_get_dataset (self->stepper));
  if (day != TL_KNOWN_ALWAYS)
    tl_publication_scale_set_day (scale, day);
}

static void
stepper_changed_cb (TlKnownOnBar *self)
{
  tl_step_changes_set_active (self->changes,
                              tl_known_on_stepper_get_active (self->stepper));
  show_publications (self);
  show_day (self);
  show_playing (self);
  show_words (self);
}

static void
changes_cb (gpointer user_data)
{
  show_words (TL_KNOWN_ON_BAR (user_data));
}

static void
chosen_cb (TlKnownOnBar *self)
{
  tl_known_on_stepper_set_day (
      self->stepper,
      tl_publication_scale_get_day (TL_PUBLICATION_SCALE (self->scale)));
}

/* --- widget --- */

static GtkWidget *
new_button (const char *icon, const char *name, const char *action)
{
  GtkWidget *button = gtk_button_new_from_icon_name (icon);

  gtk_widget_set_tooltip_text (button, name);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), action);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  return button;
}

static GtkWidget *
new_label (const char *text, const char *css_class)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_widget_add_css_class (label, css_class);
  return label;
}

static void
add_head (TlKnownOnBar *self)
{
  GtkWidget *head = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  gtk_widget_set_valign (head, GTK_ALIGN_CENTER);
  /* Translators: Above a day: what is shown was known on it. */
  gtk_box_append (GTK_BOX (head), new_label (_ ("Known on"), "tl-detail"));
  self->day = new_label ("", "tl-strong");
  gtk_widget_add_css_class (self->day, "numeric");
  /* The scale should not move when a day is longer than another. */
  gtk_label_set_width_chars (GTK_LABEL (self->day), 17);
  gtk_box_append (GTK_BOX (head), self->day);
  gtk_widget_set_parent (head, GTK_WIDGET (self));
}

static void
add_transport (TlKnownOnBar *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);

  gtk_widget_set_valign (box, GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (box), new_button ("media-skip-backward-symbolic",
                                             _ ("Previous Publication"),
                                             "win.previous-publication"));
  self->play =
      new_button ("media-playback-start-symbolic", "", "win.play-publications");
  gtk_box_append (GTK_BOX (box), self->play);
  gtk_box_append (GTK_BOX (box),
                  new_button ("media-skip-forward-symbolic",
                              _ ("Next Publication"), "win.next-publication"));
  gtk_widget_set_parent (box, GTK_WIDGET (self));
}

static gboolean
tl_known_on_bar_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (TL_KNOWN_ON_BAR (widget)->scale);
}

static void
tl_known_on_bar_dispose (GObject *object)
{
  TlKnownOnBar *self = TL_KNOWN_ON_BAR (object);
  GtkWidget    *child = NULL;

  if (self->stepper != NULL)
    g_signal_handlers_disconnect_by_data (self->stepper, self);
  g_clear_pointer (&self->changes, tl_step_changes_free);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  g_clear_object (&self->stepper);
  G_OBJECT_CLASS (tl_known_on_bar_parent_class)->dispose (object);
}

static void
tl_known_on_bar_finalize (GObject *object)
{
  TlKnownOnBar *self = TL_KNOWN_ON_BAR (object);

  g_clear_pointer (&self->publications, tl_publications_unref);
  g_clear_pointer (&self->formatter, tl_date_formatter_free);
  g_free (self->language);
  G_OBJECT_CLASS (tl_known_on_bar_parent_class)->finalize (object);
}

static void
tl_known_on_bar_class_init (TlKnownOnBarClass *klass)
{
  GObjectClass   *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = tl_known_on_bar_dispose;
  object_class->finalize = tl_known_on_bar_finalize;
  widget_class->grab_focus = tl_known_on_bar_grab_focus;
  gtk_widget_class_set_layout_manager_type (widget_class,
                                            TL_TYPE_KNOWN_ON_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "knownonbar");
  gtk_widget_class_set_accessible_role (widget_class,
                                        GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
tl_known_on_bar_init (TlKnownOnBar *self)
{
  GtkWidget *widget = GTK_WIDGET (self);
  GtkWidget *close = NULL;

  add_head (self);
  add_transport (self);
  self->scale = tl_publication_scale_new ();
  gtk_widget_set_parent (self->scale, widget);
  g_signal_connect_object (self->scale, "chosen", G_CALLBACK (chosen_cb), self,
                           G_CONNECT_SWAPPED);
  /* Translators: Leaves the day on which things were known. */
  close = new_button ("window-close-symbolic", _ ("Show All That Is Known"),
                      "win.known-on");
  gtk_widget_add_css_class (close, "circular");
  gtk_widget_set_parent (close, widget);
  self->status = new_label ("", "tl-detail");
  gtk_widget_set_parent (self->status, widget);
  gtk_accessible_update_property (
      GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Known on"), -1);
}

/**
 * tl_known_on_bar_new:
 * @explorer: whose results are compared from step to step
 * @stepper: what it shows and moves
 * @language: (nullable): of dates and titles
 *
 * Returns: (transfer floating): a bar
 */
GtkWidget *
tl_known_on_bar_new (TlExplorer       *explorer,
                     TlKnownOnStepper *stepper,
                     const char       *language)
{
  TlKnownOnBar *self;

  g_return_val_if_fail (TL_IS_EXPLORER (explorer), NULL);
  g_return_val_if_fail (TL_IS_KNOWN_ON_STEPPER (stepper), NULL);

  self = g_object_new (TL_TYPE_KNOWN_ON_BAR, NULL);
  self->stepper = g_object_ref (stepper);
  self->language = g_strdup (language);
  self->formatter = tl_date_formatter_new (language);
  self->changes = tl_step_changes_new (explorer, changes_cb, self);
  tl_publication_scale_set_language (TL_PUBLICATION_SCALE (self->scale),
                                     language);
  g_signal_connect_swapped (stepper, "changed", G_CALLBACK (stepper_changed_cb),
                            self);
  stepper_changed_cb (self);
  return GTK_WIDGET (self);
}
