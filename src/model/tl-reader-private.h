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

/* Adds the events that were scanned, and empties the scan. read: for those
 * that the index does not have. */
gboolean tl_reading_merge_events (TlReading    *self,
                                  TlEventScan  *scan,
                                  GCancellable *cancellable,
                                  TlReadElement read,
                                  gpointer      user_data,
                                  GError      **error);

/**
 * TlReaderOptions:
 * @progress: (nullable): told how far reading is
 * @n_threads: 0 for as many as there are processors
 * @piece_bytes: 0 for a good size
 * @no_index: read all records in full, and keep them
 *
 * How a dataset is read; nothing of it changes what comes out.
 */
typedef struct
{
  TlReaderProgress progress;
  gpointer         progress_data;
  guint            n_threads;
  gsize            piece_bytes;
  gboolean         no_index;
} TlReaderOptions;

TlDataset *
tl_reader_load_with_options (GBytes                *bytes,
                             const char            *name,
                             const TlReaderOptions *options,
                             GCancellable          *cancellable,
                             TlProblems            *problems,
                             GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* tl-reader-unpack.c: the bytes, or what was packed in them with gzip. */
GBytes *tl_reader_unpack (GBytes       *bytes,
                          const char   *name,
                          GCancellable *cancellable,
                          TlProblems   *problems,
                          GError      **error) G_GNUC_WARN_UNUSED_RESULT;
/* FALSE with error when that is more than we read. */
gboolean tl_reader_check_size (guint64     size,
                               const char *name,
                               TlProblems *problems,
                               GError    **error);

G_END_DECLS
