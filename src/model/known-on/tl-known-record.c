/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-dataset-private.h"

/* A record as a reader of the day knew it: with the accounts of the sources
 * that were published by then, and as a plan when they only announced it. */

typedef struct
{
  const TlDatasetParts *parts;
  const guint8         *known; /* by source */
  TlArena              *arena;
} Known;

/* Leaves the record with the accounts that were known. */
static void
keep_known_accounts (const Known *self, TlRecord *record)
{
  const TlAccount *all = record->accounts;
  guint            n_all = record->n_accounts;
  TlAccount       *known;

  record->n_accounts = 0;
  for (guint i = 0; i < n_all; i++)
    if (self->known[all[i].source])
      record->n_accounts++;
  if (record->n_accounts == n_all)
    return;

  known = tl_arena_alloc (self->arena, record->n_accounts * sizeof (TlAccount));
  record->accounts = known;
  for (guint i = 0; i < n_all; i++)
    if (self->known[all[i].source])
      *known++ = all[i];
}

/* All of its accounts were published before it could have happened, or tell
 * of it as something to come. */
static gboolean
is_only_announced (const Known *self, const TlRecord *record)
{
  gint64 start = tl_date_get_span (record->date).earliest;

  for (guint i = 0; i < record->n_accounts; i++)
    {
      const TlAccount *account = &record->accounts[i];
      TlSpan           published =
          tl_date_get_span (self->parts->sources[account->source].published);

      if (account->has_status ? account->status != TL_STATUS_PLANNED &&
                                    account->status != TL_STATUS_ANNOUNCED
                              : published.latest >= start)
        return FALSE;
    }
  return TRUE;
}

/* "[a..b]": on one of these days. Returns: (transfer full) (nullable) */
static TlDate *
make_one_of (gint64 earliest, gint64 latest)
{
  g_autoptr (TlDate) first = NULL;
  g_autoptr (TlDate) last = NULL;
  g_autofree char *edtf = NULL;

  if (earliest != G_MININT64)
    first = tl_date_new_for_day (earliest);
  if (latest != G_MAXINT64)
    last = tl_date_new_for_day (latest);
  edtf = g_strdup_printf ("[%s..%s]",
                          first != NULL ? tl_date_get_edtf (first) : "",
                          last != NULL ? tl_date_get_edtf (last) : "");
  return tl_date_new_from_edtf (edtf, NULL);
}

/* The date by the accounts alone, when each of them states one. */
static void
date_by_accounts (const Known *self, TlRecord *record)
{
  TlDate  *date = record->accounts[0].date;
  gint64   earliest = G_MAXINT64;
  gint64   latest = G_MININT64;
  gboolean differ = FALSE;

  for (guint i = 0; i < record->n_accounts; i++)
    {
      const TlAccount *account = &record->accounts[i];
      TlSpan           span;

      if (account->date == NULL)
        return;
      span = tl_date_get_span (account->date);
      earliest = MIN (earliest, span.earliest);
      latest = MAX (latest, span.latest);
      differ |= !g_str_equal (tl_date_get_edtf (account->date),
                              tl_date_get_edtf (date));
    }
  if (differ)
    date = tl_arena_take_date (self->arena, make_one_of (earliest, latest));
  if (date != NULL)
    record->date = date;
}

TlRecordBox *
tl_known_record_new (TlDataset    *dataset,
                     guint         record,
                     const guint8 *known,
                     TlArena      *arena)
{
  const Known self = { tl_dataset_get_parts (dataset), known, arena };
  g_autoptr (TlRecord) full = tl_dataset_ref_record (dataset, record);
  TlRecord draft = *full;

  /* The new record points into what the old one has. */
  tl_arena_keep (arena, ((TlRecordBox *)full)->arena);
  keep_known_accounts (&self, &draft);
  if (draft.status == TL_STATUS_OCCURRED && is_only_announced (&self, &draft))
    {
      draft.status = TL_STATUS_PLANNED;
      date_by_accounts (&self, &draft);
    }
  return tl_record_box_new (&draft, arena);
}
