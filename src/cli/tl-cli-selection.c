/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-cli-selection.h"

#include <glib/gi18n.h>

#include "tl-cli-options.h"
#include "tl-cli.h"

/* The options that choose records. An option that takes several values takes
 * them separated by commas, and can also be given several times. */

typedef guint (*CountFunc) (TlDataset *dataset);
typedef const char *(*IdFunc) (TlDataset *dataset, guint index);
typedef guint (*FindFunc) (TlDataset *dataset, const char *id);
typedef void (*AddFunc) (TlFilter *filter, const char *id);

/* A facet whose values are ids of the dataset. */
typedef struct
{
  const char *option;
  CountFunc   count;
  IdFunc      get_id;
  FindFunc    find;
  AddFunc     add;
} Facet;

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
    { "kind", 0, 0, G_OPTION_ARG_STRING_ARRAY, &self->kinds,
      N_ ("Only these kinds: talk, statement, test, incident, deployment, aid, "
          "other, treaty"),
      /* Translators: as the value of an option: words separated by commas. */
      N_ ("KIND,…") },
    { "actor", 0, 0, G_OPTION_ARG_STRING_ARRAY, &self->actors,
      N_ ("Only with these participants"),
      /* Translators: as the value of an option: names of records in the file,
       * separated by commas. */
      N_ ("ID,…") },
    { "source", 0, 0, G_OPTION_ARG_STRING_ARRAY, &self->sources,
      N_ ("Only what these sources tell"), N_ ("ID,…") },
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

  g_option_context_add_main_entries (context, entries, NULL);
}

void
tl_cli_selection_clear (TlCliSelection *self)
{
  g_clear_pointer (&self->kinds, g_strfreev);
  g_clear_pointer (&self->actors, g_strfreev);
  g_clear_pointer (&self->sources, g_strfreev);
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
  if (self->from <= self->to)
    return TRUE;
  g_set_error_literal (error, TL_CLI_ERROR, TL_CLI_USAGE,
                       _ ("--from is later than --to; give the earlier date "
                          "as --from"));
  return FALSE;
}

static gboolean
add_kinds (const TlCliSelection *self, TlFilter *filter, GError **error)
{
  g_auto (GStrv) words = tl_cli_split_values (self->kinds);
  const char *known[TL_N_KINDS + 1] = { NULL };

  for (guint kind = 0; kind < TL_N_KINDS; kind++)
    known[kind] = tl_kind_to_nick ((TlKind)kind);
  for (guint i = 0; words[i] != NULL; i++)
    {
      TlKind kind;

      if (!tl_kind_from_nick (words[i], &kind))
        return tl_cli_fail_unknown ("--kind", words[i], known, error);
      tl_filter_add_kind (filter, kind);
    }
  return TRUE;
}

gboolean
tl_cli_selection_prepare (TlCliSelection *self, GError **error)
{
  g_autoptr (TlFilter) trial = tl_filter_new ();

  self->known_on = G_MININT64;
  return tl_cli_parse_language (self->language, error) &&
         parse_range (self, error) && add_kinds (self, trial, error) &&
         tl_cli_parse_day ("--known-on", self->known_on_text, &self->known_on,
                           error);
}

static const char *
get_actor_id (TlDataset *dataset, guint index)
{
  return tl_dataset_get_actor (dataset, index)->id;
}

static const char *
get_source_id (TlDataset *dataset, guint index)
{
  return tl_dataset_get_source (dataset, index)->id;
}

static const Facet actor_facet = {
  "--actor",           tl_dataset_get_n_actors,
  get_actor_id,        tl_dataset_find_actor,
  tl_filter_add_actor,
};

static const Facet source_facet = {
  "--source",           tl_dataset_get_n_sources,
  get_source_id,        tl_dataset_find_source,
  tl_filter_add_source,
};

static gboolean
fail_unknown_id (const Facet *facet,
                 TlDataset   *dataset,
                 const char  *word,
                 GError     **error)
{
  guint                   n_known = facet->count (dataset);
  g_autofree const char **known = g_new0 (const char *, n_known + 1);

  for (guint i = 0; i < n_known; i++)
    known[i] = facet->get_id (dataset, i);
  return tl_cli_fail_unknown (facet->option, word, known, error);
}

static gboolean
add_ids (const Facet *facet,
         char       **values,
         TlDataset   *dataset,
         TlFilter    *filter,
         GError     **error)
{
  g_auto (GStrv) words = tl_cli_split_values (values);

  for (guint i = 0; words[i] != NULL; i++)
    {
      if (facet->find (dataset, words[i]) == TL_NONE)
        return fail_unknown_id (facet, dataset, words[i], error);
      facet->add (filter, words[i]);
    }
  return TRUE;
}

TlFilter *
tl_cli_selection_make_filter (const TlCliSelection *self,
                              TlDataset            *dataset,
                              GError              **error)
{
  g_autoptr (TlFilter) filter = tl_filter_new ();

  if (!add_kinds (self, filter, error) ||
      !add_ids (&actor_facet, self->actors, dataset, filter, error) ||
      !add_ids (&source_facet, self->sources, dataset, filter, error))
    return NULL;
  tl_filter_set_search (filter, self->search);
  return g_steal_pointer (&filter);
}

TlDataset *
tl_cli_selection_dup_known (const TlCliSelection *self, TlDataset *dataset)
{
  if (self->known_on == G_MININT64)
    return g_object_ref (dataset);
  return tl_dataset_known_on (dataset, self->known_on);
}
