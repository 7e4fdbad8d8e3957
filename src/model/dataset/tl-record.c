/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-dataset-private.h"

/* Records, and what can be said of one from its accounts alone. */

static void
clear_box (TlRecordBox *box)
{
  g_clear_pointer (&box->arena, tl_arena_unref);
}

static void
collect_sources (TlRecordBox *box)
{
  const TlRecord *record = &box->record;
  guint          *sources =
      tl_arena_alloc (box->arena, record->n_accounts * sizeof (guint));

  box->sources = sources;
  for (guint i = 0; i < record->n_accounts; i++)
    {
      guint source = record->accounts[i].source;
      guint known = 0;

      while (known < box->n_sources && sources[known] != source)
        known++;
      if (known == box->n_sources)
        sources[box->n_sources++] = source;
    }
}

TlRecordBox *
tl_record_box_new (const TlRecord *draft, TlArena *arena)
{
  TlRecordBox *box = g_atomic_rc_box_new0 (TlRecordBox);

  box->record = *draft;
  box->arena = tl_arena_ref (arena);
  box->record.contested =
      tl_accounts_are_contested (draft->accounts, draft->n_accounts);
  collect_sources (box);
  return box;
}

TlColumn
tl_record_box_make_column (const TlRecordBox *self, guint number)
{
  const TlRecord *record = &self->record;
  TlColumn        column = {
           .start = number,
           .place = record->place,
           .n_actors = record->n_actors & TL_COLUMN_MAX_ITEMS,
           .n_treaties = record->n_treaties & TL_COLUMN_MAX_ITEMS,
           .n_sources = self->n_sources & TL_COLUMN_MAX_ITEMS,
  };

  for (guint i = 0; i < record->n_accounts; i++)
    {
      column.own_status |= record->accounts[i].has_status ? 1 : 0;
      column.own_date |= record->accounts[i].date != NULL ? 1 : 0;
    }
  return column;
}

gboolean
tl_accounts_are_contested (const TlAccount *accounts, guint n_accounts)
{
  gint64 last_start = G_MININT64;
  gint64 first_end = G_MAXINT64;

  for (guint i = 0; i < n_accounts; i++)
    {
      if (accounts[i].stance != TL_STANCE_SUPPORTS)
        return TRUE;
      if (accounts[i].date != NULL)
        {
          TlSpan span = tl_date_get_span (accounts[i].date);

          last_start = MAX (last_start, span.earliest);
          first_end = MIN (first_end, span.latest);
        }
    }
  /* Spans of time overlap in pairs exactly when all have a moment in
   * common. */
  return last_start > first_end;
}

TlRecord *
tl_record_ref (TlRecord *record)
{
  g_return_val_if_fail (record != NULL, NULL);

  return g_atomic_rc_box_acquire (record);
}

void
tl_record_unref (TlRecord *record)
{
  g_return_if_fail (record != NULL);

  g_atomic_rc_box_release_full (record, (GDestroyNotify)clear_box);
}
