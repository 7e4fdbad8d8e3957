/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-lane-large.h"

#include <math.h>

/* Decides one piece of a large lane. Long bars have their places already.
 * Where there are few items, all marks get their places before any label;
 * where there are many, only those that have room for their label too, the
 * most important first. What has no place is counted in the cluster of its
 * cell. The work is bounded, however many items there are. */

/* Few items: so many a row. */
#define MAX_SPARSE 6
/* Of many, so many a row are tried… */
#define MAX_TRIES 12
/* …and so many labels a row measured. */
#define MAX_MEASURED 4
/* A label is tried only where at least this has room: so much, or for each
 * character less than most have in any script. */
#define MIN_LABEL 60.0
#define MIN_CHARACTER 4.2
/* Between marks that are no wider than a glyph. */
#define GLYPH_GAP 4.0
/* Rounding of positions. */
#define TOUCH 1e-3

typedef struct
{
  guint  row;
  double start;
  double end;
} Box;

typedef struct
{
  TlLayout     *self;
  const TlPlan *plan;
  TlPiece      *piece;
  double        axis0; /* of the piece */
  double        axis1;
  double        start; /* the same in pixels of the level */
  double        end;
  GArray       *boxes;      /* Box */
  GArray       *marks;      /* TlPieceMark */
  guint        *n_measured; /* by row */
} Decider;

/* A mark that is being placed. */
typedef struct
{
  const TlBand *band;
  guint         item;
  guint         row;
  TlExtent      extent;
  guint         own_box; /* TL_NONE: it has none yet */
} Candidate;

static void
add_box (Decider *decider, guint row, double start, double end)
{
  g_array_append_val (decider->boxes, ((Box){ row, start, end }));
}

static void
add_long_box_cb (const TlLongBar *bar, gpointer data)
{
  add_box (data, bar->row, bar->start, bar->end);
}

static void
add_neighbour (Decider *decider, const TlPiece *neighbour)
{
  TlLayout *self = decider->self;

  for (guint i = 0; neighbour != NULL && i < neighbour->n_marks; i++)
    {
      const TlPieceMark *mark = &neighbour->marks[i];
      TlLayoutItem item = tl_layout_base_get_item (self->base, mark->item);
      TlExtent     extent =
          tl_item_get_extent (&item, decider->plan->px_per_unit, self->zoom);
      double     width = mark->place == TL_LABEL_NONE
                             ? 0
                             : tl_layout_get_label_width (self, item.record);
      TlLabelBox box =
          tl_label_box_make (extent, mark->place, width, self->zoom);

      add_box (decider, mark->row, box.start, box.end);
    }
}

/* Whether start…end of the row is free, but for the box own. */
static gboolean
is_free (const Decider *decider, guint row, double start, double end, guint own)
{
  for (guint i = 0; i < decider->boxes->len; i++)
    {
      const Box *box = &g_array_index (decider->boxes, Box, i);

      if (box->row == row && i != own && box->start < end - TOUCH &&
          box->end > start + TOUCH)
        return FALSE;
    }
  return TRUE;
}

/* Nothing may reach further into the next piece than the one behind that
 * expects. */
static gboolean
is_within_reach (const Decider *decider, double start, double end)
{
  double reach = TL_PIECE_REACH * decider->self->zoom;

  return start >= decider->start - reach && end <= decider->end + reach;
}

/* A piece that is decided before those beside it leaves marks there a place:
 * no label lies where one of the row could be. */
static gboolean
covers_neighbours (const Decider   *decider,
                   const Candidate *candidate,
                   double           start,
                   double           end)
{
  TlLayout     *self = decider->self;
  const TlBand *band = candidate->band;
  double        scale = decider->plan->px_per_unit;
  double        slack = (TL_BOX_GAP + TL_HAZE_WIDTH / 2) * self->zoom;
  guint         row = candidate->row - band->first_row;
  guint         found;
  guint         behind;

  if (decider->piece->index % 2 != 0)
    return FALSE;
  if (end > decider->end - slack)
    {
      found =
          tl_layout_find_anchor (self, band->first, band->end, decider->axis1);
      behind = (found - band->first) % band->n_rows;
      found += (row + band->n_rows - behind) % band->n_rows;
      if (found < band->end && self->base->anchors[found] * scale - slack < end)
        return TRUE;
    }
  if (start < decider->start + slack)
    {
      found =
          tl_layout_find_anchor (self, band->first, band->end, decider->axis0);
      while (found > band->first &&
             tl_band_get_row (band, found - 1) != candidate->row)
        found--;
      if (found > band->first &&
          self->base->anchors[found - 1] * scale + slack > start)
        return TRUE;
    }
  return FALSE;
}

static Candidate
make_candidate (const Decider *decider, const TlBand *band, guint index)
{
  TlLayout    *self = decider->self;
  TlLayoutItem item = tl_layout_base_get_item (self->base, index);

  return (Candidate){
    .band = band,
    .item = index,
    .row = tl_band_get_row (band, index),
    .extent =
        tl_item_get_extent (&item, decider->plan->px_per_unit, self->zoom),
    .own_box = TL_NONE,
  };
}

static gboolean
has_room_for_mark (const Decider *decider, const Candidate *candidate)
{
  TlExtent extent = candidate->extent;
  double   zoom = decider->self->zoom;
  double   gap = extent.end - extent.start > TL_HAZE_WIDTH * zoom + 1
                     ? 0
                     : GLYPH_GAP * zoom;

  return is_within_reach (decider, extent.start, extent.end) &&
         is_free (decider, candidate->row, extent.start - gap, extent.end + gap,
                  TL_NONE);
}

static gboolean
has_room_for_label (const Decider   *decider,
                    const Candidate *candidate,
                    TlLabelPlace     place,
                    double           width)
{
  TlLayout  *self = decider->self;
  double     gap = TL_BOX_GAP * self->zoom;
  TlLabelBox box =
      tl_label_box_make (candidate->extent, place, width, self->zoom);
  double start = box.label_start - (place == TL_LABEL_BEFORE ? gap : 0);
  double end = box.label_end + (place == TL_LABEL_AFTER ? gap : 0);

  return is_within_reach (decider, box.start, box.end) &&
         !tl_plan_crosses_line (self, decider->plan, box) &&
         !tl_plan_leaves_range (self, decider->plan, box, TRUE) &&
         is_free (decider, candidate->row, start, end, candidate->own_box) &&
         !covers_neighbours (decider, candidate, start, end);
}

/* Measuring costs far more than counting, and nearly half of what is tried has
 * no room. */
static gboolean
may_have_label (const Decider *decider, const Candidate *candidate)
{
  TlLayout   *self = decider->self;
  const char *label =
      tl_layout_get_label (self, self->base->item_records[candidate->item]);
  double length = MIN_CHARACTER * (double)g_utf8_strlen (label, -1);
  double least = CLAMP (length, MIN_LABEL, TL_LABEL_MAX_WIDTH) * self->zoom;
  double inside = tl_extent_get_label_start (candidate->extent, TL_LABEL_INSIDE,
                                             least, self->zoom);

  return inside + least <= candidate->extent.end ||
         has_room_for_label (decider, candidate, TL_LABEL_AFTER, least) ||
         has_room_for_label (decider, candidate, TL_LABEL_BEFORE, least);
}

/* The best side that has room for the label, or none. */
static TlLabelPlace
choose_place (Decider *decider, const Candidate *candidate)
{
  static const TlLabelPlace sides[] = { TL_LABEL_AFTER, TL_LABEL_BEFORE };
  TlLayout                 *self = decider->self;
  guint                    *n_measured = &decider->n_measured[candidate->row];
  double                    width;
  double                    inside;

  if (*n_measured >= MAX_MEASURED || !may_have_label (decider, candidate))
    return TL_LABEL_NONE;

  (*n_measured)++;
  width = tl_layout_get_label_width (self,
                                     self->base->item_records[candidate->item]);
  inside = tl_extent_get_label_start (candidate->extent, TL_LABEL_INSIDE, width,
                                      self->zoom);
  if (inside + width + TL_LABEL_OFFSET * self->zoom <= candidate->extent.end)
    return has_room_for_label (decider, candidate, TL_LABEL_INSIDE, width)
               ? TL_LABEL_INSIDE
               : TL_LABEL_NONE;
  for (guint i = 0; i < G_N_ELEMENTS (sides); i++)
    if (has_room_for_label (decider, candidate, sides[i], width))
      return sides[i];
  return TL_LABEL_NONE;
}

static void
place_mark (Decider *decider, Candidate *candidate, TlLabelPlace place)
{
  TlPieceMark mark = { candidate->item, candidate->row, place };

  candidate->own_box = decider->boxes->len;
  add_box (decider, candidate->row, candidate->extent.start,
           candidate->extent.end);
  g_array_append_val (decider->marks, mark);
}

/* The box of a mark grows by its label. */
static void
place_label (Decider *decider, const Candidate *candidate, TlLabelPlace place)
{
  TlLayout *self = decider->self;
  double    width = tl_layout_get_label_width (
         self, self->base->item_records[candidate->item]);
  TlLabelBox label =
      tl_label_box_make (candidate->extent, place, width, self->zoom);
  Box *box = &g_array_index (decider->boxes, Box, candidate->own_box);

  box->start = label.start;
  box->end = label.end;
}

static void
decide_few (Decider *decider, const TlBand *band, const guint *items, guint n)
{
  guint                 first = decider->marks->len;
  g_autofree Candidate *placed = g_new (Candidate, n + 1);
  guint                 n_placed = 0;

  for (guint i = 0; i < n; i++)
    {
      Candidate candidate = make_candidate (decider, band, items[i]);

      if (!has_room_for_mark (decider, &candidate))
        continue;
      place_mark (decider, &candidate, TL_LABEL_NONE);
      placed[n_placed++] = candidate;
    }
  for (guint i = 0; i < n_placed; i++)
    {
      TlLabelPlace place = choose_place (decider, &placed[i]);

      g_array_index (decider->marks, TlPieceMark, first + i).place = place;
      if (place != TL_LABEL_NONE)
        place_label (decider, &placed[i], place);
    }
}

static void
decide_many (Decider *decider, const TlBand *band, const guint *items, guint n)
{
  for (guint i = 0; i < n; i++)
    {
      Candidate    candidate = make_candidate (decider, band, items[i]);
      TlLabelPlace place;

      if (!has_room_for_mark (decider, &candidate))
        continue;
      place = choose_place (decider, &candidate);
      if (place == TL_LABEL_NONE)
        continue;
      place_mark (decider, &candidate, place);
      place_label (decider, &candidate, place);
    }
}

/* Long items either have their places or none. */
static guint
drop_long (const Decider *decider, guint *items, guint n)
{
  guint n_kept = 0;

  for (guint i = 0; i < n; i++)
    if (tl_item_code_get_octave (decider->self->base->codes[items[i]]) <
        decider->plan->long_octave)
      items[n_kept++] = items[i];
  return n_kept;
}

/* The most important of first…end, which are of the band. */
static guint
list_best (const Decider *decider,
           const TlBand  *band,
           guint          first,
           guint          end,
           guint          max,
           guint         *best)
{
  const TlLaneInfo  *lane = &decider->self->base->lanes[decider->piece->lane];
  const TlRankIndex *ranks = lane->ranks[band->first < lane->first_bar ? 0 : 1];
  guint              n = tl_rank_index_list_best (ranks, first - band->first,
                                                  end - band->first, max, best);

  for (guint i = 0; i < n; i++)
    best[i] += band->first;
  return n;
}

static void
decide_band (Decider *decider, const TlBand *band)
{
  TlLayout *self = decider->self;
  guint     first =
      tl_layout_find_anchor (self, band->first, band->end, decider->axis0);
  guint end = tl_layout_find_anchor (self, first, band->end, decider->axis1);
  guint max = MAX_TRIES * band->n_rows;
  g_autofree guint *best = g_new (guint, max);
  guint             n = list_best (decider, band, first, end, max, best);

  n = drop_long (decider, best, n);
  if (end - first <= max && n <= MAX_SPARSE * band->n_rows)
    decide_few (decider, band, best, n);
  else
    decide_many (decider, band, best, n);
}

static int
compare_marks (gconstpointer a, gconstpointer b)
{
  const TlPieceMark *left = a;
  const TlPieceMark *right = b;

  return (left->item > right->item) - (left->item < right->item);
}

static guint
count_anchors (TlLayout *self, guint lane, double axis0, double axis1)
{
  const TlLargeLane *large = &self->large->lanes[lane];
  guint              count = 0;

  for (guint i = 0; i < large->n_bands; i++)
    {
      const TlBand *band = &large->bands[i];
      guint first = tl_layout_find_anchor (self, band->first, band->end, axis0);

      count += tl_layout_find_anchor (self, first, band->end, axis1) - first;
    }
  return count;
}

static void
uncount (Decider *decider, guint item)
{
  TlLayout *self = decider->self;
  double cell_axis = TL_CLUSTER_CELL * self->zoom / decider->plan->px_per_unit;

  /* By the same comparison as that which counted it. */
  for (guint i = 0; i < TL_PIECE_CELLS; i++)
    {
      TlPieceCell *cell = &decider->piece->cells[i];

      if (self->base->anchors[item] >= (double)cell->cell * cell_axis &&
          self->base->anchors[item] < ((double)cell->cell + 1) * cell_axis)
        cell->count--;
    }
}

static void
uncount_long_cb (const TlLongBar *bar, gpointer data)
{
  uncount (data, bar->item);
}

static gboolean
take_first_cb (TlLayout *self, guint item, gpointer data)
{
  *(guint *)data = item;
  return FALSE;
}

/* One record alone in its cell needs no cluster when it keeps to the cell. */
static gboolean
stands_alone (const Decider *decider, const TlPieceCell *cell, guint index)
{
  TlLayout    *self = decider->self;
  double       cell_px = TL_CLUSTER_CELL * self->zoom;
  TlLayoutItem item = tl_layout_base_get_item (self->base, index);
  TlExtent     extent =
      tl_item_get_extent (&item, decider->plan->px_per_unit, self->zoom);

  return cell->count == 1 && extent.start >= (double)cell->cell * cell_px &&
         extent.end <= ((double)cell->cell + 1) * cell_px;
}

static void
count_cells (Decider *decider)
{
  TlLayout *self = decider->self;
  TlPiece  *piece = decider->piece;
  double cell_axis = TL_CLUSTER_CELL * self->zoom / decider->plan->px_per_unit;

  for (guint i = 0; i < TL_PIECE_CELLS; i++)
    {
      gint64 cell = piece->index * TL_PIECE_CELLS + i;

      piece->cells[i].cell = cell;
      piece->cells[i].count =
          count_anchors (self, piece->lane, (double)cell * cell_axis,
                         ((double)cell + 1) * cell_axis);
    }
  for (guint i = 0; i < piece->n_marks; i++)
    uncount (decider, piece->marks[i].item);
  tl_long_bars_foreach (self, decider->plan, piece->lane, decider->start - 1,
                        decider->end + 1, uncount_long_cb, decider);
}

/* Names the first member of each cluster, or makes a mark of the only one. */
static void
finish_cells (Decider *decider)
{
  TlPiece *piece = decider->piece;
  g_autoptr (GArray) alone = g_array_new (FALSE, FALSE, sizeof (TlPieceMark));

  for (guint i = 0; i < TL_PIECE_CELLS; i++)
    {
      TlPieceCell *cell = &piece->cells[i];
      guint        item = TL_NONE;

      if (cell->count == 0)
        continue;
      tl_piece_foreach_member (decider->self, decider->plan, piece, cell->cell,
                               take_first_cb, &item);
      cell->first = decider->self->base->item_records[item];
      if (!stands_alone (decider, cell, item))
        continue;
      cell->count = 0;
      g_array_append_val (
          alone, ((TlPieceMark){ item, decider->self->rows_of_large - 1,
                                 TL_LABEL_NONE }));
    }
  g_array_append_vals (decider->marks, alone->data, alone->len);
}

static void
store_marks (Decider *decider)
{
  g_array_sort (decider->marks, compare_marks);
  decider->piece->marks = (TlPieceMark *)(void *)decider->marks->data;
  decider->piece->n_marks = decider->marks->len;
}

void
tl_piece_decide (TlPiece       *piece,
                 TlLayout      *self,
                 const TlPlan  *plan,
                 const TlPiece *neighbours[2])
{
  const TlLargeLane *large = &self->large->lanes[piece->lane];
  double             scale = plan->px_per_unit;
  double             cell_axis = TL_CLUSTER_CELL * self->zoom / scale;
  double             reach = TL_PIECE_REACH * self->zoom;
  Decider            decider = {
               .self = self,
               .plan = plan,
               .piece = piece,
               .axis0 = (double)(piece->index * TL_PIECE_CELLS) * cell_axis,
               .axis1 = (double)((piece->index + 1) * TL_PIECE_CELLS) * cell_axis,
               .boxes = g_array_new (FALSE, FALSE, sizeof (Box)),
               .marks = g_array_new (FALSE, FALSE, sizeof (TlPieceMark)),
               .n_measured = g_new0 (guint, self->rows_of_large),
  };

  decider.start = decider.axis0 * scale;
  decider.end = decider.axis1 * scale;
  add_neighbour (&decider, neighbours[0]);
  add_neighbour (&decider, neighbours[1]);
  tl_long_bars_foreach (
      self, plan, piece->lane, decider.start - reach - TL_BOX_GAP * self->zoom,
      decider.end + reach + TL_BOX_GAP * self->zoom, add_long_box_cb, &decider);
  if (self->rows_of_large > 1)
    for (guint i = 0; i < large->n_bands; i++)
      decide_band (&decider, &large->bands[i]);
  store_marks (&decider);
  count_cells (&decider);
  finish_cells (&decider);
  store_marks (&decider);

  g_array_free (decider.marks, FALSE);
  g_array_unref (decider.boxes);
  g_free (decider.n_measured);
}
