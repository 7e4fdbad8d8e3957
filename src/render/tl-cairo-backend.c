/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-cairo-backend.h"

#include "tl-fade.h"
#include "tl-font-outlines.h"

#include <math.h>

/* Draws a scene with cairo. Nothing is measured and no coordinate is rounded
 * here: a line that is to be crisp stands on half a pixel in the scene already.
 * Hatches are lines under a clip, so that they stay vectors in a PDF. */

#define HATCH_SPACING 6.0
#define HATCH_WIDTH 1.5

/* The same as in SVG, which has no other default. */
#define MITER_LIMIT 4.0

/* Pixels a point from which on text needs no outlines. */
#define FINE_SCALE 4.0

typedef struct
{
  cairo_t        *cr;
  TlTextMeasurer *measurer;
  gboolean        outlines; /* text is filled as outlines */
  double          x0;       /* what is in sight; the rest is passed over */
  double          y0;
  double          x1;
  double          y1;
} Drawing;

static void
set_source_color (cairo_t *cr, TlColor color)
{
  cairo_set_source_rgba (cr, (double)color.red, (double)color.green,
                         (double)color.blue, (double)color.alpha);
}

static void
add_stop (cairo_pattern_t *pattern, double offset, TlColor color, double alpha)
{
  cairo_pattern_add_color_stop_rgba (pattern, offset, (double)color.red,
                                     (double)color.green, (double)color.blue,
                                     (double)color.alpha * alpha);
}

static void
set_source_fade (cairo_t *cr, const TlPaint *paint)
{
  TlFadeStop       stops[TL_MAX_FADE_STOPS];
  guint            n_stops = tl_fade_get_stops (paint, stops);
  cairo_pattern_t *pattern =
      cairo_pattern_create_linear (paint->from_x, 0, paint->to_x, 0);

  for (guint i = 0; i < n_stops; i++)
    add_stop (pattern, stops[i].offset, paint->color, stops[i].alpha);
  cairo_set_source (cr, pattern);
  cairo_pattern_destroy (pattern);
}

static void
set_source_paint (cairo_t *cr, const TlPaint *paint)
{
  if (paint->kind == TL_PAINT_FADE && paint->to_x > paint->from_x)
    set_source_fade (cr, paint);
  else
    set_source_color (cr, paint->color);
}

/* Lines at multiples of the spacing along the turned x axis, from the origin
 * of the scene, so that neighbouring areas share them. */
static void
fill_hatch (cairo_t *cr, const TlPaint *paint)
{
  double x0, y0, x1, y1;

  cairo_save (cr);
  cairo_clip (cr);
  cairo_rotate (cr, G_PI_4);
  cairo_clip_extents (cr, &x0, &y0, &x1, &y1);
  for (double k = floor (x0 / HATCH_SPACING); k * HATCH_SPACING <= x1; k++)
    {
      cairo_move_to (cr, (k + 0.5) * HATCH_SPACING, y0);
      cairo_line_to (cr, (k + 0.5) * HATCH_SPACING, y1);
    }
  cairo_set_line_width (cr, HATCH_WIDTH);
  cairo_set_dash (cr, NULL, 0, 0);
  set_source_color (cr, paint->color);
  cairo_stroke (cr);
  cairo_restore (cr);
}

static void
fill_path (cairo_t *cr, const TlPaint *paint)
{
  if (paint->kind == TL_PAINT_NONE)
    return;
  if (paint->kind == TL_PAINT_HATCH)
    {
      cairo_path_t *path = cairo_copy_path (cr);

      fill_hatch (cr, paint);
      cairo_append_path (cr, path);
      cairo_path_destroy (path);
      return;
    }
  set_source_paint (cr, paint);
  cairo_fill_preserve (cr);
}

static void
stroke_path (cairo_t *cr, const TlStroke *stroke)
{
  gboolean dashed = stroke->dash[0] > 0 && stroke->dash[1] > 0;

  if (stroke->paint.kind == TL_PAINT_NONE || stroke->width <= 0)
    return;
  cairo_set_line_width (cr, stroke->width);
  cairo_set_dash (cr, stroke->dash, dashed ? 2 : 0, 0);
  set_source_paint (cr, &stroke->paint);
  cairo_stroke_preserve (cr);
}

static void
paint_path (cairo_t *cr, const TlItem *item)
{
  fill_path (cr, &item->fill);
  stroke_path (cr, &item->stroke);
  cairo_new_path (cr);
}

static void
add_rounded_rect (cairo_t *cr, TlRect rect, double radius)
{
  double x1 = rect.x + rect.width;
  double y1 = rect.y + rect.height;

  cairo_new_sub_path (cr);
  cairo_arc (cr, x1 - radius, rect.y + radius, radius, -G_PI_2, 0);
  cairo_arc (cr, x1 - radius, y1 - radius, radius, 0, G_PI_2);
  cairo_arc (cr, rect.x + radius, y1 - radius, radius, G_PI_2, G_PI);
  cairo_arc (cr, rect.x + radius, rect.y + radius, radius, G_PI, 3 * G_PI_2);
  cairo_close_path (cr);
}

static void
add_rect (cairo_t *cr, TlRect rect, double radius)
{
  if (radius > 0)
    add_rounded_rect (cr, rect, radius);
  else
    cairo_rectangle (cr, rect.x, rect.y, rect.width, rect.height);
}

static void
add_ellipse (cairo_t *cr, TlRect box)
{
  if (box.width <= 0 || box.height <= 0)
    return;
  cairo_save (cr);
  cairo_translate (cr, box.x + box.width / 2, box.y + box.height / 2);
  cairo_scale (cr, box.width / 2, box.height / 2);
  cairo_new_sub_path (cr);
  cairo_arc (cr, 0, 0, 1, 0, 2 * G_PI);
  cairo_close_path (cr);
  cairo_restore (cr);
}

static void
add_points (cairo_t *cr, const TlItem *item)
{
  for (guint i = 0; i < item->n_points; i++)
    cairo_line_to (cr, item->points[i].x, item->points[i].y);
  if (item->closed)
    cairo_close_path (cr);
}

/* Before 1.17.4 cairo puts every glyph of an image on a whole pixel, which
 * makes the spaces between letters uneven; filled outlines stand where they
 * belong. They cost 20 times as much, so that other targets do without, and
 * images with so many pixels a point that whole ones are as fine as the
 * quarters that later versions know. */
static gboolean
sets_text_uneven (cairo_t *cr)
{
  double pixels = 1;
  double none = 0;

  cairo_user_to_device_distance (cr, &pixels, &none);
  return cairo_version () < CAIRO_VERSION_ENCODE (1, 17, 4) &&
         hypot (pixels, none) < FINE_SCALE &&
         cairo_surface_get_type (cairo_get_group_target (cr)) ==
             CAIRO_SURFACE_TYPE_IMAGE;
}

static void
fill_line (cairo_t *cr, const TlTextLine *line, double x, double y)
{
  for (guint i = 0; i < line->n_runs; i++)
    {
      PangoGlyphItem *run = &line->runs[i];
      PangoFont      *font = run->item->analysis.font;

      cairo_move_to (cr, x, y);
      if (tl_font_has_outlines (font))
        {
          pango_cairo_glyph_string_path (cr, font, run->glyphs);
          cairo_fill (cr);
        }
      else
        pango_cairo_show_glyph_string (cr, font, run->glyphs);
      x += (double)pango_glyph_string_get_width (run->glyphs) / PANGO_SCALE;
    }
}

/* With the text, by which it can be found in a PDF. */
static void
show_line (cairo_t *cr, const TlTextLine *line, double x, double y)
{
  int offset = 0;

  for (guint i = 0; i < line->n_runs; i++)
    {
      cairo_move_to (cr, x + (double)offset / PANGO_SCALE, y);
      pango_cairo_show_glyph_item (cr, line->text, &line->runs[i]);
      offset += pango_glyph_string_get_width (line->runs[i].glyphs);
    }
}

static void
draw_text (Drawing *drawing, const TlItem *item)
{
  cairo_t          *cr = drawing->cr;
  const TlTextLine *line;

  if (*item->text == '\0' || item->fill.kind == TL_PAINT_NONE)
    return;
  line = tl_text_measurer_get_line (drawing->measurer, item->text, item->font,
                                    item->font_scale, item->bold);
  set_source_color (cr, item->fill.color);
  if (drawing->outlines)
    fill_line (cr, line, item->rect.x, item->rect.y);
  else
    show_line (cr, line, item->rect.x, item->rect.y);
  cairo_new_path (cr);
}

static void
begin_clip (cairo_t *cr, TlRect rect)
{
  cairo_save (cr);
  add_rect (cr, rect, 0);
  cairo_clip (cr);
}

/* Where an item can leave ink: mitred corners reach beyond the line, and
 * letters beyond their measured width. */
static TlRect
get_ink (const TlItem *item)
{
  TlRect ink = item->rect;
  double reach = item->stroke.width * MITER_LIMIT / 2;

  if (item->type == TL_ITEM_TEXT)
    {
      reach = 2 * tl_font_role_get_size (item->font) * item->font_scale;
      ink.height = 0;
    }
  else if (item->type == TL_ITEM_PATH)
    {
      double x1 = item->points[0].x;
      double y1 = item->points[0].y;

      ink = (TlRect){ x1, y1, 0, 0 };
      for (guint i = 1; i < item->n_points; i++)
        {
          ink.x = MIN (ink.x, item->points[i].x);
          ink.y = MIN (ink.y, item->points[i].y);
          x1 = MAX (x1, item->points[i].x);
          y1 = MAX (y1, item->points[i].y);
        }
      ink.width = x1 - ink.x;
      ink.height = y1 - ink.y;
    }
  return (TlRect){ ink.x - reach, ink.y - reach, ink.width + 2 * reach,
                   ink.height + 2 * reach };
}

static gboolean
is_in_sight (const Drawing *drawing, const TlItem *item)
{
  TlRect ink = get_ink (item);

  return ink.x <= drawing->x1 && ink.x + ink.width >= drawing->x0 &&
         ink.y <= drawing->y1 && ink.y + ink.height >= drawing->y0;
}

static void
draw_shape (Drawing *drawing, const TlItem *item)
{
  if (item->type == TL_ITEM_RECT)
    add_rect (drawing->cr, item->rect, item->radius);
  else if (item->type == TL_ITEM_CIRCLE)
    add_ellipse (drawing->cr, item->rect);
  else
    add_points (drawing->cr, item);
  paint_path (drawing->cr, item);
}

static void
draw_item (Drawing *drawing, const TlItem *item)
{
  switch (item->type)
    {
    case TL_ITEM_GROUP_BEGIN:
    case TL_ITEM_GROUP_END:
      break;
    case TL_ITEM_CLIP_BEGIN:
      begin_clip (drawing->cr, item->rect);
      break;
    case TL_ITEM_CLIP_END:
      cairo_restore (drawing->cr);
      break;
    case TL_ITEM_RECT:
    case TL_ITEM_PATH:
    case TL_ITEM_CIRCLE:
      if (is_in_sight (drawing, item))
        draw_shape (drawing, item);
      break;
    case TL_ITEM_TEXT:
      if (is_in_sight (drawing, item))
        draw_text (drawing, item);
      break;
    default:
      g_assert_not_reached ();
    }
}

void
tl_cairo_draw_scene (cairo_t        *cr,
                     const TlScene  *scene,
                     TlTextMeasurer *measurer)
{
  Drawing drawing = { .cr = cr, .measurer = measurer };

  g_return_if_fail (cr != NULL);
  g_return_if_fail (scene != NULL);
  g_return_if_fail (measurer != NULL);
  g_return_if_fail (tl_scene_is_complete (scene));

  drawing.outlines = sets_text_uneven (cr);
  cairo_clip_extents (cr, &drawing.x0, &drawing.y0, &drawing.x1, &drawing.y1);
  cairo_save (cr);
  cairo_new_path (cr);
  cairo_set_line_cap (cr, CAIRO_LINE_CAP_BUTT);
  cairo_set_line_join (cr, CAIRO_LINE_JOIN_MITER);
  cairo_set_miter_limit (cr, MITER_LIMIT);
  for (guint i = 0; i < tl_scene_get_n_items (scene); i++)
    draw_item (&drawing, tl_scene_get_item (scene, i));
  cairo_restore (cr);
}
