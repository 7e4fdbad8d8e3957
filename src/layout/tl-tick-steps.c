/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-tick-steps.h"

/* The ladder of steps, after d3-time: neighbouring steps differ by a factor of
 * three at most, so that the density of labels does. */

/* Room that a label of the unit needs, for choosing a step. */
#define ROOM_CLOCK 52.0
#define ROOM_DAY 30.0
#define ROOM_MONTH 40.0
#define ROOM_YEAR 54.0

static const TlTickStep clock_and_calendar_steps[] = {
  { TL_UNIT_SECOND, 1 },  { TL_UNIT_SECOND, 2 },  { TL_UNIT_SECOND, 5 },
  { TL_UNIT_SECOND, 15 }, { TL_UNIT_SECOND, 30 }, { TL_UNIT_MINUTE, 1 },
  { TL_UNIT_MINUTE, 2 },  { TL_UNIT_MINUTE, 5 },  { TL_UNIT_MINUTE, 15 },
  { TL_UNIT_MINUTE, 30 }, { TL_UNIT_HOUR, 1 },    { TL_UNIT_HOUR, 3 },
  { TL_UNIT_HOUR, 6 },    { TL_UNIT_HOUR, 12 },   { TL_UNIT_DAY, 1 },
  { TL_UNIT_DAY, 2 },     { TL_UNIT_DAY, 5 },     { TL_UNIT_DAY, 10 },
  { TL_UNIT_MONTH, 1 },   { TL_UNIT_MONTH, 3 },   { TL_UNIT_MONTH, 6 },
};

static double
get_unit_seconds (TlCalendarUnit unit)
{
  switch (unit)
    {
    case TL_UNIT_SECOND:
      return 1;
    case TL_UNIT_MINUTE:
      return 60;
    case TL_UNIT_HOUR:
      return 3600;
    case TL_UNIT_DAY:
      return 86400;
    case TL_UNIT_WEEK:
      return 7 * 86400;
    case TL_UNIT_MONTH:
      return 30.436875 * 86400;
    case TL_UNIT_YEAR:
    default:
      return 365.2425 * 86400;
    }
}

static double
get_unit_room (TlCalendarUnit unit)
{
  switch (unit)
    {
    case TL_UNIT_SECOND:
    case TL_UNIT_MINUTE:
    case TL_UNIT_HOUR:
      return ROOM_CLOCK;
    case TL_UNIT_DAY:
    case TL_UNIT_WEEK:
      return ROOM_DAY;
    case TL_UNIT_MONTH:
      return ROOM_MONTH;
    case TL_UNIT_YEAR:
    default:
      return ROOM_YEAR;
    }
}

TlTickStep
tl_tick_step_choose (double px_per_second, double least_room)
{
  TlTickStep step = { TL_UNIT_YEAR, 1 };
  gint64     decade = 1;

  for (guint i = 0; i < G_N_ELEMENTS (clock_and_calendar_steps); i++)
    {
      TlTickStep candidate = clock_and_calendar_steps[i];

      if ((double)candidate.step * get_unit_seconds (candidate.unit) *
              px_per_second >=
          MAX (get_unit_room (candidate.unit), least_room))
        return candidate;
    }

  for (;;)
    {
      static const gint64 factors[] = { 1, 2, 5 };

      for (guint i = 0; i < G_N_ELEMENTS (factors); i++)
        {
          /* Longer labels ("10,000,000 BCE") need longer steps. */
          double digits = decade >= 10000 ? 2.5 : 1;

          step.step = factors[i] * decade;
          if ((double)step.step * get_unit_seconds (TL_UNIT_YEAR) *
                      px_per_second >=
                  MAX (ROOM_YEAR * digits, least_room) ||
              step.step > TL_YEAR_MAX / 100)
            return step;
        }
      decade *= 10;
    }
}

TlCalendarUnit
tl_calendar_unit_get_context (TlCalendarUnit unit)
{
  switch (unit)
    {
    case TL_UNIT_SECOND:
    case TL_UNIT_MINUTE:
    case TL_UNIT_HOUR:
      return TL_UNIT_DAY;
    case TL_UNIT_DAY:
    case TL_UNIT_WEEK:
      return TL_UNIT_MONTH;
    case TL_UNIT_MONTH:
    case TL_UNIT_YEAR:
    default:
      return TL_UNIT_YEAR;
    }
}
