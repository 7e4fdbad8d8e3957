/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-find-bar.h"

#include "tl-filter-edit.h"
#include "tl-match-walk.h"

#include <glib/gi18n.h>

/* The entry and the filter's search follow each other. What is typed goes to
 * the filter a little later than the key; a filter that changes in between for
 * another reason must not take the letters away, so the entry follows only
 * when the search itself is another one than it knows. */

#define MAX_ENTRY_CHARS 48

struct _TlFindBar
{
  GtkWidget parent_instance;

  TlExplorer      *explorer;
  TlDateFormatter *formatter;
  char            *search; /* nullable: that entry and filter agreed on last */

  GtkWidget *bar;
  GtkWidget *entry;
  GtkWidget *wrapped;
  GtkLabel  *count;
};

enum
{
  PROP_0,
  PROP_OPEN,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (TlFindBar, tl_find_bar, GTK_TYPE_WIDGET)

static guint
find_selected (TlFindBar *self, TlResult *result)
{
  const char *id = tl_explorer_get_selected (self->explorer);

  return id != NULL
             ? tl_dataset_find_record (tl_result_get_dataset (result), id)
             : TL_NONE;
}

/* "3 of 12"; without one of them selected, "12 matches". */
static char *
format_count (TlFindBar *self, TlResult *result)
{
  guint            n_found = tl_result_get_n_shown (result);
  guint            place = 0;
  g_autofree char *found = NULL;
  g_autofree char *current = NULL;

  if (n_found == 0)
    return g_strdup (_ ("No matches"));

  found = tl_date_formatter_format_count (self->formatter, n_found);
  place = tl_match_walk_find_place (result, find_selected (self, result));
  if (place == 0)
    /* Translators: %s is the number of records that a search found. */
    return g_strdup_printf (ngettext ("%s match", "%s matches", n_found),
                            found);
  current = tl_date_formatter_format_count (self->formatter, place);
  /* Translators: Which of the matches is selected: "3 of 12". */
  return g_strdup_printf (C_ ("match", "%1$s of %2$s"), current, found);
}

static void
show_count (TlFindBar *self, gboolean is_wrapped)
{
  TlResult        *result = tl_explorer_get_result (self->explorer);
  g_autofree char *text = NULL;
  gboolean         is_lost = FALSE;

  if (self->bar == NULL)
    return;
  if (result != NULL && self->search != NULL)
    {
      text = format_count (self, result);
      is_lost = tl_result_get_n_shown (result) == 0;
    }
  gtk_label_set_text (self->count, text);
  gtk_widget_set_visible (self->wrapped, is_wrapped);
  if (is_lost)
    gtk_widget_add_css_class (self->entry, "error");
  else
    gtk_widget_remove_css_class (self->entry, "error");
}

static void
update_count (TlFindBar *self)
{
  show_count (self, FALSE);
}

/* A sign beside the count, which screen readers and the pointer put into
 * words. */
static void
show_wrapped (TlFindBar *self, gboolean forward)
{
  const char *hint = forward ? _ ("Went on from the first match")
                             : _ ("Went on from the last match");

  gtk_widget_set_tooltip_text (self->wrapped, hint);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->wrapped),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, hint, -1);
  show_count (self, TRUE);
}

static void
search_changed_cb (TlFindBar *self)
{
  const char *text = gtk_editable_get_text (GTK_EDITABLE (self->entry));
  const char *taken = NULL;

  tl_filter_edit_set_search (self->explorer, text);
  taken = tl_filter_get_search (tl_explorer_get_filter (self->explorer));
  g_free (self->search);
  self->search = g_strdup (taken);
  update_count (self);
}

static void
filter_changed_cb (TlFindBar *self)
{
  const char *search =
      tl_filter_get_search (tl_explorer_get_filter (self->explorer));
  g_autoptr (TlFilter) typed = tl_filter_new ();

  if (g_strcmp0 (search, self->search) == 0)
    return;
  g_free (self->search);
  self->search = g_strdup (search);
  if (search != NULL)
    tl_find_bar_set_open (self, TRUE);
  if (self->bar == NULL)
    return;

  /* Blanks that the filter does without are for whoever types to take away. */
  tl_filter_set_search (typed,
                        gtk_editable_get_text (GTK_EDITABLE (self->entry)));
  if (g_strcmp0 (search, tl_filter_get_search (typed)) != 0)
    gtk_editable_set_text (GTK_EDITABLE (self->entry),
                           search != NULL ? search : "");
  update_count (self);
}

static void
next_cb (TlFindBar *self)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "win.search-next", NULL);
}

static void
previous_cb (TlFindBar *self)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "win.search-previous", NULL);
}

/* The entry itself takes Return with and without Shift for the same. */
static gboolean
key_pressed_cb (GtkEventControllerKey *key,
                guint                  keyval,
                guint                  keycode,
                GdkModifierType        state,
                TlFindBar             *self)
{
  if ((state & GDK_SHIFT_MASK) == 0 ||
      (keyval != GDK_KEY_Return && keyval != GDK_KEY_KP_Enter &&
       keyval != GDK_KEY_ISO_Enter))
    return FALSE;

  previous_cb (self);
  return TRUE;
}

static void
open_changed_cb (TlFindBar *self)
{
  if (tl_find_bar_get_open (self))
    tl_explorer_prepare_search (self->explorer);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_OPEN]);
}

static GtkWidget *
entry_new (TlFindBar *self)
{
  GtkWidget          *entry = gtk_search_entry_new ();
  GtkEventController *key = gtk_event_controller_key_new ();
  const char         *looked_at = _ ("Words of titles, quotations, names");

  gtk_widget_set_hexpand (entry, TRUE);
  gtk_editable_set_width_chars (GTK_EDITABLE (entry), 6);
  gtk_editable_set_max_width_chars (GTK_EDITABLE (entry), MAX_ENTRY_CHARS);
  g_object_set (entry, "placeholder-text", looked_at, "tooltip-text", looked_at,
                NULL);
  gtk_accessible_update_property (
      GTK_ACCESSIBLE (entry), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Search"), -1);
  g_signal_connect_swapped (entry, "search-changed",
                            G_CALLBACK (search_changed_cb), self);
  g_signal_connect_swapped (entry, "activate", G_CALLBACK (next_cb), self);
  g_signal_connect_swapped (entry, "next-match", G_CALLBACK (next_cb), self);
  g_signal_connect_swapped (entry, "previous-match", G_CALLBACK (previous_cb),
                            self);
  gtk_event_controller_set_propagation_phase (key, GTK_PHASE_CAPTURE);
  g_signal_connect (key, "key-pressed", G_CALLBACK (key_pressed_cb), self);
  gtk_widget_add_controller (entry, key);
  return entry;
}

static GtkWidget *
button_new (const char *icon_name, const char *name, const char *action)
{
  GtkWidget *button = gtk_button_new_from_icon_name (icon_name);

  gtk_widget_set_tooltip_text (button, name);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), action);
  return button;
}

static GtkWidget *
content_new (TlFindBar *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *buttons = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);

  self->entry = entry_new (self);
  self->count = g_object_new (GTK_TYPE_LABEL, "accessible-role",
                              GTK_ACCESSIBLE_ROLE_STATUS, NULL);
  self->wrapped = g_object_new (
      GTK_TYPE_IMAGE, "icon-name", "media-playlist-repeat-symbolic", "visible",
      FALSE, "accessible-role", GTK_ACCESSIBLE_ROLE_STATUS, NULL);
  gtk_widget_add_css_class (GTK_WIDGET (self->count), "tl-detail");
  gtk_widget_add_css_class (GTK_WIDGET (self->count), "numeric");
  gtk_widget_add_css_class (buttons, "linked");
  gtk_box_append (GTK_BOX (buttons),
                  button_new ("go-up-symbolic", _ ("Previous Match"),
                              "win.search-previous"));
  gtk_box_append (
      GTK_BOX (buttons),
      button_new ("go-down-symbolic", _ ("Next Match"), "win.search-next"));
  gtk_box_append (GTK_BOX (box), self->entry);
  gtk_box_append (GTK_BOX (box), self->wrapped);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->count));
  gtk_box_append (GTK_BOX (box), buttons);
  return box;
}

/* Most windows are closed before anybody has looked for anything. */
/* GTK leaves it without a name. */
static void
name_close_button (GtkWidget *widget)
{
  if (GTK_IS_BUTTON (widget) && gtk_widget_has_css_class (widget, "close"))
    gtk_accessible_update_property (
        GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_PROPERTY_LABEL,
        C_ ("accessible name", "Close the Search"), -1);
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    name_close_button (child);
}

static void
ensure_bar (TlFindBar *self)
{
  GtkSearchBar *bar = NULL;

  if (self->bar != NULL)
    return;
  self->bar = gtk_search_bar_new ();
  bar = GTK_SEARCH_BAR (self->bar);
  gtk_search_bar_set_child (bar, content_new (self));
  gtk_search_bar_connect_entry (bar, GTK_EDITABLE (self->entry));
  gtk_search_bar_set_show_close_button (bar, TRUE);
  name_close_button (self->bar);
  gtk_widget_set_parent (self->bar, GTK_WIDGET (self));
  g_signal_connect_swapped (bar, "notify::search-mode-enabled",
                            G_CALLBACK (open_changed_cb), self);
}

static void
tl_find_bar_get_property (GObject    *object,
                          guint       id,
                          GValue     *value,
                          GParamSpec *pspec)
{
  if (id == PROP_OPEN)
    g_value_set_boolean (value, tl_find_bar_get_open (TL_FIND_BAR (object)));
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
tl_find_bar_set_property (GObject      *object,
                          guint         id,
                          const GValue *value,
                          GParamSpec   *pspec)
{
  if (id == PROP_OPEN)
    tl_find_bar_set_open (TL_FIND_BAR (object), g_value_get_boolean (value));
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
tl_find_bar_dispose (GObject *object)
{
  TlFindBar *self = TL_FIND_BAR (object);

  g_clear_pointer (&self->bar, gtk_widget_unparent);
  g_clear_object (&self->explorer);
  G_OBJECT_CLASS (tl_find_bar_parent_class)->dispose (object);
}

static void
tl_find_bar_finalize (GObject *object)
{
  TlFindBar *self = TL_FIND_BAR (object);

  g_clear_pointer (&self->formatter, tl_date_formatter_free);
  g_free (self->search);
  G_OBJECT_CLASS (tl_find_bar_parent_class)->finalize (object);
}

static void
tl_find_bar_class_init (TlFindBarClass *klass)
{
  GObjectClass   *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = tl_find_bar_get_property;
  object_class->set_property = tl_find_bar_set_property;
  object_class->dispose = tl_find_bar_dispose;
  object_class->finalize = tl_find_bar_finalize;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);

  /**
   * TlFindBar:open: (attributes org.gtk.Property.get=tl_find_bar_get_open
   * org.gtk.Property.set=tl_find_bar_set_open)
   *
   * Whether one can type into the bar.
   */
  properties[PROP_OPEN] = g_param_spec_boolean (
      "open", NULL, NULL, FALSE,
      G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
tl_find_bar_init (TlFindBar *self)
{
}

GtkWidget *
tl_find_bar_new (TlExplorer *explorer)
{
  TlFindBar *self = NULL;

  g_return_val_if_fail (TL_IS_EXPLORER (explorer), NULL);

  self = g_object_new (TL_TYPE_FIND_BAR, NULL);
  self->explorer = g_object_ref (explorer);
  self->formatter = tl_date_formatter_new (NULL);
  g_signal_connect_object (explorer, "notify::filter",
                           G_CALLBACK (filter_changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (explorer, "notify::result",
                           G_CALLBACK (update_count), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (explorer, "notify::selected",
                           G_CALLBACK (update_count), self, G_CONNECT_SWAPPED);
  filter_changed_cb (self);
  return GTK_WIDGET (self);
}

gboolean
tl_find_bar_get_open (TlFindBar *self)
{
  g_return_val_if_fail (TL_IS_FIND_BAR (self), FALSE);

  return self->bar != NULL &&
         gtk_search_bar_get_search_mode (GTK_SEARCH_BAR (self->bar));
}

/**
 * tl_find_bar_set_open:
 * @self: a find bar
 * @open: whether one can type into it
 *
 * Opens the bar, or closes it and ends the search.
 */
void
tl_find_bar_set_open (TlFindBar *self, gboolean open)
{
  g_return_if_fail (TL_IS_FIND_BAR (self));

  if (open)
    ensure_bar (self);
  if (self->bar != NULL)
    gtk_search_bar_set_search_mode (GTK_SEARCH_BAR (self->bar), open);
}

/**
 * tl_find_bar_focus:
 * @self: a find bar
 *
 * Opens the bar where it is closed, and lets one type: what is in the entry is
 * selected, so that the first letter replaces it.
 */
void
tl_find_bar_focus (TlFindBar *self)
{
  g_return_if_fail (TL_IS_FIND_BAR (self));

  tl_find_bar_set_open (self, TRUE);
  gtk_widget_grab_focus (self->entry);
  gtk_editable_select_region (GTK_EDITABLE (self->entry), 0, -1);
}

/**
 * tl_find_bar_walk:
 * @self: a find bar
 * @forward: to a later record, or to an earlier one
 *
 * Selects the next or previous record that was found. Behind the last comes the
 * first, and the bar says so.
 *
 * Returns: %FALSE when nothing was found
 */
gboolean
tl_find_bar_walk (TlFindBar *self, gboolean forward)
{
  TlResult *result = NULL;
  gboolean  is_wrapped = FALSE;
  guint     selected = TL_NONE;
  guint     record = TL_NONE;

  g_return_val_if_fail (TL_IS_FIND_BAR (self), FALSE);

  result = tl_explorer_get_result (self->explorer);
  if (result == NULL)
    return FALSE;
  selected = find_selected (self, result);
  record = forward ? tl_match_walk_next (result, selected, &is_wrapped)
                   : tl_match_walk_previous (result, selected, &is_wrapped);
  if (record == TL_NONE)
    return FALSE;

  tl_explorer_set_selected (
      self->explorer,
      tl_dataset_get_record_id (tl_result_get_dataset (result), record));
  if (is_wrapped && self->search != NULL)
    show_wrapped (self, forward);
  return TRUE;
}
