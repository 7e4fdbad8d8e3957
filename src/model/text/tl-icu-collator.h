/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * TlIcuCollator:
 *
 * Puts texts into the order that a dictionary of a language has them in;
 * numbers in them by their value ("Round 2" before "Round 10"). May be used
 * from one thread at a time.
 */
typedef struct _TlIcuCollator TlIcuCollator;

TlIcuCollator      *
tl_icu_collator_new (const char *language) G_GNUC_WARN_UNUSED_RESULT;
void tl_icu_collator_free (TlIcuCollator *self);
void tl_icu_collator_append_key (TlIcuCollator *self,
                                 const char    *text,
                                 GByteArray    *keys);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TlIcuCollator, tl_icu_collator_free)

G_END_DECLS
