/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-preview-area.h"

#include "tl-export-job.h"

/* While options change quickly only the last of them is drawn; the picture
 * before stays until there is a new one, so that nothing flickers. */

#define SETTLE_MS 60
#define SHADOW_RADIUS 6

struct _TlPreviewArea
{
  GtkWidget parent_instance;

  TlExportRequest *request; /* nullable */
  GdkTexture      *texture; /* nullable */
  GError          *error;   /* nullable */
  double           width;   /* of the picture in points; 0: not known */
  double           height;

  GCancellable *cancellable; /* of the drawing under way */
  guint         settle_id;
  int           drawn_width; /* of the widget when drawing began */
  int           drawn_height;
};

enum
{
  SIGNAL_UPDATED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (TlPreviewArea, tl_preview_area, GTK_TYPE_WIDGET)

static void
take_preview (TlPreviewArea *self, const TlExportPreview *preview)
{
  g_clear_object (&self->texture);
  self->texture = gdk_memory_texture_new (preview->width_px, preview->height_px,
                                          GDK_MEMORY_DEFAULT, preview->pixels,
                                          preview->stride);
  self->width = preview->width;
  self->height = preview->height;
}

static void
drawn_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  TlPreviewArea *self = NULL;
  g_autoptr (TlExportPreview) preview = NULL;
  g_autoptr (GError) error = NULL;

  preview = tl_export_preview_finish (result, &error);
  /* Cancelled: there is a newer drawing, or the widget is gone. */
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;

  self = TL_PREVIEW_AREA (user_data);
  g_clear_error (&self->error);
  if (preview != NULL)
    take_preview (self, preview);
  else
    {
      g_clear_object (&self->texture);
      self->width = self->height = 0;
      self->error = g_steal_pointer (&error);
    }
  gtk_widget_queue_draw (GTK_WIDGET (self));
  g_signal_emit (self, signals[SIGNAL_UPDATED], 0);
}

static void
cancel_drawing (TlPreviewArea *self)
{
  if (self->cancellable != NULL)
    g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
}

static gboolean
settled_cb (gpointer user_data)
{
  TlPreviewArea *self = TL_PREVIEW_AREA (user_data);
  int            scale = gtk_widget_get_scale_factor (GTK_WIDGET (self));

  self->settle_id = 0;
  cancel_drawing (self);
  self->cancellable = g_cancellable_new ();
  self->drawn_width = gtk_widget_get_width (GTK_WIDGET (self));
  self->drawn_height = gtk_widget_get_height (GTK_WIDGET (self));
  tl_export_preview_async (self->request, MAX (1, self->drawn_width) * scale,
                           MAX (1, self->drawn_height) * scale,
                           self->cancellable, drawn_cb, self);
  return G_SOURCE_REMOVE;
}

static void
draw_soon (TlPreviewArea *self)
{
  g_clear_handle_id (&self->settle_id, g_source_remove);
  if (self->request != NULL && gtk_widget_get_width (GTK_WIDGET (self)) > 0)
    self->settle_id = g_timeout_add (SETTLE_MS, settled_cb, self);
}

static void
tl_preview_area_measure (GtkWidget     *widget,
                         GtkOrientation orientation,
                         int            for_size,
                         int           *minimum,
                         int           *natural,
                         int           *minimum_baseline,
                         int           *natural_baseline)
{
  *minimum = 120;
  *natural = orientation == GTK_ORIENTATION_HORIZONTAL ? 560 : 300;
}

static void
tl_preview_area_size_allocate (GtkWidget *widget,
                               int        width,
                               int        height,
                               int        baseline)
{
  TlPreviewArea *self = TL_PREVIEW_AREA (widget);

  if (width != self->drawn_width || height != self->drawn_height)
    draw_soon (self);
}

static void
tl_preview_area_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  TlPreviewArea  *self = TL_PREVIEW_AREA (widget);
  GdkRGBA         shadow = { 0, 0, 0, 0.25f };
  GskRoundedRect  outline = { 0 };
  graphene_rect_t box = { 0 };
  double          width = gtk_widget_get_width (widget);
  double          height = gtk_widget_get_height (widget);
  double          scale = 1;

  if (self->texture == NULL)
    return;

  scale = MIN (width / gdk_texture_get_width (self->texture),
               height / gdk_texture_get_height (self->texture));
  graphene_rect_init (&box, 0, 0,
                      (float)(gdk_texture_get_width (self->texture) * scale),
                      (float)(gdk_texture_get_height (self->texture) * scale));
  graphene_rect_offset (&box, ((float)width - box.size.width) / 2,
                        ((float)height - box.size.height) / 2);

  gsk_rounded_rect_init_from_rect (&outline, &box, 0);
  gtk_snapshot_append_outset_shadow (snapshot, &outline, &shadow, 0, 1, 0,
                                     SHADOW_RADIUS);
  gtk_snapshot_append_texture (snapshot, self->texture, &box);
}

static void
tl_preview_area_dispose (GObject *object)
{
  TlPreviewArea *self = TL_PREVIEW_AREA (object);

  g_clear_handle_id (&self->settle_id, g_source_remove);
  cancel_drawing (self);
  g_clear_pointer (&self->request, tl_export_request_free);
  g_clear_object (&self->texture);
  g_clear_error (&self->error);

  G_OBJECT_CLASS (tl_preview_area_parent_class)->dispose (object);
}

static void
tl_preview_area_class_init (TlPreviewAreaClass *klass)
{
  GObjectClass   *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = tl_preview_area_dispose;
  widget_class->measure = tl_preview_area_measure;
  widget_class->size_allocate = tl_preview_area_size_allocate;
  widget_class->snapshot = tl_preview_area_snapshot;

  /**
   * TlPreviewArea::updated:
   *
   * The picture, its size or its error has changed.
   */
  signals[SIGNAL_UPDATED] =
      g_signal_new ("updated", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                    NULL, NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_css_name (widget_class, "exportpreview");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
}

static void
tl_preview_area_init (TlPreviewArea *self)
{
}

void
tl_preview_area_set_request (TlPreviewArea         *self,
                             const TlExportRequest *request)
{
  g_return_if_fail (TL_IS_PREVIEW_AREA (self));
  g_return_if_fail (request != NULL);

  g_clear_pointer (&self->request, tl_export_request_free);
  self->request = tl_export_request_copy (request);
  draw_soon (self);
}

gboolean
tl_preview_area_get_size (TlPreviewArea *self, double *width, double *height)
{
  g_return_val_if_fail (TL_IS_PREVIEW_AREA (self), FALSE);

  if (self->texture == NULL)
    return FALSE;

  *width = self->width;
  *height = self->height;
  return TRUE;
}

const GError *
tl_preview_area_get_error (TlPreviewArea *self)
{
  g_return_val_if_fail (TL_IS_PREVIEW_AREA (self), NULL);

  return self->error;
}
