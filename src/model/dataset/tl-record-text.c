/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-record-text.h"

#include "tl-fold.h"

/* Collects what a search looks at. The fields are folded together, because
 * folding is what costs. */

static void
append_string (GString *text, const char *string)
{
  g_string_append (text, string);
  g_string_append_c (text, '\n');
}

static void
append_text (GString *text, const TlText *map)
{
  if (map == NULL)
    return;
  for (guint i = 0; i < tl_text_get_n_languages (map); i++)
    append_string (text, tl_text_get_nth (map, i, NULL));
}

static void
append_actor (GString *text, TlDataset *dataset, guint actor)
{
  append_text (text, tl_dataset_get_actor (dataset, actor)->name);
}

static void
append_treaty (GString *text, TlDataset *dataset, guint treaty)
{
  const TlTreaty *details = tl_dataset_get_treaty (dataset, treaty);

  append_text (text, details->title);
  append_text (text, details->short_title);
}

static void
append_quote (GString *text, TlDataset *dataset, guint quote)
{
  const TlQuote *details = tl_dataset_get_quote (dataset, quote);

  append_string (text, details->text);
  append_text (text, details->translation);
  append_actor (text, dataset, details->speaker);
}

static void
append_record (GString *text, TlDataset *dataset, const TlRecord *record)
{
  append_text (text, record->title);
  append_text (text, record->summary);
  for (guint i = 0; i < record->n_actors; i++)
    append_actor (text, dataset, record->actors[i]);
  if (record->place != TL_NONE)
    append_text (text, tl_dataset_get_place (dataset, record->place)->name);
  if (record->treaty != TL_NONE)
    append_treaty (text, dataset, record->treaty);
  for (guint i = 0; i < record->n_treaties; i++)
    append_treaty (text, dataset, record->treaties[i]);
  for (guint i = 0; i < record->n_quotes; i++)
    append_quote (text, dataset, record->quotes[i]);
}

/**
 * tl_record_text_fold:
 * @dataset: a dataset
 * @record: index of a record
 *
 * Title, summary, participants, place, treaties and quotations of a record.
 *
 * Returns: (transfer full): the folded text
 */
char *
tl_record_text_fold (TlDataset *dataset, guint record)
{
  g_autoptr (TlRecord) details = tl_dataset_ref_record (dataset, record);
  g_autoptr (GString) text = g_string_new (NULL);

  append_record (text, dataset, details);
  return tl_fold_for_search (text->str);
}

/**
 * tl_record_text_fold_quote:
 * @dataset: a dataset
 * @quote: index of a quotation
 *
 * Returns: (transfer full): the folded text
 */
char *
tl_record_text_fold_quote (TlDataset *dataset, guint quote)
{
  g_autoptr (GString) text = g_string_new (NULL);

  append_quote (text, dataset, quote);
  return tl_fold_for_search (text->str);
}
