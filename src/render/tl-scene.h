/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

#include "tl-metrics.h"
#include "tl-palette.h"

G_BEGIN_DECLS

/**
 * TlPaintKind:
 * @TL_PAINT_NONE: nothing
 * @TL_PAINT_COLOR: one colour
 * @TL_PAINT_FADE: horizontal gradient between @from_x and @to_x whose alpha
 *   at the stops is start_alpha, 1, 1, end_alpha (times the colour's alpha);
 *   the ramps take fade_width pixels at either end
 * @TL_PAINT_HATCH: diagonal lines of the colour, 6 px apart, 1.5 px wide
 */
typedef enum
{
  TL_PAINT_NONE,
  TL_PAINT_COLOR,
  TL_PAINT_FADE,
  TL_PAINT_HATCH,
} TlPaintKind;

typedef struct
{
  TlPaintKind kind;
  TlColor     color;
  double      from_x;
  double      to_x;
  double      start_alpha;
  double      end_alpha;
  double      start_width; /* px of the ramp at from_x; 0 for a hard edge */
  double      end_width;
} TlPaint;

typedef struct
{
  TlPaint paint;
  double  width;   /* 0: no stroke */
  double  dash[2]; /* on, off; 0, 0 for a solid line */
} TlStroke;

typedef enum
{
  TL_ITEM_GROUP_BEGIN, /* title may be NULL */
  TL_ITEM_GROUP_END,
  TL_ITEM_CLIP_BEGIN, /* rect */
  TL_ITEM_CLIP_END,
  TL_ITEM_RECT,   /* rect, radius, fill, stroke */
  TL_ITEM_PATH,   /* points, closed, fill, stroke */
  TL_ITEM_CIRCLE, /* rect is its bounding box */
  TL_ITEM_TEXT,
} TlItemType;

/* A vertex of a path; straight segments, or an elliptic corner is made of
 * TL_ITEM_RECT with a radius. */
typedef struct
{
  double x;
  double y;
} TlPoint;

/**
 * TlItem:
 *
 * A primitive of a scene.
 * @text: for text and group titles; valid UTF-8 without control characters
 * @rect: for text: x is its left edge, y its baseline, width as measured
 */
typedef struct
{
  TlItemType  type;
  TlRect      rect;
  double      radius;
  TlPaint     fill;
  TlStroke    stroke;
  TlPoint    *points;
  guint       n_points;
  gboolean    closed;
  char       *text;
  char       *id; /* of a group: for SVG, "record-…" */
  TlFontRole  font;
  double      font_scale;
  gboolean    bold; /* heavier than the role's own weight: a selected label */
  const char *language; /* of a text; NULL for that of the picture */
} TlItem;

/**
 * TlScene:
 *
 * A flat list of primitives in painter's order: the one description that
 * every back end draws. Sizes are in points of the drawing (1/96 inch).
 */
typedef struct _TlScene TlScene;

TlScene *tl_scene_new (double width, double height) G_GNUC_WARN_UNUSED_RESULT;
void     tl_scene_free (TlScene *self);
double   tl_scene_get_width (const TlScene *self);
double   tl_scene_get_height (const TlScene *self);
guint    tl_scene_get_n_items (const TlScene *self);
const TlItem *tl_scene_get_item (const TlScene *self, guint index);
/* Whether every group and clip that was begun has ended, in turn: only then
 * it may be drawn. */
gboolean tl_scene_is_complete (const TlScene *self);

TlPaint  tl_paint_none (void);
TlPaint  tl_paint_color (TlColor color);
TlStroke tl_stroke_none (void);
TlStroke tl_stroke (TlColor color, double width);

void tl_scene_begin_group (TlScene *self, const char *id, const char *title);
void tl_scene_end_group (TlScene *self);
void tl_scene_begin_clip (TlScene *self, TlRect rect);
void tl_scene_end_clip (TlScene *self);
void tl_scene_add_rect (
    TlScene *self, TlRect rect, double radius, TlPaint fill, TlStroke stroke);
void
tl_scene_add_circle (TlScene *self, TlRect box, TlPaint fill, TlStroke stroke);
/* Points are copied. */
void tl_scene_add_path (TlScene       *self,
                        const TlPoint *points,
                        guint          n_points,
                        gboolean       closed,
                        TlPaint        fill,
                        TlStroke       stroke);
void tl_scene_add_line (
    TlScene *self, double x0, double y0, double x1, double y1, TlStroke stroke);
/* x: left edge, y: baseline; width: as measured at that font and scale. Text
 * wider than max_width is cut at a grapheme with an ellipsis by the caller. */
void tl_scene_add_text (TlScene    *self,
                        const char *text,
                        double      x,
                        double      y,
                        double      width,
                        TlFontRole  font,
                        double      font_scale,
                        gboolean    bold,
                        TlColor     color);
/* BCP 47, of the texts that are added from now on; NULL, as at first, for the
 * language of the picture. */
void tl_scene_set_language (TlScene *self, const char *language);
/* Adds a copy of everything in part, moved by dx, dy. */
void tl_scene_append (TlScene *self, const TlScene *part, double dx, double dy);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TlScene, tl_scene_free)

G_END_DECLS
