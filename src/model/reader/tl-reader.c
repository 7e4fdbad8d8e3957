/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-reader.h"

#include "tl-reader-private.h"

#include <string.h>

/* Reads a dataset: the strict scanner goes over the whole document and notes
 * where each element stands, and makes the index of the events on the way;
 * then the elements that are not in the index are read one by one. */

/* clang-format off */
G_DEFINE_QUARK (tl-reader-error-quark, tl_reader_error)
/* clang-format on */

/* The next preview has this many times as many events as the one before, and
 * none is made behind this part of the text: so all of them together cost less
 * than a third of what putting the whole together does. */
#define PREVIEW_GROWTH 8
#define PREVIEW_SHARE 4
/* How much of the work is done when the text has been scanned. */
#define SCANNED 0.7

/* The text as one document, or as JSON Lines. */
static TlJsonIndex *
scan_text (TlReader *self, gsize length, TlJsonFault *fatal)
{
  const char  *data = self->reading.walk.data;
  TlJsonIndex *index;

  if (tl_json_is_lines (data, length))
    return tl_json_index_new_from_lines (data, length, &self->scan,
                                         self->cancellable, fatal);
  index = tl_json_index_new_with_events (data, length, &self->scan,
                                         self->cancellable, fatal);
  /* When what they refer to comes behind them. */
  if (index != NULL)
    tl_event_scan_elements (&self->scan, data, index);
  return index;
}

static void
init_reader (TlReader     *self,
             const char   *data,
             gsize         length,
             const char   *name,
             GCancellable *cancellable,
             TlProblems   *problems)
{
  static const TlJsonSlice whole = { 0 };
  TlReading               *reading = &self->reading;

  self->cancellable = cancellable;
  self->parser = json_parser_new ();
  tl_event_scan_init (&self->scan);
  reading->pending_of = g_array_new (FALSE, FALSE, sizeof (TlPending));
  reading->pending_same_as = g_array_new (FALSE, FALSE, sizeof (TlPending));
  reading->pending_relations = g_array_new (FALSE, FALSE, sizeof (TlPending));
  reading->walk.data = data;
  reading->walk.file = name;
  reading->walk.problems = problems;
  reading->walk.places = tl_json_places_new (data, length);
  reading->walk.builder = tl_dataset_builder_new (NULL);
  reading->walk.arena = tl_dataset_builder_get_arena (reading->walk.builder);
  reading->walk.ids = g_hash_table_new (g_str_hash, g_str_equal);
  reading->walk.element = &whole;
}

static void
clear_reader (TlReader *self)
{
  TlReading *reading = &self->reading;

  g_array_unref (reading->pending_of);
  g_array_unref (reading->pending_same_as);
  g_array_unref (reading->pending_relations);
  tl_json_places_free (reading->walk.places);
  g_hash_table_unref (reading->walk.ids);
  tl_dataset_builder_free (reading->walk.builder);
  g_clear_pointer (&self->index, tl_json_index_free);
  tl_event_scan_clear (&self->scan);
  g_object_unref (self->parser);
}

/* --- previews --- */

/* What a preview is made from, and when the next one is due. */
typedef struct
{
  TlReader   *reader;
  GBytes     *bytes;
  const char *name;
  guint64     n_due; /* events */
} Previewer;

/* A dataset of what was scanned so far. Its problems are told to nobody: their
 * place would be looked for in text that was not scanned. index: of the members
 * before the events */
static void
give_preview (Previewer *self, const TlJsonIndex *index)
{
  const TlReaderFeedback *feedback = self->reader->meter->feedback;
  g_autoptr (TlDataset) dataset = NULL;
  g_autoptr (GError) error = NULL;
  TlReader    reader = { 0 };
  gsize       length;
  const char *data = g_bytes_get_data (self->bytes, &length);

  init_reader (&reader, data, length, self->name, self->reader->cancellable,
               NULL);
  tl_event_scan_clear (&reader.scan);
  reader.scan = self->reader->scan;
  reader.scan.is_kept = TRUE;
  reader.index = (TlJsonIndex *)index;
  dataset = tl_reader_read_document (&reader, self->bytes, TRUE, &error);
  memset (&reader.scan, 0, sizeof reader.scan);
  reader.index = NULL;
  clear_reader (&reader);
  if (dataset != NULL && tl_dataset_get_n_records (dataset) > 0)
    feedback->preview (dataset, feedback->user_data);
}

static void
scanned_cb (const TlJsonIndex *index, gsize n_bytes, gpointer user_data)
{
  Previewer     *self = user_data;
  TlReaderMeter *meter = self->reader->meter;
  guint64        n_events = tl_event_scan_count (&self->reader->scan);
  gsize          length = g_bytes_get_size (self->bytes);

  tl_reader_meter_tell (meter, n_events, (double)n_bytes / (double)length);
  if (meter->feedback == NULL || meter->feedback->preview == NULL ||
      self->reader->scan.names == NULL || n_events < self->n_due ||
      n_bytes > length / PREVIEW_SHARE ||
      g_cancellable_is_cancelled (self->reader->cancellable))
    return;
  self->n_due = n_events * PREVIEW_GROWTH;
  give_preview (self, index);
}

/* --- the whole --- */

static TlDataset *
read_bytes (GBytes                *bytes,
            const char            *name,
            const TlReaderOptions *options,
            TlReaderMeter         *meter,
            GCancellable          *cancellable,
            TlProblems            *problems,
            GError               **error)
{
  TlReader    reader = { .meter = meter };
  Previewer   previewer = { &reader, bytes, name, 1 };
  TlJsonFault fatal;
  TlDataset  *dataset = NULL;
  gsize       length;
  const char *data = g_bytes_get_data (bytes, &length);

  init_reader (&reader, data != NULL ? data : "", length, name, cancellable,
               problems);
  if (options->n_threads > 0)
    reader.scan.n_threads = options->n_threads;
  if (options->piece_bytes > 0)
    reader.scan.piece_bytes = options->piece_bytes;
  reader.scan.no_index = options->no_index;
  reader.scan.scanned = scanned_cb;
  reader.scan.user_data = &previewer;
  tl_reader_meter_begin (meter, SCANNED);
  reader.index = scan_text (&reader, length, &fatal);
  tl_reader_meter_begin (meter, 1);
  if (reader.index != NULL)
    dataset = tl_reader_read_document (&reader, bytes, FALSE, error);
  else
    tl_reader_fail_scan (&reader, &fatal, error);
  tl_walk_report_unlisted (&reader.reading.walk);
  tl_problems_sort (problems);
  clear_reader (&reader);
  return dataset;
}

TlDataset *
tl_reader_load_metered (GBytes                *bytes,
                        const char            *name,
                        const TlReaderOptions *options,
                        TlReaderMeter         *meter,
                        GCancellable          *cancellable,
                        TlProblems            *problems,
                        GError               **error)
{
  g_autoptr (GError) reason = NULL;
  g_autoptr (GBytes) unpacked = NULL;
  TlDataset *dataset = NULL;

  unpacked = tl_reader_unpack (bytes, name, options, meter, cancellable,
                               problems, &reason);
  if (unpacked != NULL)
    dataset = read_bytes (unpacked, name, options, meter, cancellable, problems,
                          &reason);
  if (reason != NULL)
    g_propagate_error (error, g_steal_pointer (&reason));
  return dataset;
}

TlDataset *
tl_reader_load_with_options (GBytes                *bytes,
                             const char            *name,
                             const TlReaderOptions *options,
                             GCancellable          *cancellable,
                             TlProblems            *problems,
                             GError               **error)
{
  TlReaderMeter meter = { .feedback = options->feedback };

  return tl_reader_load_metered (bytes, name, options, &meter, cancellable,
                                 problems, error);
}

TlDataset *
tl_reader_load_bytes (GBytes       *bytes,
                      const char   *name,
                      GCancellable *cancellable,
                      TlProblems   *problems,
                      GError      **error)
{
  const TlReaderOptions options = { 0 };

  g_return_val_if_fail (bytes != NULL && name != NULL, NULL);
  g_return_val_if_fail (problems != NULL, NULL);

  return tl_reader_load_with_options (bytes, name, &options, cancellable,
                                      problems, error);
}
