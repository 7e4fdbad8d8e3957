/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-glyph-image.h"

#include "tl-cairo-backend.h"
#include "tl-glyph.h"

/* Drawn by the code that draws the timeline, so that the two always look the
 * same. */

#define SIZE_PX 14
/* The tallest glyph is half as high again as the others. */
#define HEIGHT_PX 18

struct _TlGlyphImage
{
  GtkWidget parent_instance;

  TlKind      kind;
  TlGlyphLook look;
  gboolean    is_split;
};

G_DEFINE_FINAL_TYPE (TlGlyphImage, tl_glyph_image, GTK_TYPE_WIDGET)

static TlColor
get_color (GtkWidget *widget)
{
  GdkRGBA color = { 0 };

  gtk_style_context_get_color (gtk_widget_get_style_context (widget), &color);
  return (TlColor){ color.red, color.green, color.blue, color.alpha };
}

static void
tl_glyph_image_measure (GtkWidget     *widget,
                        GtkOrientation orientation,
                        int            for_size,
                        int           *minimum,
                        int           *natural,
                        int           *minimum_baseline,
                        int           *natural_baseline)
{
  *minimum = *natural =
      orientation == GTK_ORIENTATION_HORIZONTAL ? SIZE_PX : HEIGHT_PX;
}

static void
tl_glyph_image_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  TlGlyphImage *self = TL_GLYPH_IMAGE (widget);
  const TlColor paper = { 0, 0, 0, 0 };
  const double  width = gtk_widget_get_width (widget);
  const double  height = gtk_widget_get_height (widget);
  g_autoptr (TlScene) scene = tl_scene_new (width, height);
  g_autoptr (TlTextMeasurer) measurer = tl_text_measurer_new (NULL);
  graphene_rect_t bounds =
      GRAPHENE_RECT_INIT (-1, -1, (float)width + 2, (float)height + 2);
  cairo_t *cr = NULL;

  tl_glyph_add (scene, self->kind, self->look, self->is_split, width / 2,
                height / 2, SIZE_PX - 2, get_color (widget), paper);
  cr = gtk_snapshot_append_cairo (snapshot, &bounds);
  tl_cairo_draw_scene (cr, scene, measurer);
  cairo_destroy (cr);
}

static void
tl_glyph_image_class_init (TlGlyphImageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  widget_class->measure = tl_glyph_image_measure;
  widget_class->snapshot = tl_glyph_image_snapshot;

  gtk_widget_class_set_css_name (widget_class, "glyph");
  gtk_widget_class_set_accessible_role (widget_class,
                                        GTK_ACCESSIBLE_ROLE_PRESENTATION);
}

static void
tl_glyph_image_init (TlGlyphImage *self)
{
}

GtkWidget *
tl_glyph_image_new (const TlRecord *record)
{
  TlGlyphImage *self = NULL;

  g_return_val_if_fail (record != NULL, NULL);

  self = g_object_new (TL_TYPE_GLYPH_IMAGE, NULL);
  self->kind = record->kind;
  self->look = tl_glyph_look_for_status (record->status);
  self->is_split = record->contested;
  return GTK_WIDGET (self);
}

GtkWidget *
tl_glyph_image_new_for_kind (TlKind kind)
{
  TlGlyphImage *self = NULL;

  g_return_val_if_fail ((guint)kind < TL_N_KINDS, NULL);

  self = g_object_new (TL_TYPE_GLYPH_IMAGE, NULL);
  self->kind = kind;
  self->look = tl_glyph_look_for_status (TL_STATUS_OCCURRED);
  return GTK_WIDGET (self);
}

void
tl_glyph_image_set_entry (TlGlyphImage *self, const TlEntry *entry)
{
  g_return_if_fail (TL_IS_GLYPH_IMAGE (self));
  g_return_if_fail (entry != NULL);

  self->kind = (TlKind)entry->kind;
  self->look = tl_glyph_look_for_status ((TlStatus)entry->status);
  self->is_split = entry->contested;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}
