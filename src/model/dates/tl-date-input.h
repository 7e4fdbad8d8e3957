/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tl-date.h"

G_BEGIN_DECLS

/**
 * TlDateInput:
 *
 * Understands dates that a person types: EDTF, or a day, month or year as it
 * is written in the person's language. Used in one thread at a time.
 */
typedef struct _TlDateInput TlDateInput;

/* language: (nullable): as for tl_date_formatter_new(), which need not have
 * messages in it; beside it English is understood. */
TlDateInput *tl_date_input_new (const char *language) G_GNUC_WARN_UNUSED_RESULT;
void         tl_date_input_free (TlDateInput *self);
TlDate      *tl_date_input_parse (TlDateInput *self,
                                  const char  *text,
                                  GError     **error) G_GNUC_WARN_UNUSED_RESULT;
char *tl_date_input_dup_hint (TlDateInput *self) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TlDateInput, tl_date_input_free)

G_END_DECLS
