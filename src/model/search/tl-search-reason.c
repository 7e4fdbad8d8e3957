/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-search-reason.h"

#include <string.h>

#include "tl-fold.h"
#include "tl-icu.h"
#include "tl-search-match.h"

/* Searches run over all languages, people see one. What one does not see is
 * looked up here, for one record at a time. */

/* A longer text is cut, so many characters around what matches. */
#define MAX_CHARS 90
#define CHARS_BEFORE 30
/* A record with more quotations is not explained: it is looked at while
 * somebody types. */
#define MAX_QUOTES 200

/* One thing that a search looks at, in all its languages. */
typedef struct
{
  const TlText *text;  /* nullable */
  const char   *shown; /* nullable: what the reader sees of it */
  gboolean      is_translation;
} Item;

static void
add_text (GArray *items, const TlText *text, const char *language)
{
  Item item = { .text = text, .shown = tl_text_get (text, language) };

  g_array_append_val (items, item);
}

static void
add_treaty (GArray *items, const TlTreaty *treaty, const char *language)
{
  add_text (items, treaty->title, language);
  add_text (items, treaty->short_title, language);
}

static void
add_quote (GArray        *items,
           TlDataset     *dataset,
           const TlQuote *quote,
           const char    *language)
{
  Item words = { .shown = quote->text };
  Item translation = { .text = quote->translation,
                       .shown =
                           tl_quote_get_translation (quote, language, NULL),
                       .is_translation = TRUE };

  g_array_append_val (items, words);
  add_text (items, tl_dataset_get_actor (dataset, quote->speaker)->name,
            language);
  g_array_append_val (items, translation);
}

/* All that tl_record_text_fold() looks at. (transfer full) (element-type
 * Item) */
static GArray *
collect_items (TlDataset *dataset, const TlRecord *record, const char *language)
{
  GArray *items = g_array_new (FALSE, FALSE, sizeof (Item));

  add_text (items, record->title, language);
  for (guint i = 0; i < record->n_actors; i++)
    add_text (items, tl_dataset_get_actor (dataset, record->actors[i])->name,
              language);
  if (record->place != TL_NONE)
    add_text (items, tl_dataset_get_place (dataset, record->place)->name,
              language);
  if (record->treaty != TL_NONE)
    add_treaty (items, tl_dataset_get_treaty (dataset, record->treaty),
                language);
  for (guint i = 0; i < record->n_treaties; i++)
    add_treaty (items, tl_dataset_get_treaty (dataset, record->treaties[i]),
                language);
  add_text (items, record->summary, language);
  for (guint i = 0; i < record->n_quotes; i++)
    add_quote (items, dataset,
               tl_dataset_get_quote (dataset, record->quotes[i]), language);
  return items;
}

static gboolean
has_word (const char *text, const char *word)
{
  g_autoptr (GString) folded = g_string_new (NULL);

  tl_fold_append_for_search (folded, text, strlen (text));
  return strstr (folded->str, word) != NULL;
}

static gboolean
is_shown (const GArray *items, const char *word)
{
  for (guint i = 0; i < items->len; i++)
    {
      const Item *item = &g_array_index (items, Item, i);

      if (item->shown != NULL && has_word (item->shown, word))
        return TRUE;
    }
  return FALSE;
}

/* From the beginning of a word, where the text has spaces. */
static guint
find_start (const char *text, guint match)
{
  glong       n_before = g_utf8_pointer_to_offset (text, text + match);
  const char *start = g_utf8_offset_to_pointer (
      text, n_before > CHARS_BEFORE ? n_before - CHARS_BEFORE : 0);
  const char *space = start;

  while (start > text && space < text + match && *space != ' ')
    space++;
  return (guint)((*space == ' ' ? space + 1 : start) - text);
}

/* (transfer full) */
static char *
dup_excerpt (const char *text, const char *word)
{
  glong                   n_chars = g_utf8_strlen (text, -1);
  g_autofree TlTextRange *matches = NULL;
  TlTextRange             range = { 0, (guint)strlen (text) };
  g_autofree char        *excerpt = NULL;

  if (n_chars <= MAX_CHARS ||
      tl_search_find_matches (word, text, &matches) == 0)
    return g_strdup (text);
  range.start = find_start (text, matches[0].start);
  if (g_utf8_strlen (text + range.start, -1) > MAX_CHARS)
    range.end =
        (guint)(g_utf8_offset_to_pointer (text + range.start, MAX_CHARS) -
                text);
  range.end = MAX (range.end, matches[0].end);
  tl_icu_widen_to_clusters (text, &range, 1);
  excerpt = g_strndup (text + range.start, range.end - range.start);
  return g_strconcat (range.start > 0 ? "…" : "", excerpt,
                      text[range.end] != '\0' ? "…" : "", NULL);
}

static void
free_reason (gpointer data)
{
  TlSearchReason *reason = data;

  g_free (reason->text);
  g_free (reason->language);
  g_free (reason);
}

static gboolean
is_told (GPtrArray *reasons, const char *word)
{
  for (guint i = 0; i < reasons->len; i++)
    {
      const TlSearchReason *reason = g_ptr_array_index (reasons, i);

      if (has_word (reason->text, word))
        return TRUE;
    }
  return FALSE;
}

static void
add_reason (GPtrArray *reasons, const GArray *items, const char *word)
{
  for (guint i = 0; i < items->len; i++)
    {
      const Item *item = &g_array_index (items, Item, i);

      for (guint j = 0; j < tl_text_get_n_languages (item->text); j++)
        {
          const char     *language;
          const char     *text = tl_text_get_nth (item->text, j, &language);
          TlSearchReason *reason = NULL;

          if (!has_word (text, word))
            continue;
          reason = g_new0 (TlSearchReason, 1);
          reason->text = dup_excerpt (text, word);
          reason->language = g_strdup (language);
          reason->is_translation = item->is_translation;
          g_ptr_array_add (reasons, reason);
          return;
        }
    }
}

/**
 * tl_search_explain:
 * @dataset: a dataset
 * @record: index of a record that a search has found
 * @search: (nullable): what was looked for
 * @language: (nullable): the reader's language
 *
 * Tells why a record was found where a reader cannot see it, because a word is
 * only in texts of other languages.
 *
 * Returns: (transfer full) (element-type TlSearchReason): the reasons, mostly
 *   none
 */
GPtrArray *
tl_search_explain (TlDataset  *dataset,
                   guint       record,
                   const char *search,
                   const char *language)
{
  GPtrArray *reasons = g_ptr_array_new_with_free_func (free_reason);
  g_autoptr (TlRecord) details = NULL;
  g_autoptr (GArray) items = NULL;
  g_auto (GStrv) words = NULL;

  g_return_val_if_fail (TL_IS_DATASET (dataset), reasons);
  g_return_val_if_fail (record < tl_dataset_get_n_records (dataset), reasons);

  if (search == NULL)
    return reasons;
  details = tl_dataset_ref_record (dataset, record);
  if (details->n_quotes > MAX_QUOTES)
    return reasons;
  items = collect_items (dataset, details, language);
  words = tl_search_split_words (search);
  for (guint i = 0; words[i] != NULL; i++)
    if (!is_shown (items, words[i]) && !is_told (reasons, words[i]))
      add_reason (reasons, items, words[i]);
  return reasons;
}
