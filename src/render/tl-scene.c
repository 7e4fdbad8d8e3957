/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-scene.h"

#include "tl-clean-text.h"

#include <math.h>
#include <string.h>

/* A flat array of items; their texts and points live in blocks that are freed
 * at once. What is stored is safe to draw and to write: texts are cleaned, and
 * coordinates are finite and near enough for the fixed point numbers of cairo.
 */

/* Further out than this nothing is ever seen: an open end of a bar at the
 * deepest zoom lies 10^20 points away. Times a scale of 40 it still fits the
 * 24 bits that cairo has for a coordinate. */
#define BOUND 200000.0
#define BLOCK_SIZE ((gsize)32 * 1024)

struct _TlScene
{
  double      width;
  double      height;
  GArray     *items;  /* of TlItem */
  GPtrArray  *blocks; /* of memory */
  gsize       block_used;
  gsize       block_size;
  GArray     *open;     /* of TlItemType: what was begun and not ended */
  const char *language; /* interned; nullable: that of the picture */
};

static gpointer
allocate (TlScene *self, gsize size)
{
  gpointer place;

  size = (size + 7) & ~(gsize)7;
  if (self->block_used + size > self->block_size)
    {
      self->block_size = MAX (BLOCK_SIZE, size);
      self->block_used = 0;
      g_ptr_array_add (self->blocks, g_malloc (self->block_size));
    }
  place = (char *)g_ptr_array_index (self->blocks, self->blocks->len - 1) +
          self->block_used;
  self->block_used += size;
  return place;
}

static char *
keep_text (TlScene *self, const char *text, guint max_chars)
{
  g_autofree char *cleaned = NULL;
  gsize            size;

  if (text == NULL)
    return NULL;
  if (!tl_clean_text_is_clean (text, max_chars))
    text = cleaned = tl_clean_text (text, max_chars);
  size = strlen (text) + 1;
  return memcpy (allocate (self, size), text, size);
}

static double
bound (double value)
{
  return isnan (value) ? 0 : CLAMP (value, -BOUND, BOUND);
}

static TlRect
bound_rect (TlRect rect)
{
  double x0 = bound (rect.x);
  double y0 = bound (rect.y);
  double x1 = bound (rect.x + rect.width);
  double y1 = bound (rect.y + rect.height);

  return (TlRect){ x0, y0, MAX (x1 - x0, 0), MAX (y1 - y0, 0) };
}

static TlPaint
bound_paint (TlPaint paint)
{
  paint.from_x = bound (paint.from_x);
  paint.to_x = MAX (bound (paint.to_x), paint.from_x);
  paint.start_width = MAX (bound (paint.start_width), 0);
  paint.end_width = MAX (bound (paint.end_width), 0);
  return paint;
}

static TlStroke
bound_stroke (TlStroke stroke)
{
  stroke.paint = bound_paint (stroke.paint);
  stroke.width = MAX (bound (stroke.width), 0);
  stroke.dash[0] = MAX (bound (stroke.dash[0]), 0);
  stroke.dash[1] = MAX (bound (stroke.dash[1]), 0);
  return stroke;
}

static void
add (TlScene *self, TlItem item)
{
  item.fill = bound_paint (item.fill);
  item.stroke = bound_stroke (item.stroke);
  g_array_append_val (self->items, item);
}

static void
begin (TlScene *self, TlItem item)
{
  g_array_append_val (self->open, item.type);
  add (self, item);
}

/* What was begun last must be what ends. */
static void
end (TlScene *self, TlItemType begun, TlItemType type)
{
  guint n = self->open->len;

  g_return_if_fail (n > 0);
  g_return_if_fail (g_array_index (self->open, TlItemType, n - 1) == begun);

  g_array_set_size (self->open, n - 1);
  add (self, (TlItem){ .type = type });
}

TlScene *
tl_scene_new (double width, double height)
{
  TlScene *self = g_new0 (TlScene, 1);

  self->width = MAX (bound (width), 0);
  self->height = MAX (bound (height), 0);
  self->items = g_array_new (FALSE, FALSE, sizeof (TlItem));
  self->blocks = g_ptr_array_new_with_free_func (g_free);
  self->open = g_array_new (FALSE, FALSE, sizeof (TlItemType));
  return self;
}

void
tl_scene_free (TlScene *self)
{
  if (self == NULL)
    return;
  g_array_unref (self->items);
  g_ptr_array_unref (self->blocks);
  g_array_unref (self->open);
  g_free (self);
}

double
tl_scene_get_width (const TlScene *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->width;
}

double
tl_scene_get_height (const TlScene *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->height;
}

guint
tl_scene_get_n_items (const TlScene *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->items->len;
}

const TlItem *
tl_scene_get_item (const TlScene *self, guint index)
{
  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (index < self->items->len, NULL);

  return &g_array_index (self->items, TlItem, index);
}

gboolean
tl_scene_is_complete (const TlScene *self)
{
  g_return_val_if_fail (self != NULL, FALSE);

  return self->open->len == 0;
}

TlPaint
tl_paint_none (void)
{
  return (TlPaint){ .kind = TL_PAINT_NONE };
}

TlPaint
tl_paint_color (TlColor color)
{
  return (TlPaint){ .kind = TL_PAINT_COLOR, .color = color };
}

TlStroke
tl_stroke_none (void)
{
  return (TlStroke){ .paint = tl_paint_none () };
}

TlStroke
tl_stroke (TlColor color, double width)
{
  return (TlStroke){ .paint = tl_paint_color (color), .width = width };
}

void
tl_scene_begin_group (TlScene *self, const char *id, const char *title)
{
  g_return_if_fail (self != NULL);

  begin (self, (TlItem){ .type = TL_ITEM_GROUP_BEGIN,
                         .id = keep_text (self, id, 0),
                         .text = keep_text (self, title, 0) });
}

void
tl_scene_end_group (TlScene *self)
{
  g_return_if_fail (self != NULL);

  end (self, TL_ITEM_GROUP_BEGIN, TL_ITEM_GROUP_END);
}

void
tl_scene_begin_clip (TlScene *self, TlRect rect)
{
  g_return_if_fail (self != NULL);

  begin (self,
         (TlItem){ .type = TL_ITEM_CLIP_BEGIN, .rect = bound_rect (rect) });
}

void
tl_scene_end_clip (TlScene *self)
{
  g_return_if_fail (self != NULL);

  end (self, TL_ITEM_CLIP_BEGIN, TL_ITEM_CLIP_END);
}

void
tl_scene_add_rect (
    TlScene *self, TlRect rect, double radius, TlPaint fill, TlStroke stroke)
{
  g_return_if_fail (self != NULL);

  rect = bound_rect (rect);
  radius = CLAMP (bound (radius), 0, MIN (rect.width, rect.height) / 2);
  add (self, (TlItem){ .type = TL_ITEM_RECT,
                       .rect = rect,
                       .radius = radius,
                       .fill = fill,
                       .stroke = stroke });
}

void
tl_scene_add_circle (TlScene *self, TlRect box, TlPaint fill, TlStroke stroke)
{
  g_return_if_fail (self != NULL);

  add (self, (TlItem){ .type = TL_ITEM_CIRCLE,
                       .rect = bound_rect (box),
                       .fill = fill,
                       .stroke = stroke });
}

void
tl_scene_add_path (TlScene       *self,
                   const TlPoint *points,
                   guint          n_points,
                   gboolean       closed,
                   TlPaint        fill,
                   TlStroke       stroke)
{
  TlPoint *copy;

  g_return_if_fail (self != NULL);
  g_return_if_fail (points != NULL && n_points >= 2);

  copy = allocate (self, n_points * sizeof (TlPoint));
  for (guint i = 0; i < n_points; i++)
    copy[i] = (TlPoint){ bound (points[i].x), bound (points[i].y) };
  add (self, (TlItem){ .type = TL_ITEM_PATH,
                       .points = copy,
                       .n_points = n_points,
                       .closed = closed,
                       .fill = fill,
                       .stroke = stroke });
}

void
tl_scene_add_line (
    TlScene *self, double x0, double y0, double x1, double y1, TlStroke stroke)
{
  TlPoint points[] = { { x0, y0 }, { x1, y1 } };

  tl_scene_add_path (self, points, 2, FALSE, tl_paint_none (), stroke);
}

void
tl_scene_add_text (TlScene    *self,
                   const char *text,
                   double      x,
                   double      y,
                   double      width,
                   TlFontRole  font,
                   double      font_scale,
                   gboolean    bold,
                   TlColor     color)
{
  g_return_if_fail (self != NULL);
  g_return_if_fail (text != NULL);
  g_return_if_fail (font_scale > 0);

  add (self,
       (TlItem){ .type = TL_ITEM_TEXT,
                 .rect = { bound (x), bound (y), MAX (bound (width), 0), 0 },
                 .text = keep_text (self, text, TL_CLEAN_TEXT_MAX_CHARS),
                 .font = font,
                 .font_scale = font_scale,
                 .bold = bold,
                 .language = self->language,
                 .fill = tl_paint_color (color) });
}

void
tl_scene_set_language (TlScene *self, const char *language)
{
  g_return_if_fail (self != NULL);

  self->language = language != NULL ? g_intern_string (language) : NULL;
}

void
tl_scene_append (TlScene *self, const TlScene *part, double dx, double dy)
{
  g_return_if_fail (self != NULL && part != NULL);
  g_return_if_fail (part->open->len == 0);

  for (guint i = 0; i < part->items->len; i++)
    {
      TlItem   item = g_array_index (part->items, TlItem, i);
      TlPoint *points = NULL;

      if (item.n_points > 0)
        points = allocate (self, item.n_points * sizeof (TlPoint));
      for (guint j = 0; j < item.n_points; j++)
        points[j] = (TlPoint){ item.points[j].x + dx, item.points[j].y + dy };
      item.points = points;
      item.rect.x += dx;
      item.rect.y += dy;
      item.fill.from_x += dx;
      item.fill.to_x += dx;
      item.stroke.paint.from_x += dx;
      item.stroke.paint.to_x += dx;
      item.text = keep_text (self, item.text, 0);
      item.id = keep_text (self, item.id, 0);
      add (self, item);
    }
}
