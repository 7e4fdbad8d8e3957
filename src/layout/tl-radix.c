/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-radix.h"

#include <string.h>

/* Sorting by the bytes of a key, the last byte first. A byte that all keys
 * share costs nothing but its count. */

#define N_BYTES 8
#define N_VALUES 256

static gboolean
is_sorted (const TlRadixPair *pairs, guint n)
{
  for (guint i = 1; i < n; i++)
    if (pairs[i].key < pairs[i - 1].key)
      return FALSE;
  return TRUE;
}

static void
count_bytes (const TlRadixPair *pairs, guint n, guint counts[][N_VALUES])
{
  for (guint i = 0; i < n; i++)
    for (guint byte = 0; byte < N_BYTES; byte++)
      counts[byte][(pairs[i].key >> (8 * byte)) & 0xff]++;
}

static void
scatter (const TlRadixPair *from,
         TlRadixPair       *to,
         guint              n,
         guint              byte,
         const guint       *counts)
{
  guint places[N_VALUES];
  guint place = 0;

  for (guint i = 0; i < N_VALUES; i++)
    {
      places[i] = place;
      place += counts[i];
    }
  for (guint i = 0; i < n; i++)
    to[places[(from[i].key >> (8 * byte)) & 0xff]++] = from[i];
}

void
tl_radix_sort (TlRadixPair *pairs, guint n)
{
  guint                   counts[N_BYTES][N_VALUES] = { 0 };
  g_autofree TlRadixPair *spare = NULL;
  TlRadixPair            *from = pairs;
  TlRadixPair            *to;

  if (is_sorted (pairs, n))
    return;

  spare = g_new (TlRadixPair, n);
  to = spare;
  count_bytes (pairs, n, counts);
  for (guint byte = 0; byte < N_BYTES; byte++)
    {
      TlRadixPair *swap = from;

      if (counts[byte][(pairs[0].key >> (8 * byte)) & 0xff] == n)
        continue;
      scatter (from, to, n, byte, counts[byte]);
      from = to;
      to = swap;
    }
  if (from != pairs)
    memcpy (pairs, from, n * sizeof (TlRadixPair));
}

guint64
tl_radix_key_from_int64 (gint64 number)
{
  return (guint64)number ^ G_GUINT64_CONSTANT (0x8000000000000000);
}

gint64
tl_radix_key_to_int64 (guint64 key)
{
  return (gint64)(key ^ G_GUINT64_CONSTANT (0x8000000000000000));
}

guint64
tl_radix_key_from_double (double number)
{
  guint64 bits;

  memcpy (&bits, &number, sizeof bits);
  if (bits >> 63 != 0)
    return ~bits;
  return bits ^ G_GUINT64_CONSTANT (0x8000000000000000);
}

double
tl_radix_key_to_double (guint64 key)
{
  guint64 bits =
      key >> 63 != 0 ? key ^ G_GUINT64_CONSTANT (0x8000000000000000) : ~key;
  double number;

  memcpy (&number, &bits, sizeof number);
  return number;
}
