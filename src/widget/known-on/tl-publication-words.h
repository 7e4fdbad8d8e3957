/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tl-date-formatter.h"
#include "tl-publications.h"
#include "tl-result-changes.h"

G_BEGIN_DECLS

/* What was published on a day, in one line: the publication by its name, or how
 * many there were. (transfer full) */
char *
tl_publication_words_make_line (TlDataset            *dataset,
                                const TlPublications *publications,
                                guint                 index,
                                TlDateFormatter      *formatter,
                                const char *language) G_GNUC_WARN_UNUSED_RESULT;
/* What was published from one day to another, in some lines: when, and the
 * first of the names. (transfer full) */
char *tl_publication_words_make_lines (TlDataset            *dataset,
                                       const TlPublications *publications,
                                       guint                 first,
                                       guint                 last,
                                       TlDateFormatter      *formatter,
                                       const char           *language)
    G_GNUC_WARN_UNUSED_RESULT;
/* "3 records new, 1 changed". (transfer full) */
char *tl_publication_words_make_changes (const TlResultChanges *changes,
                                         TlDateFormatter       *formatter)
    G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
