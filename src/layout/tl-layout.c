/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-isolate.h"
#include "tl-lane-large.h"

#include <glib/gi18n.h>
#include <math.h>
#include <string.h>

/* The layout as a whole, and what its labels say. What it is made from,
 * decisions and geometry are in files of their own. */

/* Of the lanes at the top of a large window, in pixels. */
#define FIRST_HEIGHT 1280.0

static const char *group_by_nicks[] = {
  [TL_GROUP_BY_KIND] = "kind",     [TL_GROUP_BY_ACTOR] = "actor",
  [TL_GROUP_BY_TREATY] = "treaty", [TL_GROUP_BY_PLACE] = "place",
  [TL_GROUP_BY_SOURCE] = "source", [TL_GROUP_BY_NONE] = "none",
};

gboolean
tl_group_by_from_nick (const char *nick, TlGroupBy *group_by)
{
  for (guint i = 0; i < G_N_ELEMENTS (group_by_nicks); i++)
    if (g_str_equal (nick, group_by_nicks[i]))
      {
        *group_by = (TlGroupBy)i;
        return TRUE;
      }
  return FALSE;
}

const char *
tl_group_by_to_nick (TlGroupBy group_by)
{
  return group_by_nicks[group_by];
}

/* Takes the base. It is still to be arranged. */
static TlLayout *
new_layout (TlLayoutBase *base, gboolean two_lines, guint max_rows, double zoom)
{
  TlLayout *self = g_new0 (TlLayout, 1);

  g_atomic_ref_count_init (&self->reference_count);
  self->base = base;
  self->max_rows = max_rows > 0 ? max_rows : TL_DEFAULT_MAX_ROWS;
  self->two_lines = two_lines;
  self->zoom = zoom > 0 ? zoom : 1;
  /* Pages of it that nobody needs are never there. */
  self->label_widths =
      g_new0 (float, (gsize)tl_dataset_get_n_records (base->dataset) + 1);
  self->plans =
      g_hash_table_new_full (NULL, NULL, NULL, (GDestroyNotify)tl_plan_free);
  if (base->n_large > 0)
    {
      self->rows_of_large =
          MIN (MAX (TL_LARGE_ROWS / base->n_large, TL_LARGE_ROWS_MIN),
               self->max_rows);
      self->large = tl_layout_base_get_large_rows (base, self->rows_of_large);
      self->pieces = tl_piece_cache_new (base->n_large);
    }
  return self;
}

/* The lanes at the top are those that are most likely seen first. */
static void
prepare_first_lanes (TlLayout *self)
{
  g_autofree guint *lanes = g_new (guint, self->base->n_lanes + 1);
  double            row_height = tl_layout_get_row_height (self);
  double            y = 0;
  guint             n = 0;

  for (guint i = 0; i < self->base->n_groups && y < FIRST_HEIGHT; i++)
    {
      const TlGroupInfo *group = &self->base->groups[self->order[i]];

      for (guint j = 0; j < group->n_lanes && y < FIRST_HEIGHT; j++)
        {
          guint    lane = group->first_lane + j;
          gboolean is_large = self->base->lanes[lane].is_large;

          if (is_large)
            lanes[n++] = lane;
          if (!self->folded[self->order[i]])
            y += (is_large ? self->rows_of_large : 1) * row_height;
        }
    }
  tl_layout_prepare_lanes (self, lanes, n);
}

TlLayout *
tl_layout_new (const TlLayoutOptions *options)
{
  TlLayout *self = new_layout (tl_layout_base_new (options), options->two_lines,
                               options->max_rows, options->zoom);

  tl_layout_arrange (self, &options->arrangement);
  if (self->base->n_large > 0)
    prepare_first_lanes (self);
  return self;
}

TlLayout *
tl_layout_new_with_rows (TlLayout *layout,
                         gboolean  two_lines,
                         guint     max_rows,
                         double    zoom)
{
  TlLayout *self =
      new_layout (tl_layout_base_ref (layout->base), two_lines, max_rows, zoom);

  tl_layout_copy_arrangement (self, layout);
  self->whole = layout->whole;
  return self;
}

TlLayout *
tl_layout_new_arranged (TlLayout *layout, const TlArrangement *arrangement)
{
  TlLayout *self =
      new_layout (tl_layout_base_ref (layout->base), layout->two_lines,
                  layout->max_rows, layout->zoom);

  tl_layout_arrange (self, arrangement);
  self->whole = layout->whole;
  return self;
}

TlLayout *
tl_layout_ref (TlLayout *self)
{
  g_atomic_ref_count_inc (&self->reference_count);
  return self;
}

void
tl_layout_unref (TlLayout *self)
{
  if (!g_atomic_ref_count_dec (&self->reference_count))
    return;

  g_clear_pointer (&self->pieces, tl_piece_cache_free);
  g_free (self->order);
  g_free (self->places);
  g_free (self->folded);
  g_free (self->cluster_members);
  g_free (self->label_widths);
  g_hash_table_unref (self->plans);
  tl_layout_base_unref (self->base);
  g_free (self);
}

TlDataset *
tl_layout_get_dataset (TlLayout *self)
{
  return self->base->dataset;
}

TlWarp *
tl_layout_get_warp (TlLayout *self)
{
  return self->base->warp;
}

TlDateFormatter *
tl_layout_get_formatter (TlLayout *self)
{
  return self->base->formatter;
}

const char *
tl_layout_get_language (TlLayout *self)
{
  return self->base->language;
}

double
tl_layout_get_zoom (TlLayout *self)
{
  return self->zoom;
}

gint64
tl_layout_get_today (TlLayout *self)
{
  return self->base->today;
}

gboolean
tl_layout_has_two_lines (TlLayout *self)
{
  return self->two_lines;
}

TlLayoutCounts
tl_layout_get_counts (TlLayout *self)
{
  return self->counts;
}

TlGroupBy
tl_layout_get_group_by (TlLayout *self)
{
  return self->base->group_by;
}

void
tl_layout_get_extent (TlLayout *self, double *axis_from, double *axis_to)
{
  *axis_from = self->base->axis_from;
  *axis_to = self->base->axis_to;
}

/* In a lane that names the treaty: the act, and by whom. */
static char *
dup_act_label (TlLayout *self, guint record, TlAct act)
{
  guint        n_actors;
  const guint *actors =
      tl_dataset_get_record_actors (self->base->dataset, record, &n_actors);
  g_autofree char *actor = NULL;

  if (n_actors == 0)
    return g_strdup (tl_act_get_label (act));
  actor = tl_isolate (
      tl_text_get (tl_dataset_get_actor (self->base->dataset, actors[0])->name,
                   self->base->language));
  /* Translators: %1$s is an act in the life of a treaty, %2$s the party that
   * did it, in the nominative: "Withdrawal: United States". */
  return g_strdup_printf (C_ ("act and actor", "%1$s: %2$s"),
                          tl_act_get_label (act), actor);
}

const char *
tl_layout_get_label (TlLayout *self, guint record)
{
  const TlEntry *entry = &tl_dataset_get_entries (self->base->dataset)[record];
  char          *label;

  if (entry->act == TL_ACT_NONE || self->base->group_by != TL_GROUP_BY_KIND)
    return tl_dataset_get_record_title (self->base->dataset, record,
                                        self->base->language);

  label = g_hash_table_lookup (self->base->labels, GUINT_TO_POINTER (record));
  if (label == NULL)
    {
      label = dup_act_label (self, record, (TlAct)entry->act);
      g_hash_table_insert (self->base->labels, GUINT_TO_POINTER (record),
                           label);
    }
  return label;
}

/* The status as a word within a line, or NULL where it goes without saying. */
static const char *
get_status_word (TlStatus status, gboolean contested)
{
  switch (status)
    {
    case TL_STATUS_PLANNED:
      return contested ? C_ ("in a line", "planned, contested")
                       : C_ ("in a line", "planned");
    case TL_STATUS_ANNOUNCED:
      return contested ? C_ ("in a line", "announced, contested")
                       : C_ ("in a line", "announced");
    case TL_STATUS_ALLEGED:
      return contested ? C_ ("in a line", "alleged, contested")
                       : C_ ("in a line", "alleged");
    case TL_STATUS_DENIED:
      return C_ ("in a line", "denied");
    case TL_STATUS_CANCELLED:
      return contested ? C_ ("in a line", "cancelled, contested")
                       : C_ ("in a line", "cancelled");
    case TL_STATUS_OCCURRED:
    default:
      return contested ? C_ ("in a line", "contested") : NULL;
    }
}

const char *
tl_layout_get_label_language (TlLayout *self, guint record)
{
  const TlEntry *entry = &tl_dataset_get_entries (self->base->dataset)[record];
  const char    *language = NULL;

  if (entry->act == TL_ACT_NONE || self->base->group_by != TL_GROUP_BY_KIND)
    tl_dataset_get_record_title_with_language (self->base->dataset, record,
                                               self->base->language, &language);
  return language;
}

char *
tl_layout_dup_detail (TlLayout *self, guint record)
{
  const TlEntry *entry = &tl_dataset_get_entries (self->base->dataset)[record];
  g_autoptr (TlDate) when =
      tl_dataset_dup_record_date (self->base->dataset, record);
  g_autofree char *date = tl_date_formatter_format (self->base->formatter, when,
                                                    TL_DATE_STYLE_SHORT);
  const char      *word =
      get_status_word ((TlStatus)entry->status, entry->contested != FALSE);

  if (word == NULL)
    return g_steal_pointer (&date);
  /* Translators: under a record's title on the timeline: its date, then a word
   * on how sure it is, e.g. "15 Jul 2020 · alleged, contested". */
  return g_strdup_printf (C_ ("date and status", "%1$s · %2$s"), date, word);
}
