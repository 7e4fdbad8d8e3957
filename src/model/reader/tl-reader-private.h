/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tl-event-scan.h"
#include "tl-reader.h"
#include "tl-schema-walk.h"

G_BEGIN_DECLS

/* Of records whose file gives none. */
#define TL_DEFAULT_PROMINENCE 3

/**
 * TlPending:
 * @owner: what refers: index of an actor or quote, draft number of a record
 * @id: what it refers to
 * @element: the element of the document that holds the reference
 * @item: its place in the list of relations
 * @relation: of a relation
 *
 * A reference to something of the same sort, which may come later in the file;
 * resolved when all of them are read.
 */
typedef struct
{
  guint              owner;
  const char        *id;
  const TlJsonSlice *element;
  guint              item;
  TlRelation         relation;
} TlPending;

/**
 * TlReading:
 *
 * A dataset being read: the walk, and what waits for the end.
 */
typedef struct
{
  TlWalk  walk;
  GArray *pending_of;        /* (element-type TlPending): actors */
  GArray *pending_same_as;   /* (element-type TlPending): quotes */
  GArray *pending_relations; /* (element-type TlPending): records */
} TlReading;

/* Each of these reads the element the walk has entered. */
void tl_read_source (TlReading *self, JsonObject *object);
void tl_read_actor (TlReading *self, JsonObject *object);
void tl_read_place (TlReading *self, JsonObject *object);
void tl_read_treaty (TlReading *self, JsonObject *object);
void tl_read_event (TlReading *self, JsonObject *object);
void tl_read_quote (TlReading *self, JsonObject *object);

/* What acts and events have in common; at the present place. FALSE when the
 * record must be set aside. */
gboolean tl_read_record (TlReading *self, JsonObject *object, TlRecord *record);
/* Resolves what was pending. */
void tl_reading_link (TlReading *self);
/* Reports treaties that end before they begin. */
void tl_reading_check_lives (TlReading *self, TlDataset *dataset);

/* Reads one element in full. It lives as long as the arena. */
typedef void (*TlReadElement) (const TlJsonSlice *element, gpointer user_data);

/**
 * TlReaderMeter:
 * @feedback: (nullable): whom to tell
 * @from: how much of all work was done when this stage of it began
 * @to: how much will be done when it ends
 * @told_us: when somebody was told last, in monotonic time
 *
 * Tells how far reading is, not too often.
 */
typedef struct
{
  const TlReaderFeedback *feedback;
  double                  from;
  double                  to;
  gint64                  told_us;
} TlReaderMeter;

/* tl-reader-meter.c: the next stage begins, after which so much is done. */
void tl_reader_meter_begin (TlReaderMeter *self, double to);
/* fraction: of this stage */
void
tl_reader_meter_tell (TlReaderMeter *self, guint64 n_records, double fraction);

/* Adds the events that were scanned, and empties the scan unless that is kept.
 * meter: (nullable); read: for those that the index does not have. */
gboolean tl_reading_merge_events (TlReading     *self,
                                  TlEventScan   *scan,
                                  TlReaderMeter *meter,
                                  GCancellable  *cancellable,
                                  TlReadElement  read,
                                  gpointer       user_data,
                                  GError       **error);

/**
 * TlReader:
 * @index: (nullable): what stands where, once that is known
 * @meter: (nullable)
 *
 * One document that is being read.
 */
typedef struct
{
  TlReading      reading;
  TlJsonIndex   *index;
  TlEventScan    scan;
  JsonParser    *parser;
  GCancellable  *cancellable;
  TlReaderMeter *meter;
} TlReader;

/* tl-reader-document.c: reads the document that was scanned. With is_preview
 * its scanning has come to the events, but has not ended. */
TlDataset *tl_reader_read_document (TlReader *self,
                                    GBytes   *bytes,
                                    gboolean  is_preview,
                                    GError  **error) G_GNUC_WARN_UNUSED_RESULT;
/* Reports why there is nothing to be read. */
void
tl_reader_fail_scan (TlReader *self, const TlJsonFault *fatal, GError **error);

/**
 * TlReaderOptions:
 * @feedback: (nullable): told how far reading is
 * @n_threads: 0 for as many as there are processors
 * @piece_bytes: 0 for a good size
 * @no_index: read all records in full, and keep them
 * @held_bytes: 0 for TL_LIMIT_HELD_BYTES
 *
 * How a dataset is read; nothing of it changes what comes out.
 */
typedef struct
{
  const TlReaderFeedback *feedback;
  guint                   n_threads;
  gsize                   piece_bytes;
  gboolean                no_index;
  guint64                 held_bytes;
} TlReaderOptions;

TlDataset *
tl_reader_load_with_options (GBytes                *bytes,
                             const char            *name,
                             const TlReaderOptions *options,
                             GCancellable          *cancellable,
                             TlProblems            *problems,
                             GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* The same, where reading has begun already. */
TlDataset *tl_reader_load_metered (GBytes                *bytes,
                                   const char            *name,
                                   const TlReaderOptions *options,
                                   TlReaderMeter         *meter,
                                   GCancellable          *cancellable,
                                   TlProblems            *problems,
                                   GError **error) G_GNUC_WARN_UNUSED_RESULT;
TlDataset *
tl_reader_load_file_with_options (GFile                 *file,
                                  const TlReaderOptions *options,
                                  GCancellable          *cancellable,
                                  TlProblems            *problems,
                                  GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* tl-reader-unpack.c: the bytes, or what was packed in them with gzip. */
GBytes *tl_reader_unpack (GBytes                *bytes,
                          const char            *name,
                          const TlReaderOptions *options,
                          TlReaderMeter         *meter,
                          GCancellable          *cancellable,
                          TlProblems            *problems,
                          GError **error) G_GNUC_WARN_UNUSED_RESULT;
/* How much text may be held in memory. */
guint64 tl_reader_options_get_held_bytes (const TlReaderOptions *self);
/* FALSE with error when size is above the limit. */
gboolean tl_reader_check_size (guint64     size,
                               guint64     limit,
                               const char *name,
                               TlProblems *problems,
                               GError    **error);

G_END_DECLS
