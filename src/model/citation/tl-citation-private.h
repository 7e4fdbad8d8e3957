/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tl-citation.h"

G_BEGIN_DECLS

/* As tl_citation_format_source(), but without the address. (transfer full) */
char *
tl_citation_format_without_url (TlDataset       *dataset,
                                guint            source,
                                TlDateFormatter *formatter,
                                const char *language) G_GNUC_WARN_UNUSED_RESULT;
/* The quotation with its speaker, for beside its source. (transfer full) */
char *tl_citation_format_words (TlDataset       *dataset,
                                guint            quote,
                                TlDateFormatter *formatter,
                                const char *language) G_GNUC_WARN_UNUSED_RESULT;
/* What an account is about, and its words, for beside its source.
 * (transfer full) */
char *
tl_citation_format_account (const TlRecord  *record,
                            const TlAccount *account,
                            TlDateFormatter *formatter,
                            const char *language) G_GNUC_WARN_UNUSED_RESULT;
/* The full stop that a sentence puts behind a part which itself ends in a point
 * is taken away. part: stands in the text as it is. */
void tl_citation_join_stops (char *text, const char *part);
/* tl-citation-list.c: the sources of a record in order of publication.
 * (transfer full) (element-type guint) */
GArray *tl_citation_dup_record_sources (TlDataset *dataset,
                                        guint record) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
