/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-dataset-private.h"

#include <string.h>

/* The order of time: by earliest, latest, id. A radix sort by a coarse key of
 * 32 bits comes first, because comparing a million records one with another
 * costs far more; only records of the same key are compared. */

#define RADIX_BITS 8
#define N_BUCKETS (1 << RADIX_BITS)

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
  guint        first = *(const guint *)a;
  guint        second = *(const guint *)b;
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
      keys[i] = key << 32 | i;
    }
  return keys;
}

/* One pass over a byte of the keys; FALSE when all have the same there. */
static gboolean
sort_by_byte (const guint64 *from, guint64 *to, guint n, guint shift)
{
  guint counts[N_BUCKETS] = { 0 };
  guint start = 0;

  for (guint i = 0; i < n; i++)
    counts[(from[i] >> shift) % N_BUCKETS]++;
  if (counts[(from[0] >> shift) % N_BUCKETS] == n)
    return FALSE;
  for (guint i = 0; i < N_BUCKETS; i++)
    {
      guint count = counts[i];

      counts[i] = start;
      start += count;
    }
  for (guint i = 0; i < n; i++)
    to[counts[(from[i] >> shift) % N_BUCKETS]++] = from[i];
  return TRUE;
}

guint *
tl_dataset_order (const TlEntry *entries,
                  guint          n_entries,
                  TlEntryIdFunc  get_id,
                  gpointer       user_data)
{
  Order               self = { entries, get_id, user_data };
  g_autofree guint64 *keys = make_keys (entries, n_entries);
  g_autofree guint64 *other = g_new (guint64, MAX (n_entries, 1));
  guint              *order;
  guint               end;

  for (guint shift = 32; n_entries > 0 && shift < 64; shift += RADIX_BITS)
    if (sort_by_byte (keys, other, n_entries, shift))
      {
        guint64 *swap = keys;

        keys = other;
        other = swap;
      }
  g_clear_pointer (&other, g_free);
  order = g_new (guint, MAX (n_entries, 1));
  for (guint i = 0; i < n_entries; i++)
    order[i] = (guint)keys[i];
  for (guint i = 0; i < n_entries; i = end)
    {
      for (end = i + 1; end < n_entries && keys[end] >> 32 == keys[i] >> 32;)
        end++;
      if (end - i > 1)
        g_qsort_with_data (order + i, (int)(end - i), sizeof (guint),
                           compare_records, &self);
    }
  return order;
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
