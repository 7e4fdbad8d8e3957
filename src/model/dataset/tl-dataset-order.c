/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-dataset-private.h"

#include <string.h>

/* The order of time: by earliest, latest, id. A radix sort by a coarse key of
 * 32 bits comes first, because comparing a million records one with another
 * costs far more; only records of the same key are compared. It sorts in place
 * (American flag sort: McIlroy, Bostic and McIlroy, Engineering Radix Sort,
 * 1993), since this is when reading takes most memory. */

#define RADIX_BITS 8
#define N_BUCKETS (1 << RADIX_BITS)
#define KEY_SHIFT 32
/* How far ahead the memory is told what will be read. */
#define LISTS_AHEAD 32
/* In so many rounds lists move to their new places, so that only that part of
 * them is there twice. */
#define LISTS_ROUNDS 4
/* So few are put in order one by one. */
#define FEW_KEYS 32

typedef struct
{
  const TlEntry *entries;
  TlEntryIdFunc  get_id;
  gpointer       user_data;
} Order;

static int
compare_records (gconstpointer a, gconstpointer b, gpointer data)
{
  const Order *self = data;
  guint        first = (guint) * (const guint64 *)a;
  guint        second = (guint) * (const guint64 *)b;
  int          order =
      tl_span_compare (self->entries[first].span, self->entries[second].span);

  if (order != 0)
    return order;
  return strcmp (self->get_id (first, self->user_data),
                 self->get_id (second, self->user_data));
}

/* The key in the upper half, the number in the lower one. */
static guint64 *
make_keys (const TlEntry *entries, guint n_entries)
{
  guint64 *keys = g_new (guint64, MAX (n_entries, 1));
  gint64   first = G_MAXINT64;
  gint64   last = G_MININT64;
  guint    shift = 0;

  for (guint i = 0; i < n_entries; i++)
    if (entries[i].span.earliest != G_MININT64)
      {
        first = MIN (first, entries[i].span.earliest);
        last = MAX (last, entries[i].span.earliest);
      }
  while (first < last &&
         ((guint64)last - (guint64)first) >> shift >= G_MAXUINT32)
    shift++;
  for (guint i = 0; i < n_entries; i++)
    {
      gint64  earliest = entries[i].span.earliest;
      guint64 key = 0; /* open starts come first */

      if (earliest != G_MININT64)
        key = 1 + (((guint64)earliest - (guint64)first) >> shift);
      keys[i] = key << KEY_SHIFT | i;
    }
  return keys;
}

static void
insert_keys (guint64 *keys, guint n)
{
  for (guint i = 1; i < n; i++)
    {
      guint64 key = keys[i];
      guint   at = i;

      for (; at > 0 && keys[at - 1] > key; at--)
        keys[at] = keys[at - 1];
      keys[at] = key;
    }
}

static guint
get_digit (guint64 key, guint shift)
{
  return (guint)(key >> shift) % N_BUCKETS;
}

/* Each key goes where those with its digit belong, and pushes on what lies
 * there, until the circle closes. */
static void
permute_keys (guint64 *keys, guint *nexts, const guint *ends, guint shift)
{
  for (guint i = 0; i < N_BUCKETS; i++)
    while (nexts[i] < ends[i])
      {
        guint64 key = keys[nexts[i]];
        guint   digit = get_digit (key, shift);

        while (digit != i)
          {
            guint64 pushed = keys[nexts[digit]];

            keys[nexts[digit]++] = key;
            key = pushed;
            digit = get_digit (key, shift);
          }
        keys[nexts[i]++] = key;
      }
}

/* By the digits from shift down to the last one of the key. */
static void
sort_keys (guint64 *keys, guint n, guint shift)
{
  guint nexts[N_BUCKETS];
  guint ends[N_BUCKETS] = { 0 };
  guint start = 0;

  if (n <= FEW_KEYS)
    {
      insert_keys (keys, n);
      return;
    }
  for (guint i = 0; i < n; i++)
    ends[get_digit (keys[i], shift)]++;
  for (guint i = 0; i < N_BUCKETS; i++)
    {
      nexts[i] = start;
      start += ends[i];
      ends[i] = start;
    }
  permute_keys (keys, nexts, ends, shift);
  start = 0;
  for (guint i = 0; i < N_BUCKETS && shift > KEY_SHIFT; i++)
    {
      sort_keys (keys + start, ends[i] - start, shift - RADIX_BITS);
      start = ends[i];
    }
}

/* The numbers of the keys, in the same memory, which is given back in part. */
static guint *
keep_numbers (guint64 *keys, guint n)
{
  guint *numbers = (guint *)keys;

  for (guint i = 0; i < n; i++)
    {
      guint number = (guint)keys[i];

      memcpy (numbers + i, &number, sizeof number);
    }
  return g_realloc (keys, MAX (n, 1) * sizeof (guint));
}

guint *
tl_dataset_order (const TlEntry *entries,
                  guint          n_entries,
                  TlEntryIdFunc  get_id,
                  gpointer       user_data)
{
  Order    self = { entries, get_id, user_data };
  guint64 *keys = make_keys (entries, n_entries);
  guint    end;

  sort_keys (keys, n_entries, 64 - RADIX_BITS);
  for (guint i = 0; i < n_entries; i = end)
    {
      end = i + 1;
      while (end < n_entries && keys[end] >> KEY_SHIFT == keys[i] >> KEY_SHIFT)
        end++;
      if (end - i > 1)
        g_qsort_with_data (keys + i, (int)(end - i), sizeof (guint64),
                           compare_records, &self);
    }
  return keep_numbers (keys, n_entries);
}

void
tl_dataset_reorder (TlEntry  *entries,
                    TlColumn *columns,
                    guint    *order,
                    guint     n_entries)
{
  for (guint i = 0; i < n_entries; i++)
    {
      TlEntry  entry = entries[i];
      TlColumn column = columns[i];
      guint    at = i;

      /* Round the circle of places that i belongs to. */
      while (order[at] != i)
        {
          guint from = order[at];

          entries[at] = entries[from];
          columns[at] = columns[from];
          order[at] = at;
          at = from;
        }
      entries[at] = entry;
      columns[at] = column;
      order[at] = at;
    }
}

/* Copies the lists of those in first…end of the order. Returns: where the next
 * one goes. */
static guint32
copy_lists (TlColumn    *columns,
            const guint *order,
            guint        first,
            guint        end,
            const guint *lists,
            guint       *ordered,
            guint32      at)
{
  for (guint i = first; i < end; i++)
    {
      TlColumn *column = &columns[order[i]];
      guint     n = tl_column_count_references (column);

      if (end - i > 2 * LISTS_AHEAD)
        __builtin_prefetch (&columns[order[i + 2 * LISTS_AHEAD]]);
      if (end - i > LISTS_AHEAD)
        __builtin_prefetch (lists + columns[order[i + LISTS_AHEAD]].lists);
      memcpy (ordered + at, lists + column->lists, n * sizeof (guint));
      column->lists = at;
      at += n;
    }
  return at;
}

/* Moves together the lists of those that come later than the end. Returns:
 * (transfer full): the rest */
static guint *
keep_lists (TlColumn    *columns,
            guint        n_columns,
            const guint *positions,
            guint        end,
            guint       *lists)
{
  guint32 at = 0;

  for (guint i = 0; i < n_columns; i++)
    if (positions[i] >= end)
      {
        guint n = tl_column_count_references (&columns[i]);

        memmove (lists + at, lists + columns[i].lists, n * sizeof (guint));
        columns[i].lists = at;
        at += n;
      }
  return g_renew (guint, lists, (gsize)at + 1);
}

guint *
tl_dataset_reorder_lists (TlColumn    *columns,
                          const guint *order,
                          const guint *positions,
                          guint        n_columns,
                          guint       *lists,
                          gsize        length)
{
  guint  *ordered = g_new (guint, length);
  guint32 at = 0;

  for (guint i = 0; i < LISTS_ROUNDS; i++)
    {
      guint first = (guint)((guint64)n_columns * i / LISTS_ROUNDS);
      guint end = (guint)((guint64)n_columns * (i + 1) / LISTS_ROUNDS);

      at = copy_lists (columns, order, first, end, lists, ordered, at);
      lists = keep_lists (columns, n_columns, positions, end, lists);
    }
  g_free (lists);
  return ordered;
}
