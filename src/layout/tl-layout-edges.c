/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-layout-private.h"

/* The edges of the whole picture, at which labels end. Which side of its mark
 * a label stands on is decided once for a zoom level, without knowing how wide
 * the picture is; where the words would be cut at an edge, they get less room
 * instead, so that they keep their beginning. The edges stand at places of the
 * axis: panning moves them, and changes no label. Further in they stay where
 * they are, further out they make room for what is there to be seen. */

/* Of words that had to move, to the edge. */
#define EDGE_GAP 4.0
/* In less, words are no words. */
#define LEAST_WIDTH 48.0

/* In pixels of the picture, along time. */
typedef struct
{
  double from;
  double to;
} Room;

/* Where the label may stand so that it still belongs to its mark. */
static Room
find_room (const TlMark *mark, double from, double to, double zoom)
{
  double end = mark->label.x + mark->label.width;

  switch (mark->label_place)
    {
    case TL_LABEL_BEFORE:
      return (Room){ from, end <= to ? end : from };
    case TL_LABEL_INSIDE:
      return (Room){ MAX (from, mark->label.x),
                     MIN (to, mark->hit.x + mark->hit.width -
                                  TL_LABEL_OFFSET * zoom) };
    case TL_LABEL_AFTER:
    case TL_LABEL_NONE:
    default:
      return (Room){ mark->label.x,
                     mark->label.x >= from ? to : mark->label.x };
    }
}

static Room
find_edges (TlScale whole, TlScale scale)
{
  double middle = whole.origin + whole.width / 2 / whole.px_per_unit;
  double x = (middle - scale.origin) * scale.px_per_unit;
  double half =
      whole.width / 2 * MAX (scale.px_per_unit / whole.px_per_unit, 1);

  return (Room){ x - half, x + half };
}

/* Words that move within their bar may come to lie across a line. */
static gboolean
crosses_line (TlLayout     *self,
              const TlPlan *plan,
              TlScale       scale,
              const TlMark *mark)
{
  double     factor = plan->px_per_unit / scale.px_per_unit;
  double     start = mark->label.x + scale.origin * scale.px_per_unit;
  TlLabelBox box = {
    .place = TL_LABEL_AFTER,
    .label_start = start * factor,
    .label_end = (start + mark->label.width) * factor,
  };

  return tl_plan_crosses_line (self, plan, box);
}

static void
drop_label (TlMark *mark)
{
  mark->label_place = TL_LABEL_NONE;
  mark->label = (TlRect){ 0 };
}

void
tl_layout_keep_label_within (TlLayout     *self,
                             const TlPlan *plan,
                             TlScale       scale,
                             TlMark       *mark)
{
  double zoom = self->zoom;
  Room   edges;
  Room   room;

  if (mark->label_place == TL_LABEL_NONE || self->whole.width <= 0)
    return;
  edges = find_edges (self->whole, scale);
  if (mark->label.x >= edges.from &&
      mark->label.x + mark->label.width <= edges.to)
    return;

  room = find_room (mark, edges.from + EDGE_GAP * zoom,
                    edges.to - EDGE_GAP * zoom, zoom);
  mark->label.width = MIN (mark->label.width, room.to - room.from);
  mark->label.x = mark->label_place == TL_LABEL_BEFORE
                      ? room.to - mark->label.width
                      : room.from;
  if (mark->label.width < LEAST_WIDTH * zoom ||
      crosses_line (self, plan, scale, mark))
    drop_label (mark);
}

gboolean
tl_layout_set_edges (TlLayout *self, TlScale whole)
{
  if (self->whole.width > 0 && tl_scale_equal (self->whole, whole))
    return FALSE;
  self->whole = whole;
  return TRUE;
}
