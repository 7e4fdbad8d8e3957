/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tl-layout-private.h"

#include <math.h>

G_BEGIN_DECLS

/* tl-lane-large.c
 * (transfer none): how they stand in so many rows. */
TlLargeRows *tl_layout_base_get_large_rows (TlLayoutBase *self, guint n_rows);
void         tl_large_rows_free (TlLargeRows *rows);
/* Puts the items of large lanes in order, where nobody did so before. Whoever
 * looks at several lanes asks for all of them at once: they are prepared in
 * several threads. */
void
tl_layout_prepare_lanes (TlLayout *self, const guint *lanes, guint n_lanes);
static inline void
tl_layout_prepare_lane (TlLayout *self, guint lane)
{
  if (!self->large->lanes[lane].is_ready)
    tl_layout_prepare_lanes (self, &lane, 1);
}
double tl_item_get_anchor (const TlLayoutItem *item);
/* The row of an item of the band. */
static inline guint
tl_band_get_row (const TlBand *band, guint item)
{
  return band->first_row + (item - band->first) % band->n_rows;
}
/* The first item of first…end whose anchor is not before axis; or end. */
guint
tl_layout_find_anchor (TlLayout *self, guint first, guint end, double axis);
/* The item of the lane that is this record, or TL_NONE. */
guint tl_large_lane_find_record (TlLayout *self, guint lane, guint record);

/* tl-lane-long.c: bars much longer than a glyph. */
typedef struct
{
  guint        item;
  guint        row;
  TlLabelPlace place;
  double       start; /* of bar and label together, in pixels of the level */
  double       end;
} TlLongBar;

typedef void (*TlLongFunc) (const TlLongBar *bar, gpointer data);

/* Ranks the bars of one of the lane's bands; with the second also those of the
 * first where they share a row. */
void tl_large_lane_rank_bars (TlLayoutBase *self,
                              TlLargeRows  *rows,
                              TlLargeLane  *large,
                              guint         band);
/* The bars of the lane that touch start…end, in pixels of the level, with
 * their labels. */
void tl_long_bars_foreach (TlLayout     *self,
                           const TlPlan *plan,
                           guint         lane,
                           double        start,
                           double        end,
                           TlLongFunc    func,
                           gpointer      data);
/* Drawn as a long bar at this level. */
static inline gboolean
tl_layout_is_drawn_long (TlLayout *self, const TlPlan *plan, guint item)
{
  return self->large->ranked[item] &&
         tl_item_code_get_octave (self->base->codes[item]) >= plan->long_octave;
}

/* tl-lane-pieces.c: what is decided of large lanes piece by piece. */
typedef struct
{
  guint        item;
  guint        row;
  TlLabelPlace place;
} TlPieceMark;

typedef struct
{
  gint64 cell;
  guint  number; /* of the cluster */
  guint  first;  /* record: its first member */
  guint  count;  /* 0: there is none */
} TlPieceCell;

typedef struct
{
  gint64       index;
  guint        lane;
  int          level;
  GList        link; /* in the order of last use */
  TlPieceMark *marks;
  guint        n_marks;
  TlPieceCell  cells[TL_PIECE_CELLS];
} TlPiece;

TlPieceCache *tl_piece_cache_new (guint n_large);
void          tl_piece_cache_free (TlPieceCache *cache);
/* (transfer none): good until many others were asked for. */
const TlPiece *
tl_layout_get_piece (TlLayout *self, TlPlan *plan, guint lane, gint64 index);
/* Decides a piece; neighbours: (nullable): those before and after, of which
 * the piece must keep clear. */
void tl_piece_decide (TlPiece       *piece,
                      TlLayout      *self,
                      const TlPlan  *plan,
                      const TlPiece *neighbours[2]);
/* The first and last pieces whose marks can reach into axis0…axis1. */
void tl_layout_find_pieces (TlLayout     *self,
                            const TlPlan *plan,
                            double        axis0,
                            double        axis1,
                            gint64       *first,
                            gint64       *last);
/* Whether an item of the piece is drawn as itself. */
gboolean tl_piece_draws (TlLayout      *self,
                         const TlPlan  *plan,
                         const TlPiece *piece,
                         guint          item);
/* The cell in which a place on the axis lies, by the same comparison as that
 * which counts. */
static inline gint64
tl_cell_find (double axis, double cell_axis)
{
  gint64 cell = (gint64)floor (axis / cell_axis);

  while (axis < (double)cell * cell_axis)
    cell--;
  while (axis >= ((double)cell + 1) * cell_axis)
    cell++;
  return cell;
}
/* The cell that holds the item. */
gint64 tl_layout_find_cell (TlLayout *self, const TlPlan *plan, guint item);
/* The piece that a cell is part of. */
static inline gint64
tl_cell_get_piece (gint64 cell)
{
  return (cell < 0 ? cell - (TL_PIECE_CELLS - 1) : cell) / TL_PIECE_CELLS;
}
/* Calls for the items of the cell that are not drawn as themselves, in order
 * of their anchors, until the function returns FALSE. */
typedef gboolean (*TlItemFunc) (TlLayout *self, guint item, gpointer data);
void tl_piece_foreach_member (TlLayout      *self,
                              const TlPlan  *plan,
                              const TlPiece *piece,
                              gint64         cell,
                              TlItemFunc     func,
                              gpointer       data);

G_END_DECLS
