/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tl-calendar.h"
#include "tl-date-formatter.h"
#include "tl-metrics.h"
#include "tl-scale.h"
#include "tl-warp.h"

G_BEGIN_DECLS

/**
 * TlTick:
 * @second: the calendar boundary the tick stands on, exactly
 * @x: where, in pixels
 * @label: (nullable): text, or %NULL for a line only
 * @label_x: left edge of the text
 * @label_width: its width
 * @major: on the upper level of the axis: names the context
 */
typedef struct
{
  gint64   second;
  double   x;
  char    *label;
  double   label_x;
  double   label_width;
  gboolean major;
} TlTick;

/**
 * TlTickBreak:
 * @x0: left end of a shortened span, in pixels
 * @x1: right end
 * @label: its name, "3 years", or %NULL where there is no room
 */
typedef struct
{
  gint64 from;
  gint64 to;
  double x0;
  double x1;
  char  *label;
} TlTickBreak;

/**
 * TlTicks:
 * @ticks: (array length=n_ticks): in order of time
 * @breaks: (array length=n_breaks): the visible shortened spans
 */
typedef struct
{
  TlTick      *ticks;
  guint        n_ticks;
  TlTickBreak *breaks;
  guint        n_breaks;
} TlTicks;

TlTicks *tl_ticks_new (const TlWarp    *warp,
                       TlScale          scale,
                       TlDateFormatter *formatter,
                       TlMeasureFunc    measure,
                       gpointer         user_data) G_GNUC_WARN_UNUSED_RESULT;
void     tl_ticks_free (TlTicks *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TlTicks, tl_ticks_free)

G_END_DECLS
