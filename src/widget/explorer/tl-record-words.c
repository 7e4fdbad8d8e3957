/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-record-words.h"

#include <glib/gi18n.h>

#include "tl-isolate.h"

/* Tooltips and spoken text of the timeline. All of it is plain text: titles
 * are data and must never be read as markup. */

#define MAX_TITLES 5

static const TlEntry *
get_entry (TlRecordWords words, guint record)
{
  return &tl_dataset_get_entries (words.dataset)[record];
}

static char *
dup_title (TlRecordWords words, guint record)
{
  return tl_isolate (
      tl_dataset_get_record_title (words.dataset, record, words.language));
}

/* An act is called by its name, "Entry into force", other records by their
 * kind. */
static const char *
get_kind (const TlEntry *entry)
{
  return entry->act != TL_ACT_NONE ? tl_act_get_label ((TlAct)entry->act)
                                   : tl_kind_get_label ((TlKind)entry->kind);
}

static char *
dup_kind_and_status (const TlEntry *entry)
{
  const char *kind = get_kind (entry);
  const char *status =
      tl_status_get_phrase ((TlStatus)entry->status, entry->contested);

  /* Translators: kind and status of a record, e.g. "Talk · Planned". */
  return g_strdup_printf (_ ("%1$s · %2$s"), kind, status);
}

/**
 * tl_record_words_dup_tooltip:
 * @words: whose words
 * @record: index of a record
 *
 * Returns: (transfer full): title, date, kind and status, a line each
 */
char *
tl_record_words_dup_tooltip (TlRecordWords words, guint record)
{
  g_autoptr (TlDate) when = NULL;
  g_autofree char *date = NULL;
  g_autofree char *kind = NULL;
  g_autofree char *title = NULL;

  g_return_val_if_fail (record < tl_dataset_get_n_records (words.dataset),
                        NULL);

  when = tl_dataset_dup_record_date (words.dataset, record);
  date = tl_date_formatter_format (words.formatter, when, TL_DATE_STYLE_FULL);
  kind = dup_kind_and_status (get_entry (words, record));
  title = dup_title (words, record);
  return g_strdup_printf ("%s\n%s\n%s", title, date, kind);
}

/**
 * tl_record_words_dup_cluster_tooltip:
 * @words: whose words
 * @records: (array length=n_records): the members in time order
 * @n_records: how many
 *
 * Returns: (transfer full): how many records there are, and the first titles
 */
char *
tl_record_words_dup_cluster_tooltip (TlRecordWords words,
                                     const guint  *records,
                                     guint         n_records)
{
  g_autofree char *count = NULL;
  g_autofree char *left = NULL;
  GString         *text = g_string_new (NULL);

  count = tl_date_formatter_format_count (words.formatter, n_records);
  g_string_append_printf (
      text,
      /* Translators: heading of the tooltip of several records that are drawn
       * as one mark; %s is their number. */
      ngettext ("%s record", "%s records", n_records), count);
  for (guint i = 0; i < MIN (n_records, MAX_TITLES); i++)
    {
      g_autofree char *title = dup_title (words, records[i]);

      g_string_append_c (text, '\n');
      /* Translators: a line of a list in a tooltip; %s is the title of a
       * record. */
      g_string_append_printf (text, _ ("• %s"), title);
    }
  if (n_records > MAX_TITLES)
    {
      left = tl_date_formatter_format_count (words.formatter,
                                             n_records - MAX_TITLES);
      g_string_append_c (text, '\n');
      g_string_append_printf (text,
                              /* Translators: last line of a list in a tooltip;
                               * %s is how many records are not named. */
                              ngettext ("and %s more record",
                                        "and %s more records",
                                        n_records - MAX_TITLES),
                              left);
    }
  return g_string_free (text, FALSE);
}

/**
 * tl_record_words_dup_name:
 * @words: whose words
 * @record: index of a record
 * @position: how many records come before it
 * @n_records: among how many
 *
 * Returns: (transfer full): what a screen reader says of the record, in one
 *   sentence: title, date, kind, status and place in the order of time
 */
char *
tl_record_words_dup_name (TlRecordWords words,
                          guint         record,
                          guint         position,
                          guint         n_records)
{
  g_autoptr (TlDate) when = NULL;
  g_autofree char *date = NULL;
  g_autofree char *kind = NULL;
  g_autofree char *title = NULL;
  g_autofree char *place = NULL;
  g_autofree char *total = NULL;

  g_return_val_if_fail (record < tl_dataset_get_n_records (words.dataset),
                        NULL);

  when = tl_dataset_dup_record_date (words.dataset, record);
  date = tl_date_formatter_format (words.formatter, when, TL_DATE_STYLE_FULL);
  kind = dup_kind_and_status (get_entry (words, record));
  title = dup_title (words, record);
  place = tl_date_formatter_format_count (words.formatter, position + 1);
  total = tl_date_formatter_format_count (words.formatter, n_records);
  /* Translators: spoken for the selected record: title, date, kind and status,
   * then its place, e.g. "Talks in Vienna, 27 July 2020, Talk · Occurred, 7 of
   * 41." */
  return g_strdup_printf (_ ("%1$s, %2$s, %3$s, %4$s of %5$s."), title, date,
                          kind, place, total);
}

/**
 * tl_record_words_dup_certainty:
 * @words: whose words
 * @record: index of a record
 *
 * Returns: (transfer full) (nullable): how sure the date is; %NULL when it is
 *   exact
 */
char *
tl_record_words_dup_certainty (TlRecordWords words, guint record)
{
  g_autoptr (TlDate) when = NULL;

  g_return_val_if_fail (record < tl_dataset_get_n_records (words.dataset),
                        NULL);

  if (tl_span_is_exact (get_entry (words, record)->span))
    return NULL;
  when = tl_dataset_dup_record_date (words.dataset, record);
  return tl_date_formatter_explain (words.formatter, when);
}

/**
 * tl_record_words_dup_cluster_name:
 * @words: whose words
 * @first: index of its first record
 * @count: how many there are in it
 * @position: how many records come before the first one
 * @n_records: among how many
 *
 * Returns: (transfer full): what a screen reader says of several records that
 *   are drawn as one mark
 */
char *
tl_record_words_dup_cluster_name (TlRecordWords words,
                                  guint         first,
                                  guint         count,
                                  guint         position,
                                  guint         n_records)
{
  g_autofree char *number = NULL;
  g_autofree char *name = NULL;

  number = tl_date_formatter_format_count (words.formatter, count);
  name = tl_record_words_dup_name (words, first, position, n_records);
  return g_strdup_printf (
      /* Translators: spoken for several records that are drawn as one mark:
       * their number, and what is said of the first, e.g. "12 records together;
       * the first: Talks in Vienna, 27 July 2020, Talk · Occurred, 7 of 41." */
      ngettext ("%1$s record; the first: %2$s",
                "%1$s records together; the first: %2$s", count),
      number, name);
}

/**
 * tl_record_words_dup_sentence:
 * @words: whose words
 * @record: index of a record
 *
 * Returns: (transfer full): what a screen reader says of the record, as
 *   tl_record_words_dup_name(), and how sure the date is
 */
char *
tl_record_words_dup_sentence (TlRecordWords words, guint record)
{
  g_autofree char *name = NULL;
  g_autofree char *certainty = NULL;
  guint            n_records = tl_dataset_get_n_records (words.dataset);

  g_return_val_if_fail (record < n_records, NULL);

  name = tl_record_words_dup_name (words, record, record, n_records);
  certainty = tl_record_words_dup_certainty (words, record);
  if (certainty == NULL)
    return g_steal_pointer (&name);
  /* Translators: two whole sentences, one after the other. */
  return g_strdup_printf (_ ("%1$s %2$s"), name, certainty);
}
