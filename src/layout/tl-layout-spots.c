/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-layout-private.h"

/* Going from mark to mark in the order of time. Records are walked through in
 * their own order, which knows nothing of pictures; only where one of them is
 * in a cluster the picture is asked for the mark that comes next. */

static gboolean
is_stop (const TlView *view, guint mark)
{
  return view->marks[mark].type != TL_MARK_LIFE;
}

static TlSpot
get_spot (const TlView *view, guint mark)
{
  return (TlSpot){ view->marks[mark].index, view->marks[mark].lane };
}

/* The next mark that begins with another record; of several with the same one
 * that in the lane. */
static guint
find_beside (const TlView *view, guint mark, guint lane, int direction)
{
  guint record = view->marks[mark].index;
  guint found = TL_NONE;

  for (guint i = mark + (guint)direction; i < view->n_marks;
       i += (guint)direction)
    {
      const TlMark *other = &view->marks[i];

      if (!is_stop (view, i) || other->index == record)
        continue;
      if (found != TL_NONE && other->index != view->marks[found].index)
        break;
      if (found == TL_NONE || other->lane == lane)
        found = i;
    }
  return found;
}

/* The last record of all that are drawn or clustered in the picture. */
static guint
find_last_in_picture (const TlView *view)
{
  guint last = 0;

  for (guint i = 0; i < view->n_marks; i++)
    if (view->marks[i].type == TL_MARK_RECORD)
      last = MAX (last, view->marks[i].index);
    else if (view->marks[i].type == TL_MARK_CLUSTER)
      {
        guint        n;
        const guint *members = tl_layout_get_cluster (
            view->layout, view->scale, view->marks[i].cluster, &n);

        last = MAX (last, members[n - 1]);
      }
  return last;
}

TlSpot
tl_view_next_spot (const TlView *view, TlSpot spot, int direction)
{
  guint  current = tl_view_find_spot (view, spot);
  guint  from = current != TL_NONE ? view->marks[current].index : spot.record;
  TlSpot next = { tl_layout_next_record (view->layout, from, direction),
                  spot.lane };
  guint  mark;

  if (next.record == TL_NONE || next.record == from)
    return next;
  mark = tl_view_find_spot (view, next);
  if (mark == TL_NONE)
    return next;
  /* In the middle of a cluster that is behind us, or further back. */
  if (view->marks[mark].index != next.record && current != TL_NONE)
    mark = find_beside (view, current, spot.lane, direction);
  if (mark != TL_NONE)
    return get_spot (view, mark);

  next.record = tl_layout_next_record (view->layout,
                                       find_last_in_picture (view), direction);
  return tl_view_find_spot (view, next) == current ? spot : next;
}
