/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-lane-large.h"

#include <glib/gi18n.h>
#include <math.h>
#include <string.h>

/* The layout as a whole: what it is made from, what its labels say, and the
 * range it covers. Groups, decisions and geometry are in files of their own.
 */

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

/* The first and the last second of all that is known. */
static gboolean
find_seconds (TlLayout *self, gint64 *from, gint64 *to)
{
  const TlEntry *entries = tl_dataset_get_entries (self->dataset);

  *from = G_MAXINT64;
  *to = G_MININT64;
  for (guint i = 0; i < self->n_records; i++)
    {
      const TlSpan *span = &entries[self->records[i]].span;

      if (span->start == TL_BOUND_KNOWN)
        {
          *from = MIN (*from, span->earliest);
          *to = MAX (*to, span->earliest);
        }
      if (span->end == TL_BOUND_KNOWN)
        {
          *from = MIN (*from, span->latest + 1);
          *to = MAX (*to, span->latest + 1);
        }
    }
  return *from <= *to;
}

static void
find_extent (TlLayout *self)
{
  gint64 from;
  gint64 to;

  if (!find_seconds (self, &from, &to))
    from = to = self->today;
  self->axis_from = tl_warp_to_axis (self->warp, (double)from);
  self->axis_to = tl_warp_to_axis (self->warp, (double)to);
  if (self->axis_to - self->axis_from < 1e-9)
    {
      self->axis_from -= 0.5;
      self->axis_to += 0.5;
    }
}

static char *
dup_flag_text (TlLayout *self, guint record, TlSpan span)
{
  const char *title =
      tl_dataset_get_record_title (self->dataset, record, self->language);
  g_autofree char *countdown = tl_date_formatter_format_countdown (
      self->formatter, self->today, span.earliest);

  /* Translators: on the flag of an expiration: its title, then the time to
   * run or the time since, e.g. "New START: expiration · 192 days to run". */
  return g_strdup_printf (_ ("%s · %s"), title, countdown);
}

static int
compare_flag_prominence (gconstpointer a, gconstpointer b, gpointer data)
{
  const TlEntry *entries = data;
  guint          left = ((const TlFlagInfo *)a)->record;
  guint          right = ((const TlFlagInfo *)b)->record;

  if (entries[left].prominence != entries[right].prominence)
    return entries[left].prominence > entries[right].prominence ? -1 : 1;
  return (left > right) - (left < right);
}

static int
compare_flag_places (gconstpointer a, gconstpointer b)
{
  const TlFlagInfo *left = a;
  const TlFlagInfo *right = b;

  if (left->axis < right->axis)
    return -1;
  if (left->axis > right->axis)
    return 1;
  return (left->record > right->record) - (left->record < right->record);
}

static void
find_flags (TlLayout *self)
{
  const TlEntry *entries = tl_dataset_get_entries (self->dataset);
  GArray        *flags = g_array_new (FALSE, TRUE, sizeof (TlFlagInfo));

  for (guint i = 0; i < self->n_records; i++)
    {
      guint      record = self->records[i];
      TlSpan     span = entries[record].span;
      TlFlagInfo flag = { .record = record };

      if (entries[record].act != TL_ACT_EXPIRATION ||
          span.start != TL_BOUND_KNOWN || span.end != TL_BOUND_KNOWN)
        continue;
      flag.axis =
          tl_warp_to_axis (self->warp, (double)tl_span_get_middle (span));
      g_array_append_val (flags, flag);
    }
  if (flags->len > TL_MAX_FLAGS)
    {
      g_array_sort_with_data (flags, compare_flag_prominence,
                              (gpointer)entries);
      g_array_set_size (flags, TL_MAX_FLAGS);
    }
  g_array_sort (flags, compare_flag_places);
  self->n_flags = flags->len;
  self->flags = (TlFlagInfo *)(void *)g_array_free (flags, FALSE);
  for (guint i = 0; i < self->n_flags; i++)
    self->flags[i].text = dup_flag_text (self, self->flags[i].record,
                                         entries[self->flags[i].record].span);
}

TlLayout *
tl_layout_new (const TlLayoutOptions *options)
{
  TlLayout *self = g_new0 (TlLayout, 1);
  guint     n_all = tl_dataset_get_n_records (options->dataset);

  g_atomic_ref_count_init (&self->reference_count);
  self->dataset = g_object_ref (options->dataset);
  self->warp = tl_warp_ref (options->warp);
  self->formatter = options->formatter;
  self->language = g_strdup (options->language);
  self->measure = options->measure;
  self->measure_data = options->measure_data;
  self->group_by = options->group_by;
  self->max_rows =
      options->max_rows > 0 ? options->max_rows : TL_DEFAULT_MAX_ROWS;
  self->two_lines = options->two_lines;
  self->zoom = options->zoom > 0 ? options->zoom : 1;
  self->today = options->today;
  self->max_whole = options->max_whole > 0 ? options->max_whole : TL_MAX_WHOLE;
  self->records =
      g_memdup2 (options->records, options->n_records * sizeof (guint));
  self->n_records = options->n_records;
  self->labels = g_new0 (char *, n_all + 1);
  self->label_widths = g_new (float, n_all + 1);
  for (guint i = 0; i < n_all; i++)
    self->label_widths[i] = -1;
  self->plans =
      g_hash_table_new_full (NULL, NULL, NULL, (GDestroyNotify)tl_plan_free);

  find_extent (self);
  find_flags (self);
  tl_layout_make_groups (self);
  tl_large_lanes_prepare (self);
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

  for (guint i = 0; i < tl_dataset_get_n_records (self->dataset); i++)
    g_free (self->labels[i]);
  for (guint i = 0; i < self->n_groups; i++)
    g_free (self->groups[i].title);
  for (guint i = 0; i < self->n_flags; i++)
    g_free (self->flags[i].text);
  for (guint i = 0; i < self->n_lanes; i++)
    g_clear_pointer (&self->lanes[i].large, tl_large_lane_free);
  g_clear_pointer (&self->ranks, tl_rank_index_free);
  g_clear_pointer (&self->pieces, tl_piece_cache_free);
  g_free (self->anchors);
  g_free (self->cluster_members);
  g_free (self->groups);
  g_free (self->flags);
  g_free (self->lanes);
  g_free (self->items);
  g_free (self->labels);
  g_free (self->label_widths);
  g_free (self->records);
  g_free (self->language);
  g_hash_table_unref (self->plans);
  tl_warp_unref (self->warp);
  g_object_unref (self->dataset);
  g_free (self);
}

TlDataset *
tl_layout_get_dataset (TlLayout *self)
{
  return self->dataset;
}

TlWarp *
tl_layout_get_warp (TlLayout *self)
{
  return self->warp;
}

TlDateFormatter *
tl_layout_get_formatter (TlLayout *self)
{
  return self->formatter;
}

const char *
tl_layout_get_language (TlLayout *self)
{
  return self->language;
}

double
tl_layout_get_zoom (TlLayout *self)
{
  return self->zoom;
}

gint64
tl_layout_get_today (TlLayout *self)
{
  return self->today;
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
  return self->group_by;
}

void
tl_layout_get_extent (TlLayout *self, double *axis_from, double *axis_to)
{
  *axis_from = self->axis_from;
  *axis_to = self->axis_to;
}

/* In a lane that names the treaty: the act, and by whom. */
static char *
dup_act_label (TlLayout *self, guint record, TlAct act)
{
  guint        n_actors;
  const guint *actors =
      tl_dataset_get_record_actors (self->dataset, record, &n_actors);

  if (n_actors == 0)
    return g_strdup (tl_act_get_label (act));
  /* Translators: an act in the life of a treaty and the party that did it,
   * e.g. "Withdrawal: United States". */
  return g_strdup_printf (
      C_ ("act and actor", "%s: %s"), tl_act_get_label (act),
      tl_text_get (tl_dataset_get_actor (self->dataset, actors[0])->name,
                   self->language));
}

const char *
tl_layout_get_label (TlLayout *self, guint record)
{
  const TlEntry *entry = &tl_dataset_get_entries (self->dataset)[record];

  if (entry->act == TL_ACT_NONE || self->group_by != TL_GROUP_BY_KIND)
    return tl_dataset_get_record_title (self->dataset, record, self->language);

  if (self->labels[record] == NULL)
    self->labels[record] = dup_act_label (self, record, (TlAct)entry->act);
  return self->labels[record];
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

char *
tl_layout_dup_detail (TlLayout *self, guint record)
{
  const TlEntry *entry = &tl_dataset_get_entries (self->dataset)[record];
  g_autoptr (TlRecord) full = tl_dataset_ref_record (self->dataset, record);
  g_autofree char *date = tl_date_formatter_format (self->formatter, full->date,
                                                    TL_DATE_STYLE_SHORT);
  const char      *word =
      get_status_word ((TlStatus)entry->status, entry->contested != FALSE);

  if (word == NULL)
    return g_steal_pointer (&date);
  /* Translators: under a record's title on the timeline: its date, then a word
   * on how sure it is, e.g. "15 Jul 2020 · alleged, contested". */
  return g_strdup_printf (C_ ("date and status", "%s · %s"), date, word);
}
