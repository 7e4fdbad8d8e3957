/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tl-calendar.h"
#include "tl-date.h"

G_BEGIN_DECLS

/**
 * TlDateStyle:
 * @TL_DATE_STYLE_FULL: "about 14 April 2020", for the details pane and text
 * @TL_DATE_STYLE_SHORT: "about 14 Apr 2020", for lists and labels
 */
typedef enum
{
  TL_DATE_STYLE_FULL,
  TL_DATE_STYLE_SHORT,
} TlDateStyle;

/**
 * TlDateFormatter:
 *
 * The one place where dates, counts and durations become words. Sentences
 * come from the message catalogue, month names and patterns from ICU's locale
 * data. Immutable after creation; may be used from one thread at a time.
 */
typedef struct _TlDateFormatter TlDateFormatter;

/* @language: BCP 47 or POSIX name ("en", "pt_BR"); NULL for the language of
 * the message catalogue in use. When no catalogue of the language is in use,
 * the words stay in that of the catalogue, and so do the months: one sentence
 * never mixes two languages. English without a country is the international
 * one ("14 April 2020"). */
TlDateFormatter      *
tl_date_formatter_new (const char *language) G_GNUC_WARN_UNUSED_RESULT;
void tl_date_formatter_free (TlDateFormatter *self);

/* All of these: (transfer full), UTF-8, never empty. */
char *tl_date_formatter_format (TlDateFormatter *self,
                                const TlDate    *date,
                                TlDateStyle      style);
/* From one date to another, each a day, month or year: what both have in common
 * is written once, as the language does. A single date when they are equal.
 * Never glue two formatted dates together: “du 27 au 28 juillet 2020”. */
char *tl_date_formatter_format_range (TlDateFormatter *self,
                                      const TlDate    *first,
                                      const TlDate    *last,
                                      TlDateStyle      style);
/* One sentence, or two, on how sure the date is: "The exact day is known.",
 * "The date is approximate.", "Some time in this month; the day is not
 * known.", … */
char *tl_date_formatter_explain (TlDateFormatter *self, const TlDate *date);
char *tl_date_formatter_format_day (TlDateFormatter *self,
                                    gint64           second,
                                    TlDateStyle      style);
/* Axis labels. unit/step as in ticks; context is TRUE for the upper level of
 * the axis, which names the larger unit in full ("April 2020"), FALSE for the
 * lower level ("14", "Apr", "06:00"). Years before our era are exact up to a
 * step of 50 years ("51 BC" is the year -50), round from 100 on. */
char *tl_date_formatter_format_tick (TlDateFormatter *self,
                                     gint64           second,
                                     TlCalendarUnit   unit,
                                     gint64           step,
                                     gboolean         context);
/* "6 months", "3 years", rounded to a unit of which there are at least two;
 * seconds >= 0 */
char *tl_date_formatter_format_duration (TlDateFormatter *self, gint64 seconds);
/* "192 days to run", "2,116 days ago", "today", for an expiration. */
char *tl_date_formatter_format_countdown (TlDateFormatter *self,
                                          gint64           today,
                                          gint64           second);
/* The same for a date that may be inexact, "between 1,210 and 1,421 days ago";
 * NULL when neither end of it is known. */
char *tl_date_formatter_format_countdown_span (TlDateFormatter *self,
                                               gint64           today,
                                               TlSpan           span);
char *tl_date_formatter_format_count (TlDateFormatter *self, guint64 count);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TlDateFormatter, tl_date_formatter_free)

G_END_DECLS
