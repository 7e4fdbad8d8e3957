/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-pagination.h"

#include "tl-layout-private.h"

/* Where lanes are parted between pages. Each page takes as much as it holds;
 * but it stops before a group or a lane that it could only begin, when it is
 * well filled without it. */

/* A page that ends at a border of each rank holds at least so much of what it
 * could. */
static const double min_filled[] = { 0.0, 0.5, 0.6 };

static void
add_border (GArray *borders, double y, guint rank)
{
  TlPageBorder *last = NULL;

  if (borders->len > 0)
    last = &g_array_index (borders, TlPageBorder, borders->len - 1);
  if (last != NULL && y - last->y < 0.5)
    last->rank = MAX (last->rank, rank);
  else
    g_array_append_val (borders, ((TlPageBorder){ y, rank }));
}

/* Between rows of the same height. */
static void
add_rows (GArray *borders, double y, double height, guint n_rows)
{
  for (guint i = 1; i < n_rows; i++)
    add_border (borders, y + height * i / n_rows, 0);
}

static guint
count_rows (const TlView *view, double height)
{
  double row_height = tl_layout_get_row_height (view->layout);

  return (guint)MAX (1, height / row_height + 0.5);
}

/* The rows of a group without named lanes, or the named ones. Returns: the
 * first lane of the next group */
static guint
add_group (GArray *borders, const TlView *view, guint index, guint lane)
{
  const TlGroup *group = &view->groups[index];
  double         padding =
      tl_layout_get_group_padding (view->layout, view->layout->order[index]);
  guint first = lane;

  for (; lane < view->n_lanes && view->lanes[lane].group == index; lane++)
    {
      const TlLane *named = &view->lanes[lane];

      if (lane > first)
        add_border (borders, named->y, 1);
      add_rows (borders, named->y, named->height,
                count_rows (view, named->height));
    }
  if (lane == first)
    add_rows (borders, group->y + padding, group->height - 2 * padding,
              group->n_rows);
  return lane;
}

/**
 * tl_pagination_list_borders:
 * @view: a picture of all lanes, of any part of time
 *
 * Returns: (transfer full) (element-type TlPageBorder): where its lanes can be
 *   parted, from top to bottom
 */
GArray *
tl_pagination_list_borders (const TlView *view)
{
  GArray *borders = g_array_new (FALSE, FALSE, sizeof (TlPageBorder));
  guint   lane = 0;

  g_return_val_if_fail (view != NULL, borders);

  for (guint i = 0; i < view->n_groups; i++)
    {
      if (i > 0)
        add_border (borders, view->groups[i].y, 2);
      lane = add_group (borders, view, i, lane);
    }
  return borders;
}

/* The last border of a rank, or a higher one, within y0…y1; or y0. */
static double
find_last (const GArray *borders, double y0, double y1, guint rank)
{
  double found = y0;

  for (guint i = 0; i < borders->len; i++)
    {
      const TlPageBorder *border = &g_array_index (borders, TlPageBorder, i);

      if (border->rank >= rank && border->y > y0 && border->y <= y1)
        found = border->y;
    }
  return found;
}

/* Where a page ends that begins at y and has so much room. */
static double
choose_end (const GArray *borders, double y, double room)
{
  for (guint rank = G_N_ELEMENTS (min_filled); rank-- > 0;)
    {
      double end = find_last (borders, y, y + room, rank);

      if (end > y && end - y >= min_filled[rank] * room)
        return end;
    }
  /* A row that is higher than a page is cut. */
  return y + room;
}

/**
 * tl_pagination_break:
 * @borders: (element-type TlPageBorder): where lanes can be parted, from top to
 *   bottom
 * @height: of all lanes, in pixels
 * @first_room: height for lanes on the first page; > 0
 * @room: height for lanes on the others; > 0
 *
 * Parts lanes into pages. The pages follow each other without gaps and hold all
 * lanes; none holds more than it has room for, and none is empty unless there
 * are no lanes at all.
 *
 * Returns: (transfer full) (element-type TlPageStrip): the pages
 */
GArray *
tl_pagination_break (const GArray *borders,
                     double        height,
                     double        first_room,
                     double        room)
{
  GArray *strips = g_array_new (FALSE, FALSE, sizeof (TlPageStrip));
  double  y = 0;

  g_return_val_if_fail (borders != NULL, strips);
  g_return_val_if_fail (first_room > 0 && room > 0, strips);

  do
    {
      double here = strips->len == 0 ? first_room : room;
      double end = height;

      if (y + here < height)
        end = choose_end (borders, y, here);
      g_array_append_val (strips, ((TlPageStrip){ y, end }));
      y = end;
    }
  while (y < height);
  return strips;
}
