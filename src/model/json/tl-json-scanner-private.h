/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tl-json-scanner.h"

G_BEGIN_DECLS

/**
 * TlJsonScanner:
 * @next: never passes @end
 * @depth: open arrays and objects
 * @n_damages: confined faults so far
 * @keys: those of all open objects
 * @events: (nullable): makes the index of the events on the way
 *
 * The state of one pass.
 */
typedef struct
{
  const char   *data;
  const char   *next;
  const char   *end;
  GCancellable *cancellable;
  TlJsonIndex  *index;
  TlJsonFault  *fatal;
  guint         depth;
  guint64       n_damages;
  GArray       *keys;

  struct _TlEventScan *events;
} TlJsonScanner;

/* An index that nothing is in yet, and room for the keys of open objects. */
TlJsonIndex *tl_json_index_new_empty (void) G_GNUC_WARN_UNUSED_RESULT;
GArray      *tl_json_keys_new (void) G_GNUC_WARN_UNUSED_RESULT;
/* As tl_json_index_new(), which makes the index of the events on the way. */
TlJsonIndex *
tl_json_index_new_with_events (const char          *data,
                               gsize                length,
                               struct _TlEventScan *events,
                               GCancellable        *cancellable,
                               TlJsonFault *fatal) G_GNUC_WARN_UNUSED_RESULT;

gsize tl_json_get_offset (const TlJsonScanner *self, const char *place);
/* Always FALSE, to be returned. */
gboolean
tl_json_fail (TlJsonScanner *self, TlJsonCause cause, const char *place);
/* Notes a confined fault; scanning goes on. */
void tl_json_damage (TlJsonScanner *self,
                     TlJsonCause    cause,
                     gsize          offset,
                     gsize          other);
/* next is at the value's first byte. */
gboolean tl_json_scan_value (TlJsonScanner *self, TlJsonSlice *slice);
/* Behind a value: a comma (more follows), or the closing bracket. */
gboolean tl_json_scan_separator (TlJsonScanner *self,
                                 char           closing,
                                 const char    *opening,
                                 gboolean      *more);
void     tl_json_skip_blanks (TlJsonScanner *self);
/* Says why something else than the expected stands at next. */
gboolean tl_json_fail_at_next (TlJsonScanner *self, TlJsonCause expected);
/* next is at the opening quotation mark. */
gboolean tl_json_scan_string (TlJsonScanner *self, gboolean *has_escapes);
/* next is at a digit or a minus sign. */
gboolean tl_json_scan_number (TlJsonScanner *self);
/* next is at a letter. */
gboolean tl_json_scan_word (TlJsonScanner *self, TlJsonType *type);

G_END_DECLS
