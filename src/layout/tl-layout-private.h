/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tl-layout.h"
#include "tl-rank-index.h"

G_BEGIN_DECLS

typedef struct _TlPieceCache TlPieceCache;

/* Sizes at 100 %, in pixels. */
#define TL_GLYPH_SIZE 14.0
/* An inexact date is a haze at least this wide. */
#define TL_HAZE_WIDTH 34.0
#define TL_ROW_TWO_LINES 33.0
#define TL_ROW_ONE_LINE 23.0
#define TL_LABEL_TWO_LINES 29.0
#define TL_LABEL_ONE_LINE 17.0
#define TL_LABEL_MAX_WIDTH 300.0
#define TL_LABEL_OFFSET 7.0
#define TL_BOX_GAP 16.0
#define TL_GROUP_PADDING 8.0
#define TL_FOLDED_PADDING 3.0
#define TL_TAIL_WIDTH 44.0
#define TL_CLUSTER_CELL 96.0
/* The pill of a cluster: for each character of its count, and around them. */
#define TL_CLUSTER_CHAR 6.3
#define TL_CLUSTER_PADDING 10.0
#define TL_CLUSTER_MIN_WIDTH 40.0
#define TL_CLUSTER_MAX_WIDTH 80.0
#define TL_FLAG_HEIGHT 20.0
#define TL_FLAG_PITCH 24.0
#define TL_FLAG_MAX_ROWS 2
#define TL_DEFAULT_MAX_ROWS 14
/* Layouts of so many appearances are decided as a whole, and in larger ones
 * the smallest lanes that make so many together. */
#define TL_MAX_WHOLE 2000
#define TL_MAX_WHOLE_BESIDE 1024
/* Rows that all large lanes have together, and the least of one. */
#define TL_LARGE_ROWS 35
#define TL_LARGE_ROWS_MIN 4
/* Large lanes are decided in pieces so many cells of clusters long, whose
 * boxes reach at most half a piece beyond. */
#define TL_PIECE_CELLS 6
#define TL_PIECE_WIDTH (TL_PIECE_CELLS * TL_CLUSTER_CELL)
#define TL_PIECE_REACH (TL_PIECE_WIDTH / 2)
/* Bars from so many pixels on have their rows by a rank of their own. */
#define TL_LONG_WIDTH 128.0
/* Marks of large lanes stand out beyond the range of time by no more than half
 * a cell and half a cluster, labels included. */
#define TL_LARGE_OVERHANG ((TL_CLUSTER_CELL + TL_CLUSTER_MAX_WIDTH) / 2)
/* Flags of so many expirations at most, the most prominent. */
#define TL_MAX_FLAGS 256
/* Zoom levels: a quarter of an octave each. */
#define TL_LEVELS_PER_OCTAVE 4.0

/* One appearance of a record in one group. */
typedef struct
{
  guint  record; /* or treaty, for a life */
  double axis0;  /* of the time it covers; equal for a moment */
  double axis1;
  guint8 tail_start; /* the start is open or unknown: draw a tail */
  guint8 tail_end;
  guint8 lasting; /* an interval: lasted all that time */
  guint8 inexact; /* the day is not certain */
  guint8 is_life;
  gint8  octave; /* of large lanes: floor (log2 (length)) */
} TlLayoutItem;

/* What was decided for an item at one level. */
typedef struct
{
  guint16 row; /* within the lane */
  guint8  label_place;
  guint8  clustered;
} TlPlacement;

typedef struct
{
  guint  lane;
  guint  row;
  double axis;  /* middle of its grid cell */
  guint  first; /* first member, in members */
  guint  count;
} TlCluster;

/* A flag that has room; they stand in order of time. */
typedef struct
{
  guint    flag; /* index into TlLayout.flags */
  guint    row;
  gboolean before; /* stands before its line in time */
} TlPlacedFlag;

/* A cell of a large lane; its cluster has the number n_clusters + its place in
 * the plan's cells, the same for as long as the plan lives. */
typedef struct
{
  gint64 cell;
  guint  lane;
} TlCellKey;

typedef struct
{
  int           level;
  TlPlacement  *placements;  /* one an item of the lanes decided as a whole */
  guint        *lane_rows;   /* rows of each lane */
  double        px_per_unit; /* lowest of the level */
  int           long_octave; /* items from this octave on are long */
  TlCluster    *clusters;
  guint         n_clusters;
  guint        *members; /* records of all clusters, one after the other */
  GArray       *cells; /* TlCellKey: clusters of large lanes, by their number */
  GHashTable   *cell_numbers; /* TlCellKey → number + 1 */
  TlPlacedFlag *flags;
  guint         n_flags;
  guint         n_flag_rows;
  double       *lane_y;
  double        height;
} TlPlan;

/* Items of a large lane that share rows: item i stands in row
 * first_row + (i - first) % n_rows at every zoom level, so that neighbours in
 * time never stand in each other's way. Ordered by anchor, then record. */
typedef struct
{
  guint first;
  guint end;
  guint first_row;
  guint n_rows;
} TlBand;

/* The ranked bars of one row that are of one octave, in order of time; they
 * do not overlap, neither each other nor those of other runs of the row. */
typedef struct
{
  guint row;
  int   octave;
  guint first; /* in bars */
  guint end;
} TlLongRun;

typedef struct
{
  guint  item;
  double axis0;
  double axis1;
} TlRankedBar;

typedef struct
{
  TlLongRun   *runs;
  guint        n_runs;
  TlRankedBar *bars;
} TlRankedBars;

typedef struct
{
  TlBand       bands[2]; /* moments, then bars */
  guint        n_bands;
  TlRankedBars ranked[2]; /* of each band; of both with the second where they
                             share a row */
  gboolean is_ready;      /* its items are in order, its bars are ranked */
} TlLargeLane;

/* How the items of large lanes stand in rows, for one number of rows. */
typedef struct
{
  guint        n_rows; /* of each lane, with that of the clusters */
  TlLargeLane *lanes;  /* by lane; empty for those decided as a whole */
  guint        n_lanes;
  /* By item: whether it has its row for itself wherever it is long; see
   * tl-lane-long.c. */
  guint8 *ranked;
} TlLargeRows;

/* A lane of the layout; lanes of one group follow one another. The items of a
 * large lane are in order of their anchors, moments before bars, from when
 * somebody first looks at it; until then in order of time. */
typedef struct
{
  guint        group;
  guint        treaty; /* that the lane is named after, or TL_NONE */
  guint        first;  /* its items; in whole lanes a life comes first */
  guint        first_bar;
  guint        end;
  guint        n_moments;
  guint        n_bars;
  guint        n_lives; /* 0 or 1 */
  TlLayoutItem life;
  gboolean     is_large; /* not decided as a whole */
  /* Importance of moments and of bars of a large lane; NULL where there are
   * none, and until somebody looks. */
  TlRankIndex *ranks[2];
  gboolean     is_ordered;
} TlLaneInfo;

typedef struct
{
  guint key;
  guint first_lane;
  guint n_lanes;
  guint n_records;
  char *title; /* NULL until asked for */
} TlGroupInfo;

typedef struct
{
  guint  record;
  double axis;
  char  *text;      /* NULL until asked for */
  char  *countdown; /* with the text */
} TlFlagInfo;

/* What layouts of the same records in the same groups have in common: all that
 * does not depend on rows, lines and sizes. Immutable, but for texts, and the
 * order and rows of large lanes, which are made when they are first asked for.
 */
typedef struct
{
  gatomicrefcount  reference_count;
  TlDataset       *dataset;
  TlWarp          *warp;
  TlDateFormatter *formatter; /* borrowed */
  char            *language;
  TlMeasureFunc    measure;
  gpointer         measure_data;
  TlGroupBy        group_by;
  gint64           today;

  const TlEntry *entries; /* of the dataset */
  guint         *records; /* those that passed the filter, in time order */
  guint          n_records;
  GHashTable    *labels; /* record → text; those that are made here */
  guint          n_items;
  guint          n_whole; /* items of lanes decided as a whole come first */
  TlLayoutItem  *items;   /* of lanes decided as a whole; by lane, time */
  /* The others are made when somebody looks at them; of them there is: */
  guint       *item_records;
  double      *anchors;    /* where on the axis their glyphs are */
  guint32     *codes;      /* see tl_item_encode() */
  guint        n_large;    /* large lanes */
  GHashTable  *large_rows; /* rows → TlLargeRows */
  TlLaneInfo  *lanes;
  guint        n_lanes;
  guint        n_keys;     /* of the grouping */
  guint       *slot_lanes; /* see tl-layout-fill.h; TL_NONE for empty ones */
  TlGroupInfo *groups;
  guint        n_groups;
  TlFlagInfo  *flags; /* in order of time */
  guint        n_flags;
  double       axis_from;
  double       axis_to;
  guint        max_whole;
  guint        n_threads; /* that it is made in */
} TlLayoutBase;

struct _TlLayout
{
  gatomicrefcount reference_count;
  TlLayoutBase   *base;
  guint           max_rows;
  gboolean        two_lines;
  double          zoom;
  TlScale         whole; /* see tl_layout_set_edges(); width 0: not known */

  guint  *order;  /* groups of the base, from the top */
  guint  *places; /* of each group in that order */
  guint8 *folded; /* by group of the base */
  guint   n_folded;

  float        *label_widths; /* by record; 0 until measured */
  guint         rows_of_large;
  TlLargeRows  *large;  /* of the base; NULL without large lanes */
  TlPieceCache *pieces; /* decisions on large lanes */
  GHashTable   *plans;  /* level → TlPlan */

  guint         *cluster_members; /* of the large cluster asked for last */
  guint          n_cluster_members;
  TlLayoutCounts counts;
};

/* tl-layout-base.c */
TlLayoutBase *
tl_layout_base_new (const TlLayoutOptions *options) G_GNUC_WARN_UNUSED_RESULT;
TlLayoutBase *tl_layout_base_ref (TlLayoutBase *self);
void          tl_layout_base_unref (TlLayoutBase *self);
/* Made when it is first asked for. */
const char *tl_layout_base_get_flag_text (TlLayoutBase *self, guint flag);
const char *tl_layout_base_get_group_title (TlLayoutBase *self, guint group);

/* tl-layout-items.c: the item of a record or treaty. */
TlLayoutItem tl_layout_base_make_item (const TlLayoutBase *self,
                                       const TlSpan       *span,
                                       guint               index);
/* The item with that number, but for lives of large lanes. */
TlLayoutItem tl_layout_base_get_item (const TlLayoutBase *self, guint index);
/* Its place on the axis: that of its glyph. */
double tl_item_get_anchor (const TlLayoutItem *item);
/* In short, what sorting and ranking want to know of an item: the length as a
 * single-precision number whose last bits say more. */
#define TL_ITEM_CODE_LASTING 1u
#define TL_ITEM_CODE_EXACT 2u /* the length is, without these bits */
#define TL_ITEM_CODE_PROMINENCE_SHIFT 2
#define TL_ITEM_CODE_BITS 5
guint32 tl_item_encode (const TlLayoutItem *item, guint prominence);
static inline gboolean
tl_item_code_has_length (guint32 code)
{
  return code >> 23 != 0;
}
/* floor (log2 (length)), for one that has a length */
static inline int
tl_item_code_get_octave (guint32 code)
{
  return (int)(code >> 23) - 127;
}
static inline guint
tl_item_code_get_prominence (guint32 code)
{
  return code >> TL_ITEM_CODE_PROMINENCE_SHIFT & 7;
}
/* Where the item of a large lane begins and ends on the axis. */
void     tl_layout_base_get_bounds (const TlLayoutBase *self,
                                    guint               index,
                                    double             *axis0,
                                    double             *axis1);
gboolean tl_span_is_bar (const TlSpan *span);

/* tl-layout-edges.c: a label that would be cut at an edge of the whole picture
 * gets less room, or none. Before the picture is mirrored. */
void tl_layout_keep_label_within (TlLayout     *self,
                                  const TlPlan *plan,
                                  TlScale       scale,
                                  TlMark       *mark);

/* tl-layout-fold.c */
void tl_layout_arrange (TlLayout *self, const TlArrangement *arrangement);
void tl_layout_copy_arrangement (TlLayout *self, const TlLayout *from);
static inline gboolean
tl_layout_is_lane_folded (const TlLayout *self, guint lane)
{
  return self->folded[self->base->lanes[lane].group] != FALSE;
}
double tl_layout_get_group_padding (const TlLayout *self, guint group);
/* Calls func with the clusters of a folded group that may touch axis0…axis1.
 * Needs its large lanes prepared. */
typedef void (*TlFoldFunc) (TlCluster cluster,
                            guint     number,
                            guint     first,
                            gpointer  data);
void tl_fold_foreach_cluster (TlLayout  *self,
                              TlPlan    *plan,
                              guint      group,
                              double     axis0,
                              double     axis1,
                              TlFoldFunc func,
                              gpointer   data);
/* The number of the cluster that holds a record of a folded group. */
guint
tl_fold_find_cluster (TlLayout *self, TlPlan *plan, guint lane, guint record);
/* Members of a cell, in order of their anchors; into cluster_members. */
void tl_fold_list_members (TlLayout     *self,
                           const TlPlan *plan,
                           guint         group,
                           gint64        cell);
/* The record of a folded group that is nearest to a place on the axis, and its
 * own place. */
guint
tl_fold_find_nearest (TlLayout *self, guint group, double axis, double *anchor);

/* tl-layout-keys.c */
char *tl_layout_base_dup_group_title (TlLayoutBase *self, guint key);
/* (nullable) */
const char *tl_layout_base_get_key_language (TlLayoutBase *self, guint key);
/* Calls func with each lane that the record stands in. */
typedef void (*TlLaneFunc) (TlLayout *self, guint lane, gpointer data);
void tl_layout_foreach_lane (TlLayout  *self,
                             guint      record,
                             TlLaneFunc func,
                             gpointer   data);

/* A plan in the making. */
typedef struct
{
  TlLayout *self;
  TlPlan   *plan;
  GArray   *row_ends; /* double: first free pixel of each row */
  GArray   *clusters; /* TlCluster */
  GArray   *members;  /* guint: record */
} TlPlanner;

/* The bar or glyph of an item, in pixels from axis 0, without its label. */
typedef struct
{
  double start;
  double end;
  double glyph; /* centre of the glyph */
} TlExtent;

/* Mark and label together, along time. */
typedef struct
{
  TlLabelPlace place;
  double       start;
  double       end;
  double       label_start;
  double       label_end;
} TlLabelBox;

TlLabelBox tl_label_box_make (TlExtent     extent,
                              TlLabelPlace place,
                              double       width,
                              double       zoom);
/* The lines of today and of flagged expirations run through all lanes; no
 * label lies across them. */
gboolean
tl_plan_crosses_line (TlLayout *self, const TlPlan *plan, TlLabelBox box);
/* Labels may stand out beyond the first and last moment, but not so far that
 * the range of time itself would get little of the picture; those of large
 * lanes no further than other marks of theirs. */
gboolean tl_plan_leaves_range (TlLayout     *self,
                               const TlPlan *plan,
                               TlLabelBox    box,
                               gboolean      is_large);

/* tl-layout-lanes.c: give rows and labels to the items first…end (exclusive)
 * of one lane. FALSE when max_rows are too few for marks with labels. */
gboolean
tl_planner_place_with_labels (TlPlanner *planner, guint first, guint end);
/* Marks before labels; what has no room is marked as clustered. */
void tl_planner_place_marks_first (TlPlanner *planner, guint first, guint end);

/* tl-layout-plan.c */
TlPlan *tl_layout_get_plan (TlLayout *self, double px_per_unit);
void    tl_plan_free (TlPlan *plan);
/* Of the pill of so many, at 100 %: wide enough for the number with its
 * separators. */
double tl_cluster_get_width (guint count);
/* The number of the cluster of a cell of a large lane. */
guint tl_plan_number_cell (TlPlan *plan, guint lane, gint64 cell);
double
tl_plan_get_row_y (TlLayout *self, const TlPlan *plan, guint lane, guint row);
/* All lanes of a folded group stand in its one row. */
double tl_plan_get_lane_height (TlLayout *self, const TlPlan *plan, guint lane);
double tl_layout_get_label_width (TlLayout *self, guint record);
double tl_layout_get_row_height (TlLayout *self);

TlExtent
tl_item_get_extent (const TlLayoutItem *item, double px_per_unit, double zoom);
/* Where the label of an item begins, along time, for a place. */
double tl_extent_get_label_start (TlExtent     extent,
                                  TlLabelPlace place,
                                  double       width,
                                  double       zoom);
/* The place of a flag, in pixels from axis 0. */
double tl_layout_get_flag_width (TlLayout *self, guint flag);

G_END_DECLS
