/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-cli-selection.h"

#include <glib/gi18n.h>

#include "tl-cli-options.h"
#include "tl-cli.h"

/* The options that choose records. An option that takes several values takes
 * them separated by commas, and can also be given several times. */

/* An option is called like its facet. */
static const char *const facet_options[TL_N_FACETS] = {
  "--kind", "--actor", "--treaty", "--place", "--source", "--status", "--tag",
};

static void
add_facet_options (TlCliSelection *self, GOptionContext *context)
{
  const GOptionEntry entries[] = {
    { "kind", 0, 0, G_OPTION_ARG_STRING_ARRAY, &self->values[TL_FACET_KIND],
      N_ ("Only these kinds: talk, statement, test, incident, deployment, aid, "
          "other, treaty"),
      /* Translators: as the value of an option: words separated by commas. */
      N_ ("KIND,…") },
    { "actor", 0, 0, G_OPTION_ARG_STRING_ARRAY, &self->values[TL_FACET_ACTOR],
      N_ ("Only with these participants"),
      /* Translators: as the value of an option: names of records in the file,
       * separated by commas. */
      N_ ("ID,…") },
    { "treaty", 0, 0, G_OPTION_ARG_STRING_ARRAY, &self->values[TL_FACET_TREATY],
      N_ ("Only acts of these treaties, and what is about them"), N_ ("ID,…") },
    { "place", 0, 0, G_OPTION_ARG_STRING_ARRAY, &self->values[TL_FACET_PLACE],
      N_ ("Only what happened at these places"), N_ ("ID,…") },
    { "source", 0, 0, G_OPTION_ARG_STRING_ARRAY, &self->values[TL_FACET_SOURCE],
      N_ ("Only what these sources tell"), N_ ("ID,…") },
    { "status", 0, 0, G_OPTION_ARG_STRING_ARRAY, &self->values[TL_FACET_STATUS],
      N_ ("Only what is: occurred, planned, announced, alleged, denied, "
          "cancelled"),
      /* Translators: as the value of an option: words separated by commas. */
      N_ ("STATUS,…") },
    { "tag", 0, 0, G_OPTION_ARG_STRING_ARRAY, &self->values[TL_FACET_TAG],
      N_ ("Only what has one of these tags"),
      /* Translators: as the value of an option: words separated by commas. */
      N_ ("TAG,…") },
    { NULL },
  };

  g_option_context_add_main_entries (context, entries, NULL);
}

void
tl_cli_selection_add_options (TlCliSelection *self, GOptionContext *context)
{
  const GOptionEntry entries[] = {
    { "from", 0, 0, G_OPTION_ARG_STRING, &self->from_text,
      N_ ("Leave out what ended before this date (EDTF)"),
      /* Translators: a date, as the value of an option in the help text. */
      N_ ("DATE") },
    { "to", 0, 0, G_OPTION_ARG_STRING, &self->to_text,
      N_ ("Leave out what began after this date (EDTF)"), N_ ("DATE") },
    { "certainly", 0, 0, G_OPTION_ARG_NONE, &self->certainly,
      N_ ("Of what is between --from and --to, only what certainly is"), NULL },
    { "contested", 0, 0, G_OPTION_ARG_NONE, &self->contested,
      N_ ("Only what the sources contradict each other about"), NULL },
    { "search", 0, 0, G_OPTION_ARG_STRING, &self->search,
      N_ ("Only what has all these words in title, summary, quotations or "
          "names"),
      /* Translators: as the value of an option: words to search for. */
      N_ ("WORDS") },
    { "known-on", 0, 0, G_OPTION_ARG_STRING, &self->known_on_text,
      N_ ("As it was known at the end of this day"),
      /* Translators: as the value of an option: 2020-07-28. */
      N_ ("YYYY-MM-DD") },
    { "lang", 0, 0, G_OPTION_ARG_STRING, &self->language,
      N_ ("Language of titles and messages"),
      /* Translators: as the value of an option: en, ru, pt-BR. */
      N_ ("LANGUAGE") },
    { NULL },
  };

  add_facet_options (self, context);
  g_option_context_add_main_entries (context, entries, NULL);
}

void
tl_cli_selection_clear (TlCliSelection *self)
{
  for (guint i = 0; i < TL_N_FACETS; i++)
    g_clear_pointer (&self->values[i], g_strfreev);
  g_clear_pointer (&self->search, g_free);
  g_clear_pointer (&self->from_text, g_free);
  g_clear_pointer (&self->to_text, g_free);
  g_clear_pointer (&self->known_on_text, g_free);
  g_clear_pointer (&self->language, g_free);
}

static gboolean
parse_span (const char *option, const char *text, TlSpan *span, GError **error)
{
  g_autoptr (GError) cause = NULL;
  g_autoptr (TlDate) date = tl_date_new_from_edtf (text, &cause);

  if (date != NULL)
    {
      *span = tl_date_get_span (date);
      return TRUE;
    }
  g_set_error (error, TL_CLI_ERROR, TL_CLI_USAGE,
               /* Translators: %1$s is an option such as --from, %2$s what was
                * given for it, %3$s says why that is no date. */
               _ ("%1$s cannot be “%2$s”: %3$s"), option, text, cause->message);
  return FALSE;
}

static gboolean
parse_range (TlCliSelection *self, GError **error)
{
  TlSpan span;

  self->from = G_MININT64;
  self->to = G_MAXINT64;
  if (self->from_text != NULL)
    {
      if (!parse_span ("--from", self->from_text, &span, error))
        return FALSE;
      self->from = span.earliest;
    }
  if (self->to_text != NULL)
    {
      if (!parse_span ("--to", self->to_text, &span, error))
        return FALSE;
      self->to = span.latest;
    }
  if (self->certainly && self->from_text == NULL && self->to_text == NULL)
    {
      g_set_error_literal (error, TL_CLI_ERROR, TL_CLI_USAGE,
                           _ ("--certainly is about a range of time; give "
                              "--from or --to with it"));
      return FALSE;
    }
  if (self->from <= self->to)
    return TRUE;
  g_set_error_literal (error, TL_CLI_ERROR, TL_CLI_USAGE,
                       _ ("--from is later than --to; give the earlier date "
                          "as --from"));
  return FALSE;
}

static gboolean
check_words (const TlCliSelection *self,
             TlFacet               facet,
             const char *const    *known,
             GError              **error)
{
  g_auto (GStrv) words = tl_cli_split_values (self->values[facet]);

  for (guint i = 0; words[i] != NULL; i++)
    if (!g_strv_contains (known, words[i]))
      return tl_cli_fail_unknown (facet_options[facet], words[i], known, error);
  return TRUE;
}

/* What the format knows can be checked without a dataset. */
static gboolean
check_vocabularies (const TlCliSelection *self, GError **error)
{
  const char *kinds[TL_N_KINDS + 1] = { NULL };
  const char *statuses[TL_N_STATUSES + 1] = { NULL };

  for (guint i = 0; i < TL_N_KINDS; i++)
    kinds[i] = tl_kind_to_nick ((TlKind)i);
  for (guint i = 0; i < TL_N_STATUSES; i++)
    statuses[i] = tl_status_to_nick ((TlStatus)i);
  return check_words (self, TL_FACET_KIND, kinds, error) &&
         check_words (self, TL_FACET_STATUS, statuses, error);
}

gboolean
tl_cli_selection_prepare (TlCliSelection *self, GError **error)
{
  self->known_on = G_MININT64;
  return tl_cli_parse_language (self->language, error) &&
         parse_range (self, error) && check_vocabularies (self, error) &&
         tl_cli_parse_day ("--known-on", self->known_on_text, &self->known_on,
                           error);
}

static gboolean
fail_unknown_value (TlDataset  *dataset,
                    TlFacet     facet,
                    const char *word,
                    GError    **error)
{
  guint                   n_known = tl_facet_get_n_values (dataset, facet);
  g_autofree const char **known = g_new0 (const char *, n_known + 1);

  for (guint i = 0; i < n_known; i++)
    known[i] = tl_facet_get_value (dataset, facet, i);
  return tl_cli_fail_unknown (facet_options[facet], word, known, error);
}

/* value: several, separated by commas; or one that has a comma itself, as tags
 * can. */
static gboolean
add_values (TlFilter  *filter,
            TlDataset *dataset,
            TlFacet    facet,
            char      *value,
            GError   **error)
{
  char *values[] = { value, NULL };
  g_auto (GStrv) words = NULL;

  if (tl_facet_find_value (dataset, facet, value) != TL_NONE)
    {
      tl_filter_add_value (filter, facet, value);
      return TRUE;
    }
  words = tl_cli_split_values (values);
  for (guint i = 0; words[i] != NULL; i++)
    {
      if (tl_facet_find_value (dataset, facet, words[i]) == TL_NONE)
        return fail_unknown_value (dataset, facet, words[i], error);
      tl_filter_add_value (filter, facet, words[i]);
    }
  return TRUE;
}

TlFilter *
tl_cli_selection_make_filter (const TlCliSelection *self,
                              TlDataset            *dataset,
                              GError              **error)
{
  g_autoptr (TlFilter) filter = tl_filter_new ();

  for (guint i = 0; i < TL_N_FACETS; i++)
    for (char **value = self->values[i]; value != NULL && *value != NULL;
         value++)
      if (!add_values (filter, dataset, (TlFacet)i, *value, error))
        return NULL;
  tl_filter_set_search (filter, self->search);
  tl_filter_set_certainly (filter, self->certainly);
  tl_filter_set_contested_only (filter, self->contested);
  return g_steal_pointer (&filter);
}

TlDataset *
tl_cli_selection_dup_known (const TlCliSelection *self, TlDataset *dataset)
{
  if (self->known_on == G_MININT64)
    return g_object_ref (dataset);
  return tl_dataset_known_on (dataset, self->known_on);
}
