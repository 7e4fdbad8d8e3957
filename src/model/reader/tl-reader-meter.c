/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-reader-private.h"

/* How far reading is. It has stages: getting the bytes, unpacking them,
 * scanning, and putting the dataset together. */

#define INTERVAL_US (50 * 1000)

void
tl_reader_meter_begin (TlReaderMeter *self, double to)
{
  self->from = self->to;
  self->to = MAX (self->from, to);
}

void
tl_reader_meter_tell (TlReaderMeter *self, guint64 n_records, double fraction)
{
  gint64 now_us;

  if (self->feedback == NULL || self->feedback->progress == NULL)
    return;
  now_us = g_get_monotonic_time ();
  if (now_us - self->told_us < INTERVAL_US)
    return;
  self->told_us = now_us;
  self->feedback->progress (
      n_records, self->from + (self->to - self->from) * CLAMP (fraction, 0, 1),
      self->feedback->user_data);
}
