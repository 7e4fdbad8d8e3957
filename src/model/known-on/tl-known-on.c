/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-calendar.h"
#include "tl-dataset-private.h"
#include "tl-known-accounts.h"

#include <stdlib.h>
#include <string.h>

/* The dataset as a reader of the day knew it. Sources, actors, places and
 * treaties keep their indices; records and quotes get new ones. Nearly all
 * records stay as they are, so what is made is mostly a choice among those of
 * the whole dataset: their entries and columns are copied, everything else is
 * shared. */

/* What becomes of a record, until its number is known. */
typedef enum
{
  FATE_SAME,
  FATE_DERIVED, /* differs, but not in its date; with the bits below */
  FATE_CHANGED, /* had to be read */
  FATE_UNKNOWN,
  FATE_PLANNED = 4,
  FATE_CONTESTED = 8,
  FATE_PARTLY_KNOWN = 16,
} Fate;

/* A record that had to be read. */
typedef struct
{
  guint        record; /* of the whole dataset */
  TlRecordBox *box;
  TlEntry      entry;
} Changed;

typedef struct
{
  TlDataset            *dataset;
  const TlDatasetParts *all;
  const TlWork         *work;
  TlDatasetParts       *parts;     /* to be made */
  gint64               *published; /* by source: the last second it can be */
  guint                 n_parts;
  GArray              **part_changed;    /* by part of the pass; nullable */
  TlArena             **part_arenas;     /* by part of the pass; nullable */
  GArray               *changed;         /* all of them, in order of record */
  gint                  n_known_sources; /* room in the list of them; atomic */
  gint                  next_known_source; /* atomic */
} KnownOn;

/* --- what is known --- */

/* A source whose date is inexact counts once its latest day has passed. */
static void
find_known_sources (KnownOn *self, gint64 second)
{
  const TlDatasetParts *all = self->all;
  gint64                day_end =
      tl_calendar_floor (second, TL_UNIT_DAY, 1) + TL_SECONDS_PER_DAY - 1;

  self->parts->known = g_new (guint8, all->n_sources + 1);
  self->published = g_new (gint64, all->n_sources + 1);
  for (guint i = 0; i < all->n_sources; i++)
    {
      self->published[i] = tl_date_get_span (all->sources[i].published).latest;
      self->parts->known[i] = self->published[i] <= day_end;
    }
}

/* How many of the record's sources were known; latest: when the last of
 * those was published. */
static guint
count_known (const KnownOn *self, guint record, gint64 *latest)
{
  TlRecordLists lists = tl_dataset_parts_get_lists (self->all, record);
  guint         n_known = 0;

  *latest = G_MININT64;
  for (guint i = 0; i < lists.n_sources; i++)
    if (self->parts->known[lists.sources[i]])
      {
        *latest = MAX (*latest, self->published[lists.sources[i]]);
        n_known++;
      }
  return n_known;
}

/* latest: when the last known source was published. Accounts that tell no
 * status of their own only announced what was still to come then. */
static gboolean
is_only_announced (const TlEntry *entry, gint64 latest)
{
  return entry->status == TL_STATUS_OCCURRED && latest < entry->span.earliest;
}

static guint
make_fate (gboolean is_partly_known, gboolean is_planned, gboolean is_contested)
{
  if (!is_partly_known && !is_planned)
    return FATE_SAME;
  return FATE_DERIVED | (is_partly_known ? FATE_PARTLY_KNOWN : 0) |
         (is_planned ? FATE_PLANNED : 0) | (is_contested ? FATE_CONTESTED : 0);
}

/* Of a record whose accounts have something of their own that decides. */
static guint
find_fate_by_accounts (const KnownOn *self,
                       guint          record,
                       gboolean       is_partly_known)
{
  const TlEntry        *entry = &self->all->entries[record];
  const TlKnownAccounts accounts = tl_known_accounts_read (
      self->dataset, record, self->parts->known, self->published);
  gboolean is_planned =
      entry->status == TL_STATUS_OCCURRED && accounts.announced;

  return is_planned && accounts.dated
             ? FATE_CHANGED
             : make_fate (is_partly_known, is_planned, accounts.contested);
}

static guint
find_fate (const KnownOn *self, guint record)
{
  const TlEntry  *entry = &self->all->entries[record];
  const TlColumn *column = &self->all->columns[record];
  gint64          latest;
  guint           n_known = count_known (self, record, &latest);
  gboolean        is_partly_known = n_known < column->n_sources;
  gboolean        is_planned;

  if (n_known == 0)
    return FATE_UNKNOWN;
  if (column->length == 0 || column->derived)
    return FATE_CHANGED;
  is_planned = is_only_announced (entry, latest);
  if ((is_partly_known && entry->contested) ||
      (entry->status == TL_STATUS_OCCURRED && column->own_status) ||
      (is_planned && (is_partly_known ? column->own_date : column->all_dated)))
    return find_fate_by_accounts (self, record, is_partly_known);
  return make_fate (is_partly_known, is_planned, entry->contested);
}

static void
add_changed (KnownOn *self, guint part, guint record)
{
  Changed changed = { .record = record, .entry = self->all->entries[record] };
  const TlRecord *details;

  if (self->part_changed[part] == NULL)
    {
      self->part_changed[part] = g_array_new (FALSE, FALSE, sizeof (Changed));
      self->part_arenas[part] = tl_arena_new (self->all->arena);
    }
  changed.box = tl_known_record_new (self->dataset, record, self->parts->known,
                                     self->part_arenas[part]);
  details = &changed.box->record;
  changed.entry.span = tl_date_get_span (details->date);
  changed.entry.status = (guint8)details->status;
  changed.entry.contested = details->contested != FALSE;
  g_array_append_val (self->part_changed[part], changed);
}

static void
examine_part (guint part, guint first, guint end, gpointer data)
{
  KnownOn *self = data;
  guint    n_known_sources = 0;

  for (guint i = first; i < end; i++)
    {
      guint fate = find_fate (self, i);

      self->parts->numbers[i] = fate == FATE_UNKNOWN ? TL_NONE : fate;
      if (fate == FATE_CHANGED)
        add_changed (self, part, i);
      else if (fate & FATE_PARTLY_KNOWN)
        n_known_sources += self->all->columns[i].n_sources;
    }
  g_atomic_int_add (&self->n_known_sources, (int)n_known_sources);
}

static void
join_changed (KnownOn *self)
{
  for (guint i = 0; i < self->n_parts; i++)
    if (self->part_changed[i] != NULL)
      {
        g_array_append_vals (self->changed, self->part_changed[i]->data,
                             self->part_changed[i]->len);
        g_array_set_size (self->part_changed[i], 0);
        tl_arena_keep (self->parts->arena, self->part_arenas[i]);
        tl_arena_freeze (self->part_arenas[i]);
      }
}

/* --- order --- */

static int
compare_places (
    const KnownOn *self, guint a, TlSpan span_a, guint b, TlSpan span_b)
{
  int order = tl_span_compare (span_a, span_b);

  return order != 0 ? order
                    : strcmp (tl_dataset_get_record_id (self->dataset, a),
                              tl_dataset_get_record_id (self->dataset, b));
}

static int
compare_changed (gconstpointer a, gconstpointer b, gpointer data)
{
  const Changed *left = *(Changed *const *)a;
  const Changed *right = *(Changed *const *)b;

  return compare_places (data, left->record, left->entry.span, right->record,
                         right->entry.span);
}

/* Those that stay in their place, in order; moved gets the others. */
static guint
list_kept (KnownOn *self, guint *kept, GPtrArray *moved)
{
  guint next = 0;
  guint n_kept = 0;

  for (guint i = 0; i < self->all->n_records; i++)
    {
      guint fate = self->parts->numbers[i];

      if (fate == FATE_CHANGED)
        {
          Changed *changed = &g_array_index (self->changed, Changed, next++);

          if (tl_span_compare (changed->entry.span,
                               self->all->entries[i].span) != 0)
            {
              g_ptr_array_add (moved, changed);
              continue;
            }
        }
      if (fate != TL_NONE)
        kept[n_kept++] = i;
    }
  return n_kept;
}

/* The first of kept, from a place on, that comes after the moved one. */
static guint
find_after (const KnownOn *self,
            const guint   *kept,
            guint          from,
            guint          n_kept,
            const Changed *moved)
{
  while (from < n_kept)
    {
      guint middle = from + (n_kept - from) / 2;
      guint record = kept[middle];

      if (compare_places (self, record, self->all->entries[record].span,
                          moved->record, moved->entry.span) < 0)
        from = middle + 1;
      else
        n_kept = middle;
    }
  return from;
}

static void
order_records (KnownOn *self)
{
  g_autoptr (GPtrArray) moved = g_ptr_array_new ();
  g_autofree guint *kept = g_new (guint, self->all->n_records + 1);
  guint             n_kept = list_kept (self, kept, moved);
  guint             from = 0;
  guint             at = 0;

  self->parts->n_records = n_kept + moved->len;
  if (moved->len == 0)
    {
      self->parts->origins = g_steal_pointer (&kept);
      return;
    }
  g_ptr_array_sort_with_data (moved, compare_changed, self);
  self->parts->origins = g_new (guint, self->parts->n_records);
  for (guint i = 0; i < moved->len; i++)
    {
      const Changed *changed = g_ptr_array_index (moved, i);
      guint          end = find_after (self, kept, from, n_kept, changed);

      while (from < end)
        self->parts->origins[at++] = kept[from++];
      self->parts->origins[at++] = changed->record;
    }
  while (from < n_kept)
    self->parts->origins[at++] = kept[from++];
}

/* --- the new dataset --- */

/* Where in the array of changed records a record stands. */
static guint
find_changed (const KnownOn *self, guint record)
{
  guint low = 0;
  guint high = self->changed->len;

  while (high - low > 1)
    {
      guint middle = low + (high - low) / 2;

      if (g_array_index (self->changed, Changed, middle).record <= record)
        low = middle;
      else
        high = middle;
    }
  return low;
}

static void
list_known_sources (KnownOn *self, guint record, TlColumn *column)
{
  TlRecordLists lists = tl_dataset_parts_get_lists (self->all, record);
  gint64        latest;
  guint         n_known = count_known (self, record, &latest);
  guint        *sources;

  column->start =
      (guint)g_atomic_int_add (&self->next_known_source, (gint)n_known);
  column->n_sources = n_known & TL_COLUMN_MAX_ITEMS;
  sources = self->parts->known_sources + column->start;
  for (guint i = 0; i < lists.n_sources; i++)
    if (self->parts->known[lists.sources[i]])
      *sources++ = lists.sources[i];
}

static void
derive_entry (
    KnownOn *self, guint record, guint fate, TlEntry *entry, TlColumn *column)
{
  if (fate & FATE_PLANNED)
    entry->status = TL_STATUS_PLANNED;
  entry->contested = (fate & FATE_CONTESTED) != 0;
  column->derived = 1;
  column->start = TL_NONE;
  if (fate & FATE_PARTLY_KNOWN)
    list_known_sources (self, record, column);
}

static void
fill_part (guint part, guint first, guint end, gpointer data)
{
  KnownOn        *self = data;
  TlDatasetParts *parts = self->parts;

  for (guint i = first; i < end; i++)
    {
      guint record = parts->origins[i];
      guint fate = parts->numbers[record];

      parts->entries[i] = self->all->entries[record];
      parts->columns[i] = self->all->columns[record];
      if (fate == FATE_CHANGED)
        {
          guint          box = find_changed (self, record);
          const Changed *changed = &g_array_index (self->changed, Changed, box);

          parts->entries[i] = changed->entry;
          parts->columns[i] = tl_record_box_make_column (changed->box, box);
        }
      else if (fate != FATE_SAME)
        derive_entry (self, record, fate, &parts->entries[i],
                      &parts->columns[i]);
      /* Nobody else asks what became of this record. */
      parts->numbers[record] = i;
    }
}

static void
hand_over_boxes (KnownOn *self)
{
  TlDatasetParts *parts = self->parts;

  parts->n_boxes = self->changed->len;
  parts->boxes =
      tl_arena_alloc (parts->arena, parts->n_boxes * sizeof (TlRecordBox *));
  for (guint i = 0; i < parts->n_boxes; i++)
    parts->boxes[i] = g_array_index (self->changed, Changed, i).box;
  g_array_set_size (self->changed, 0);
}

static void
derive_quotes (KnownOn *self)
{
  const TlDatasetParts *all = self->all;
  TlDatasetParts       *parts = self->parts;

  parts->quotes =
      tl_arena_alloc (parts->arena, all->n_quotes * sizeof (TlQuote));
  parts->quote_numbers = g_new (guint, all->n_quotes + 1);
  for (guint i = 0; i < all->n_quotes; i++)
    {
      parts->quote_numbers[i] = TL_NONE;
      if (!self->parts->known[all->quotes[i].source])
        continue;
      parts->quote_numbers[i] = parts->n_quotes;
      parts->quotes[parts->n_quotes++] = all->quotes[i];
    }
  for (guint i = 0; i < parts->n_quotes; i++)
    {
      TlQuote *quote = &parts->quotes[i];

      if (quote->record != TL_NONE)
        quote->record = parts->numbers[quote->record];
      if (quote->same_as != TL_NONE)
        quote->same_as = parts->quote_numbers[quote->same_as];
    }
}

static int
compare_indices (gconstpointer a, gconstpointer b)
{
  guint left = *(const guint *)a;
  guint right = *(const guint *)b;

  return (left > right) - (left < right);
}

static void
derive_treaties (KnownOn *self)
{
  const TlDatasetParts *all = self->all;
  TlDatasetParts       *parts = self->parts;

  parts->n_treaties = all->n_treaties;
  parts->treaties = tl_arena_copy (parts->arena, all->treaties,
                                   all->n_treaties * sizeof (TlTreaty));
  for (guint i = 0; i < parts->n_treaties; i++)
    {
      TlTreaty *treaty = &parts->treaties[i];
      guint    *acts =
          tl_arena_alloc (parts->arena, treaty->n_acts * sizeof (guint));
      guint n_acts = 0;

      for (guint j = 0; j < treaty->n_acts; j++)
        if (parts->numbers[treaty->acts[j]] != TL_NONE)
          acts[n_acts++] = parts->numbers[treaty->acts[j]];
      if (n_acts > 0)
        qsort (acts, n_acts, sizeof (guint), compare_indices);
      treaty->acts = acts;
      treaty->n_acts = n_acts;
      treaty->life = tl_treaty_compute_life (treaty, parts->entries);
    }
}

static void
share_parts (KnownOn *self)
{
  const TlDatasetParts *all = self->all;
  TlDatasetParts       *parts = self->parts;

  parts->origin = g_object_ref (self->dataset);
  parts->header = all->header;
  parts->text = all->text != NULL ? g_bytes_ref (all->text) : NULL;
  parts->words = g_bytes_ref (all->words);
  parts->lists = all->lists;
  parts->sources = all->sources;
  parts->n_sources = all->n_sources;
  parts->actors = all->actors;
  parts->n_actors = all->n_actors;
  parts->places = all->places;
  parts->n_places = all->n_places;
}

/* Records that are kept whole know their relations and quotations. */
static void
link_changed (KnownOn *self)
{
  for (guint i = 0; i < self->changed->len; i++)
    {
      const Changed *changed = &g_array_index (self->changed, Changed, i);

      tl_dataset_parts_link_record (self->parts,
                                    self->parts->numbers[changed->record],
                                    &changed->box->record, self->parts->arena);
    }
}

/* FALSE when cancelled. */
static gboolean
make_records (KnownOn *self)
{
  TlDatasetParts *parts = self->parts;

  parts->numbers = g_new (guint, self->all->n_records + 1);
  if (!tl_parallel_pass (self->all->n_records, examine_part, self, self->work))
    return FALSE;
  join_changed (self);
  order_records (self);
  parts->entries = g_new (TlEntry, parts->n_records + 1);
  parts->columns = g_new (TlColumn, parts->n_records + 1);
  parts->known_sources = g_new (guint, (guint)self->n_known_sources + 1);
  return tl_parallel_pass (parts->n_records, fill_part, self, self->work);
}

/* --- memory --- */

static void
free_changed (GArray *changed)
{
  for (guint i = 0; i < changed->len; i++)
    tl_record_unref (&g_array_index (changed, Changed, i).box->record);
  g_array_unref (changed);
}

static void
clear_known_on (KnownOn *self)
{
  for (guint i = 0; i < self->n_parts; i++)
    {
      g_clear_pointer (&self->part_changed[i], free_changed);
      g_clear_pointer (&self->part_arenas[i], tl_arena_unref);
    }
  g_free (self->part_changed);
  g_free (self->part_arenas);
  g_clear_pointer (&self->changed, free_changed);
  g_free (self->published);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (KnownOn, clear_known_on)

static void
drop_parts (TlDatasetParts *parts)
{
  g_free (parts->entries);
  g_free (parts->columns);
  g_free (parts->origins);
  g_free (parts->numbers);
  g_free (parts->known);
  g_free (parts->known_sources);
  tl_arena_unref (parts->arena);
}

TlDataset *
tl_dataset_known_on_with_work (TlDataset    *self,
                               gint64        second,
                               const TlWork *work)
{
  const TlDatasetParts *all = tl_dataset_get_parts (self);
  TlDatasetParts        parts = { .arena = tl_arena_new (all->arena) };
  g_auto (KnownOn) known = {
    .dataset = self,
    .all = all,
    .work = work,
    .parts = &parts,
    .n_parts = tl_parallel_count_parts (all->n_records),
    .changed = g_array_new (FALSE, FALSE, sizeof (Changed)),
  };

  known.part_changed = g_new0 (GArray *, known.n_parts + 1);
  known.part_arenas = g_new0 (TlArena *, known.n_parts + 1);
  find_known_sources (&known, second);
  if (!make_records (&known))
    {
      drop_parts (&parts);
      return NULL;
    }
  share_parts (&known);
  derive_quotes (&known);
  derive_treaties (&known);
  link_changed (&known);
  hand_over_boxes (&known);
  tl_arena_freeze (parts.arena);
  return tl_dataset_new (&parts);
}

TlDataset *
tl_dataset_known_on (TlDataset *self, gint64 second)
{
  g_return_val_if_fail (TL_IS_DATASET (self), NULL);

  return tl_dataset_known_on_with_work (self, second, NULL);
}
