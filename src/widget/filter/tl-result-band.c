/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-result-band.h"

#include "tl-filter-chips.h"
#include "tl-filter-words.h"
#include "tl-label-direction.h"

/* How many records are shown is spoken when it has changed, but only once it
 * stays the same for a moment: nobody wants to hear a number for each letter
 * that is typed. Before GTK 4.14 only the description of the label tells. */

#define ANNOUNCE_DELAY_MS 600

struct _TlResultBand
{
  GtkWidget parent_instance;

  TlExplorer      *explorer;
  TlDateFormatter *formatter;
  char            *language; /* nullable */
  guint            announce_id;

  GtkWidget *box;
  GtkLabel  *title;
  GtkLabel  *subtitle;
  GtkLabel  *count;
  GtkLabel  *note;
};

G_DEFINE_FINAL_TYPE (TlResultBand, tl_result_band, GTK_TYPE_WIDGET)

static gboolean
announce_cb (gpointer user_data)
{
  TlResultBand *self = TL_RESULT_BAND (user_data);

  self->announce_id = 0;
#if GTK_CHECK_VERSION(4, 14, 0)
  G_GNUC_BEGIN_IGNORE_DEPRECATIONS
  gtk_accessible_announce (GTK_ACCESSIBLE (self->count),
                           gtk_label_get_text (self->count),
                           GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_LOW);
  G_GNUC_END_IGNORE_DEPRECATIONS
#endif
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->count),
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  gtk_label_get_text (self->count), -1);
  return G_SOURCE_REMOVE;
}

static void
announce_later (TlResultBand *self)
{
  g_clear_handle_id (&self->announce_id, g_source_remove);
  self->announce_id = g_timeout_add (ANNOUNCE_DELAY_MS, announce_cb, self);
}

static void
update_dataset (TlResultBand *self)
{
  TlDataset       *dataset = tl_explorer_get_dataset (self->explorer);
  const char      *title = NULL;
  g_autofree char *subtitle = NULL;

  if (dataset != NULL)
    {
      title = tl_text_get (tl_dataset_get_title (dataset), self->language);
      subtitle = tl_filter_words_format_dataset (dataset, self->formatter);
    }
  gtk_label_set_text (self->title, title);
  /* In a narrow window it may be cut. */
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->title), title);
  gtk_label_set_text (self->subtitle, subtitle);
}

static void
update_count (TlResultBand *self)
{
  TlResult        *result = tl_explorer_get_result (self->explorer);
  g_autofree char *text = NULL;

  if (result != NULL)
    text = tl_filter_words_format_shown (
        result, tl_explorer_get_dims (self->explorer), self->formatter);
  if (g_strcmp0 (text, gtk_label_get_text (self->count)) == 0)
    return;

  gtk_label_set_text (self->count, text);
  if (text != NULL)
    announce_later (self);
}

static GtkLabel *
label_new (const char *css_class, double xalign, GtkAccessibleRole role)
{
  GtkWidget *label =
      g_object_new (GTK_TYPE_LABEL, "xalign", xalign, "wrap", TRUE, "wrap-mode",
                    PANGO_WRAP_WORD_CHAR, "justify",
                    xalign > 0 ? GTK_JUSTIFY_RIGHT : GTK_JUSTIFY_LEFT,
                    "accessible-role", role, NULL);

  gtk_widget_add_css_class (label, css_class);
  return GTK_LABEL (label);
}

/* On the left what the dataset is, on the right what of it is shown. */
static GtkWidget *
head_new (TlResultBand *self)
{
  GtkWidget *head = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *left = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *right = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  self->title = label_new ("tl-band-title", 0, GTK_ACCESSIBLE_ROLE_HEADING);
  self->subtitle = label_new ("tl-detail", 0, GTK_ACCESSIBLE_ROLE_LABEL);
  self->count = label_new ("tl-band-count", 1, GTK_ACCESSIBLE_ROLE_STATUS);
  self->note = label_new ("tl-detail", 1, GTK_ACCESSIBLE_ROLE_LABEL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->title),
                                  GTK_ACCESSIBLE_PROPERTY_LEVEL, 1, -1);
  gtk_label_set_ellipsize (self->title, PANGO_ELLIPSIZE_END);
  tl_label_align_to_start (self->title);
  gtk_label_set_lines (self->title, 2);
  gtk_widget_add_css_class (GTK_WIDGET (self->count), "numeric");
  /* The number never breaks in two; the words beside it do. */
  gtk_label_set_wrap (self->count, FALSE);
  gtk_widget_set_visible (GTK_WIDGET (self->note), FALSE);

  gtk_widget_set_hexpand (left, TRUE);
  gtk_box_append (GTK_BOX (left), GTK_WIDGET (self->title));
  gtk_box_append (GTK_BOX (left), GTK_WIDGET (self->subtitle));
  gtk_widget_set_valign (right, GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (right), GTK_WIDGET (self->count));
  gtk_box_append (GTK_BOX (right), GTK_WIDGET (self->note));
  gtk_box_append (GTK_BOX (head), left);
  gtk_box_append (GTK_BOX (head), right);
  return head;
}

static void
tl_result_band_dispose (GObject *object)
{
  TlResultBand *self = TL_RESULT_BAND (object);

  g_clear_handle_id (&self->announce_id, g_source_remove);
  g_clear_pointer (&self->box, gtk_widget_unparent);
  g_clear_object (&self->explorer);
  G_OBJECT_CLASS (tl_result_band_parent_class)->dispose (object);
}

static void
tl_result_band_finalize (GObject *object)
{
  TlResultBand *self = TL_RESULT_BAND (object);

  g_clear_pointer (&self->formatter, tl_date_formatter_free);
  g_free (self->language);
  G_OBJECT_CLASS (tl_result_band_parent_class)->finalize (object);
}

static void
tl_result_band_class_init (TlResultBandClass *klass)
{
  GObjectClass   *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = tl_result_band_dispose;
  object_class->finalize = tl_result_band_finalize;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "resultband");
  gtk_widget_class_set_accessible_role (widget_class,
                                        GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
tl_result_band_init (TlResultBand *self)
{
  self->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  gtk_widget_set_parent (self->box, GTK_WIDGET (self));
  gtk_box_append (GTK_BOX (self->box), head_new (self));
}

static void
follow (TlResultBand *self, const char *signal, GCallback callback)
{
  g_signal_connect_object (self->explorer, signal, callback, self,
                           G_CONNECT_SWAPPED);
}

GtkWidget *
tl_result_band_new (TlExplorer *explorer, const char *language)
{
  TlResultBand *self = NULL;

  g_return_val_if_fail (TL_IS_EXPLORER (explorer), NULL);

  self = g_object_new (TL_TYPE_RESULT_BAND, NULL);
  self->explorer = g_object_ref (explorer);
  self->language = g_strdup (language);
  self->formatter = tl_date_formatter_new (language);
  gtk_box_append (GTK_BOX (self->box),
                  tl_filter_chips_new (explorer, language));
  follow (self, "notify::dataset", G_CALLBACK (update_dataset));
  follow (self, "notify::result", G_CALLBACK (update_count));
  follow (self, "notify::dims", G_CALLBACK (update_count));
  update_dataset (self);
  update_count (self);
  return GTK_WIDGET (self);
}

/**
 * tl_result_band_set_note:
 * @self: a band
 * @note: (nullable): a few words
 *
 * Says something about how the view shows what it shows, below the count.
 */
void
tl_result_band_set_note (TlResultBand *self, const char *note)
{
  g_return_if_fail (TL_IS_RESULT_BAND (self));

  gtk_label_set_text (self->note, note);
  gtk_widget_set_visible (GTK_WIDGET (self->note), note != NULL);
}
