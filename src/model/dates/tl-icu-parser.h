/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tl-calendar.h"
#include "tl-icu.h"

G_BEGIN_DECLS

/**
 * TlIcuParser:
 *
 * Reads days, months and years as people write them in one language. In the
 * proleptic Gregorian calendar, as all of Treatyline.
 */
typedef struct _TlIcuParser TlIcuParser;

TlIcuParser *tl_icu_parser_new (const char *locale) G_GNUC_WARN_UNUSED_RESULT;
void         tl_icu_parser_free (TlIcuParser *self);
/* One more way to write a day, month or year, as a pattern of CLDR; with an era
 * (G) in it, it is also read without. */
void tl_icu_parser_add_pattern (TlIcuParser *self,
                                TlIcuPattern pattern,
                                const char  *text);
/* text: with plain digits and single spaces. pattern: TL_ICU_DAY, TL_ICU_MONTH
 * or TL_ICU_YEAR, what of civil was written; the rest of it is 1 or 0. FALSE
 * when it is nothing of that; then neither has changed. */
gboolean tl_icu_parser_parse (TlIcuParser  *self,
                              const char   *text,
                              TlIcuPattern *pattern,
                              TlCivil      *civil);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TlIcuParser, tl_icu_parser_free)

G_END_DECLS
