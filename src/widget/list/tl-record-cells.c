/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-record-cells.h"

#include <glib/gi18n.h>

#include "tl-isolate.h"

static const char *const titles[TL_N_SORT_KEYS] = {
  [TL_SORT_DATE] = NC_ ("column", "Date"),
  [TL_SORT_KIND] = NC_ ("column", "Kind"),
  [TL_SORT_TITLE] = NC_ ("column", "Title"),
  [TL_SORT_PLACE] = NC_ ("column", "Place"),
  [TL_SORT_PARTICIPANTS] = NC_ ("column", "Participants"),
  [TL_SORT_CERTAINTY] = NC_ ("column", "Certainty"),
  /* Translators: the heading of a column with the number of sources. */
  [TL_SORT_SOURCES] = NC_ ("column", "Sources"),
};

const char *
tl_record_cell_get_title (TlSortKey key)
{
  g_return_val_if_fail (key < TL_N_SORT_KEYS, NULL);

  return g_dpgettext2 (NULL, "column", titles[key]);
}

static const TlEntry *
get_entry (TlRecordWords words, guint record)
{
  return &tl_dataset_get_entries (words.dataset)[record];
}

static char *
dup_date (TlRecordWords words, guint record)
{
  g_autoptr (TlDate) date = tl_dataset_dup_record_date (words.dataset, record);

  return tl_date_formatter_format (words.formatter, date, TL_DATE_STYLE_SHORT);
}

static char *
dup_kind (const TlEntry *entry)
{
  return g_strdup (entry->act != TL_ACT_NONE
                       ? tl_act_get_label ((TlAct)entry->act)
                       : tl_kind_get_label ((TlKind)entry->kind));
}

static char *
dup_place (TlRecordWords words, guint record)
{
  guint place = tl_dataset_get_record_place (words.dataset, record);

  if (place == TL_NONE)
    return g_strdup ("");
  return g_strdup (tl_text_get (
      tl_dataset_get_place (words.dataset, place)->name, words.language));
}

static char *
dup_participants (TlRecordWords words, guint record)
{
  guint        n_actors;
  const guint *actors =
      tl_dataset_get_record_actors (words.dataset, record, &n_actors);
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < n_actors; i++)
    {
      const TlActor   *actor = tl_dataset_get_actor (words.dataset, actors[i]);
      g_autofree char *name =
          tl_isolate (tl_text_get (actor->name, words.language));

      if (i > 0)
        /* Translators: between the names in a list of participants. */
        g_string_append (text, C_ ("list of names", ", "));
      g_string_append (text, name);
    }
  return g_string_free (text, FALSE);
}

static char *
dup_certainty (const TlEntry *entry)
{
  return g_strdup (
      tl_status_get_phrase ((TlStatus)entry->status, entry->contested));
}

static char *
dup_n_sources (TlRecordWords words, guint record)
{
  guint n_sources;

  tl_dataset_get_record_sources (words.dataset, record, &n_sources);
  return tl_date_formatter_format_count (words.formatter, n_sources);
}

char *
tl_record_cell_dup_text (TlRecordWords words, guint record, TlSortKey key)
{
  g_return_val_if_fail (record < tl_dataset_get_n_records (words.dataset),
                        NULL);

  switch (key)
    {
    case TL_SORT_DATE:
      return dup_date (words, record);
    case TL_SORT_KIND:
      return dup_kind (get_entry (words, record));
    case TL_SORT_PLACE:
      return dup_place (words, record);
    case TL_SORT_PARTICIPANTS:
      return dup_participants (words, record);
    case TL_SORT_CERTAINTY:
      return dup_certainty (get_entry (words, record));
    case TL_SORT_SOURCES:
      return dup_n_sources (words, record);
    case TL_SORT_TITLE:
    default:
      return g_strdup (
          tl_dataset_get_record_title (words.dataset, record, words.language));
    }
}

char *
tl_record_cell_dup_name (TlSortKey key, const char *text)
{
  if (*text == '\0')
    /* Translators: read out for an empty cell of a list; %s is the heading of
     * its column, e.g. “Place: none”. */
    return g_strdup_printf (C_ ("spoken cell", "%s: none"),
                            tl_record_cell_get_title (key));
  /* Translators: read out for a cell of a list: the heading of its column, and
   * what it says, e.g. “Place: Vienna”. */
  return g_strdup_printf (C_ ("spoken cell", "%1$s: %2$s"),
                          tl_record_cell_get_title (key), text);
}

char *
tl_record_row_dup_detail (TlRecordWords words, guint record)
{
  g_autofree char *date = dup_date (words, record);
  g_autofree char *kind = dup_kind (get_entry (words, record));
  g_autofree char *certainty = dup_certainty (get_entry (words, record));

  /* Translators: below the title of a record: date, kind and certainty, e.g.
   * “27 Jul 2020 · Talk · Occurred”. */
  return g_strdup_printf (C_ ("record", "%1$s · %2$s · %3$s"), date, kind,
                          certainty);
}

static void
append_fact (GString *text, const char *fact)
{
  if (*fact == '\0')
    return;
  /* Translators: between the parts of a sentence that tells of a record. */
  g_string_append (text, C_ ("spoken record", ", "));
  g_string_append (text, fact);
}

char *
tl_record_row_dup_sentence (TlRecordWords words,
                            guint         record,
                            guint         position,
                            guint         n_rows)
{
  static const TlSortKey facts[] = { TL_SORT_DATE, TL_SORT_KIND,
                                     TL_SORT_CERTAINTY, TL_SORT_PLACE,
                                     TL_SORT_PARTICIPANTS };
  g_autofree char       *place = NULL;
  g_autofree char       *total = NULL;
  g_autofree char       *sources = NULL;
  g_autofree char       *count = NULL;
  g_autofree char       *where = NULL;
  guint                  n_sources;
  GString               *text = NULL;

  g_return_val_if_fail (record < tl_dataset_get_n_records (words.dataset),
                        NULL);

  text = g_string_new (
      tl_dataset_get_record_title (words.dataset, record, words.language));
  for (gsize i = 0; i < G_N_ELEMENTS (facts); i++)
    {
      g_autofree char *fact = tl_record_cell_dup_text (words, record, facts[i]);

      append_fact (text, fact);
    }
  tl_dataset_get_record_sources (words.dataset, record, &n_sources);
  count = tl_date_formatter_format_count (words.formatter, n_sources);
  sources =
      /* Translators: %s is a number. */
      g_strdup_printf (ngettext ("%s source", "%s sources", n_sources), count);
  append_fact (text, sources);
  place = tl_date_formatter_format_count (words.formatter, position + 1);
  total = tl_date_formatter_format_count (words.formatter, n_rows);
  where =
      /* Translators: a place in a list, e.g. “7 of 41”. */
      g_strdup_printf (C_ ("place in a list", "%1$s of %2$s"), place, total);
  append_fact (text, where);
  return g_string_free (text, FALSE);
}
