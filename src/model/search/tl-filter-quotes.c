/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-filter-private.h"

#include "tl-record-text.h"

/* The predicate over quotations. */

/* Without an event there is only the speaker, and the day it was said; what is
 * not known passes no filter that asks for it. */
static gboolean
passes_alone (const TlFilterPass *pass, const TlQuote *quote)
{
  for (guint i = 0; i < TL_N_FACETS; i++)
    if (i != TL_FACET_ACTOR && i != TL_FACET_SOURCE && pass->wanted[i] != NULL)
      return FALSE;
  if (pass->filter->contested_only)
    return FALSE;
  if (!tl_filter_has_range (pass->filter))
    return TRUE;
  return quote->said != NULL &&
         tl_filter_passes_span (pass->filter, tl_date_get_span (quote->said));
}

static gboolean
passes_with_event (const TlFilterPass *pass, guint record)
{
  const TlEntry *entry = &pass->reader.parts->entries[record];

  if ((pass->filter->contested_only && !entry->contested) ||
      !tl_filter_passes_span (pass->filter, entry->span))
    return FALSE;
  for (guint i = 0; i < TL_N_FACETS; i++)
    if (i != TL_FACET_ACTOR && i != TL_FACET_SOURCE &&
        !tl_filter_pass_has_facet (pass, (TlFacet)i, record))
      return FALSE;
  return TRUE;
}

static gboolean
passes_actor (const TlFilterPass *pass, const TlQuote *quote)
{
  const GArray *wanted = pass->wanted[TL_FACET_ACTOR];

  return wanted == NULL || tl_filter_pass_wants (wanted, quote->speaker) ||
         (quote->record != TL_NONE &&
          tl_filter_pass_has_facet (pass, TL_FACET_ACTOR, quote->record));
}

static gboolean
passes_search (const TlFilterPass *pass, const TlQuote *details, guint quote)
{
  g_autofree char *text = NULL;

  if (pass->filter->words == NULL)
    return TRUE;
  text = tl_record_text_fold_quote (pass->dataset, quote);
  if (tl_filter_has_all_words (pass->filter, text))
    return TRUE;
  return details->record != TL_NONE &&
         tl_filter_pass_has_words (pass, details->record);
}

static gboolean
passes_quote (const TlFilterPass *pass, guint quote)
{
  const TlQuote *details = &pass->reader.parts->quotes[quote];
  const GArray  *sources = pass->wanted[TL_FACET_SOURCE];

  return (sources == NULL || tl_filter_pass_wants (sources, details->source)) &&
         passes_actor (pass, details) &&
         (details->record != TL_NONE ? passes_with_event (pass, details->record)
                                     : passes_alone (pass, details)) &&
         passes_search (pass, details, quote);
}

static guint
keep_quotes (guint *quotes, guint n_quotes, gconstpointer data)
{
  guint n_kept = 0;

  for (guint i = 0; i < n_quotes; i++)
    if (passes_quote (data, quotes[i]))
      quotes[n_kept++] = quotes[i];
  return n_kept;
}

/**
 * tl_filter_matches_quote:
 * @self: a filter
 * @dataset: a dataset
 * @quote: index of a quotation
 *
 * Whether a quotation passes: its event must, except that the source is the
 * quotation's own, and that the speaker counts as a participant. A quotation
 * without an event happened when it was said, and has neither kind, place,
 * treaty, status nor tags. Of many quotations ask
 * [method@Filter.apply_to_quotes].
 *
 * Returns: %TRUE when the quotation passes
 */
gboolean
tl_filter_matches_quote (const TlFilter *self, TlDataset *dataset, guint quote)
{
  g_auto (TlFilterPass) pass = { NULL };

  g_return_val_if_fail (self != NULL, FALSE);
  g_return_val_if_fail (TL_IS_DATASET (dataset), FALSE);
  g_return_val_if_fail (quote < tl_dataset_get_n_quotes (dataset), FALSE);

  tl_filter_pass_init (&pass, self, dataset);
  return passes_quote (&pass, quote);
}

/**
 * tl_filter_apply_to_quotes:
 * @self: a filter
 * @dataset: a dataset
 *
 * Works on as many threads as there are processors, when there are many
 * quotations.
 *
 * Returns: (transfer full) (element-type guint): the indices of the quotations
 *   that pass, in the order of the dataset
 */
GArray *
tl_filter_apply_to_quotes (const TlFilter *self, TlDataset *dataset)
{
  g_auto (TlFilterPass) pass = { NULL };
  GArray *quotes = g_array_new (FALSE, FALSE, sizeof (guint));
  guint   n_quotes;

  g_return_val_if_fail (self != NULL, quotes);
  g_return_val_if_fail (TL_IS_DATASET (dataset), quotes);

  n_quotes = tl_dataset_get_n_quotes (dataset);
  g_array_set_size (quotes, n_quotes);
  for (guint i = 0; i < n_quotes; i++)
    g_array_index (quotes, guint, i) = i;
  tl_filter_pass_init (&pass, self, dataset);
  tl_parallel_keep ((guint *)(void *)quotes->data, &n_quotes, keep_quotes,
                    &pass, NULL);
  g_array_set_size (quotes, n_quotes);
  return quotes;
}
