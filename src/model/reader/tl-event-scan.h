/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tl-event-index.h"
#include "tl-json-scanner-private.h"

G_BEGIN_DECLS

/* Called from the thread that reads, when one more batch was added. index: what
 * stands before the events; n_bytes: how much was scanned */
typedef void (*TlEventScanned) (const TlJsonIndex *index,
                                gsize              n_bytes,
                                gpointer           user_data);

/**
 * TlEventScan:
 * @n_threads: how many to use; the result does not depend on it
 * @piece_bytes: how much text goes to a thread at once
 * @no_index: leave all events to the full reader
 * @is_kept: whoever takes the events over leaves them here
 * @scanned: (nullable)
 * @names: (nullable): set once the events are being scanned
 * @batches: (element-type TlEventBatch): the index, in the order of the file
 *
 * The scanning of a document's events: on several threads, each of which
 * makes the index of a piece of the text.
 */
typedef struct _TlEventScan
{
  guint          n_threads;
  gsize          piece_bytes;
  gboolean       no_index;
  gboolean       is_kept;
  TlEventScanned scanned;
  gpointer       user_data;
  TlEventNames  *names;
  GPtrArray     *batches;
} TlEventScan;

void    tl_event_scan_init (TlEventScan *self);
void    tl_event_scan_clear (TlEventScan *self);
guint64 tl_event_scan_count (const TlEventScan *self);
/* Scans the array at whose opening bracket the scanner stands. FALSE when it
 * cannot be indexed now; then nothing has changed. sound: whether scanning can
 * go on behind it. */
gboolean tl_event_scan_array (TlEventScan   *self,
                              TlJsonScanner *scanner,
                              gboolean      *sound);
/* Scans the events of JSON Lines, one to a line from next on. */
gboolean tl_event_scan_lines (TlEventScan *self, TlJsonScanner *scanner);
/* Makes the index of events that the scanner has passed already. */
void tl_event_scan_elements (TlEventScan       *self,
                             const char        *data,
                             const TlJsonIndex *index);

/* tl-json-lines.c: whether that is a dataset in JSON Lines. */
gboolean tl_json_is_lines (const char *data, gsize length);
/* Like tl_json_index_new(). The index has a member for the events, too. */
TlJsonIndex *
tl_json_index_new_from_lines (const char   *data,
                              gsize         length,
                              TlEventScan  *events,
                              GCancellable *cancellable,
                              TlJsonFault  *fatal) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (TlEventScan, tl_event_scan_clear)

G_END_DECLS
