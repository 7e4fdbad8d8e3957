/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-list-export.h"

#include "tl-citation-list.h"
#include "tl-export.h"
#include "tl-listing.h"

/* The files are those of treatyline-cli list, quotes and cite. */

typedef struct
{
  TlListExport *export;
  char *path;
} Job;

TlListFormat *
tl_list_content_dup_formats (TlListContent content, guint *n_formats)
{
  guint                   n_citations;
  guint                   n_listings;
  const TlCitationFormat *citations = tl_citation_get_formats (&n_citations);
  const TlListingFormat  *listings = tl_listing_get_formats (&n_listings);
  TlListFormat *formats = g_new0 (TlListFormat, n_citations + n_listings);
  guint         n = 0;

  g_return_val_if_fail (n_formats != NULL, NULL);

  for (guint i = 0; content == TL_LIST_SOURCES && i < n_citations; i++)
    formats[n++] = (TlListFormat){ citations[i].nick, citations[i].name,
                                   citations[i].suffix };
  for (guint i = 0; content != TL_LIST_SOURCES && i < n_listings; i++)
    if (content == TL_LIST_RECORDS || listings[i].write_quotes != NULL)
      formats[n++] = (TlListFormat){ listings[i].nick, listings[i].name,
                                     listings[i].suffix };
  *n_formats = n;
  return formats;
}

TlListExport *
tl_list_export_new (TlResult *result)
{
  TlListExport *self = NULL;

  g_return_val_if_fail (result != NULL, NULL);

  self = g_new0 (TlListExport, 1);
  self->result = tl_result_ref (result);
  return self;
}

TlListExport *
tl_list_export_copy (const TlListExport *self)
{
  TlListExport *copy = NULL;

  g_return_val_if_fail (self != NULL, NULL);

  copy = g_memdup2 (self, sizeof *self);
  tl_result_ref (copy->result);
  copy->only = g_strdupv (self->only);
  copy->format = g_strdup (self->format);
  copy->language = g_strdup (self->language);
  return copy;
}

void
tl_list_export_free (TlListExport *self)
{
  if (self == NULL)
    return;

  tl_result_unref (self->result);
  g_strfreev (self->only);
  g_free (self->format);
  g_free (self->language);
  g_free (self);
}

static int
compare_indices (gconstpointer a, gconstpointer b)
{
  guint first = *(const guint *)a;
  guint second = *(const guint *)b;

  return (first > second) - (first < second);
}

/* The named records, in the order of time, also those that the window only
 * dims; else all that are shown. */
static GArray *
collect_records (const TlListExport *self)
{
  TlDataset   *dataset = tl_result_get_dataset (self->result);
  GArray      *found = g_array_new (FALSE, FALSE, sizeof (guint));
  guint        n_records;
  const guint *records = tl_result_get_records (self->result, &n_records);

  if (self->only == NULL)
    {
      if (n_records > 0)
        g_array_append_vals (found, records, n_records);
      return found;
    }
  for (guint i = 0; self->only[i] != NULL; i++)
    {
      guint record = tl_dataset_find_record (dataset, self->only[i]);

      if (record != TL_NONE)
        g_array_append_val (found, record);
    }
  g_array_sort (found, compare_indices);
  return found;
}

/* The quotations of the named records, in the order of the file; else all that
 * are shown. */
static GArray *
collect_quotes (const TlListExport *self)
{
  TlDataset      *dataset = tl_result_get_dataset (self->result);
  const TlFilter *filter =
      tl_query_get_filter (tl_result_get_query (self->result));
  g_autoptr (GArray) records = collect_records (self);
  g_autoptr (GHashTable) wanted = g_hash_table_new (NULL, NULL);
  GArray *found = g_array_new (FALSE, FALSE, sizeof (guint));

  for (guint i = 0; self->only != NULL && i < records->len; i++)
    g_hash_table_add (wanted,
                      GUINT_TO_POINTER (g_array_index (records, guint, i)));
  for (guint i = 0; i < tl_dataset_get_n_quotes (dataset); i++)
    {
      guint record = tl_dataset_get_quote (dataset, i)->record;

      if (self->only != NULL
              ? g_hash_table_contains (wanted, GUINT_TO_POINTER (record))
              : tl_filter_matches_quote (filter, dataset, i))
        g_array_append_val (found, i);
    }
  return found;
}

/* Bibliographies have each title in its own language. */
static void
write_sources (const TlListExport *self, const GArray *records, TlSink sink)
{
  const TlCitationFormat *format = tl_citation_find_format (self->format);
  const char             *language = format->for_people ? self->language : NULL;
  g_autoptr (TlDateFormatter) formatter = tl_date_formatter_new (language);
  g_autoptr (TlCitationList) list =
      tl_citation_list_new (tl_result_get_dataset (self->result));

  for (guint i = 0; i < records->len; i++)
    tl_citation_list_add_record_sources (list,
                                         g_array_index (records, guint, i));
  tl_citation_list_write (list, format, formatter, language, sink);
}

static guint
write_listing (const TlListExport *self, const GArray *indices, TlSink sink)
{
  const TlListingFormat *format = tl_listing_find_format (self->format);
  TlListing listing = { .dataset = tl_result_get_dataset (self->result),
                        .indices = (const guint *)(gconstpointer)indices->data,
                        .n_indices = indices->len,
                        .language = self->language };

  return self->content == TL_LIST_QUOTES
             ? format->write_quotes (&listing, sink)
             : format->write_records (&listing, sink);
}

GBytes *
tl_list_export_render (const TlListExport *self, guint *n_left_out)
{
  g_autoptr (GArray) indices = NULL;
  GString *text = g_string_new (NULL);
  guint    n_skipped = 0;

  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (self->format != NULL, NULL);
  g_return_val_if_fail (n_left_out != NULL, NULL);

  indices = self->content == TL_LIST_QUOTES ? collect_quotes (self)
                                            : collect_records (self);
  if (self->content == TL_LIST_SOURCES)
    write_sources (self, indices, tl_sink_new_for_string (text));
  else
    n_skipped = write_listing (self, indices, tl_sink_new_for_string (text));
  *n_left_out = n_skipped;
  return g_string_free_to_bytes (text);
}

static void
free_job (gpointer data)
{
  Job *job = data;

  tl_list_export_free (job->export);
  g_free (job->path);
  g_free (job);
}

static void
save_in_thread (GTask        *task,
                gpointer      source_object,
                gpointer      task_data,
                GCancellable *cancellable)
{
  const Job *job = task_data;
  guint      n_left_out = 0;
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GError) error = NULL;

  bytes = tl_list_export_render (job->export, &n_left_out);
  if (g_task_return_error_if_cancelled (task))
    return;

  /* From here on it is the file that tells how it ended. */
  g_task_set_check_cancellable (task, FALSE);
  if (tl_export_save (job->path, bytes, TRUE, &error))
    g_task_return_int (task, n_left_out);
  else
    g_task_return_error (task, g_steal_pointer (&error));
}

void
tl_list_export_save_async (const TlListExport *self,
                           const char         *path,
                           GCancellable       *cancellable,
                           GAsyncReadyCallback callback,
                           gpointer            user_data)
{
  g_autoptr (GTask) task = NULL;
  Job *job = NULL;

  g_return_if_fail (self != NULL);
  g_return_if_fail (path != NULL);

  job = g_new0 (Job, 1);
  job->export = tl_list_export_copy (self);
  job->path = g_strdup (path);
  task = g_task_new (NULL, cancellable, callback, user_data);
  g_task_set_name (task, "export of a list");
  g_task_set_task_data (task, job, free_job);
  g_task_run_in_thread (task, save_in_thread);
}

gssize
tl_list_export_save_finish (GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (G_IS_TASK (result), -1);

  return g_task_propagate_int (G_TASK (result), error);
}
