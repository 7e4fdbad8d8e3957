/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tl-dataset.h"
#include "tl-date-formatter.h"

G_BEGIN_DECLS

/* "Publisher, “Title”, 16 April 2020" with author, agency and address where
 * the source has them. (transfer full) */
char *tl_citation_format_source (TlDataset       *dataset,
                                 guint            source,
                                 TlDateFormatter *formatter,
                                 const char      *language);
/* The same, to be drawn: never for a file. (transfer full) */
char *tl_citation_show_source (TlDataset       *dataset,
                               guint            source,
                               TlDateFormatter *formatter,
                               const char      *language);
/* The quotation in quotation marks, speaker with role, date said, and the
 * source: ready to paste. (transfer full) */
char *tl_citation_format_quote (TlDataset       *dataset,
                                guint            quote,
                                TlDateFormatter *formatter,
                                const char      *language);
/* Title and date of a record, and all the sources that tell of it.
 * (transfer full) */
char *tl_citation_format_record (TlDataset       *dataset,
                                 guint            record,
                                 TlDateFormatter *formatter,
                                 const char      *language);

G_END_DECLS
