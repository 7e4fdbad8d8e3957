/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-glyph.h"

#include <math.h>

/* The shapes of the kinds. Each kind has a shape of its own and each status a
 * treatment of its own, so that a picture in grey still tells them apart. All
 * shapes have about the same area, so that none looks more important. */

#define MAX_VERTICES 12
#define OUTLINE 1.8

typedef struct
{
  TlPoint points[MAX_VERTICES];
  guint   n_points; /* 0: a circle or rounded rectangle, see rect */
  TlRect  rect;
  double  radius;
} TlGlyphShape;

static void
set_polygon (TlGlyphShape *shape,
             guint         n_points,
             double        first_angle,
             double        x,
             double        y,
             double        radius)
{
  shape->n_points = n_points;
  for (guint i = 0; i < n_points; i++)
    {
      double angle = first_angle + 2 * G_PI * i / n_points;

      shape->points[i].x = x + radius * cos (angle);
      shape->points[i].y = y + radius * sin (angle);
    }
}

/* A plus sign: the arms are a third of its width. */
static void
set_cross (TlGlyphShape *shape, double x, double y, double size)
{
  const double  a = size / 2;
  const double  b = size / 5.2;
  const TlPoint points[] = {
    { -b, -a }, { b, -a }, { b, -b }, { a, -b }, { a, b },   { b, b },
    { b, a },   { -b, a }, { -b, b }, { -a, b }, { -a, -b }, { -b, -b },
  };

  shape->n_points = G_N_ELEMENTS (points);
  for (guint i = 0; i < shape->n_points; i++)
    shape->points[i] = (TlPoint){ x + points[i].x, y + points[i].y };
}

static void
set_box (
    TlGlyphShape *shape, double x, double y, double w, double h, double radius)
{
  shape->rect = (TlRect){ x - w / 2, y - h / 2, w, h };
  shape->radius = radius;
}

static TlGlyphShape
make_shape (TlKind kind, double x, double y, double size)
{
  TlGlyphShape shape = { 0 };

  switch (kind)
    {
    case TL_KIND_TALK:
      set_box (&shape, x, y, size * 0.95, size * 0.95, size * 0.475);
      break;
    case TL_KIND_STATEMENT:
      set_box (&shape, x, y, size * 0.86, size * 0.86, size * 0.16);
      break;
    case TL_KIND_TEST:
      set_polygon (&shape, 3, -G_PI / 2, x, y + size * 0.1, size * 0.6);
      break;
    case TL_KIND_INCIDENT:
      set_polygon (&shape, 4, -G_PI / 2, x, y, size * 0.57);
      break;
    case TL_KIND_DEPLOYMENT:
      set_polygon (&shape, 6, 0, x, y, size * 0.54);
      break;
    case TL_KIND_AID:
      set_cross (&shape, x, y, size * 1.02);
      break;
    case TL_KIND_TREATY:
      set_box (&shape, x, y, size * 0.46, size * 1.5, size * 0.16);
      break;
    case TL_KIND_OTHER:
    default:
      set_polygon (&shape, 5, -G_PI / 2, x, y, size * 0.56);
      break;
    }
  return shape;
}

static void
add_shape (TlScene            *scene,
           const TlGlyphShape *shape,
           TlPaint             fill,
           TlStroke            stroke)
{
  if (shape->n_points > 0)
    tl_scene_add_path (scene, shape->points, shape->n_points, TRUE, fill,
                       stroke);
  else
    tl_scene_add_rect (scene, shape->rect, shape->radius, fill, stroke);
}

TlGlyphLook
tl_glyph_look_for_status (TlStatus status)
{
  switch (status)
    {
    case TL_STATUS_PLANNED:
      return TL_GLYPH_HOLLOW;
    case TL_STATUS_ANNOUNCED:
      return TL_GLYPH_DASHED;
    case TL_STATUS_ALLEGED:
      return TL_GLYPH_TINTED;
    case TL_STATUS_DENIED:
    case TL_STATUS_CANCELLED:
      return TL_GLYPH_STRUCK;
    case TL_STATUS_OCCURRED:
    default:
      return TL_GLYPH_SOLID;
    }
}

static TlPaint
get_fill (TlGlyphLook look, TlColor color)
{
  switch (look)
    {
    case TL_GLYPH_SOLID:
      return tl_paint_color (color);
    case TL_GLYPH_TINTED:
      return tl_paint_color (tl_color_with_alpha (color, 0.32));
    case TL_GLYPH_HOLLOW:
    case TL_GLYPH_DASHED:
    case TL_GLYPH_STRUCK:
    default:
      return tl_paint_none ();
    }
}

/* Half of it filled; what has no fill is parted by a line, so that what was
 * planned and what was alleged stay apart when they are contested, too. */
static void
add_split (TlScene            *scene,
           const TlGlyphShape *shape,
           TlPoint             middle,
           double              size,
           TlColor             color,
           TlPaint             fill)
{
  double line = OUTLINE * size / 14;
  TlRect half = { middle.x - 2 * size, middle.y - 2 * size, 2 * size,
                  4 * size };

  if (fill.kind == TL_PAINT_NONE)
    {
      fill = tl_paint_color (color);
      half.x = middle.x - line / 2;
      half.width = line;
    }
  tl_scene_begin_clip (scene, half);
  add_shape (scene, shape, fill, tl_stroke_none ());
  tl_scene_end_clip (scene);
}

void
tl_glyph_add (TlScene    *scene,
              TlKind      kind,
              TlGlyphLook look,
              gboolean    split,
              double      x,
              double      y,
              double      size,
              TlColor     color,
              TlColor     paper)
{
  TlGlyphShape shape = make_shape (kind, x, y, size);
  TlStroke     outline = tl_stroke (color, OUTLINE * size / 14);
  TlPaint      fill = get_fill (look, color);

  if (look == TL_GLYPH_DASHED)
    {
      outline.dash[0] = size / 5;
      outline.dash[1] = size / 7;
    }
  /* Paper below, so that lines and bars do not show through an outline. */
  if (look != TL_GLYPH_SOLID || split)
    add_shape (scene, &shape, tl_paint_color (paper), tl_stroke_none ());
  if (split)
    {
      add_split (scene, &shape, (TlPoint){ x, y }, size, color, fill);
      fill = tl_paint_none ();
    }
  add_shape (scene, &shape, fill, outline);
  if (look == TL_GLYPH_STRUCK)
    tl_scene_add_line (scene, x - size * 0.55, y + size * 0.55, x + size * 0.55,
                       y - size * 0.55, outline);
}
