/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tl-citation-date.h"
#include "tl-dataset.h"
#include "tl-date-formatter.h"

G_BEGIN_DECLS

/**
 * TlCitationName:
 * @family: (nullable): family name, when the name is written with a comma
 * @given: (nullable): given names, set together with @family
 * @literal: (nullable): the whole name, when it cannot be told apart
 */
typedef struct
{
  char *family;
  char *given;
  char *literal;
} TlCitationName;

/**
 * TlCitationEntry:
 * @key: the id of the source; ASCII, unique in its dataset and stable
 * @is_online: it has an address; else it counts as a newspaper article
 * @title: (nullable): title
 * @publisher: (nullable): newspaper, agency or site
 * @url: (nullable): address
 * @language: (nullable): BCP 47 tag of the language of the source itself
 * @published: (nullable): date of publication; borrowed
 * @date: the same, reduced
 * @note: (nullable): what no field can hold: whom it relays, a date in words
 * @authors: (element-type TlCitationName): may be empty
 * @extracts: (element-type utf8): quotations and accounts to go with it
 *
 * A source as all formats of bibliographies have it. Texts are single lines.
 */
typedef struct
{
  const char    *key;
  gboolean       is_online;
  char          *title;
  char          *publisher;
  char          *url;
  const char    *language;
  const TlDate  *published;
  TlCitationDate date;
  char          *note;
  GPtrArray     *authors;
  GPtrArray     *extracts;
} TlCitationEntry;

/* language: NULL for that of the source itself. The dataset must outlive it.
 * (transfer full) */
TlCitationEntry *
tl_citation_entry_new (TlDataset       *dataset,
                       guint            source,
                       TlDateFormatter *formatter,
                       const char      *language) G_GNUC_WARN_UNUSED_RESULT;
/* Takes extract. */
void tl_citation_entry_add_extract (TlCitationEntry *self, char *extract);
void tl_citation_entry_free (TlCitationEntry *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TlCitationEntry, tl_citation_entry_free)

/* One entry each, complete with its line end; the element of an array for
 * CSL-JSON. (transfer full) */
char *tl_citation_entry_to_bibtex (const TlCitationEntry *self)
    G_GNUC_WARN_UNUSED_RESULT;
char *tl_citation_entry_to_csl_json (const TlCitationEntry *self)
    G_GNUC_WARN_UNUSED_RESULT;
char *tl_citation_entry_to_ris (const TlCitationEntry *self)
    G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
