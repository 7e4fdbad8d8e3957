/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-dataset-private.h"

/* How long a treaty lives, from its acts: from the first that brings it about
 * to the last that ends it. What did not happen does not count. */

static gboolean
is_real (const TlEntry *act)
{
  return act->status != TL_STATUS_CANCELLED && act->status != TL_STATUS_DENIED;
}

static gboolean
begins_life (const TlEntry *act)
{
  return is_real (act) &&
         (act->act == TL_ACT_SIGNATURE || act->act == TL_ACT_ADOPTION ||
          act->act == TL_ACT_ENTRY_INTO_FORCE);
}

static gboolean
ends_life (const TlEntry *act)
{
  return is_real (act) &&
         (act->act == TL_ACT_EXPIRATION || act->act == TL_ACT_TERMINATION ||
          act->act == TL_ACT_WITHDRAWAL_EFFECTIVE);
}

void
tl_treaty_find_ends (const TlTreaty *treaty,
                     const TlEntry  *entries,
                     guint          *begins,
                     guint          *ends)
{
  *begins = TL_NONE;
  *ends = TL_NONE;
  for (guint i = 0; i < treaty->n_acts; i++)
    {
      guint          index = treaty->acts[i];
      const TlEntry *act = &entries[index];

      if (begins_life (act) && *begins == TL_NONE)
        *begins = index;
      if (ends_life (act) &&
          (*ends == TL_NONE ||
           entries[index].span.latest >= entries[*ends].span.latest))
        *ends = index;
    }
}

static gboolean
has_core (TlSpan span)
{
  return span.core_start <= span.core_end;
}

static void
set_beginning (TlSpan *life, TlSpan act)
{
  life->earliest = act.earliest;
  life->start = act.start;
  life->start_precision = act.start_precision;
  life->qualifiers |= act.qualifiers;
  if (has_core (act))
    {
      life->core_start = act.core_start;
      life->core_end = act.core_end;
    }
}

static void
set_end (TlSpan *life, TlSpan act)
{
  life->latest = act.latest;
  life->end = act.end;
  life->end_precision = act.end_precision;
  life->qualifiers |= act.qualifiers;
  if (has_core (act))
    {
      life->core_start = MIN (life->core_start, act.core_start);
      life->core_end = MAX (life->core_end, act.core_end);
    }
}

TlSpan
tl_treaty_compute_life (const TlTreaty *treaty, const TlEntry *entries)
{
  TlSpan life = {
    .earliest = G_MININT64,
    .latest = G_MAXINT64,
    .core_start = G_MAXINT64,
    .core_end = G_MININT64,
    .start = TL_BOUND_UNKNOWN,
    .end = TL_BOUND_OPEN,
    .shape = TL_SHAPE_INTERVAL,
  };
  guint begins;
  guint ends;

  tl_treaty_find_ends (treaty, entries, &begins, &ends);
  /* A life that ends before it begins is reported by the reader; shown is
   * only its end. */
  if (begins != TL_NONE && ends != TL_NONE &&
      entries[ends].span.latest < entries[begins].span.earliest)
    begins = TL_NONE;

  if (begins != TL_NONE)
    set_beginning (&life, entries[begins].span);
  if (ends != TL_NONE)
    set_end (&life, entries[ends].span);
  if (begins != TL_NONE && ends != TL_NONE &&
      entries[begins].span.latest < entries[ends].span.earliest)
    {
      life.core_start = MIN (life.core_start, entries[begins].span.latest + 1);
      life.core_end = MAX (life.core_end, entries[ends].span.earliest - 1);
    }
  life.precision = MAX (life.start_precision, life.end_precision);
  return life;
}
