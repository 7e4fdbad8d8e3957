/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-layout-fill.h"

#include "tl-parallel.h"

/* The passes over all records that a layout is made of. */

/* A thread is not worth its start for fewer records. */
#define MIN_PART 16384
#define MAX_PARTS 16
/* So many records are looked at together. */
#define BLOCK 32

void
tl_fill_init (TlFill *fill, TlLayoutBase *base)
{
  guint n_parts = MIN (base->n_threads, base->n_records / MIN_PART);

  n_parts = CLAMP (n_parts, 1, MAX_PARTS);
  *fill = (TlFill){
    .base = base,
    .parts = g_new0 (TlFillPart, n_parts),
    .n_parts = n_parts,
    .n_slots = base->n_keys + 1 + tl_dataset_get_n_treaties (base->dataset),
  };
  for (guint i = 0; i < n_parts; i++)
    fill->parts[i] = (TlFillPart){
      .first = (guint)((guint64)base->n_records * i / n_parts),
      .end = (guint)((guint64)base->n_records * (i + 1) / n_parts),
      .from = G_MAXINT64,
      .to = G_MININT64,
      .flags = g_array_new (FALSE, TRUE, sizeof (TlFlagInfo)),
      .counts = g_malloc0_n (fill->n_slots, 2 * sizeof (guint)),
    };
}

void
tl_fill_clear (TlFill *fill)
{
  for (guint i = 0; i < fill->n_parts; i++)
    {
      g_array_unref (fill->parts[i].flags);
      g_free (fill->parts[i].counts);
      g_free (fill->parts[i].stands);
    }
  g_free (fill->parts);
}

static void
survey_time (TlFillPart *part, const TlSpan *span)
{
  if (span->start == TL_BOUND_KNOWN)
    {
      part->from = MIN (part->from, span->earliest);
      part->to = MAX (part->to, span->earliest);
    }
  if (span->end == TL_BOUND_KNOWN)
    {
      part->from = MIN (part->from, span->latest + 1);
      part->to = MAX (part->to, span->latest + 1);
    }
}

static void
survey_flag (TlFill *fill, TlFillPart *part, guint record)
{
  const TlSpan *span = &fill->base->entries[record].span;
  TlFlagInfo    flag = { .record = record };

  if (span->start != TL_BOUND_KNOWN || span->end != TL_BOUND_KNOWN)
    return;
  flag.axis =
      tl_warp_to_axis (fill->base->warp, (double)tl_span_get_middle (*span));
  g_array_append_val (part->flags, flag);
}

/* A place that a record will have: its slot, and these bits. */
#define STAND_BAR 1u
#define STAND_LAST 2u /* of its record */
#define STAND_SHIFT 2

static void
reserve_stands (TlFillPart *part, guint n)
{
  if (part->n_stands + n <= part->max_stands)
    return;
  part->max_stands = MAX (part->n_stands + n, part->max_stands / 2 * 3);
  part->stands = g_renew (guint, part->stands, part->max_stands);
}

static void
survey_keys (const TlFill *fill,
             TlFillPart   *part,
             guint         record,
             const guint  *keys,
             guint         n_keys)
{
  TlLayoutBase *base = fill->base;
  guint         treaty = tl_layout_base_get_lane_treaty (base, record);
  guint bar = tl_span_is_bar (&base->entries[record].span) ? STAND_BAR : 0;

  reserve_stands (part, n_keys);
  for (guint i = 0; i < n_keys; i++)
    {
      guint slot = tl_layout_base_get_slot (base, keys[i], treaty);

      part->counts[slot][bar]++;
      part->stands[part->n_stands++] = slot << STAND_SHIFT | bar;
    }
  part->stands[part->n_stands - 1] |= STAND_LAST;
}

/* The keys of records that follow each other in time are far apart in memory:
 * those of a whole block are on their way before the first is looked at. */
static void
survey_block (TlFill *fill, TlFillPart *part, const guint *records, guint n)
{
  TlLayoutBase *base = fill->base;
  const guint  *keys[BLOCK];
  guint         n_keys[BLOCK];
  guint         single[BLOCK];

  for (guint i = 0; i < n; i++)
    {
      keys[i] =
          tl_layout_base_list_keys (base, records[i], &single[i], &n_keys[i]);
      __builtin_prefetch (keys[i]);
    }
  for (guint i = 0; i < n; i++)
    {
      const TlEntry *entry = &base->entries[records[i]];

      survey_keys (fill, part, records[i], keys[i], n_keys[i]);
      survey_time (part, &entry->span);
      if (entry->act == TL_ACT_EXPIRATION)
        survey_flag (fill, part, records[i]);
    }
}

static void
survey_part (guint task, gpointer data)
{
  TlFill     *fill = data;
  TlFillPart *part = &fill->parts[task];

  reserve_stands (part, part->end - part->first);
  for (guint i = part->first; i < part->end; i += BLOCK)
    survey_block (fill, part, fill->base->records + i,
                  MIN (BLOCK, part->end - i));
}

void
tl_fill_survey (TlFill *fill)
{
  tl_parallel_run (fill->n_parts, survey_part, fill,
                   &(TlWork){ .n_threads = fill->base->n_threads });
}

guint
tl_fill_count (const TlFill *fill, guint slot, gboolean bars)
{
  guint count = 0;

  for (guint i = 0; i < fill->n_parts; i++)
    count += fill->parts[i].counts[slot][bars ? 1 : 0];
  return count;
}

/* From numbers to places: part behind part; in lanes that are decided as a
 * whole without regard to bars. */
static void
place_slot (TlFill *fill, guint slot)
{
  const TlLaneInfo *lane = &fill->base->lanes[fill->base->slot_lanes[slot]];
  guint             place = lane->first + (lane->is_large ? 0 : lane->n_lives);
  guint             bar_place = lane->first_bar;

  for (guint i = 0; i < fill->n_parts; i++)
    {
      guint *counts = fill->parts[i].counts[slot];
      guint  n_moments = counts[0];
      guint  n_bars = counts[1];

      counts[0] = place;
      counts[1] = bar_place;
      place += lane->is_large ? n_moments : n_moments + n_bars;
      bar_place += n_bars;
    }
}

static void
put_part (guint task, gpointer data)
{
  TlFill           *fill = data;
  TlLayoutBase     *base = fill->base;
  const TlFillPart *part = &fill->parts[task];
  const guint      *record = base->records + part->first;

  for (guint i = 0; i < part->n_stands; i++)
    {
      guint  stand = part->stands[i];
      guint *places = part->counts[stand >> STAND_SHIFT];

      /* Lanes decided as a whole come first. */
      if (places[0] >= base->n_whole)
        base->item_records[places[stand & STAND_BAR]++] = *record;
      else
        base->items[places[0]++] = tl_layout_base_make_item (
            base, &base->entries[*record].span, *record);
      if ((stand & STAND_LAST) != 0)
        record++;
    }
}

void
tl_fill_put_items (TlFill *fill)
{
  TlLayoutBase *base = fill->base;

  for (guint slot = 0; slot < fill->n_slots; slot++)
    if (base->slot_lanes[slot] != TL_NONE)
      place_slot (fill, slot);
  tl_parallel_run (fill->n_parts, put_part, fill,
                   &(TlWork){ .n_threads = base->n_threads });
}
