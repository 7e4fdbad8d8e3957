/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tl-date.h"

G_BEGIN_DECLS

/**
 * TlCitationDay:
 * @year: astronomical: 0 is 1 BCE
 * @month: 1–12, or 0 when the date is not that precise
 * @day: 1–31, or 0 when the date is not that precise
 */
typedef struct
{
  gint64 year;
  int    month;
  int    day;
} TlCitationDay;

/**
 * TlCitationDate:
 * @is_known: whether there is any date at all; else the rest is unset
 * @is_range: from @first to @last; else both are the same
 * @is_circa: the date is less sure than it looks: only words can say what is
 *   known; so is one that is not known to begin or to end
 * @first: see @is_range
 * @last: see @is_range
 *
 * A date as bibliographies can hold it: year, month and day, or two of these.
 * A plain value.
 */
typedef struct
{
  gboolean      is_known;
  gboolean      is_range;
  gboolean      is_circa;
  TlCitationDay first;
  TlCitationDay last;
} TlCitationDate;

TlCitationDate tl_citation_date_new (const TlDate *date);
/* The date as biblatex 3.5 and later take it: EDTF of level 0 or 1; NULL when
 * there is none. (transfer full) (nullable) */
char *
tl_citation_date_dup_biblatex (const TlDate *date) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
