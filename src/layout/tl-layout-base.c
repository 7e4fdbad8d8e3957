/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-group-order.h"
#include "tl-isolate.h"
#include "tl-lane-large.h"
#include "tl-layout-fill.h"

#include <glib/gi18n.h>

/* What a layout is made from: the records, the range of time that they cover,
 * and the expirations that may have a flag. */

static void
find_extent (TlLayoutBase *self, const TlFill *fill)
{
  gint64 from = G_MAXINT64;
  gint64 to = G_MININT64;

  for (guint i = 0; i < fill->n_parts; i++)
    {
      from = MIN (from, fill->parts[i].from);
      to = MAX (to, fill->parts[i].to);
    }
  if (from > to)
    from = to = self->today;
  self->axis_from = tl_warp_to_axis (self->warp, (double)from);
  self->axis_to = tl_warp_to_axis (self->warp, (double)to);
  if (self->axis_to - self->axis_from < 1e-9)
    {
      self->axis_from -= 0.5;
      self->axis_to += 0.5;
    }
}

char *
tl_flag_dup_text (const char *title, const char *countdown)
{
  g_autofree char *isolated = tl_isolate (title);

  /* Translators: on the flag of an expiration: its title, then the time to
   * run or the time since, e.g. "New START: expiration · 192 days to run". */
  return g_strdup_printf (C_ ("flag of an expiration", "%1$s · %2$s"), isolated,
                          countdown);
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
find_flags (TlLayoutBase *self, const TlFill *fill)
{
  GArray *flags = g_array_new (FALSE, TRUE, sizeof (TlFlagInfo));

  for (guint i = 0; i < fill->n_parts; i++)
    g_array_append_vals (flags, fill->parts[i].flags->data,
                         fill->parts[i].flags->len);
  if (flags->len > TL_MAX_FLAGS)
    {
      g_array_sort_with_data (flags, compare_flag_prominence,
                              (gpointer)self->entries);
      g_array_set_size (flags, TL_MAX_FLAGS);
    }
  g_array_sort (flags, compare_flag_places);
  self->n_flags = flags->len;
  self->flags = (TlFlagInfo *)(void *)g_array_free (flags, FALSE);
}

TlLayoutBase *
tl_layout_base_new (const TlLayoutOptions *options)
{
  TlLayoutBase *self = g_new0 (TlLayoutBase, 1);
  TlFill        fill;

  g_atomic_ref_count_init (&self->reference_count);
  self->dataset = g_object_ref (options->dataset);
  self->entries = tl_dataset_get_entries (self->dataset);
  self->warp = tl_warp_ref (options->warp);
  self->formatter = options->formatter;
  self->language = g_strdup (options->language);
  self->measure = options->measure;
  self->measure_data = options->measure_data;
  self->group_by = options->group_by;
  self->today = options->today;
  self->max_whole = options->max_whole > 0 ? options->max_whole : TL_MAX_WHOLE;
  self->records =
      g_memdup2 (options->records, options->n_records * sizeof (guint));
  self->n_records = options->n_records;
  self->labels = g_hash_table_new_full (NULL, NULL, NULL, g_free);
  self->large_rows = g_hash_table_new_full (NULL, NULL, NULL,
                                            (GDestroyNotify)tl_large_rows_free);

  self->n_keys = tl_group_by_count_keys (self->group_by, self->dataset);
  self->n_threads =
      options->n_threads > 0 ? options->n_threads : g_get_num_processors ();

  tl_fill_init (&fill, self);
  tl_fill_survey (&fill);
  find_extent (self, &fill);
  find_flags (self, &fill);
  tl_layout_base_make_groups (self, &fill);
  tl_fill_clear (&fill);
  return self;
}

TlLayoutBase *
tl_layout_base_ref (TlLayoutBase *self)
{
  g_atomic_ref_count_inc (&self->reference_count);
  return self;
}

void
tl_layout_base_unref (TlLayoutBase *self)
{
  if (!g_atomic_ref_count_dec (&self->reference_count))
    return;

  for (guint i = 0; i < self->n_groups; i++)
    g_free (self->groups[i].title);
  for (guint i = 0; i < self->n_flags; i++)
    {
      g_free (self->flags[i].text);
      g_free (self->flags[i].countdown);
    }
  for (guint i = 0; i < self->n_lanes; i++)
    for (guint j = 0; j < G_N_ELEMENTS (self->lanes[i].ranks); j++)
      g_clear_pointer (&self->lanes[i].ranks[j], tl_rank_index_free);
  g_hash_table_unref (self->large_rows);
  g_hash_table_unref (self->labels);
  g_free (self->item_records);
  g_free (self->anchors);
  g_free (self->codes);
  g_free (self->slot_lanes);
  g_free (self->groups);
  g_free (self->flags);
  g_free (self->lanes);
  g_free (self->items);
  g_free (self->records);
  g_free (self->language);
  tl_warp_unref (self->warp);
  g_object_unref (self->dataset);
  g_free (self);
}

const char *
tl_layout_base_get_flag_text (TlLayoutBase *self, guint flag)
{
  TlFlagInfo *info = &self->flags[flag];

  if (info->text == NULL)
    {
      info->countdown = tl_date_formatter_format_countdown (
          self->formatter, self->today,
          self->entries[info->record].span.earliest);
      info->text =
          tl_flag_dup_text (tl_dataset_get_record_title (
                                self->dataset, info->record, self->language),
                            info->countdown);
    }
  return info->text;
}

const char *
tl_layout_base_get_group_title (TlLayoutBase *self, guint group)
{
  TlGroupInfo *info = &self->groups[group];

  if (info->title == NULL)
    info->title = tl_layout_base_dup_group_title (self, info->key);
  return info->title;
}
