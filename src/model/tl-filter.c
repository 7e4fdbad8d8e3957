/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-filter-private.h"

#include <string.h>

#include "tl-calendar.h"
#include "tl-dataset-private.h"
#include "tl-fold.h"
#include "tl-record-text.h"
#include "tl-search.h"

/* The predicate over records. A filter knows ids, not indices, so that it
 * survives a reload of the dataset; the ids are looked up once for a pass over
 * the dataset. The lists of ids are kept sorted and without repetition, which
 * makes tl_filter_to_string() the same for the same filter. */

/* The filter's ids as indices of one dataset. */
typedef struct
{
  const TlFilter       *filter;
  TlDataset            *dataset;
  const TlDatasetParts *parts;
  GArray               *actors; /* nullable: all */
  GArray               *sources;
} Pass;

typedef guint (*FindFunc) (TlDataset *dataset, const char *id);

/**
 * tl_filter_new:
 *
 * Returns: (transfer full): a filter that everything passes
 */
TlFilter *
tl_filter_new (void)
{
  TlFilter *self = g_new0 (TlFilter, 1);

  self->actors = g_ptr_array_new_with_free_func (g_free);
  self->sources = g_ptr_array_new_with_free_func (g_free);
  self->from = G_MININT64;
  self->to = G_MAXINT64;
  return self;
}

static gpointer
copy_id (gconstpointer id, gpointer user_data)
{
  return g_strdup (id);
}

TlFilter *
tl_filter_copy (const TlFilter *self)
{
  TlFilter *copy;

  g_return_val_if_fail (self != NULL, NULL);

  copy = g_new0 (TlFilter, 1);
  copy->kinds = self->kinds;
  copy->actors = g_ptr_array_copy (self->actors, copy_id, NULL);
  g_ptr_array_set_free_func (copy->actors, g_free);
  copy->sources = g_ptr_array_copy (self->sources, copy_id, NULL);
  g_ptr_array_set_free_func (copy->sources, g_free);
  copy->search = g_strdup (self->search);
  copy->words = g_strdupv (self->words);
  copy->from = self->from;
  copy->to = self->to;
  return copy;
}

void
tl_filter_free (TlFilter *self)
{
  if (self == NULL)
    return;
  g_ptr_array_unref (self->actors);
  g_ptr_array_unref (self->sources);
  g_free (self->search);
  g_strfreev (self->words);
  g_free (self);
}

static gboolean
has_range (const TlFilter *self)
{
  return self->from != G_MININT64 || self->to != G_MAXINT64;
}

gboolean
tl_filter_is_empty (const TlFilter *self)
{
  g_return_val_if_fail (self != NULL, TRUE);

  return self->kinds == 0 && self->actors->len == 0 &&
         self->sources->len == 0 && self->words == NULL && !has_range (self);
}

void
tl_filter_add_kind (TlFilter *self, TlKind kind)
{
  g_return_if_fail (self != NULL);
  g_return_if_fail ((guint)kind < TL_N_KINDS);

  self->kinds |= 1U << kind;
}

static void
insert_id (GPtrArray *ids, const char *id)
{
  guint at = 0;

  while (at < ids->len && strcmp (g_ptr_array_index (ids, at), id) < 0)
    at++;
  if (at < ids->len && strcmp (g_ptr_array_index (ids, at), id) == 0)
    return;
  g_ptr_array_insert (ids, (int)at, g_strdup (id));
}

void
tl_filter_add_actor (TlFilter *self, const char *id)
{
  g_return_if_fail (self != NULL);
  g_return_if_fail (id != NULL);

  insert_id (self->actors, id);
}

void
tl_filter_add_source (TlFilter *self, const char *id)
{
  g_return_if_fail (self != NULL);
  g_return_if_fail (id != NULL);

  insert_id (self->sources, id);
}

void
tl_filter_set_search (TlFilter *self, const char *text)
{
  g_autofree char *folded = NULL;
  g_autoptr (GString) line = g_string_new (NULL);

  g_return_if_fail (self != NULL);
  g_return_if_fail (text == NULL || g_utf8_validate (text, -1, NULL));

  tl_fold_append_spaces (line, text == NULL ? "" : text);
  g_strchomp (line->str);
  g_clear_pointer (&self->search, g_free);
  g_clear_pointer (&self->words, g_strfreev);
  if (line->str[0] == '\0')
    return;
  self->search = g_strdup (line->str);
  folded = tl_fold_for_search (self->search);
  self->words = g_strsplit (folded, " ", -1);
}

void
tl_filter_set_range (TlFilter *self, gint64 from, gint64 to)
{
  g_return_if_fail (self != NULL);
  g_return_if_fail (from <= to);

  self->from = from;
  self->to = to;
}

/* An id as the dataset format has it needs no quotation marks. */
static gboolean
is_plain (const char *text)
{
  for (const char *p = text; *p != '\0'; p++)
    if (!g_ascii_isalnum (*p) && strchr ("-_.:", *p) == NULL)
      return FALSE;
  return text[0] != '\0';
}

static void
append_quoted (GString *string, const char *text)
{
  g_string_append_c (string, '"');
  for (const char *p = text; *p != '\0'; p++)
    {
      if (*p == '"' || *p == '\\')
        g_string_append_c (string, '\\');
      if (g_ascii_iscntrl (*p))
        g_string_append_printf (string, "\\u%04x", (guint)(guchar)*p);
      else
        g_string_append_c (string, *p);
    }
  g_string_append_c (string, '"');
}

static void
append_key (GString *string, const char *key)
{
  if (string->len > 0)
    g_string_append_c (string, ' ');
  g_string_append_printf (string, "%s=", key);
}

static void
append_ids (GString *string, const char *key, GPtrArray *ids)
{
  if (ids->len == 0)
    return;
  append_key (string, key);
  for (guint i = 0; i < ids->len; i++)
    {
      const char *id = g_ptr_array_index (ids, i);

      if (i > 0)
        g_string_append_c (string, ',');
      if (is_plain (id))
        g_string_append (string, id);
      else
        append_quoted (string, id);
    }
}

/* rest: second of the day at which this end of a range of days stands. */
static void
append_second (GString *string, const char *key, gint64 second, int rest)
{
  g_autofree char *day = tl_calendar_format_day (second);
  TlCivil          civil = tl_calendar_from_second (second);

  append_key (string, key);
  g_string_append (string, day);
  if ((civil.hour * 60 + civil.minute) * 60 + civil.second != rest)
    g_string_append_printf (string, "T%02d:%02d:%02d", civil.hour, civil.minute,
                            civil.second);
}

/**
 * tl_filter_to_string:
 * @self: a filter
 *
 * Returns: (transfer full): the filter in one line, the same in every language
 *   and for every order of adding; empty for an empty filter
 */
char *
tl_filter_to_string (const TlFilter *self)
{
  GString *string = g_string_new (NULL);

  g_return_val_if_fail (self != NULL, g_string_free (string, FALSE));

  if (self->kinds != 0)
    append_key (string, "kind");
  for (guint kind = 0, n = 0; kind < TL_N_KINDS; kind++)
    if (self->kinds & (1U << kind))
      g_string_append_printf (string, "%s%s", n++ > 0 ? "," : "",
                              tl_kind_to_nick ((TlKind)kind));
  append_ids (string, "actor", self->actors);
  append_ids (string, "source", self->sources);
  if (self->search != NULL)
    {
      append_key (string, "search");
      append_quoted (string, self->search);
    }
  if (self->from != G_MININT64)
    append_second (string, "from", self->from, 0);
  if (self->to != G_MAXINT64)
    append_second (string, "to", self->to, TL_SECONDS_PER_DAY - 1);
  return g_string_free (string, FALSE);
}

/* Ids that the dataset does not have are dropped: the array may come out
 * empty, and then nothing passes. */
static GArray *
find_ids (TlDataset *dataset, GPtrArray *ids, FindFunc find)
{
  GArray *indices;

  if (ids->len == 0)
    return NULL;
  indices = g_array_new (FALSE, FALSE, sizeof (guint));
  for (guint i = 0; i < ids->len; i++)
    {
      guint index = find (dataset, g_ptr_array_index (ids, i));

      if (index != TL_NONE)
        g_array_append_val (indices, index);
    }
  return indices;
}

static void
begin_pass (Pass *pass, const TlFilter *filter, TlDataset *dataset)
{
  pass->filter = filter;
  pass->dataset = dataset;
  pass->parts = tl_dataset_get_parts (dataset);
  pass->actors = find_ids (dataset, filter->actors, tl_dataset_find_actor);
  pass->sources = find_ids (dataset, filter->sources, tl_dataset_find_source);
}

static void
end_pass (Pass *pass)
{
  g_clear_pointer (&pass->actors, g_array_unref);
  g_clear_pointer (&pass->sources, g_array_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Pass, end_pass)

static gboolean
contains (GArray *wanted, guint index)
{
  for (guint i = 0; i < wanted->len; i++)
    if (g_array_index (wanted, guint, i) == index)
      return TRUE;
  return FALSE;
}

static gboolean
contains_any (GArray *wanted, const guint *indices, guint n_indices)
{
  for (guint i = 0; i < n_indices; i++)
    if (contains (wanted, indices[i]))
      return TRUE;
  return FALSE;
}

static gboolean
passes_kind_and_range (const TlFilter *filter, const TlEntry *entry)
{
  if (filter->kinds != 0 && !(filter->kinds & (1U << entry->kind)))
    return FALSE;
  return entry->span.earliest <= filter->to &&
         entry->span.latest >= filter->from;
}

static gboolean
passes_actor (const Pass *pass, guint record)
{
  TlRecordLists lists;

  if (pass->actors == NULL)
    return TRUE;
  lists = tl_dataset_parts_get_lists (pass->parts, record);
  return contains_any (pass->actors, lists.actors, lists.n_actors);
}

static gboolean
passes_source (const Pass *pass, guint record)
{
  TlRecordLists lists;

  if (pass->sources == NULL)
    return TRUE;
  lists = tl_dataset_parts_get_lists (pass->parts, record);
  return contains_any (pass->sources, lists.sources, lists.n_sources);
}

static gboolean
has_all_words (const TlFilter *filter, const char *text)
{
  for (guint i = 0; filter->words[i] != NULL; i++)
    if (strstr (text, filter->words[i]) == NULL)
      return FALSE;
  return TRUE;
}

static gboolean
passes_search (const Pass *pass, guint record)
{
  g_autofree char *text = NULL;

  if (pass->filter->words == NULL)
    return TRUE;
  text = tl_record_text_fold (pass->dataset, record);
  return has_all_words (pass->filter, text);
}

static gboolean
passes_facets (const Pass *pass, guint record)
{
  return passes_kind_and_range (pass->filter, &pass->parts->entries[record]) &&
         passes_actor (pass, record) && passes_source (pass, record);
}

static guint
keep_facets (guint *records, guint n_records, gconstpointer data)
{
  const Pass *pass = data;
  guint       n_kept = 0;

  for (guint i = 0; i < n_records; i++)
    if (passes_facets (pass, records[i]))
      records[n_kept++] = records[i];
  return n_kept;
}

gboolean
tl_filter_matches (const TlFilter *self, TlDataset *dataset, guint record)
{
  g_auto (Pass) pass = { NULL };

  g_return_val_if_fail (self != NULL, FALSE);
  g_return_val_if_fail (TL_IS_DATASET (dataset), FALSE);
  g_return_val_if_fail (record < tl_dataset_get_n_records (dataset), FALSE);

  begin_pass (&pass, self, dataset);
  return passes_facets (&pass, record) && passes_search (&pass, record);
}

static gboolean
has_facets (const TlFilter *self)
{
  return self->kinds != 0 || self->actors->len > 0 || self->sources->len > 0 ||
         has_range (self);
}

gboolean
tl_filter_narrow (const TlFilter *self,
                  TlDataset      *dataset,
                  guint          *records,
                  guint          *n_records,
                  const TlWork   *work)
{
  g_auto (Pass) pass = { NULL };

  begin_pass (&pass, self, dataset);
  return (!has_facets (self) ||
          tl_parallel_keep (records, n_records, keep_facets, &pass, work)) &&
         (self->words == NULL ||
          tl_search_narrow (dataset, self->words, records, n_records, work));
}

static GArray *
narrow_array (const TlFilter *self, TlDataset *dataset, GArray *records)
{
  guint n_records = records->len;

  tl_filter_narrow (self, dataset, (guint *)(void *)records->data, &n_records,
                    NULL);
  g_array_set_size (records, n_records);
  return records;
}

/**
 * tl_filter_apply:
 * @self: a filter
 * @dataset: a dataset
 *
 * Works on as many threads as there are processors, when there are many
 * records; see also [func@Query.run].
 *
 * Returns: (transfer full) (element-type guint): the indices of the records
 *   that pass, in time order
 */
GArray *
tl_filter_apply (const TlFilter *self, TlDataset *dataset)
{
  GArray *records = g_array_new (FALSE, FALSE, sizeof (guint));
  guint   n_records;

  g_return_val_if_fail (self != NULL, records);
  g_return_val_if_fail (TL_IS_DATASET (dataset), records);

  n_records = tl_dataset_get_n_records (dataset);
  g_array_set_size (records, n_records);
  for (guint i = 0; i < n_records; i++)
    g_array_index (records, guint, i) = i;
  return narrow_array (self, dataset, records);
}

/**
 * tl_filter_apply_within:
 * @self: a filter
 * @dataset: a dataset
 * @candidates: (element-type guint): indices of records in time order, among
 *   them all that pass
 *
 * As tl_filter_apply(), for a filter that refines another one whose matches
 * are known; see tl_filter_refines().
 *
 * Returns: (transfer full) (element-type guint): the indices of the records
 *   that pass, in time order
 */
GArray *
tl_filter_apply_within (const TlFilter *self,
                        TlDataset      *dataset,
                        const GArray   *candidates)
{
  GArray *records = g_array_new (FALSE, FALSE, sizeof (guint));

  g_return_val_if_fail (self != NULL && candidates != NULL, records);
  g_return_val_if_fail (TL_IS_DATASET (dataset), records);

  if (candidates->len > 0)
    g_array_append_vals (records, candidates->data, candidates->len);
  return narrow_array (self, dataset, records);
}

/* What was said at an event happened when the event did; otherwise the day it
 * was said counts, and without that nothing is known. */
static gboolean
passes_quote_range (const TlFilter *filter, const TlQuote *quote)
{
  TlSpan span;

  if (!has_range (filter))
    return TRUE;
  if (quote->said == NULL)
    return FALSE;
  span = tl_date_get_span (quote->said);
  return span.earliest <= filter->to && span.latest >= filter->from;
}

static gboolean
passes_quote_event (const Pass *pass, const TlQuote *quote)
{
  if (quote->record == TL_NONE)
    return pass->filter->kinds == 0 &&
           passes_quote_range (pass->filter, quote) &&
           (pass->actors == NULL || contains (pass->actors, quote->speaker));
  return passes_kind_and_range (pass->filter,
                                &pass->parts->entries[quote->record]) &&
         (passes_actor (pass, quote->record) ||
          contains (pass->actors, quote->speaker));
}

static gboolean
passes_quote_search (const Pass *pass, const TlQuote *details, guint quote)
{
  g_autofree char *text = NULL;

  if (pass->filter->words == NULL)
    return TRUE;
  text = tl_record_text_fold_quote (pass->dataset, quote);
  if (has_all_words (pass->filter, text))
    return TRUE;
  return details->record != TL_NONE && passes_search (pass, details->record);
}

/**
 * tl_filter_matches_quote:
 * @self: a filter
 * @dataset: a dataset
 * @quote: index of a quotation
 *
 * Whether a quotation passes: its event must, except that the source is the
 * quotation's own, and that the speaker counts as a participant. A quotation
 * without an event has no kind and happened when it was said.
 *
 * Returns: %TRUE when the quotation passes
 */
gboolean
tl_filter_matches_quote (const TlFilter *self, TlDataset *dataset, guint quote)
{
  g_auto (Pass) pass = { NULL };
  const TlQuote *details;

  g_return_val_if_fail (self != NULL, FALSE);
  g_return_val_if_fail (TL_IS_DATASET (dataset), FALSE);
  g_return_val_if_fail (quote < tl_dataset_get_n_quotes (dataset), FALSE);

  begin_pass (&pass, self, dataset);
  details = tl_dataset_get_quote (dataset, quote);
  if (pass.sources != NULL && !contains (pass.sources, details->source))
    return FALSE;
  return passes_quote_event (&pass, details) &&
         passes_quote_search (&pass, details, quote);
}
