/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-record-ranks.h"

#include <stdlib.h>
#include <string.h>

#include "tl-icu-collator.h"
#include "tl-parallel.h"

/* Ranks are found once for a dataset and a key, which takes a while where there
 * are many titles. Putting any of the records in order is then a counting sort:
 * it takes linear time and leaves records of the same rank in the order they
 * came in, that of time. So every order is total and stable. */

struct _TlRecordRanks
{
  gatomicrefcount reference_count;
  TlDataset      *dataset;
  TlSortKey       key;
  guint *ranks; /* for each record; n_ranks when it has no such thing */
  guint  n_ranks;
};

static const char *const nicks[TL_N_SORT_KEYS] = {
  [TL_SORT_DATE] = "date",
  [TL_SORT_KIND] = "kind",
  [TL_SORT_TITLE] = "title",
  [TL_SORT_PLACE] = "place",
  [TL_SORT_PARTICIPANTS] = "participants",
  [TL_SORT_CERTAINTY] = "certainty",
  [TL_SORT_SOURCES] = "sources",
};

/**
 * tl_sort_key_from_nick:
 * @nick: a text
 * @key: (out): the key
 *
 * Returns: %FALSE when there is no such key; then @key stays as it was
 */
gboolean
tl_sort_key_from_nick (const char *nick, TlSortKey *key)
{
  g_return_val_if_fail (nick != NULL && key != NULL, FALSE);

  for (int i = 0; i < TL_N_SORT_KEYS; i++)
    if (g_str_equal (nicks[i], nick))
      {
        *key = (TlSortKey)i;
        return TRUE;
      }
  return FALSE;
}

/**
 * tl_sort_key_to_nick:
 * @key: a key
 *
 * Returns: (transfer none): its name for actions and settings
 */
const char *
tl_sort_key_to_nick (TlSortKey key)
{
  g_return_val_if_fail (key < TL_N_SORT_KEYS, NULL);

  return nicks[key];
}

/* --- ranks of bytes --- */

/* Bytes that stand for a record: memory has them in the order of records. The
 * first eight decide nearly always. */
typedef struct
{
  guint64       prefix;
  const guint8 *bytes;
  guint         length;
  guint         number;
} Bytes;

static void
set_bytes (Bytes *self, const guint8 *bytes, guint length, guint number)
{
  guint8 first[sizeof (guint64)] = { 0 };

  memcpy (first, bytes, MIN (length, sizeof first));
  memcpy (&self->prefix, first, sizeof first);
  self->prefix = GUINT64_FROM_BE (self->prefix);
  self->bytes = bytes;
  self->length = length;
  self->number = number;
}

static int
compare_content (const Bytes *a, const Bytes *b)
{
  int order;

  if (a->prefix != b->prefix)
    return a->prefix < b->prefix ? -1 : 1;
  order = memcmp (a->bytes, b->bytes, MIN (a->length, b->length));
  if (order != 0)
    return order;
  return (a->length > b->length) - (a->length < b->length);
}

static int
compare_bytes (gconstpointer a, gconstpointer b)
{
  const Bytes *left = a;
  const Bytes *right = b;
  int          order = compare_content (left, right);

  if (order != 0)
    return order;
  return (left->number > right->number) - (left->number < right->number);
}

/* Equal bytes have equal ranks; empty ones none. Returns how many there are. */
static guint
rank_bytes (Bytes *bytes, guint n, guint *ranks)
{
  guint n_ranks = 0;

  qsort (bytes, n, sizeof (Bytes), compare_bytes);
  for (guint i = 0; i < n; i++)
    {
      if (bytes[i].length > 0 &&
          (i == 0 || compare_content (&bytes[i - 1], &bytes[i]) != 0))
        n_ranks++;
      ranks[bytes[i].number] = bytes[i].length > 0 ? n_ranks - 1 : G_MAXUINT;
    }
  for (guint i = 0; i < n; i++)
    ranks[i] = MIN (ranks[i], n_ranks);
  return n_ranks;
}

typedef const char *(*GetText) (TlDataset *dataset, guint i, const char *lang);

/* Ranks of a few texts. (transfer full) */
static guint *
rank_texts (TlDataset  *dataset,
            guint       n,
            GetText     get_text,
            const char *language,
            guint      *n_ranks)
{
  g_autoptr (TlIcuCollator) collator = tl_icu_collator_new (language);
  g_autoptr (GByteArray) keys = g_byte_array_new ();
  g_autofree guint *starts = g_new (guint, n + 1);
  g_autofree Bytes *bytes = g_new (Bytes, n + 1);
  guint            *ranks = g_new (guint, n + 1);

  for (guint i = 0; i < n; i++)
    {
      starts[i] = keys->len;
      tl_icu_collator_append_key (collator, get_text (dataset, i, language),
                                  keys);
    }
  starts[n] = keys->len;
  for (guint i = 0; i < n; i++)
    set_bytes (&bytes[i], keys->data + starts[i], starts[i + 1] - starts[i], i);
  *n_ranks = rank_bytes (bytes, n, ranks);
  return ranks;
}

/* --- titles and participants --- */

typedef struct
{
  TlDataset   *dataset;
  TlSortKey    key;
  const char  *language;
  const guint *actor_ranks; /* for participants */
  Bytes       *bytes;
  GByteArray **parts; /* where the bytes of each part are */
} Collection;

static void
append_participants (Collection *self, guint record, GByteArray *keys)
{
  guint        n_actors;
  const guint *actors =
      tl_dataset_get_record_actors (self->dataset, record, &n_actors);

  for (guint i = 0; i < n_actors; i++)
    {
      guint32 rank = GUINT32_TO_BE (self->actor_ranks[actors[i]] + 1);

      g_byte_array_append (keys, (const guint8 *)&rank, sizeof rank);
    }
}

static void
collect_part (guint part, guint first, guint end, gpointer data)
{
  Collection *self = data;
  g_autoptr (TlIcuCollator) collator = NULL;
  GByteArray       *keys = self->parts[part];
  g_autofree guint *starts = g_new (guint, end - first + 1);

  if (self->key == TL_SORT_TITLE)
    collator = tl_icu_collator_new (self->language);
  for (guint i = first; i < end; i++)
    {
      starts[i - first] = keys->len;
      if (collator != NULL)
        tl_icu_collator_append_key (
            collator,
            tl_dataset_get_record_title (self->dataset, i, self->language),
            keys);
      else
        append_participants (self, i, keys);
    }
  starts[end - first] = keys->len;
  for (guint i = first; i < end; i++)
    set_bytes (&self->bytes[i], keys->data + starts[i - first],
               starts[i - first + 1] - starts[i - first], i);
}

static const char *
get_actor_name (TlDataset *dataset, guint actor, const char *language)
{
  return tl_text_get (tl_dataset_get_actor (dataset, actor)->name, language);
}

/* FALSE when cancelled. */
static gboolean
rank_collected (TlRecordRanks *self,
                const char    *language,
                GCancellable  *cancellable)
{
  const TlWork      work = { .cancellable = cancellable };
  guint             n = tl_dataset_get_n_records (self->dataset);
  g_autofree Bytes *bytes = g_new (Bytes, n + 1);
  g_autofree guint *actor_ranks = NULL;
  g_autoptr (GPtrArray) parts =
      g_ptr_array_new_with_free_func ((GDestroyNotify)g_byte_array_unref);
  guint      n_actors = tl_dataset_get_n_actors (self->dataset);
  guint      ignored;
  Collection collection = { .dataset = self->dataset,
                            .key = self->key,
                            .language = language,
                            .bytes = bytes };

  if (self->key == TL_SORT_PARTICIPANTS)
    actor_ranks = rank_texts (self->dataset, n_actors, get_actor_name, language,
                              &ignored);
  for (guint i = 0; i < tl_parallel_count_parts (n); i++)
    g_ptr_array_add (parts, g_byte_array_new ());
  collection.actor_ranks = actor_ranks;
  collection.parts = (GByteArray **)parts->pdata;
  if (!tl_parallel_pass (n, collect_part, &collection, &work))
    return FALSE;
  self->n_ranks = rank_bytes (bytes, n, self->ranks);
  return !g_cancellable_is_cancelled (cancellable);
}

/* --- what has few values --- */

/* What kind of record, and of which act, as one number. */
static guint
get_kind_number (const TlEntry *entry)
{
  return entry->act != TL_ACT_NONE ? TL_N_KINDS + (guint)entry->act
                                   : entry->kind;
}

static const char *
get_kind_label (TlDataset *dataset, guint number, const char *language)
{
  return number > TL_N_KINDS
             ? tl_act_get_label ((TlAct)(number - TL_N_KINDS))
             : tl_kind_get_label ((TlKind)MIN (number, TL_N_KINDS - 1));
}

static void
rank_kinds (TlRecordRanks *self, const char *language)
{
  const TlEntry    *entries = tl_dataset_get_entries (self->dataset);
  guint             n = tl_dataset_get_n_records (self->dataset);
  g_autofree guint *ranks = NULL;

  ranks = rank_texts (self->dataset, TL_N_KINDS + TL_ACT_EXPIRATION + 1,
                      get_kind_label, language, &self->n_ranks);
  for (guint i = 0; i < n; i++)
    self->ranks[i] = ranks[get_kind_number (&entries[i])];
}

static const char *
get_place_name (TlDataset *dataset, guint place, const char *language)
{
  return tl_text_get (tl_dataset_get_place (dataset, place)->name, language);
}

static void
rank_places (TlRecordRanks *self, const char *language)
{
  guint             n = tl_dataset_get_n_records (self->dataset);
  g_autofree guint *ranks = NULL;

  ranks = rank_texts (self->dataset, tl_dataset_get_n_places (self->dataset),
                      get_place_name, language, &self->n_ranks);
  for (guint i = 0; i < n; i++)
    {
      guint place = tl_dataset_get_record_place (self->dataset, i);

      self->ranks[i] = place != TL_NONE ? ranks[place] : self->n_ranks;
    }
}

static void
rank_certainty (TlRecordRanks *self)
{
  const TlEntry *entries = tl_dataset_get_entries (self->dataset);
  guint          n = tl_dataset_get_n_records (self->dataset);

  self->n_ranks = TL_N_STATUSES * 2;
  for (guint i = 0; i < n; i++)
    self->ranks[i] = entries[i].status * 2u + entries[i].contested;
}

static void
rank_sources (TlRecordRanks *self)
{
  guint n = tl_dataset_get_n_records (self->dataset);

  for (guint i = 0; i < n; i++)
    {
      tl_dataset_get_record_sources (self->dataset, i, &self->ranks[i]);
      self->n_ranks = MAX (self->n_ranks, self->ranks[i] + 1);
    }
}

/**
 * tl_record_ranks_new:
 * @dataset: a dataset
 * @key: what to sort by, not %TL_SORT_DATE: records stand in that order as they
 *   are
 * @language: (nullable): wanted language of the texts, whose order they come in
 * @cancellable: (nullable): to give up
 *
 * Looks where each record stands. With a million titles that takes seconds: not
 * for the main thread.
 *
 * Returns: (transfer full) (nullable): the ranks, or %NULL when @cancellable
 * was cancelled
 */
TlRecordRanks *
tl_record_ranks_new (TlDataset    *dataset,
                     TlSortKey     key,
                     const char   *language,
                     GCancellable *cancellable)
{
  g_autoptr (TlRecordRanks) self = NULL;

  g_return_val_if_fail (TL_IS_DATASET (dataset), NULL);
  g_return_val_if_fail (key > TL_SORT_DATE && key < TL_N_SORT_KEYS, NULL);

  self = g_new0 (TlRecordRanks, 1);
  g_atomic_ref_count_init (&self->reference_count);
  self->dataset = g_object_ref (dataset);
  self->key = key;
  self->ranks = g_new (guint, tl_dataset_get_n_records (dataset) + 1);
  switch (key)
    {
    case TL_SORT_KIND:
      rank_kinds (self, language);
      break;
    case TL_SORT_PLACE:
      rank_places (self, language);
      break;
    case TL_SORT_CERTAINTY:
      rank_certainty (self);
      break;
    case TL_SORT_SOURCES:
      rank_sources (self);
      break;
    case TL_SORT_TITLE:
    case TL_SORT_PARTICIPANTS:
      if (!rank_collected (self, language, cancellable))
        return NULL;
      break;
    case TL_SORT_DATE:
    default:
      g_return_val_if_reached (NULL);
    }
  return g_steal_pointer (&self);
}

/**
 * tl_record_ranks_ref:
 * @self: ranks
 *
 * Returns: (transfer full): the same
 */
TlRecordRanks *
tl_record_ranks_ref (TlRecordRanks *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  g_atomic_ref_count_inc (&self->reference_count);
  return self;
}

/**
 * tl_record_ranks_unref:
 * @self: (transfer full): ranks
 *
 * Drops a reference.
 */
void
tl_record_ranks_unref (TlRecordRanks *self)
{
  g_return_if_fail (self != NULL);

  if (!g_atomic_ref_count_dec (&self->reference_count))
    return;
  g_object_unref (self->dataset);
  g_free (self->ranks);
  g_free (self);
}

/**
 * tl_record_ranks_are_of:
 * @self: (nullable): ranks
 * @dataset: a dataset
 * @key: what to sort by
 *
 * Returns: whether these are the ranks of that dataset by that key
 */
gboolean
tl_record_ranks_are_of (const TlRecordRanks *self,
                        TlDataset           *dataset,
                        TlSortKey            key)
{
  return self != NULL && self->dataset == dataset && self->key == key;
}

/* Where those of a rank begin, turned into where its next one goes. What has no
 * rank stays at the end. */
static guint *
find_places (const TlRecordRanks *self,
             const guint         *records,
             guint                n_records,
             gboolean             descending)
{
  guint *counts = g_new0 (guint, self->n_ranks + 1);
  guint  place = 0;

  for (guint i = 0; i < n_records; i++)
    counts[self->ranks[records[i]]]++;
  for (guint i = 0; i < self->n_ranks; i++)
    {
      guint rank = descending ? self->n_ranks - 1 - i : i;
      guint count = counts[rank];

      counts[rank] = place;
      place += count;
    }
  counts[self->n_ranks] = place;
  return counts;
}

/**
 * tl_record_ranks_sort:
 * @self: ranks
 * @records: (array length=n_records): indices of records, in time order
 * @n_records: how many
 * @descending: the highest rank first
 *
 * Puts records in order. Those of the same rank stay in the order of time, in
 * both directions; those without a place or participants come last when that
 * is sorted by, in both directions, too. Takes linear time.
 *
 * Returns: (transfer full) (array length=n_records): the records in order
 */
guint *
tl_record_ranks_sort (const TlRecordRanks *self,
                      const guint         *records,
                      guint                n_records,
                      gboolean             descending)
{
  g_autofree guint *places = NULL;
  guint            *sorted = g_new (guint, n_records + 1);

  g_return_val_if_fail (self != NULL, sorted);

  places = find_places (self, records, n_records, descending);
  for (guint i = 0; i < n_records; i++)
    sorted[places[self->ranks[records[i]]]++] = records[i];
  return sorted;
}
