/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tl-dataset.h"
#include "tl-date-formatter.h"
#include "tl-sink.h"

G_BEGIN_DECLS

/**
 * TlCitationFormat:
 * @nick: what the command line calls it: "bibtex"
 * @name: its name for people, untranslated: "BibTeX (biblatex)"
 * @suffix: how the name of a file ends, with the dot
 * @mime_type: media type
 * @for_people: footnotes in the language of the user; else for programs
 *
 * A form in which sources can be cited.
 */
typedef struct
{
  const char *nick;
  const char *name;
  const char *suffix;
  const char *mime_type;
  gboolean    for_people;
} TlCitationFormat;

/* All of them, in the order of a menu. */
const TlCitationFormat *tl_citation_get_formats (guint *n_formats);
/* NULL when there is none of that nick. */
const TlCitationFormat *tl_citation_find_format (const char *nick);

/**
 * TlCitationList:
 *
 * What is to be cited: sources, quotations, records. A source stands in it
 * once, however often it was added.
 */
typedef struct _TlCitationList TlCitationList;

TlCitationList      *
tl_citation_list_new (TlDataset *dataset) G_GNUC_WARN_UNUSED_RESULT;
void tl_citation_list_free (TlCitationList *self);
void tl_citation_list_add_source (TlCitationList *self, guint source);
/* The source of a quotation, with the quotation. */
void tl_citation_list_add_quote (TlCitationList *self, guint quote);
/* The sources of all accounts of a record, with what each says of it. */
void tl_citation_list_add_record (TlCitationList *self, guint record);
/* The same without what they say: for bibliographies of many records. */
void tl_citation_list_add_record_sources (TlCitationList *self, guint record);
/* Indices in order of first publication. (transfer full)
 * (element-type guint) */
GArray *tl_citation_list_dup_sources (const TlCitationList *self)
    G_GNUC_WARN_UNUSED_RESULT;
void tl_citation_list_write (const TlCitationList   *self,
                             const TlCitationFormat *format,
                             TlDateFormatter        *formatter,
                             const char             *language,
                             TlSink                  sink);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TlCitationList, tl_citation_list_free)

G_END_DECLS
