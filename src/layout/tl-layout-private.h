/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tl-layout.h"

G_BEGIN_DECLS

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
#define TL_TAIL_WIDTH 44.0
#define TL_CLUSTER_CELL 96.0
#define TL_CLUSTER_WIDTH 40.0
#define TL_FLAG_HEIGHT 20.0
#define TL_FLAG_PITCH 24.0
#define TL_FLAG_MAX_ROWS 2
#define TL_DEFAULT_MAX_ROWS 14
/* Zoom levels: a quarter of an octave each. */
#define TL_LEVELS_PER_OCTAVE 4.0

/* One appearance of a record in one group. */
typedef struct
{
  guint  record; /* or treaty, for a life */
  guint  lane;
  double axis0; /* of the time it covers; equal for a moment */
  double axis1;
  guint8 tail_start; /* the start is open or unknown: draw a tail */
  guint8 tail_end;
  guint8 lasting; /* an interval: lasted all that time */
  guint8 inexact; /* the day is not certain */
  guint8 is_life;
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

typedef struct
{
  int           level;
  TlPlacement  *placements; /* one an item */
  guint        *lane_rows;  /* rows of each lane */
  TlCluster    *clusters;
  guint         n_clusters;
  guint        *members; /* records of all clusters, one after the other */
  TlPlacedFlag *flags;
  guint         n_flags;
  guint         n_flag_rows;
  double       *lane_y;
  double        height;
} TlPlan;

/* A lane of the layout; lanes of one group follow one another. */
typedef struct
{
  guint group;
  guint treaty; /* that the lane is named after, or TL_NONE */
} TlLaneInfo;

typedef struct
{
  guint key;
  guint first_lane;
  guint n_lanes;
  guint n_records;
  char *title;
} TlGroupInfo;

typedef struct
{
  guint  record;
  double axis;
  char  *text;
} TlFlagInfo;

struct _TlLayout
{
  gatomicrefcount  reference_count;
  TlDataset       *dataset;
  TlWarp          *warp;
  TlDateFormatter *formatter; /* borrowed */
  char            *language;
  TlMeasureFunc    measure;
  gpointer         measure_data;
  TlGroupBy        group_by;
  guint            max_rows;
  gboolean         two_lines;
  double           zoom;
  gint64           today;

  guint        *records; /* those that passed the filter, in time order */
  guint         n_records;
  char        **labels;       /* by record; NULL until asked for */
  float        *label_widths; /* by record; < 0 until measured */
  TlLayoutItem *items;        /* by lane, then time */
  guint         n_items;
  TlLaneInfo   *lanes;
  guint         n_lanes;
  TlGroupInfo  *groups;
  guint         n_groups;
  TlFlagInfo   *flags; /* in order of time */
  guint         n_flags;
  double        axis_from;
  double        axis_to;

  GHashTable *plans; /* level → TlPlan */
};

/* tl-layout-groups.c: fills groups, lanes and items. */
void tl_layout_make_groups (TlLayout *self);

/* A plan in the making. */
typedef struct
{
  TlLayout *self;
  TlPlan   *plan;
  double    px_per_unit; /* lowest of the level */
  GArray   *row_ends;    /* double: first free pixel of each row */
  GArray   *clusters;    /* TlCluster */
  GArray   *members;     /* guint: record */
} TlPlanner;

/* tl-layout-lanes.c: give rows and labels to the items first…end (exclusive)
 * of one lane. FALSE when max_rows are too few for marks with labels. */
gboolean
tl_planner_place_with_labels (TlPlanner *planner, guint first, guint end);
/* Marks before labels; what has no room is marked as clustered. */
void tl_planner_place_marks_first (TlPlanner *planner, guint first, guint end);

/* tl-layout-plan.c */
const TlPlan *tl_layout_get_plan (TlLayout *self, double px_per_unit);
void          tl_plan_free (TlPlan *plan);
double        tl_layout_get_label_width (TlLayout *self, guint record);
double        tl_layout_get_row_height (TlLayout *self);

/* The bar or glyph of an item, in pixels from axis 0, without its label. */
typedef struct
{
  double start;
  double end;
  double glyph; /* centre of the glyph */
} TlExtent;

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
