/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-disagreement.h"

#include <glib/gi18n.h>

/* Contradictions are shown, never resolved: every side is named with its
 * source, in the order of the accounts. Two dates contradict each other when
 * no moment is covered by both; an account without a date of its own goes
 * with the date of the record. */

static const TlDate *
get_date (const TlRecord *record, const TlAccount *account)
{
  return account->date != NULL ? account->date : record->date;
}

static gboolean
tells_date (const TlAccount *account)
{
  return account->stance == TL_STANCE_SUPPORTS;
}

/* All dates together are free of contradiction exactly when the latest start
 * is not after the earliest end; what contradicts is whatever misses either.
 */
static void
find_common (const TlRecord *record, gint64 *latest_start, gint64 *earliest_end)
{
  *latest_start = G_MININT64;
  *earliest_end = G_MAXINT64;

  for (guint i = 0; i < record->n_accounts; i++)
    {
      const TlAccount *account = &record->accounts[i];
      TlSpan           span = tl_date_get_span (get_date (record, account));

      if (!tells_date (account))
        continue;

      *latest_start = MAX (*latest_start, span.earliest);
      *earliest_end = MIN (*earliest_end, span.latest);
    }
}

gboolean
tl_disagreement_has_dates (const TlRecord *record)
{
  gint64 latest_start = 0;
  gint64 earliest_end = 0;

  g_return_val_if_fail (record != NULL, FALSE);

  find_common (record, &latest_start, &earliest_end);
  return latest_start > earliest_end;
}

static gboolean
contradicts (const TlRecord  *record,
             const TlAccount *account,
             gint64           latest_start,
             gint64           earliest_end)
{
  TlSpan span = tl_date_get_span (get_date (record, account));

  return tells_date (account) &&
         (span.latest < latest_start || span.earliest > earliest_end);
}

static void
append_separated (GString *list, const char *separator, const char *text)
{
  if (list->len > 0)
    g_string_append (list, separator);
  g_string_append (list, text);
}

/* "27 July 2020 (EIRNS, 29 Jul 2020; AMN, 30 Jul 2020)": a date with all the
 * sources that give it, from the account first on. */
static char *
format_side (TlPaneContext context, const TlRecord *record, guint first)
{
  const TlDate *date = get_date (record, &record->accounts[first]);
  g_autoptr (GString) names = g_string_new (NULL);
  g_autofree char *when = NULL;

  for (guint i = first; i < record->n_accounts; i++)
    {
      const TlAccount *account = &record->accounts[i];
      g_autofree char *name = NULL;

      if (!tells_date (account) ||
          g_strcmp0 (tl_date_get_edtf (get_date (record, account)),
                     tl_date_get_edtf (date)) != 0)
        continue;

      name = tl_pane_context_dup_source_name (context, account->source);
      /* Translators: Stands between the names of several sources. */
      append_separated (names, C_ ("between sources", "; "), name);
    }

  when = tl_date_formatter_format (context.formatter, date, TL_DATE_STYLE_FULL);
  /* Translators: A date and, in parentheses, the sources that give it:
   * "27 July 2020 (EIRNS, 29 Jul 2020)". */
  return g_strdup_printf (C_ ("date and sources", "%1$s (%2$s)"), when,
                          names->str);
}

static char *
describe_dates (TlPaneContext context, const TlRecord *record)
{
  g_autoptr (GString) sides = g_string_new (NULL);
  g_autoptr (GHashTable) told = g_hash_table_new (g_str_hash, g_str_equal);
  gint64 latest_start = 0;
  gint64 earliest_end = 0;

  find_common (record, &latest_start, &earliest_end);
  if (latest_start <= earliest_end)
    return NULL;

  for (guint i = 0; i < record->n_accounts; i++)
    {
      const TlAccount *account = &record->accounts[i];
      const char      *edtf = tl_date_get_edtf (get_date (record, account));
      g_autofree char *side = NULL;

      if (!contradicts (record, account, latest_start, earliest_end) ||
          !g_hash_table_add (told, (gpointer)edtf))
        continue;

      side = format_side (context, record, i);
      /* Translators: Stands between the different dates that sources give. */
      append_separated (sides, C_ ("between dates", "; "), side);
    }

  /* Translators: %s lists dates with their sources: "27 July 2020 (EIRNS, 29
   * Jul 2020); 28 July 2020 (AMN, 30 Jul 2020)". */
  return g_strdup_printf (_ ("The reports give different dates: %s."),
                          sides->str);
}

/* n: how many there are. */
static char *
list_sources (TlPaneContext   context,
              const TlRecord *record,
              TlStance        stance,
              guint          *n)
{
  g_autoptr (GString) names = g_string_new (NULL);
  g_autoptr (GHashTable) told = g_hash_table_new (NULL, NULL);

  for (guint i = 0; i < record->n_accounts; i++)
    {
      const TlAccount *account = &record->accounts[i];
      g_autofree char *name = NULL;

      if (account->stance != stance ||
          !g_hash_table_add (told, GUINT_TO_POINTER (account->source)))
        continue;

      name = tl_pane_context_dup_source_name (context, account->source);
      append_separated (names, C_ ("between sources", "; "), name);
    }

  *n = g_hash_table_size (told);
  return names->len > 0 ? g_string_free (g_steal_pointer (&names), FALSE)
                        : NULL;
}

GPtrArray *
tl_disagreement_describe (TlPaneContext context, const TlRecord *record)
{
  g_autoptr (GPtrArray) sentences = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *dates = NULL;
  g_autofree char *denying = NULL;
  g_autofree char *disputing = NULL;
  guint            n = 0;

  g_return_val_if_fail (record != NULL, NULL);

  dates = describe_dates (context, record);
  if (dates != NULL)
    g_ptr_array_add (sentences, g_steal_pointer (&dates));

  denying = list_sources (context, record, TL_STANCE_DENIES, &n);
  if (denying != NULL)
    g_ptr_array_add (
        sentences,
        g_strdup_printf (
            /* Translators: %s is the report, or the reports, that tell of a
             * denial, each with its date: "EIRNS, 29 Jul 2020". */
            ngettext ("Denied (source: %s).", "Denied (sources: %s).", n),
            denying));

  disputing = list_sources (context, record, TL_STANCE_DISPUTES, &n);
  if (disputing != NULL)
    g_ptr_array_add (
        sentences,
        g_strdup_printf (
            /* Translators: %s is the report, or the reports, that dispute
             * it, each with its date: "EIRNS, 29 Jul 2020". */
            ngettext ("Disputed (source: %s).", "Disputed (sources: %s).", n),
            disputing));
  return g_steal_pointer (&sentences);
}
