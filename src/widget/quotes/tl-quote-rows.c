/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-quote-rows.h"

#include <string.h>

/* Rows are made in one pass over the quotations and one sort of those that
 * pass. The order is total: the index of a quotation is the last key.
 *
 * Quotations that are the same are joined in rings: a quotation names one
 * other (same_as), and those that name each other in whatever way are one
 * family. */

/* Quotations between two looks at whether it was cancelled. */
#define CANCEL_EVERY 1024

struct _TlQuoteRows
{
  TlDataset      *dataset;
  TlQuery        *query;
  TlQuoteGrouping grouping;
  GArray         *rows; /* TlQuoteRow */
  guint           n_quotes;
  guint          *next_same; /* of each quotation: the next of its ring */
};

/* A quotation with what it is sorted by. */
typedef struct
{
  guint  rank; /* of its group */
  gint64 earliest;
  gint64 latest;
  guint  quote;
} Item;

/* A group with what it is sorted by. */
typedef struct
{
  char       *name;
  const char *id;
  TlSpan      span;
  guint       index;
} Group;

static const char *const nicks[] = {
  [TL_QUOTES_BY_SPEAKER] = "speaker",
  [TL_QUOTES_BY_EVENT] = "event",
  [TL_QUOTES_BY_SOURCE] = "source",
};

const char *
tl_quote_grouping_to_nick (TlQuoteGrouping grouping)
{
  g_return_val_if_fail ((guint)grouping < G_N_ELEMENTS (nicks), NULL);

  return nicks[grouping];
}

gboolean
tl_quote_grouping_from_nick (const char *nick, TlQuoteGrouping *grouping)
{
  g_return_val_if_fail (nick != NULL, FALSE);
  g_return_val_if_fail (grouping != NULL, FALSE);

  for (guint i = 0; i < G_N_ELEMENTS (nicks); i++)
    if (g_str_equal (nick, nicks[i]))
      {
        *grouping = (TlQuoteGrouping)i;
        return TRUE;
      }
  return FALSE;
}

/* The first of a family, with the way there shortened for the next time. */
static guint
find_first (guint *parent, guint quote)
{
  while (parent[quote] != quote)
    {
      parent[quote] = parent[parent[quote]];
      quote = parent[quote];
    }
  return quote;
}

/* Two rings become one when each goes on where the other would have. */
static void
join (guint *parent, guint *next, guint a, guint b)
{
  guint first_a = find_first (parent, a);
  guint first_b = find_first (parent, b);
  guint next_a = next[a];

  if (first_a == first_b)
    return;
  parent[MAX (first_a, first_b)] = MIN (first_a, first_b);
  next[a] = next[b];
  next[b] = next_a;
}

/* parent: (out caller-allocates): afterwards the way to the first of each
 * family. Returns: (transfer full): the rings. */
static guint *
join_same (TlDataset *dataset, guint *parent)
{
  guint  n = tl_dataset_get_n_quotes (dataset);
  guint *next = g_new (guint, n);

  for (guint i = 0; i < n; i++)
    parent[i] = next[i] = i;
  for (guint i = 0; i < n; i++)
    {
      guint same = tl_dataset_get_quote (dataset, i)->same_as;

      if (same != TL_NONE)
        join (parent, next, i, same);
    }
  return next;
}

static int
compare_names (gconstpointer a, gconstpointer b)
{
  const Group *first = a;
  const Group *second = b;
  int          order = g_strcmp0 (first->name, second->name);

  return order != 0 ? order : strcmp (first->id, second->id);
}

static int
compare_dates (gconstpointer a, gconstpointer b)
{
  const Group *first = a;
  const Group *second = b;
  int          order = tl_span_compare (first->span, second->span);

  return order != 0 ? order : strcmp (first->id, second->id);
}

/* Of each actor, or of each source, the place of its heading. */
static guint *
rank_groups (TlDataset *dataset, gboolean by_source, const char *language)
{
  guint             n = by_source ? tl_dataset_get_n_sources (dataset)
                                  : tl_dataset_get_n_actors (dataset);
  guint            *ranks = g_new (guint, n);
  g_autofree Group *groups = g_new0 (Group, n);

  for (guint i = 0; i < n; i++)
    {
      groups[i].index = i;
      if (by_source)
        {
          const TlSource *source = tl_dataset_get_source (dataset, i);

          groups[i].id = source->id;
          groups[i].span = tl_date_get_span (source->published);
        }
      else
        {
          const TlActor *actor = tl_dataset_get_actor (dataset, i);

          groups[i].id = actor->id;
          groups[i].name =
              g_utf8_collate_key (tl_text_get (actor->name, language), -1);
        }
    }
  if (n > 0)
    qsort (groups, n, sizeof *groups,
           by_source ? compare_dates : compare_names);
  for (guint i = 0; i < n; i++)
    {
      ranks[groups[i].index] = i;
      g_free (groups[i].name);
    }
  return ranks;
}

static guint
get_group (const TlQuoteRows *self, const TlQuote *quote)
{
  switch (self->grouping)
    {
    case TL_QUOTES_BY_EVENT:
      return quote->record;
    case TL_QUOTES_BY_SOURCE:
      return quote->source;
    case TL_QUOTES_BY_SPEAKER:
    default:
      return quote->speaker;
    }
}

/* A quotation is as old as what it says of itself; else as its event. */
static Item
make_item (const TlQuoteRows *self, const guint *ranks, guint index)
{
  const TlQuote *quote = tl_dataset_get_quote (self->dataset, index);
  guint          group = get_group (self, quote);
  TlSpan         span = { G_MAXINT64, G_MAXINT64 };

  if (quote->said != NULL)
    span = tl_date_get_span (quote->said);
  else if (quote->record != TL_NONE)
    span = tl_dataset_get_entries (self->dataset)[quote->record].span;
  return (Item){ .rank = ranks != NULL ? ranks[group] : group,
                 .earliest = span.earliest,
                 .latest = span.latest,
                 .quote = index };
}

static int
compare_numbers (gint64 a, gint64 b)
{
  return (a > b) - (a < b);
}

static int
compare_items (gconstpointer a, gconstpointer b)
{
  const Item *first = a;
  const Item *second = b;
  int         order = compare_numbers (first->rank, second->rank);

  if (order == 0)
    order = compare_numbers (first->earliest, second->earliest);
  if (order == 0)
    order = compare_numbers (first->latest, second->latest);
  return order != 0 ? order : compare_numbers (first->quote, second->quote);
}

/* Those that pass; of the same words only the first, unless each report is to
 * have its own. FALSE when cancelled. */
static gboolean
collect_items (const TlQuoteRows *self,
               const TlFilter    *filter,
               const guint       *ranks,
               guint             *parent,
               GArray            *items,
               GCancellable      *cancellable)
{
  guint                n = tl_dataset_get_n_quotes (self->dataset);
  g_autofree gboolean *is_told = g_new0 (gboolean, n);

  for (guint i = 0; i < n; i++)
    {
      guint first =
          self->grouping == TL_QUOTES_BY_SOURCE ? i : find_first (parent, i);
      Item item;

      if (i % CANCEL_EVERY == 0 && g_cancellable_is_cancelled (cancellable))
        return FALSE;
      if (is_told[first] || !tl_filter_matches_quote (filter, self->dataset, i))
        continue;
      is_told[first] = TRUE;
      item = make_item (self, ranks, i);
      g_array_append_val (items, item);
    }
  return TRUE;
}

/* A heading wherever another group begins. */
static void
add_rows (TlQuoteRows *self, const GArray *items)
{
  guint heading = 0;

  for (guint i = 0; i < items->len; i++)
    {
      const Item *item = &g_array_index (items, Item, i);
      guint       group =
          get_group (self, tl_dataset_get_quote (self->dataset, item->quote));
      TlQuoteRow row = { TL_NONE, group, 0 };

      if (i == 0 || item->rank != g_array_index (items, Item, i - 1).rank)
        {
          heading = self->rows->len;
          g_array_append_val (self->rows, row);
        }
      g_array_index (self->rows, TlQuoteRow, heading).count++;
      row.quote = item->quote;
      g_array_append_val (self->rows, row);
    }
  self->n_quotes = items->len;
}

/**
 * tl_quote_rows_new:
 * @result: what was found
 * @grouping: what the quotations are put together by
 * @language: (nullable): language of names; the dataset's own when %NULL
 * @cancellable: (nullable): to stop it
 *
 * Looks at all quotations of the dataset; where there are many, not for the
 * main thread.
 *
 * Returns: (transfer full) (nullable): the rows; %NULL only when cancelled
 */
TlQuoteRows *
tl_quote_rows_new (TlResult       *result,
                   TlQuoteGrouping grouping,
                   const char     *language,
                   GCancellable   *cancellable)
{
  g_autoptr (TlQuoteRows) self = g_new0 (TlQuoteRows, 1);
  g_autoptr (GArray) items = g_array_new (FALSE, FALSE, sizeof (Item));
  g_autofree guint *parent = NULL;
  g_autofree guint *ranks = NULL;
  const TlFilter   *filter;

  g_return_val_if_fail (result != NULL, NULL);

  self->query = tl_query_ref (tl_result_get_query (result));
  filter = tl_query_get_filter (self->query);
  self->dataset = g_object_ref (tl_result_get_dataset (result));
  self->grouping = grouping;
  self->rows = g_array_new (FALSE, FALSE, sizeof (TlQuoteRow));
  parent = g_new (guint, tl_dataset_get_n_quotes (self->dataset));
  self->next_same = join_same (self->dataset, parent);
  if (grouping != TL_QUOTES_BY_EVENT)
    ranks =
        rank_groups (self->dataset, grouping == TL_QUOTES_BY_SOURCE, language);
  if (!collect_items (self, filter, ranks, parent, items, cancellable))
    return NULL;
  g_array_sort (items, compare_items);
  add_rows (self, items);
  return g_steal_pointer (&self);
}

void
tl_quote_rows_free (TlQuoteRows *self)
{
  if (self == NULL)
    return;

  g_clear_object (&self->dataset);
  g_clear_pointer (&self->query, tl_query_unref);
  g_clear_pointer (&self->rows, g_array_unref);
  g_free (self->next_same);
  g_free (self);
}

TlDataset *
tl_quote_rows_get_dataset (const TlQuoteRows *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->dataset;
}

TlQuoteGrouping
tl_quote_rows_get_grouping (const TlQuoteRows *self)
{
  g_return_val_if_fail (self != NULL, TL_QUOTES_BY_SPEAKER);

  return self->grouping;
}

guint
tl_quote_rows_get_n_rows (const TlQuoteRows *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->rows->len;
}

const TlQuoteRow *
tl_quote_rows_get (const TlQuoteRows *self, guint row)
{
  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (row < self->rows->len, NULL);

  return &g_array_index (self->rows, TlQuoteRow, row);
}

const char *
tl_quote_rows_get_search (const TlQuoteRows *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return tl_filter_get_search (tl_query_get_filter (self->query));
}

guint
tl_quote_rows_get_n_quotes (const TlQuoteRows *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->n_quotes;
}

guint
tl_quote_rows_get_next_same (const TlQuoteRows *self, guint quote)
{
  g_return_val_if_fail (self != NULL, TL_NONE);
  g_return_val_if_fail (quote < tl_dataset_get_n_quotes (self->dataset),
                        TL_NONE);

  return self->next_same[quote];
}
