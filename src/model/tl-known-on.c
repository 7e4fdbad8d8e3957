/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-calendar.h"
#include "tl-dataset-private.h"

/* The dataset as a reader of the day knew it. Sources, actors, places and
 * treaties keep their indices; records and quotes get new ones. */

typedef struct
{
  const TlDatasetParts *parts;
  TlDatasetBuilder     *builder;
  TlArena              *arena;
  gint64                day_end;
  guint                *drafts; /* of each record, or TL_NONE */
  guint                *quotes; /* of each quote, or TL_NONE */
} KnownOn;

/* A source whose date is inexact counts once its latest day has passed. */
static gboolean
is_known (const KnownOn *self, guint source)
{
  TlSpan published = tl_date_get_span (self->parts->sources[source].published);

  return published.latest <= self->day_end;
}

/* Leaves the record with the accounts that were known. */
static void
keep_known_accounts (const KnownOn *self, TlRecord *record)
{
  const TlAccount *all = record->accounts;
  guint            n_all = record->n_accounts;
  TlAccount       *known;

  record->n_accounts = 0;
  for (guint i = 0; i < n_all; i++)
    if (is_known (self, all[i].source))
      record->n_accounts++;
  if (record->n_accounts == n_all)
    return;

  known = tl_arena_alloc (self->arena, record->n_accounts * sizeof (TlAccount));
  record->accounts = known;
  for (guint i = 0; i < n_all; i++)
    if (is_known (self, all[i].source))
      *known++ = all[i];
}

/* All of its accounts were published before it could have happened, or tell
 * of it as something to come. */
static gboolean
is_only_announced (const KnownOn *self, const TlRecord *record)
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
date_by_accounts (const KnownOn *self, TlRecord *record)
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

static void
add_record (KnownOn *self, guint index)
{
  TlRecord record = self->parts->boxes[index]->record;

  self->drafts[index] = TL_NONE;
  keep_known_accounts (self, &record);
  if (record.n_accounts == 0)
    return;
  if (record.status == TL_STATUS_OCCURRED && is_only_announced (self, &record))
    {
      record.status = TL_STATUS_PLANNED;
      date_by_accounts (self, &record);
    }
  self->drafts[index] = tl_dataset_builder_add_record (self->builder, &record);
}

static void
add_relations (KnownOn *self, guint index)
{
  const TlRecord *record = &self->parts->boxes[index]->record;

  if (self->drafts[index] == TL_NONE)
    return;
  for (guint i = 0; i < record->n_related; i++)
    {
      const TlRelated *related = &record->related[i];

      if (!related->inverse && self->drafts[related->record] != TL_NONE)
        tl_dataset_builder_add_relation (self->builder, self->drafts[index],
                                         self->drafts[related->record],
                                         related->relation);
    }
}

static void
add_quote (KnownOn *self, guint index)
{
  TlQuote quote = self->parts->quotes[index];

  self->quotes[index] = TL_NONE;
  if (!is_known (self, quote.source))
    return;
  if (quote.record != TL_NONE)
    quote.record = self->drafts[quote.record];
  quote.same_as = TL_NONE;
  self->quotes[index] = tl_dataset_builder_add_quote (self->builder, &quote);
}

static void
link_quote (KnownOn *self, guint index)
{
  guint same_as = self->parts->quotes[index].same_as;

  if (self->quotes[index] != TL_NONE && same_as != TL_NONE)
    tl_dataset_builder_set_same_as (self->builder, self->quotes[index],
                                    self->quotes[same_as]);
}

static void
add_parts (KnownOn *self)
{
  const TlDatasetParts *parts = self->parts;

  tl_dataset_builder_set_header (self->builder, &parts->header);
  for (guint i = 0; i < parts->n_sources; i++)
    tl_dataset_builder_add_source (self->builder, &parts->sources[i]);
  for (guint i = 0; i < parts->n_actors; i++)
    tl_dataset_builder_add_actor (self->builder, &parts->actors[i]);
  for (guint i = 0; i < parts->n_places; i++)
    tl_dataset_builder_add_place (self->builder, &parts->places[i]);
  for (guint i = 0; i < parts->n_treaties; i++)
    tl_dataset_builder_add_treaty (self->builder, &parts->treaties[i]);
  for (guint i = 0; i < parts->n_records; i++)
    add_record (self, i);
  for (guint i = 0; i < parts->n_records; i++)
    add_relations (self, i);
  for (guint i = 0; i < parts->n_quotes; i++)
    add_quote (self, i);
  for (guint i = 0; i < parts->n_quotes; i++)
    link_quote (self, i);
}

TlDataset *
tl_dataset_known_on (TlDataset *self, gint64 second)
{
  const TlDatasetParts *parts;
  g_autoptr (TlDatasetBuilder) builder = NULL;
  g_autofree guint *drafts = NULL;
  g_autofree guint *quotes = NULL;
  KnownOn           known;

  g_return_val_if_fail (TL_IS_DATASET (self), NULL);

  parts = tl_dataset_get_parts (self);
  builder = tl_dataset_builder_new (parts->arena);
  drafts = g_new (guint, parts->n_records);
  quotes = g_new (guint, parts->n_quotes);
  known = (KnownOn){
    .parts = parts,
    .builder = builder,
    .arena = tl_dataset_builder_get_arena (builder),
    .day_end =
        tl_calendar_floor (second, TL_UNIT_DAY, 1) + TL_SECONDS_PER_DAY - 1,
    .drafts = drafts,
    .quotes = quotes,
  };
  add_parts (&known);
  return tl_dataset_builder_build (builder);
}
