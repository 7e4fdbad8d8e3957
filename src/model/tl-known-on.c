/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-calendar.h"
#include "tl-dataset-private.h"

/* The dataset as a reader of the day knew it. Sources, actors, places and
 * treaties keep their indices; records and quotes get new ones. */

typedef struct
{
  TlDataset            *dataset;
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

/* How many of the record's sources were known; latest: when the last of
 * those was published. */
static guint
count_known (const KnownOn *self, const TlColumn *column, gint64 *latest)
{
  const guint *sources = self->parts->lists + column->lists + column->n_actors +
                         column->n_treaties;
  guint n_known = 0;

  *latest = G_MININT64;
  for (guint i = 0; i < column->n_sources; i++)
    if (is_known (self, sources[i]))
      {
        TlSpan published =
            tl_date_get_span (self->parts->sources[sources[i]].published);

        *latest = MAX (*latest, published.latest);
        n_known++;
      }
  return n_known;
}

/* Without its accounts it can be seen that the record stays as it is. */
static gboolean
stays_same (const TlEntry *entry, const TlColumn *column, gint64 latest)
{
  return entry->status != TL_STATUS_OCCURRED ||
         (!column->own_status && latest >= entry->span.earliest);
}

static guint
add_full_record (KnownOn *self, guint index)
{
  g_autoptr (TlRecord) full = tl_dataset_ref_record (self->dataset, index);
  TlRecord record = *full;

  /* The new record points into what the old one has. */
  tl_arena_keep (self->arena, ((TlRecordBox *)full)->arena);
  keep_known_accounts (self, &record);
  if (record.status == TL_STATUS_OCCURRED && is_only_announced (self, &record))
    {
      record.status = TL_STATUS_PLANNED;
      date_by_accounts (self, &record);
    }
  return tl_dataset_builder_add_record (self->builder, &record);
}

static void
add_record (KnownOn *self, guint index)
{
  const TlEntry  *entry = &self->parts->entries[index];
  const TlColumn *column = &self->parts->columns[index];
  gint64          latest;
  guint           n_known = count_known (self, column, &latest);

  self->drafts[index] = TL_NONE;
  if (n_known == 0)
    return;
  if (column->length > 0 && n_known == column->n_sources &&
      stays_same (entry, column, latest))
    self->drafts[index] = tl_dataset_builder_add_column (
        self->builder, entry, column, self->parts->lists + column->lists);
  else
    self->drafts[index] = add_full_record (self, index);
}

static void
add_relations (KnownOn *self, guint index)
{
  const TlDatasetParts *parts = self->parts;

  if (self->drafts[index] == TL_NONE)
    return;
  for (guint i = parts->related_starts[index];
       i < parts->related_starts[index + 1]; i++)
    {
      const TlRelated *related = &parts->related[i];

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
  tl_dataset_builder_set_text (self->builder, parts->text);
  tl_dataset_builder_share_words (self->builder, parts->words);
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
  for (guint i = 0; parts->related != NULL && i < parts->n_records; i++)
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
    .dataset = self,
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
