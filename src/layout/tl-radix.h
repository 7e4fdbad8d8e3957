/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * TlRadixPair:
 * @key: what is sorted by
 * @value: what goes with it
 */
typedef struct
{
  guint64 key;
  guint   value;
  guint   extra; /* goes where the value goes */
} TlRadixPair;

/* Stable, ascending by key, in linear time; nothing is done for what is in
 * order. */
void tl_radix_sort (TlRadixPair *pairs, guint n);

/* Keys in the order of the numbers. */
guint64 tl_radix_key_from_int64 (gint64 number);
gint64  tl_radix_key_to_int64 (guint64 key);
guint64 tl_radix_key_from_double (double number);
double  tl_radix_key_to_double (guint64 key);

G_END_DECLS
