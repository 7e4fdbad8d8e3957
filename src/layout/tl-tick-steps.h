/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tl-calendar.h"

G_BEGIN_DECLS

/**
 * TlTickStep:
 *
 * The distance between ticks: so many of a unit.
 */
typedef struct
{
  TlCalendarUnit unit;
  gint64         step;
} TlTickStep;

/* The finest step whose labels have room, and at least least_room pixels;
 * after months come years in 1-2-5 steps. */
TlTickStep tl_tick_step_choose (double px_per_second, double least_room);
/* The unit that names the context of another on the upper level. */
TlCalendarUnit tl_calendar_unit_get_context (TlCalendarUnit unit);

G_END_DECLS
