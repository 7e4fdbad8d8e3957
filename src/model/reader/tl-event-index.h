/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tl-dataset-private.h"
#include "tl-json-scanner.h"

G_BEGIN_DECLS

/**
 * TlEventNames:
 *
 * What events can refer to, as far as the bytes of the file tell: the ids in
 * its other sections, numbered. Not all of them need turn out sound.
 */
typedef struct _TlEventNames TlEventNames;

/* index: of a document whose other members have been scanned. NULL when they
 * do not come before its events, or are not as they should be. */
TlEventNames *tl_event_names_new (const char *data, const TlJsonIndex *index)
    G_GNUC_WARN_UNUSED_RESULT;
void  tl_event_names_free (TlEventNames *self);
guint tl_event_names_get_size (const TlEventNames *self);
/* The id with that number; not NUL-terminated. */
const char *tl_event_names_get (const TlEventNames *self,
                                guint               number,
                                gsize              *length,
                                TlIdType           *type);
/* FALSE when nothing of that type has the id. */
gboolean tl_event_names_find (const TlEventNames *self,
                              const char         *id,
                              gsize               length,
                              TlIdType            type,
                              guint              *number);
/* The language the texts must be given in. */
const char *tl_event_names_get_language (const TlEventNames *self);

/**
 * TlEventRelation:
 * @draft: which of the batch's events
 *
 * That an event names another one.
 */
typedef struct
{
  guint       draft;
  guint       item;
  TlRelation  relation;
  const char *id; /* in the text */
  gsize       length;
} TlEventRelation;

/**
 * TlEventOther:
 * @n_before: how many of the batch's events come before it
 *
 * An element that the index has given up on; to be read in full.
 */
typedef struct
{
  TlJsonSlice slice;
  guint       n_before;
} TlEventOther;

/**
 * TlEventBatch:
 * @entries: (element-type TlEntry)
 * @columns: (element-type TlColumn): numbers of names instead of indices,
 *   places within @lists and @words of this batch
 * @lists: (element-type guint)
 * @relations: (element-type TlEventRelation)
 * @others: (element-type TlEventOther)
 *
 * The index of a stretch of the file: plain values of its events, in order.
 */
typedef struct
{
  GArray     *entries;
  GArray     *columns;
  GArray     *lists;
  GByteArray *words;
  GArray     *relations;
  GArray     *others;
} TlEventBatch;

void tl_event_batch_init (TlEventBatch *self);
void tl_event_batch_clear (TlEventBatch *self);
void tl_event_batch_free (TlEventBatch *self);

/**
 * TlEventIndexer:
 *
 * Fills one batch. Several of them may share names.
 */
typedef struct _TlEventIndexer TlEventIndexer;

TlEventIndexer      *
tl_event_indexer_new (const char         *data,
                           const TlEventNames *names,
                           TlEventBatch       *batch) G_GNUC_WARN_UNUSED_RESULT;
void tl_event_indexer_free (TlEventIndexer *self);
/* Reads the event that begins at *next, and moves behind it. FALSE when it is
 * not sound in every respect; then nothing has changed. exact: it must reach
 * up to the end. */
gboolean tl_event_indexer_read (TlEventIndexer *self,
                                const char    **next,
                                const char     *end,
                                gboolean        exact);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TlEventNames, tl_event_names_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TlEventIndexer, tl_event_indexer_free)

G_END_DECLS
