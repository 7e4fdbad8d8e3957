/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-event-scan.h"

#include "tl-limits.h"

#include <string.h>

/* Scans the events of a document in pieces, on several threads. Where a piece
 * begins is guessed: behind a comma and the white space that stands before the
 * first event. A guess counts only when the piece before ends exactly there;
 * else the text is scanned again from where that did end. So the result is
 * that of one pass from the first byte to the last. */

/* Large enough for what is kept of it to be given back to the system piece by
 * piece, small enough to be scanned within the blink of an eye. */
#define PIECE_BYTES (8 * 1024 * 1024)
#define MAX_THREADS 8

typedef struct
{
  const char  *start;
  const char  *limit; /* an element that begins here belongs to the next */
  const char  *stop;
  TlEventBatch batch;
  TlJsonIndex *found; /* faults */
  TlJsonFault  fatal;
  gboolean     sound;
  gboolean     more;
  gboolean     done;
} Piece;

typedef struct
{
  TlEventScan         *scan;
  const TlJsonScanner *scanner;
  const char          *opening; /* NULL: JSON Lines */
  GCancellable        *stop;
  GPtrArray           *pieces; /* (element-type Piece) */
  gint                 n_taken;
  GMutex               mutex; /* of Piece.done */
  GCond                changed;
} Crew;

/* --- one piece --- */

static Piece *
piece_new (const char *start, const char *limit)
{
  Piece *self = g_new0 (Piece, 1);

  self->start = start;
  self->limit = limit;
  return self;
}

static void
piece_free (Piece *self)
{
  tl_event_batch_clear (&self->batch);
  g_clear_pointer (&self->found, tl_json_index_free);
  g_free (self);
}

/* Keeps what the full reader must look at. */
static void
add_other (TlJsonScanner *scanner, TlEventBatch *batch, TlJsonSlice slice)
{
  TlEventOther other = { slice, batch->entries->len };

  if (slice.end - slice.start > TL_LIMIT_RECORD_BYTES)
    {
      tl_json_damage (scanner, TL_JSON_RECORD_TOO_LONG, slice.start, 0);
      other.slice.damaged = TRUE;
    }
  g_array_append_val (batch->others, other);
}

/* Without names nothing can be indexed. */
static gboolean
read_event (TlEventIndexer *indexer, TlJsonScanner *scanner, gboolean exact)
{
  return indexer != NULL &&
         tl_event_indexer_read (indexer, &scanner->next, scanner->end, exact);
}

static gboolean
scan_array_piece (TlJsonScanner  *scanner,
                  TlEventIndexer *indexer,
                  Piece          *piece,
                  const char     *opening)
{
  piece->more = TRUE;
  while (piece->more && scanner->next < piece->limit)
    {
      TlJsonSlice slice;

      if (g_cancellable_is_cancelled (scanner->cancellable))
        return tl_json_fail (scanner, TL_JSON_CANCELLED, scanner->next);
      if (!read_event (indexer, scanner, FALSE))
        {
          if (!tl_json_scan_value (scanner, &slice))
            return FALSE;
          add_other (scanner, &piece->batch, slice);
        }
      if (!tl_json_scan_separator (scanner, ']', opening, &piece->more))
        return FALSE;
      if (piece->more && scanner->next == scanner->end)
        return tl_json_fail (scanner, TL_JSON_UNTERMINATED_ARRAY, opening);
    }
  return TRUE;
}

/* A line that is not JSON costs that line only. */
static void
scan_other_line (TlJsonScanner *scanner, TlEventBatch *batch)
{
  TlJsonSlice slice = { 0 };
  gsize       start = tl_json_get_offset (scanner, scanner->next);
  guint       depth = scanner->depth;

  if (tl_json_scan_value (scanner, &slice) &&
      (scanner->next == scanner->end ||
       tl_json_fail_at_next (scanner, TL_JSON_TRAILING_TEXT)))
    {
      add_other (scanner, batch, slice);
      return;
    }
  tl_json_damage (scanner, scanner->fatal->cause, scanner->fatal->offset, 0);
  scanner->depth = depth;
  g_array_set_size (scanner->keys, 0);
  slice = (TlJsonSlice){ start, tl_json_get_offset (scanner, scanner->end),
                         TL_JSON_NULL, TRUE };
  add_other (scanner, batch, slice);
}

static gboolean
scan_lines_piece (TlJsonScanner *scanner, TlEventIndexer *indexer, Piece *piece)
{
  const char *end = scanner->end;

  while (scanner->next < piece->limit)
    {
      const char *line_end =
          memchr (scanner->next, '\n', (gsize)(end - scanner->next));

      if (g_cancellable_is_cancelled (scanner->cancellable))
        return tl_json_fail (scanner, TL_JSON_CANCELLED, scanner->next);
      if (line_end == NULL)
        line_end = end;
      scanner->end = line_end;
      while (scanner->end > scanner->next &&
             strchr (" \t\r", scanner->end[-1]) != NULL &&
             scanner->end[-1] != '\0')
        scanner->end--;
      tl_json_skip_blanks (scanner);
      if (scanner->next < scanner->end && !read_event (indexer, scanner, TRUE))
        scan_other_line (scanner, &piece->batch);
      scanner->end = end;
      scanner->next = line_end < end ? line_end + 1 : end;
    }
  piece->more = scanner->next < end;
  return TRUE;
}

static void
scan_piece (Crew *crew, Piece *piece)
{
  g_autoptr (GArray) keys = tl_json_keys_new ();
  g_autoptr (TlEventIndexer) indexer = NULL;
  TlJsonScanner scanner = *crew->scanner;

  tl_event_batch_init (&piece->batch);
  piece->found = tl_json_index_new_empty ();
  scanner.next = piece->start;
  scanner.cancellable = crew->stop;
  scanner.index = piece->found;
  scanner.fatal = &piece->fatal;
  scanner.keys = keys;
  scanner.n_damages = 0;
  if (crew->scan->names != NULL)
    indexer =
        tl_event_indexer_new (scanner.data, crew->scan->names, &piece->batch);
  if (crew->opening != NULL)
    piece->sound = scan_array_piece (&scanner, indexer, piece, crew->opening);
  else
    piece->sound = scan_lines_piece (&scanner, indexer, piece);
  piece->stop = scanner.next;
}

/* --- all pieces --- */

static gpointer
work_cb (gpointer data)
{
  Crew *crew = data;

  while (!g_cancellable_is_cancelled (crew->stop))
    {
      guint  number = (guint)g_atomic_int_add (&crew->n_taken, 1);
      Piece *piece;

      if (number >= crew->pieces->len)
        break;
      piece = g_ptr_array_index (crew->pieces, number);
      scan_piece (crew, piece);
      g_mutex_lock (&crew->mutex);
      piece->done = TRUE;
      g_cond_signal (&crew->changed);
      g_mutex_unlock (&crew->mutex);
    }
  return NULL;
}

/* A place near start where an element may begin; NULL when there is none
 * before limit. blanks: what stands before the first element. */
static const char *
guess_element (const TlJsonScanner *scanner,
               const char          *start,
               const char          *limit,
               const char          *blanks,
               gsize                n_blanks)
{
  gsize before =
      (gsize)((const char *)memchr (blanks, '\n', n_blanks) - blanks);

  while ((start = memchr (start, '\n', (gsize)(limit - start))) != NULL)
    {
      const char *comma = start - before - 1;
      const char *element = comma + 1 + n_blanks;

      if (element < limit && comma > scanner->data && *comma == ',' &&
          *element == '{' && memcmp (comma + 1, blanks, n_blanks) == 0)
        return element;
      start++;
    }
  return NULL;
}

/* The events are found behind opening, or line by line. */
static void
plan_pieces (Crew *crew, const char *first)
{
  const TlJsonScanner *scanner = crew->scanner;
  gsize                size = MAX (crew->scan->piece_bytes, 1);
  const char          *blanks = "\n";
  gsize                n_blanks = 1;
  Piece               *last = piece_new (first, scanner->end);

  g_ptr_array_add (crew->pieces, last);
  if (crew->opening != NULL &&
      memchr (crew->opening, '\n', (gsize)(first - crew->opening)) != NULL)
    {
      blanks = crew->opening + 1;
      n_blanks = (gsize)(first - blanks);
    }
  for (const char *at = first; (gsize)(scanner->end - at) > 2 * size;)
    {
      const char *start;

      at += size;
      if (crew->opening != NULL)
        start = guess_element (scanner, at, at + size, blanks, n_blanks);
      else
        {
          start = memchr (at, '\n', size);
          start = start != NULL ? start + 1 : NULL;
        }
      if (start == NULL)
        continue;
      last->limit = start;
      last = piece_new (start, scanner->end);
      g_ptr_array_add (crew->pieces, last);
      at = start;
    }
}

/* The byte where the element with that number begins. */
static gsize
find_element (const TlEventBatch *batch, guint number)
{
  for (guint i = 0; i < batch->others->len; i++)
    {
      const TlEventOther *other =
          &g_array_index (batch->others, TlEventOther, i);

      if (other->n_before + i == number)
        return other->slice.start;
      if (other->n_before + i > number)
        return g_array_index (batch->columns, TlColumn, number - i).start;
    }
  return g_array_index (batch->columns, TlColumn, number - batch->others->len)
      .start;
}

/* Takes over what was found in a piece. */
static gboolean
accept_piece (TlEventScan *self, TlJsonScanner *scanner, Piece *piece)
{
  guint64       n_before = tl_event_scan_count (self);
  TlEventBatch *batch;

  for (guint i = 0; i < piece->found->faults->len; i++)
    {
      const TlJsonFault *fault =
          &g_array_index (piece->found->faults, TlJsonFault, i);

      tl_json_damage (scanner, fault->cause, fault->offset, fault->other);
    }
  scanner->index->n_faults_more += piece->found->n_faults_more;
  batch = g_memdup2 (&piece->batch, sizeof (TlEventBatch));
  memset (&piece->batch, 0, sizeof piece->batch);
  g_ptr_array_add (self->batches, batch);
  if (n_before + batch->entries->len + batch->others->len > TL_LIMIT_RECORDS)
    return tl_json_fail (
        scanner, TL_JSON_TOO_MANY_RECORDS,
        scanner->data +
            find_element (batch, (guint)(TL_LIMIT_RECORDS - n_before)));
  if (!piece->sound)
    {
      *scanner->fatal = piece->fatal;
      return FALSE;
    }
  scanner->next = piece->stop;
  if (self->scanned != NULL && piece->more)
    self->scanned (scanner->index, tl_json_get_offset (scanner, piece->stop),
                   self->user_data);
  return TRUE;
}

static void
wait_for_piece (Crew *crew, Piece *piece, gboolean has_workers)
{
  if (!has_workers)
    {
      scan_piece (crew, piece);
      return;
    }
  g_mutex_lock (&crew->mutex);
  while (!piece->done)
    g_cond_wait (&crew->changed, &crew->mutex);
  g_mutex_unlock (&crew->mutex);
}

/* Goes through the pieces in order; where a guess was wrong, scans up to the
 * next one. */
static gboolean
collect_pieces (Crew *crew, TlJsonScanner *scanner, gboolean has_workers)
{
  guint    number = 0;
  gboolean more = TRUE;

  while (more)
    {
      Piece *extra = NULL;
      Piece *piece = NULL;

      while (number < crew->pieces->len &&
             ((Piece *)g_ptr_array_index (crew->pieces, number))->start <
                 scanner->next)
        number++;
      if (number < crew->pieces->len)
        piece = g_ptr_array_index (crew->pieces, number);
      if (piece != NULL && piece->start == scanner->next)
        wait_for_piece (crew, piece, has_workers);
      else
        {
          extra = piece_new (scanner->next,
                             piece != NULL ? piece->start : scanner->end);
          scan_piece (crew, extra);
          piece = extra;
        }
      more = piece->more;
      if (g_cancellable_is_cancelled (scanner->cancellable))
        {
          g_clear_pointer (&extra, piece_free);
          return tl_json_fail (scanner, TL_JSON_CANCELLED, scanner->next);
        }
      if (!accept_piece (crew->scan, scanner, piece))
        {
          g_clear_pointer (&extra, piece_free);
          return FALSE;
        }
      g_clear_pointer (&extra, piece_free);
    }
  return TRUE;
}

static gboolean
run_crew (Crew *crew, TlJsonScanner *scanner)
{
  g_autoptr (GPtrArray) threads = g_ptr_array_new ();
  guint    n_workers = MIN (crew->scan->n_threads, crew->pieces->len);
  gboolean sound;

  for (guint i = 0; n_workers > 1 && i < n_workers; i++)
    {
      GThread *thread = g_thread_try_new ("read-events", work_cb, crew, NULL);

      if (thread != NULL)
        g_ptr_array_add (threads, thread);
    }
  sound = collect_pieces (crew, scanner, threads->len > 0);
  g_cancellable_cancel (crew->stop);
  for (guint i = 0; i < threads->len; i++)
    g_thread_join (g_ptr_array_index (threads, i));
  return sound;
}

static gboolean
scan_events (TlEventScan *self, TlJsonScanner *scanner, const char *opening)
{
  g_autoptr (GPtrArray) pieces =
      g_ptr_array_new_with_free_func ((GDestroyNotify)piece_free);
  g_autoptr (GCancellable) stop = g_cancellable_new ();
  TlJsonScanner model = *scanner;
  Crew          crew = { .scan = self,
                         .scanner = &model,
                         .opening = opening,
                         .stop = stop,
                         .pieces = pieces };
  gboolean      sound;

  /* As within the array of events, in both forms. */
  model.depth = 2;
  g_mutex_init (&crew.mutex);
  g_cond_init (&crew.changed);
  plan_pieces (&crew, scanner->next);
  sound = run_crew (&crew, scanner);
  g_mutex_clear (&crew.mutex);
  g_cond_clear (&crew.changed);
  return sound;
}

/* --- the public part --- */

void
tl_event_scan_init (TlEventScan *self)
{
  memset (self, 0, sizeof *self);
  self->n_threads = MIN (g_get_num_processors (), MAX_THREADS);
  self->piece_bytes = PIECE_BYTES;
  self->batches =
      g_ptr_array_new_with_free_func ((GDestroyNotify)tl_event_batch_free);
}

void
tl_event_scan_clear (TlEventScan *self)
{
  g_clear_pointer (&self->names, tl_event_names_free);
  g_clear_pointer (&self->batches, g_ptr_array_unref);
}

guint64
tl_event_scan_count (const TlEventScan *self)
{
  guint64 n = 0;

  for (guint i = 0; i < self->batches->len; i++)
    {
      const TlEventBatch *batch = g_ptr_array_index (self->batches, i);

      n += batch->entries->len + batch->others->len;
    }
  return n;
}

gboolean
tl_event_scan_array (TlEventScan *self, TlJsonScanner *scanner, gboolean *sound)
{
  const char *opening = scanner->next;

  if (self->names != NULL || self->no_index)
    return FALSE;
  self->names = tl_event_names_new (scanner->data, scanner->index);
  if (self->names == NULL)
    return FALSE;
  *sound = TRUE;
  scanner->next++;
  tl_json_skip_blanks (scanner);
  if (scanner->next == scanner->end)
    *sound = tl_json_fail (scanner, TL_JSON_UNTERMINATED_ARRAY, opening);
  else if (*scanner->next == ']')
    scanner->next++;
  else
    *sound = scan_events (self, scanner, opening);
  return TRUE;
}

gboolean
tl_event_scan_lines (TlEventScan *self, TlJsonScanner *scanner)
{
  if (!self->no_index)
    self->names = tl_event_names_new (scanner->data, scanner->index);
  return scanner->next == scanner->end || scan_events (self, scanner, NULL);
}

void
tl_event_scan_elements (TlEventScan       *self,
                        const char        *data,
                        const TlJsonIndex *index)
{
  const TlJsonMember *member = tl_json_index_find (index, "events");
  g_autoptr (TlEventIndexer) indexer = NULL;
  TlEventBatch *batch;

  if (self->names != NULL || self->no_index || member == NULL ||
      member->elements == NULL)
    return;
  self->names = tl_event_names_new (data, index);
  if (self->names == NULL)
    return;
  batch = g_new0 (TlEventBatch, 1);
  tl_event_batch_init (batch);
  g_ptr_array_add (self->batches, batch);
  indexer = tl_event_indexer_new (data, self->names, batch);
  for (guint i = 0; i < member->elements->len; i++)
    {
      const TlJsonSlice *slice =
          &g_array_index (member->elements, TlJsonSlice, i);
      const char  *next = data + slice->start;
      TlEventOther other = { *slice, batch->entries->len };

      if (slice->damaged ||
          !tl_event_indexer_read (indexer, &next, data + slice->end, TRUE))
        g_array_append_val (batch->others, other);
    }
}
