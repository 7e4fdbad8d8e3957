/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-match-walk.h"

/* The records of a result stand in ascending order, so that places are found
 * by halving. */

/* How many records of the result come before record. */
static guint
count_before (const TlResult *result, guint record)
{
  guint        n_records = 0;
  const guint *records = tl_result_get_records (result, &n_records);
  guint        low = 0;
  guint        high = n_records;

  while (low < high)
    {
      guint middle = low + (high - low) / 2;

      if (records[middle] < record)
        low = middle + 1;
      else
        high = middle;
    }
  return low;
}

/**
 * tl_match_walk_find_place:
 * @result: what was found
 * @record: a record, or %TL_NONE
 *
 * Returns: the place of the record among those found, from 1; 0 when it is not
 *   one of them
 */
guint
tl_match_walk_find_place (const TlResult *result, guint record)
{
  g_return_val_if_fail (result != NULL, 0);

  if (record == TL_NONE || !tl_result_contains (result, record))
    return 0;
  return count_before (result, record) + 1;
}

/**
 * tl_match_walk_next:
 * @result: what was found
 * @record: where one is, or %TL_NONE; need not be among those found
 * @is_wrapped: (out): whether the walk began again with the first
 *
 * Returns: the next record in time that was found, %TL_NONE when there is none
 */
guint
tl_match_walk_next (const TlResult *result, guint record, gboolean *is_wrapped)
{
  guint        n_records = 0;
  const guint *records = NULL;
  guint        place = 0;

  g_return_val_if_fail (result != NULL && is_wrapped != NULL, TL_NONE);

  *is_wrapped = FALSE;
  records = tl_result_get_records (result, &n_records);
  if (n_records == 0)
    return TL_NONE;

  place = record != TL_NONE ? count_before (result, record + 1) : 0;
  *is_wrapped = place == n_records;
  return records[*is_wrapped ? 0 : place];
}

/**
 * tl_match_walk_previous:
 * @result: what was found
 * @record: where one is, or %TL_NONE; need not be among those found
 * @is_wrapped: (out): whether the walk began again with the last
 *
 * Returns: the previous record in time that was found, %TL_NONE when there is
 *   none
 */
guint
tl_match_walk_previous (const TlResult *result,
                        guint           record,
                        gboolean       *is_wrapped)
{
  guint        n_records = 0;
  const guint *records = NULL;
  guint        place = 0;

  g_return_val_if_fail (result != NULL && is_wrapped != NULL, TL_NONE);

  *is_wrapped = FALSE;
  records = tl_result_get_records (result, &n_records);
  if (n_records == 0)
    return TL_NONE;

  place = record != TL_NONE ? count_before (result, record) : n_records;
  *is_wrapped = place == 0;
  return records[(*is_wrapped ? n_records : place) - 1];
}
