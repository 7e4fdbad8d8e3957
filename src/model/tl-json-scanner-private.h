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
} TlJsonScanner;

gsize tl_json_get_offset (const TlJsonScanner *self, const char *place);
/* Always FALSE, to be returned. */
gboolean
tl_json_fail (TlJsonScanner *self, TlJsonCause cause, const char *place);
/* Notes a confined fault; scanning goes on. */
void tl_json_damage (TlJsonScanner *self,
                     TlJsonCause    cause,
                     gsize          offset,
                     gsize          other);
void tl_json_skip_blanks (TlJsonScanner *self);
/* Says why something else than the expected stands at next. */
gboolean tl_json_fail_at_next (TlJsonScanner *self, TlJsonCause expected);
/* next is at the opening quotation mark. */
gboolean tl_json_scan_string (TlJsonScanner *self, gboolean *has_escapes);
/* next is at a digit or a minus sign. */
gboolean tl_json_scan_number (TlJsonScanner *self);
/* next is at a letter. */
gboolean tl_json_scan_word (TlJsonScanner *self, TlJsonType *type);

G_END_DECLS
