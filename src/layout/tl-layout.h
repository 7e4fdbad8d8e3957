/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tl-dataset.h"
#include "tl-date-formatter.h"
#include "tl-metrics.h"
#include "tl-scale.h"
#include "tl-warp.h"

G_BEGIN_DECLS

typedef enum
{
  TL_GROUP_BY_KIND,
  TL_GROUP_BY_ACTOR,
  TL_GROUP_BY_TREATY,
  TL_GROUP_BY_PLACE,
  TL_GROUP_BY_SOURCE,
  TL_GROUP_BY_NONE,
} TlGroupBy;

gboolean    tl_group_by_from_nick (const char *nick, TlGroupBy *group_by);
const char *tl_group_by_to_nick (TlGroupBy group_by);

typedef enum
{
  TL_MARK_RECORD,  /* an event or an act as itself */
  TL_MARK_LIFE,    /* the bar of a treaty's life; not selectable */
  TL_MARK_CLUSTER, /* several records that have no room of their own */
} TlMarkType;

typedef enum
{
  TL_LABEL_NONE,   /* no room: the mark stands alone */
  TL_LABEL_AFTER,  /* behind the mark in the direction of time */
  TL_LABEL_BEFORE, /* before the mark */
  TL_LABEL_INSIDE, /* on the bar */
} TlLabelPlace;

/**
 * TlMark:
 * @index: record index, treaty index for a life, first member for a cluster
 * @group: index of the group
 * @lane: lane of the layout: a treaty's, or the only one of its group
 * @row: row within the lane
 * @x0: left end of the time it covers, in pixels; may lie outside the picture
 * @x1: right end
 * @glyph_x: centre of the glyph
 * @y: centre line, in pixels from the top of the lanes
 * @hit: what is picked: glyph or bar; label not included
 * @label: where the label stands; empty for %TL_LABEL_NONE
 * @count: members of a cluster, else 1
 */
typedef struct
{
  TlMarkType   type;
  guint        index;
  guint        group;
  guint        lane;
  guint        row;
  double       x0;
  double       x1;
  double       glyph_x;
  double       y;
  TlRect       hit;
  TlRect       label;
  TlLabelPlace label_place;
  guint        count;
  guint        cluster; /* for tl_layout_get_cluster(), or TL_NONE */
} TlMark;

/**
 * TlGroup:
 * @key: what the group is of: a #TlKind, or an index of actor, treaty, …
 *   %TL_NONE for records without such a thing
 * @title: (transfer none): translated name
 * @language: (transfer none) (nullable): of the title; %NULL for that of the
 *   program's words
 * @y: top, in pixels from the top of the lanes
 * @folded: whether it is one thin row with no marks but clusters
 */
typedef struct
{
  guint       key;
  const char *title;
  const char *language;
  guint       n_records; /* drawn or clustered in it */
  gboolean    folded;
  guint       n_rows;
  double      y;
  double      height;
} TlGroup;

/**
 * TlArrangement:
 * @order: (array length=n_order) (nullable): keys of groups that do not stand
 *   where they do by default, as tl_group_order_move() makes them
 * @folded: (array length=n_folded) (nullable): keys of the groups that are
 *   folded
 *
 * How somebody has arranged the groups. Keys are those of #TlGroup; those that
 * there are not mean nothing.
 */
typedef struct
{
  const guint *order;
  guint        n_order;
  const guint *folded;
  guint        n_folded;
} TlArrangement;

/**
 * TlLayoutOptions:
 * @records: (array length=n_records): the indices that passed the filter
 * @language: for titles
 * @max_rows: most rows of one group; 0 for the default
 * @formatter: (transfer none): outlives the layout
 * @measure: used when something is looked at, never by tl_layout_new()
 * @two_lines: labels carry the date in a second line
 * @zoom: scales everything that is not time: 1 at 100 %
 * @max_whole: lanes are decided as a whole while all of them have at most so
 *   many appearances of records together; 0 for the default. In larger
 *   layouts the lanes with many records are decided piece by piece
 * @n_threads: most threads that it is made in; 0 for as many as there are
 *   processors. The layout does not depend on it
 * @arrangement: the order of the groups, and which of them are folded
 */
typedef struct
{
  TlDataset       *dataset;
  const guint     *records;
  guint            n_records;
  TlGroupBy        group_by;
  TlWarp          *warp;
  TlDateFormatter *formatter;
  const char      *language;
  TlMeasureFunc    measure;
  gpointer         measure_data;
  guint            max_rows;
  gboolean         two_lines;
  double           zoom;
  gint64           today;
  guint            max_whole;
  guint            n_threads;
  TlArrangement    arrangement;
} TlLayoutOptions;

/**
 * TlLayoutCounts:
 * @n_measured: labels measured
 * @n_decided: pieces of lanes decided
 * @n_visited: marks looked at for pictures
 *
 * Work done since a layout was made; what tests hold against the number of
 * records.
 */
typedef struct
{
  guint64 n_measured;
  guint64 n_decided;
  guint64 n_visited;
} TlLayoutCounts;

/**
 * TlLayout:
 *
 * Decides lanes, labels and clusters, once per zoom level of a fixed ladder
 * (a quarter of an octave); never by what is in view, so that panning
 * rearranges nothing. Lanes with few records are decided as a whole; those
 * with many in pieces of a fixed grid of time, when a picture first needs
 * them, so that a picture costs what it shows. A lane of the latter sort always
 * has the same number of rows, which follows from the number of such lanes and
 * from the most rows of a group: so the height of all is known while those that
 * are out of sight were never looked at. Their records are put in order by
 * tl_layout_new() for the lanes at the top, for others when a picture first
 * shows them: in several threads, some ten milliseconds for a hundred thousand.
 *
 * tl_layout_new() may be called in any thread: it neither measures nor formats
 * and asks for no translated text. After that a layout, and what was made from
 * it by tl_layout_new_with_rows(), is used by one thread at a time, which is
 * also the one that the measure function and the formatter are used in.
 */
typedef struct _TlLayout TlLayout;

TlLayout *
tl_layout_new (const TlLayoutOptions *options) G_GNUC_WARN_UNUSED_RESULT;

/**
 * tl_layout_new_with_rows:
 * @two_lines: as in #TlLayoutOptions, as @max_rows and @zoom are
 *
 * A layout of the same records in the same groups, that stand in other rows.
 * It costs next to nothing, for it shares all that does not depend on rows,
 * lines and sizes.
 *
 * Returns: (transfer full): a layout that outlives the given one
 */
TlLayout *tl_layout_new_with_rows (TlLayout *layout,
                                   gboolean  two_lines,
                                   guint     max_rows,
                                   double    zoom) G_GNUC_WARN_UNUSED_RESULT;
/**
 * tl_layout_new_arranged:
 * @arrangement: as in #TlLayoutOptions
 *
 * A layout of the same records in the same groups, that stand in another order
 * or are folded. It costs as little as tl_layout_new_with_rows(), which keeps
 * the arrangement. A folded group is one thin row of clusters: its records are
 * counted there, but have no marks of their own.
 *
 * Returns: (transfer full): a layout that outlives the given one
 */
TlLayout *tl_layout_new_arranged (TlLayout            *layout,
                                  const TlArrangement *arrangement)
    G_GNUC_WARN_UNUSED_RESULT;
TlLayout *tl_layout_ref (TlLayout *self);
void      tl_layout_unref (TlLayout *self);

TlDataset       *tl_layout_get_dataset (TlLayout *self);
TlWarp          *tl_layout_get_warp (TlLayout *self);
TlDateFormatter *tl_layout_get_formatter (TlLayout *self);
const char      *tl_layout_get_language (TlLayout *self);
double           tl_layout_get_zoom (TlLayout *self);
gint64           tl_layout_get_today (TlLayout *self);
gboolean         tl_layout_has_two_lines (TlLayout *self);
TlLayoutCounts   tl_layout_get_counts (TlLayout *self);
TlGroupBy        tl_layout_get_group_by (TlLayout *self);
/* Axis range of all records, padded to something visible. */
void tl_layout_get_extent (TlLayout *self, double *axis_from, double *axis_to);
/* The scale at which everything fits in width: the whole range of time, what
 * marks, labels and flags stand out at its ends, and the lines of flags. In a
 * narrow width labels and flags reach out of it, so that the range keeps a
 * third; see tl_layout_set_edges(). Needs no lane with many records decided. */
TlScale tl_layout_fit (TlLayout *self, double width, gboolean mirrored);

/**
 * tl_layout_set_edges:
 * @whole: a scale that shows everything in the present width, such as
 *   tl_layout_fit() gives
 *
 * Says where the whole picture ends. A label that would begin before its edge
 * or end behind it is made shorter, and left out where nothing legible would
 * remain; at every zoom level at the same places of the axis, so that panning
 * changes nothing. Without edges labels are as long as they like to be.
 *
 * Returns: whether the edges are others than before, so that views are stale
 */
gboolean tl_layout_set_edges (TlLayout *self, TlScale whole);

/**
 * TlFlag:
 * @record: an expiration
 * @x: where its line stands, in pixels
 * @text: what the flag says: title and countdown
 * @title: (transfer none): of the expiration
 * @countdown: (transfer none): the time to run, or since
 * @rect: the flag; y counts from the top of the strip of flags
 *
 * Expirations stand out: a line through all lanes, with a flag in a strip of
 * its own above them.
 */
typedef struct
{
  guint       record;
  double      x;
  const char *text;
  const char *title;
  const char *countdown;
  TlRect      rect;
} TlFlag;

/* What a flag says, with another title, such as a cut one. (transfer full) */
char *tl_flag_dup_text (const char *title,
                        const char *countdown) G_GNUC_WARN_UNUSED_RESULT;

/**
 * TlLane:
 * @group: index of its group
 * @title: (transfer none): name of the lane, a treaty's
 * @language: (transfer none): of the title
 * @y: top
 */
typedef struct
{
  guint       group;
  const char *title;
  const char *language;
  double      y;
  double      height;
} TlLane;

/**
 * TlView:
 * @marks: (array length=n_marks): every mark that is in the picture, wholly
 *   or in part, in order of time
 * @groups: (array length=n_groups): from top to bottom
 * @lanes: (array length=n_lanes): the named ones, one a treaty
 * @flags: (array length=n_flags): the visible ones
 * @height: of all lanes, in pixels
 * @y0: lanes from here on are in the picture, in pixels from the top of the
 *   lanes
 * @y1: lanes down to here are
 * @flags_height: of the strip of flags; the same at every place of one zoom
 *   level, 0 without flags
 *
 * The geometry of one picture: what painter, pick, keyboard and accessibility
 * read. Immutable.
 */
typedef struct
{
  TlLayout *layout;
  TlScale   scale;
  TlMark   *marks;
  guint     n_marks;
  TlGroup  *groups;
  guint     n_groups;
  TlLane   *lanes;
  guint     n_lanes;
  TlFlag   *flags;
  guint     n_flags;
  double    height;
  double    y0;
  double    y1;
  double    flags_height;
} TlView;

TlView *tl_layout_get_view (TlLayout *self,
                            TlScale   scale) G_GNUC_WARN_UNUSED_RESULT;
/* The same, but marks only of the lanes that touch y0…y1, in pixels from the
 * top of the lanes: where there are many groups, those that are scrolled out
 * of sight cost nothing. Groups, lanes and flags are all there, and where y1 is
 * less than y0 nothing else. */
TlView *tl_layout_get_view_within (TlLayout *self,
                                   TlScale   scale,
                                   double    y0,
                                   double    y1) G_GNUC_WARN_UNUSED_RESULT;
void    tl_view_free (TlView *view);

/**
 * tl_layout_prefetch:
 * @scale: of a picture that may be wanted next
 * @y0: as for tl_layout_get_view_within(), as @y1 is
 * @max_pieces: about so many pieces of lanes are decided, each in some tens of
 *   microseconds
 *
 * Decides now what tl_layout_get_view_within() would decide then, with the same
 * outcome; for time in which nothing else happens. A picture that needs nothing
 * decided costs a fraction of one that does: so after a frame of a zoom, get
 * the next levels ready, a factor of 2^±¼ away.
 *
 * Returns: whether there is more to decide
 */
gboolean tl_layout_prefetch (
    TlLayout *self, TlScale scale, double y0, double y1, guint max_pieces);

/* Members of a cluster mark at the view's zoom, in time order.
 * (transfer none): good until the next call. */
const guint *
tl_layout_get_cluster (TlLayout *self, TlScale scale, guint cluster, guint *n);
/* What the label of a record says. (transfer full) for detail. */
const char *tl_layout_get_label (TlLayout *self, guint record);
/* The language of the label, NULL for that of the program's words. */
const char *tl_layout_get_label_language (TlLayout *self, guint record);
char       *tl_layout_dup_detail (TlLayout *self, guint record);

/* Pick: the mark whose hit area (or label) is at x, y and nearest to it, or
 * TL_NONE. Index into marks. */
guint tl_view_pick (const TlView *view, double x, double y);
/* The record whose flag is at x, y of the strip of flags, or TL_NONE. */
guint tl_view_pick_flag (const TlView *view, double x, double y);
/* The group at y, in pixels from the top of the lanes, or TL_NONE. Index into
 * groups. */
guint tl_view_pick_group (const TlView *view, double y);
/* The mark that draws the record itself or clusters it; TL_NONE when it is
 * not in this picture. */
guint tl_view_find_record (const TlView *view, guint record);

/* Whether the record stands in folded groups, and in no other. */
gboolean tl_layout_is_folded_away (TlLayout *self, guint record);

/**
 * tl_layout_next_record:
 * @record: where the keyboard stands; need not have passed the filter
 * @direction: 1 later, -1 earlier
 *
 * Records that stand in folded groups only are passed over, unless all groups
 * are folded: whoever folds a group does not want to walk through it.
 *
 * Returns: the next record in time among those that passed the filter; the
 *   last of them (earlier: the first) where there is none behind it, so that
 *   whoever walks along stays at the end. With %TL_NONE as @record the first
 *   (the last). %TL_NONE only when no record passed
 */
guint tl_layout_next_record (TlLayout *self, guint record, int direction);

/**
 * tl_layout_next_lane_record:
 * @direction: 1 down, -1 up
 *
 * A folded group is one row: so its records can be reached, too.
 *
 * Returns: the record nearest in time in the next row of any lane; @record
 *   itself where there is none. For a record without a place the first in time
 */
guint tl_layout_next_lane_record (TlLayout *self,
                                  TlScale   scale,
                                  guint     record,
                                  int       direction);

/**
 * TlSpot:
 * @record: index of a record, or %TL_NONE
 * @lane: the lane in which it is meant; %TL_NONE for the first one that has it
 *
 * Where the keyboard stands: a record that is in several groups is drawn in
 * several lanes. Lanes are numbered by the layout, so that a place in a lane is
 * good for one layout. A plain value.
 */
typedef struct
{
  guint record;
  guint lane;
} TlSpot;

/* The mark that draws or clusters the record in that lane, else that of
 * tl_view_find_record(). */
guint tl_view_find_spot (const TlView *view, TlSpot spot);

/**
 * tl_view_next_spot:
 * @view: a picture with all lanes
 * @spot: where the keyboard stands; its record need not have passed the filter
 * @direction: 1 later, -1 earlier
 *
 * One mark on in the order of time. A cluster counts as one, at its first
 * member, so that nobody goes through thousands of records that cannot be told
 * apart; each record that is drawn as itself is reached, in sight or not.
 *
 * Returns: the next place, in the same lane where the record is there, too; at
 *   the end the last one. %TL_NONE as record only when no record passed
 */
TlSpot tl_view_next_spot (const TlView *view, TlSpot spot, int direction);

/**
 * tl_layout_next_lane_spot:
 * @spot: where the keyboard stands
 * @direction: 1 down, -1 up
 *
 * As tl_layout_next_lane_record(), but in the lane that is meant; a record that
 * stands in several lanes is met in each of them.
 *
 * Returns: the place nearest in time in the next row; @spot where there is
 *   none
 */
TlSpot tl_layout_next_lane_spot (TlLayout *self,
                                 TlScale   scale,
                                 TlSpot    spot,
                                 int       direction);

/* How many of those that passed the filter come before the record in time. n:
 * (out): how many passed. */
guint tl_layout_get_position (TlLayout *self, guint record, guint *n);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TlLayout, tl_layout_unref)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TlView, tl_view_free)

G_END_DECLS
