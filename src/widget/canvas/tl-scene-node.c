/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-scene-node.h"

#include "tl-cairo-backend.h"

#include <float.h>
#include <math.h>

/* Puts a scene into the render nodes that GSK draws fastest: plain areas and
 * straight lines as colours, text as text. Everything else goes through the
 * Cairo back end, a few items at a time, because a cairo node costs by its
 * area: one as large as the window takes longer than all that is drawn on it.
 */

/* Shapes that stand together share a cairo node up to this size. */
#define MAX_RUN_SIZE 64.0
/* The shapes of a mark share a picture up to this size. */
#define MAX_STAMP_SIZE 48.0

typedef struct
{
  GtkSnapshot       *snapshot;
  const TlScene     *scene;
  TlRect             bounds;
  TlSceneNodeOptions options;
  TlScene           *run;     /* shapes that wait for a cairo node; nullable */
  TlRect             run_box; /* what they cover */
} Emitter;

static graphene_rect_t
to_graphene (TlRect rect)
{
  return GRAPHENE_RECT_INIT ((float)rect.x, (float)rect.y, (float)rect.width,
                             (float)rect.height);
}

static cairo_t *
append_cairo (Emitter *emitter, TlRect box)
{
  graphene_rect_t rect = to_graphene (box);

  return gtk_snapshot_append_cairo (emitter->snapshot, &rect);
}

static GdkRGBA
to_rgba (TlColor color)
{
  return (GdkRGBA){ color.red, color.green, color.blue, color.alpha };
}

static TlRect
unite (TlRect a, TlRect b)
{
  double x = MIN (a.x, b.x);
  double y = MIN (a.y, b.y);

  return (TlRect){ x, y, MAX (a.x + a.width, b.x + b.width) - x,
                   MAX (a.y + a.height, b.y + b.height) - y };
}

/* The whole pixels of box that are within bounds. */
static TlRect
clip_to_pixels (TlRect box, TlRect bounds)
{
  double x0 = floor (MAX (box.x, bounds.x));
  double y0 = floor (MAX (box.y, bounds.y));
  double x1 = ceil (MIN (box.x + box.width, bounds.x + bounds.width));
  double y1 = ceil (MIN (box.y + box.height, bounds.y + bounds.height));

  return (TlRect){ x0, y0, MAX (x1 - x0, 0), MAX (y1 - y0, 0) };
}

static TlRect
get_path_box (const TlItem *item)
{
  TlRect box = { item->points[0].x, item->points[0].y, 0, 0 };

  for (guint i = 1; i < item->n_points; i++)
    box = unite (box, (TlRect){ item->points[i].x, item->points[i].y, 0, 0 });
  return box;
}

/* Everything that the item may touch: with its stroke and the longest mitre,
 * and with the parts of letters that hang over. */
static TlRect
get_box (const TlItem *item)
{
  TlRect box = item->type == TL_ITEM_PATH ? get_path_box (item) : item->rect;
  double margin = item->type == TL_ITEM_PATH ? item->stroke.width * 2
                                             : item->stroke.width / 2;

  if (item->type == TL_ITEM_TEXT)
    {
      margin = tl_font_role_get_size (item->font) * item->font_scale * 2;
      return (TlRect){ box.x - margin, box.y - margin, box.width + 2 * margin,
                       2 * margin };
    }
  margin += 1;
  return (TlRect){ box.x - margin, box.y - margin, box.width + 2 * margin,
                   box.height + 2 * margin };
}

/* (transfer full): the run as a picture, made once instead of at every frame:
 * the Cairo renderer draws hatches and gradients anew each time. */
static cairo_surface_t *
rasterize_run (Emitter *emitter, TlRect box)
{
  int              scale = tl_text_stamps_get_scale (emitter->options.stamps);
  cairo_surface_t *surface = cairo_image_surface_create (
      CAIRO_FORMAT_ARGB32, (int)box.width * scale, (int)box.height * scale);
  cairo_t *cr;

  cairo_surface_set_device_scale (surface, scale, scale);
  cr = cairo_create (surface);
  cairo_translate (cr, -box.x, -box.y);
  tl_cairo_draw_scene (cr, emitter->run, emitter->options.measurer);
  cairo_destroy (cr);
  return surface;
}

static void
append_run (Emitter *emitter, TlRect box)
{
  cairo_t *cr = append_cairo (emitter, box);

  if (emitter->options.stamps != NULL && emitter->options.rasterize)
    {
      cairo_surface_t *surface = rasterize_run (emitter, box);

      cairo_set_source_surface (cr, surface, box.x, box.y);
      cairo_paint (cr);
      cairo_surface_destroy (surface);
    }
  else
    tl_cairo_draw_scene (cr, emitter->run, emitter->options.measurer);
  cairo_destroy (cr);
}

/* Draws what is kept, at whole pixels of the screen. */
static void
append_at (Emitter *emitter, GskRenderNode *node, double x, double y)
{
  GskTransform *transform =
      gsk_transform_translate (NULL, &GRAPHENE_POINT_INIT ((float)x, (float)y));
  GskRenderNode *moved = gsk_transform_node_new (node, transform);

  gtk_snapshot_append_node (emitter->snapshot, moved);
  gsk_render_node_unref (moved);
  gsk_transform_unref (transform);
}

static void
append_stamped_run (Emitter *emitter)
{
  TlPoint        place;
  GskRenderNode *stamp = tl_shape_stamps_get (
      tl_text_stamps_get_shapes (emitter->options.stamps), emitter->run,
      emitter->run_box, emitter->options.measurer, &place);

  append_at (emitter, stamp, place.x, place.y);
}

static gboolean
is_small (TlRect box)
{
  return box.width <= MAX_STAMP_SIZE && box.height <= MAX_STAMP_SIZE;
}

static void
flush_run (Emitter *emitter)
{
  TlRect box = clip_to_pixels (emitter->run_box, emitter->bounds);

  if (emitter->run == NULL)
    return;
  if (emitter->options.stamps != NULL && is_small (emitter->run_box))
    {
      if (tl_rect_overlaps (emitter->run_box, emitter->bounds))
        append_stamped_run (emitter);
    }
  else if (box.width > 0 && box.height > 0)
    append_run (emitter, box);
  g_clear_pointer (&emitter->run, tl_scene_free);
}

/* Bars have any length: they stay away from what there is a stamp of. */
static gboolean
may_join (const Emitter *emitter, TlRect box, TlRect both)
{
  if (both.width > MAX_RUN_SIZE || both.height > MAX_RUN_SIZE)
    return FALSE;
  return emitter->options.stamps == NULL || is_small (both) ||
         (!is_small (emitter->run_box) && !is_small (box));
}

static void
add_to_run (Emitter *emitter, const TlItem *item)
{
  TlRect box = get_box (item);
  TlRect both = emitter->run != NULL ? unite (emitter->run_box, box) : box;

  if (emitter->run != NULL && !may_join (emitter, box, both))
    {
      flush_run (emitter);
      both = box;
    }
  if (emitter->run == NULL)
    emitter->run = tl_scene_new (tl_scene_get_width (emitter->scene),
                                 tl_scene_get_height (emitter->scene));
  emitter->run_box = both;

  if (item->type == TL_ITEM_PATH)
    tl_scene_add_path (emitter->run, item->points, item->n_points, item->closed,
                       item->fill, item->stroke);
  else if (item->type == TL_ITEM_CIRCLE)
    tl_scene_add_circle (emitter->run, item->rect, item->fill, item->stroke);
  else
    tl_scene_add_rect (emitter->run, item->rect, item->radius, item->fill,
                       item->stroke);
}

static gboolean
is_stroked (const TlItem *item)
{
  return item->stroke.paint.kind != TL_PAINT_NONE && item->stroke.width > 0;
}

static gboolean
is_same (double a, double b)
{
  return G_APPROX_VALUE (a, b, DBL_MIN);
}

/* Whether the item is nothing but a rectangle of one colour: an area, or a
 * horizontal or vertical line. */
static gboolean
get_plain_area (const TlItem *item, TlRect *area, TlColor *color)
{
  const TlStroke *stroke = &item->stroke;
  const TlPoint  *p = item->points;

  if (item->type == TL_ITEM_RECT && item->radius <= 0 && !is_stroked (item) &&
      item->fill.kind == TL_PAINT_COLOR)
    {
      *area = item->rect;
      *color = item->fill.color;
      return TRUE;
    }
  if (item->type != TL_ITEM_PATH || item->n_points != 2 ||
      item->fill.kind != TL_PAINT_NONE ||
      stroke->paint.kind != TL_PAINT_COLOR || stroke->dash[0] > 0 ||
      (!is_same (p[0].x, p[1].x) && !is_same (p[0].y, p[1].y)))
    return FALSE;

  *area = (TlRect){ MIN (p[0].x, p[1].x), MIN (p[0].y, p[1].y),
                    fabs (p[0].x - p[1].x), fabs (p[0].y - p[1].y) };
  if (area->width > area->height)
    *area = (TlRect){ area->x, area->y - stroke->width / 2, area->width,
                      stroke->width };
  else
    *area = (TlRect){ area->x - stroke->width / 2, area->y, stroke->width,
                      area->height };
  *color = stroke->paint.color;
  return TRUE;
}

static void
emit_area (Emitter *emitter, TlRect area, TlColor color)
{
  double x = MAX (area.x, emitter->bounds.x);
  double right =
      MIN (area.x + area.width, emitter->bounds.x + emitter->bounds.width);
  graphene_rect_t rect =
      to_graphene ((TlRect){ x, area.y, right - x, area.height });
  GdkRGBA rgba = to_rgba (color);

  if (right > x && area.height > 0)
    gtk_snapshot_append_color (emitter->snapshot, &rgba, &rect);
}

static void
emit_stamp (Emitter *emitter, const TlItem *item)
{
  const TlStamp *stamp = tl_text_stamps_get (emitter->options.stamps, item);
  double         scale = tl_text_stamps_get_scale (emitter->options.stamps);

  append_at (emitter, stamp->node,
             round ((item->rect.x + stamp->x) * scale) / scale,
             round ((item->rect.y + stamp->y) * scale) / scale);
}

static void
emit_line (Emitter *emitter, const TlItem *item)
{
  const TlTextLine *line =
      tl_text_measurer_get_line (emitter->options.measurer, item->text,
                                 item->font, item->font_scale, item->bold);
  GdkRGBA rgba = to_rgba (item->fill.color);
  double  x = item->rect.x;

  for (guint i = 0; i < line->n_runs; i++)
    {
      PangoGlyphItem *run = &line->runs[i];
      GskRenderNode  *node = gsk_text_node_new (
           run->item->analysis.font, run->glyphs, &rgba,
           &GRAPHENE_POINT_INIT ((float)x, (float)item->rect.y));

      x += (double)pango_glyph_string_get_width (run->glyphs) / PANGO_SCALE;
      if (node == NULL)
        continue;
      gtk_snapshot_append_node (emitter->snapshot, node);
      gsk_render_node_unref (node);
    }
}

static void
emit_text (Emitter *emitter, const TlItem *item)
{
  if (*item->text == '\0' || item->fill.kind == TL_PAINT_NONE)
    return;
  if (emitter->options.stamps != NULL)
    emit_stamp (emitter, item);
  else
    emit_line (emitter, item);
}

/* A stamp is made of all the shapes of a mark, also where bounds cut it: it
 * stands at the same quarter of a pixel on either side of them. */
static gboolean
is_of_stamp (const Emitter *emitter, const TlItem *item)
{
  return emitter->options.stamps != NULL && item->type != TL_ITEM_TEXT &&
         is_small (get_box (item));
}

static void
emit_shape (Emitter *emitter, const TlItem *item)
{
  TlRect  area = { 0 };
  TlColor color = { 0 };

  if (!tl_rect_overlaps (get_box (item), emitter->bounds) &&
      !is_of_stamp (emitter, item))
    return;
  if (item->type == TL_ITEM_TEXT)
    {
      flush_run (emitter);
      emit_text (emitter, item);
    }
  else if (get_plain_area (item, &area, &color))
    {
      flush_run (emitter);
      emit_area (emitter, area, color);
    }
  else
    add_to_run (emitter, item);
}

static void
emit_item (Emitter *emitter, const TlItem *item)
{
  graphene_rect_t clip;

  switch (item->type)
    {
    case TL_ITEM_GROUP_BEGIN:
    case TL_ITEM_GROUP_END:
      if (emitter->options.stamps != NULL)
        flush_run (emitter);
      break;
    case TL_ITEM_CLIP_BEGIN:
      flush_run (emitter);
      clip = to_graphene (item->rect);
      gtk_snapshot_push_clip (emitter->snapshot, &clip);
      break;
    case TL_ITEM_CLIP_END:
      flush_run (emitter);
      gtk_snapshot_pop (emitter->snapshot);
      break;
    case TL_ITEM_RECT:
    case TL_ITEM_PATH:
    case TL_ITEM_CIRCLE:
    case TL_ITEM_TEXT:
      emit_shape (emitter, item);
      break;
    default:
      g_assert_not_reached ();
    }
}

/**
 * tl_scene_to_node:
 * @scene: a scene
 * @bounds: the part that is wanted, in the scene's coordinates, on whole
 *   pixels
 * @options: how to draw
 *
 * Puts a scene into render nodes that can be kept, moved and drawn again
 * without any work of ours.
 *
 * Returns: (transfer full) (nullable): a node, clipped to @bounds, or %NULL
 *   when there is nothing
 */
GskRenderNode *
tl_scene_to_node (const TlScene            *scene,
                  TlRect                    bounds,
                  const TlSceneNodeOptions *options)
{
  graphene_rect_t clip = to_graphene (bounds);
  Emitter         emitter = { .scene = scene, .bounds = bounds };

  g_return_val_if_fail (scene != NULL, NULL);
  g_return_val_if_fail (options != NULL && options->measurer != NULL, NULL);

  emitter.options = *options;
  emitter.snapshot = gtk_snapshot_new ();
  gtk_snapshot_push_clip (emitter.snapshot, &clip);
  for (guint i = 0; i < tl_scene_get_n_items (scene); i++)
    emit_item (&emitter, tl_scene_get_item (scene, i));
  flush_run (&emitter);
  gtk_snapshot_pop (emitter.snapshot);
  return gtk_snapshot_free_to_node (emitter.snapshot);
}

/**
 * tl_append_moved_node:
 * @snapshot: what to draw on
 * @node: (nullable): a kept node; nothing happens when there is none
 * @x: where its origin comes, in pixels
 * @y: where its origin comes
 *
 * Draws a kept node elsewhere.
 */
void
tl_append_moved_node (GtkSnapshot   *snapshot,
                      GskRenderNode *node,
                      double         x,
                      double         y)
{
  if (node == NULL)
    return;
  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT ((float)x, (float)y));
  gtk_snapshot_append_node (snapshot, node);
  gtk_snapshot_restore (snapshot);
}
