/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-facet-row.h"

#include "tl-filter-edit.h"
#include "tl-glyph-image.h"
#include "tl-label-direction.h"
#include "tl-pane-context.h"
#include "tl-pane-parts.h"

#include <glib/gi18n.h>

struct _TlFacetRow
{
  GtkWidget parent_instance;

  TlExplorer *explorer;
  TlFacet     facet;
  char       *value;
  char       *title;
  gboolean    is_following; /* the filter, and not telling it */

  GtkWidget *check;
  GtkLabel  *count;
};

G_DEFINE_FINAL_TYPE (TlFacetRow, tl_facet_row, GTK_TYPE_WIDGET)

static void
toggled_cb (TlFacetRow *self)
{
  if (!self->is_following)
    tl_filter_edit_set_value (
        self->explorer, self->facet, self->value,
        gtk_check_button_get_active (GTK_CHECK_BUTTON (self->check)));
}

static void
follow_filter (TlFacetRow *self)
{
  const TlFilter *filter = tl_explorer_get_filter (self->explorer);

  self->is_following = TRUE;
  gtk_check_button_set_active (
      GTK_CHECK_BUTTON (self->check),
      tl_filter_has_value (filter, self->facet, self->value));
  self->is_following = FALSE;
}

static GtkWidget *
content_new (TlFacetRow *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *label = gtk_label_new (self->title);
  TlKind     kind = TL_KIND_OTHER;

  if (self->facet == TL_FACET_KIND && tl_kind_from_nick (self->value, &kind))
    {
      GtkWidget *glyph = tl_glyph_image_new_for_kind (kind);

      gtk_widget_add_css_class (glyph, tl_pane_kind_css_class (kind));
      gtk_widget_set_valign (glyph, GTK_ALIGN_CENTER);
      gtk_box_append (GTK_BOX (box), glyph);
    }
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_widget_set_hexpand (label, TRUE);
  tl_label_align_to_start (GTK_LABEL (label));
  gtk_box_append (GTK_BOX (box), label);
  self->count = GTK_LABEL (gtk_label_new (NULL));
  gtk_widget_add_css_class (GTK_WIDGET (self->count), "tl-detail");
  gtk_widget_add_css_class (GTK_WIDGET (self->count), "numeric");
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->count));
  return box;
}

static void
tl_facet_row_dispose (GObject *object)
{
  TlFacetRow *self = TL_FACET_ROW (object);

  g_clear_pointer (&self->check, gtk_widget_unparent);
  g_clear_object (&self->explorer);
  G_OBJECT_CLASS (tl_facet_row_parent_class)->dispose (object);
}

static void
tl_facet_row_finalize (GObject *object)
{
  TlFacetRow *self = TL_FACET_ROW (object);

  g_free (self->value);
  g_free (self->title);
  G_OBJECT_CLASS (tl_facet_row_parent_class)->finalize (object);
}

static void
tl_facet_row_class_init (TlFacetRowClass *klass)
{
  GObjectClass   *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = tl_facet_row_dispose;
  object_class->finalize = tl_facet_row_finalize;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "facetrow");
}

static void
tl_facet_row_init (TlFacetRow *self)
{
  self->check = gtk_check_button_new ();
  gtk_widget_set_parent (self->check, GTK_WIDGET (self));
}

GtkWidget *
tl_facet_row_new (TlExplorer *explorer,
                  TlFacet     facet,
                  const char *value,
                  const char *title)
{
  TlFacetRow *self = NULL;

  g_return_val_if_fail (TL_IS_EXPLORER (explorer), NULL);
  g_return_val_if_fail (value != NULL && title != NULL, NULL);

  self = g_object_new (TL_TYPE_FACET_ROW, NULL);
  self->explorer = g_object_ref (explorer);
  self->facet = facet;
  self->value = g_strdup (value);
  self->title = g_strdup (title);
  gtk_check_button_set_child (GTK_CHECK_BUTTON (self->check),
                              content_new (self));
  gtk_widget_set_tooltip_text (self->check, title);
  follow_filter (self);
  g_signal_connect_swapped (self->check, "toggled", G_CALLBACK (toggled_cb),
                            self);
  g_signal_connect_object (explorer, "notify::filter",
                           G_CALLBACK (follow_filter), self, G_CONNECT_SWAPPED);
  return GTK_WIDGET (self);
}

const char *
tl_facet_row_get_value (TlFacetRow *self)
{
  g_return_val_if_fail (TL_IS_FACET_ROW (self), NULL);

  return self->value;
}

/**
 * tl_facet_row_set_count:
 * @self: a row
 * @count: how many records the value would show
 * @formatter: makes words of numbers
 *
 * Shows another count.
 */
void
tl_facet_row_set_count (TlFacetRow      *self,
                        guint            count,
                        TlDateFormatter *formatter)
{
  g_autofree char *number = NULL;
  g_autofree char *title = NULL;
  g_autofree char *name = NULL;

  g_return_if_fail (TL_IS_FACET_ROW (self) && formatter != NULL);

  number = tl_date_formatter_format_count (formatter, count);
  title = tl_isolate (self->title);
  name = g_strdup_printf (
      /* Translators: What one can filter by, and how many records that
       * leaves: "Talk, 12 records". */
      ngettext ("%1$s, %2$s record", "%1$s, %2$s records", count), title,
      number);
  gtk_label_set_text (self->count, number);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->check),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  if (count == 0)
    gtk_widget_add_css_class (GTK_WIDGET (self), "tl-none");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self), "tl-none");
}
