/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-lane-large.h"

#include <string.h>

/* Where the dates of records are on the axis. */

/* What covers more time than a day with a bit of rounding is a bar. */
#define MAX_MOMENT (1.5 * TL_SECONDS_PER_DAY)

TlLayoutItem
tl_layout_base_make_item (const TlLayoutBase *self,
                          const TlSpan       *span,
                          guint               index)
{
  gboolean     known_start = span->start == TL_BOUND_KNOWN;
  gboolean     known_end = span->end == TL_BOUND_KNOWN;
  TlLayoutItem item = {
    .record = index,
    .inexact = !tl_span_is_exact (*span),
    .tail_start = !known_start,
    .tail_end = !known_end,
    .lasting = span->shape == TL_SHAPE_INTERVAL && known_start && known_end,
  };

  if (known_start)
    item.axis0 = tl_warp_to_axis (self->warp, (double)span->earliest);
  if (known_end)
    item.axis1 = tl_warp_to_axis (self->warp, (double)span->latest + 1);
  if (!known_start && !known_end)
    {
      item.axis0 = self->axis_from;
      item.axis1 = self->axis_to;
    }
  else if (!known_start)
    item.axis0 = item.axis1;
  else if (!known_end)
    item.axis1 = item.axis0;
  return item;
}

TlLayoutItem
tl_layout_base_get_item (const TlLayoutBase *self, guint index)
{
  guint record;

  if (index < self->n_whole)
    return self->items[index];

  record = self->item_records[index];
  return tl_layout_base_make_item (self, &self->entries[record].span, record);
}

double
tl_item_get_anchor (const TlLayoutItem *item)
{
  return item->lasting ? item->axis0 : (item->axis0 + item->axis1) / 2;
}

/* The length without the bits that say more. */
static double
decode_length (guint32 code)
{
  float length;

  code = code >> TL_ITEM_CODE_BITS << TL_ITEM_CODE_BITS;
  memcpy (&length, &code, sizeof length);
  return (double)length;
}

guint32
tl_item_encode (const TlLayoutItem *item, guint prominence)
{
  double  length = MAX (item->axis1 - item->axis0, 0);
  float   rounded = (float)length;
  guint32 code;

  memcpy (&code, &rounded, sizeof code);
  code = code >> TL_ITEM_CODE_BITS << TL_ITEM_CODE_BITS;
  if (decode_length (code) >= length && decode_length (code) <= length)
    code |= TL_ITEM_CODE_EXACT;
  if (item->lasting)
    code |= TL_ITEM_CODE_LASTING;
  return code | prominence << TL_ITEM_CODE_PROMINENCE_SHIFT;
}

void
tl_layout_base_get_bounds (const TlLayoutBase *self,
                           guint               index,
                           double             *axis0,
                           double             *axis1)
{
  guint32 code = self->codes[index];

  if ((code & TL_ITEM_CODE_EXACT) != 0)
    {
      /* The entry would be far away in memory. */
      double length = decode_length (code);

      *axis0 = self->anchors[index];
      if ((code & TL_ITEM_CODE_LASTING) == 0)
        *axis0 -= length / 2;
      *axis1 = *axis0 + length;
    }
  else
    {
      TlLayoutItem item = tl_layout_base_get_item (self, index);

      *axis0 = item.axis0;
      *axis1 = item.axis1;
    }
}

gboolean
tl_span_is_bar (const TlSpan *span)
{
  gboolean known_start = span->start == TL_BOUND_KNOWN;
  gboolean known_end = span->end == TL_BOUND_KNOWN;

  if (!known_start || !known_end)
    return !known_start && !known_end;
  return (double)span->latest + 1 - (double)span->earliest > MAX_MOMENT;
}
