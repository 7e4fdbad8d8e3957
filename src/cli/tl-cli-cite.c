/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-cli.h"

#include <glib/gi18n.h>

#include "tl-calendar.h"
#include "tl-citation-list.h"
#include "tl-cli-input.h"
#include "tl-cli-options.h"
#include "tl-cli-output.h"
#include "tl-cli-selection.h"
#include "tl-language.h"

/* treatyline-cli cite: the sources of a selection, or those of records and
 * quotations that are named, as footnotes for people or for programs that keep
 * bibliographies. */

/* What one run is asked for. */
typedef struct
{
  TlCliSelection          selection;
  char                  **records;
  char                  **quotes;
  const TlCitationFormat *format;
} Request;

typedef guint (*FindFunc) (TlDataset *dataset, const char *id);
typedef guint (*CountFunc) (TlDataset *dataset);
typedef const char *(*IdFunc) (TlDataset *dataset, guint index);
typedef void (*CiteFunc) (TlCitationList *list, guint index);

/* Things that can be cited by their ids. */
typedef struct
{
  const char *option;
  FindFunc    find;
  CountFunc   count;
  IdFunc      get_id;
  CiteFunc    cite;
} Citable;

static const char *
get_quote_id (TlDataset *dataset, guint quote)
{
  return tl_dataset_get_quote (dataset, quote)->id;
}

static const char *
get_source_id (TlDataset *dataset, guint source)
{
  return tl_dataset_get_source (dataset, source)->id;
}

static const Citable citable_record = {
  "--record",
  tl_dataset_find_record,
  tl_dataset_get_n_records,
  tl_dataset_get_record_id,
  tl_citation_list_add_record,
};

static const Citable citable_quote = {
  "--quote",    tl_dataset_find_quote,      tl_dataset_get_n_quotes,
  get_quote_id, tl_citation_list_add_quote,
};

static const Citable citable_source = {
  "--source",    tl_dataset_find_source,      tl_dataset_get_n_sources,
  get_source_id, tl_citation_list_add_source,
};

static void
clear_request (Request *self)
{
  tl_cli_selection_clear (&self->selection);
  g_clear_pointer (&self->records, g_strfreev);
  g_clear_pointer (&self->quotes, g_strfreev);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Request, clear_request)

static gboolean
fail_unknown (const Citable *citable,
              TlDataset     *dataset,
              const char    *word,
              GError       **error)
{
  guint                   n_known = citable->count (dataset);
  g_autofree const char **known = g_new0 (const char *, n_known + 1);

  for (guint i = 0; i < n_known; i++)
    known[i] = citable->get_id (dataset, i);
  return tl_cli_fail_unknown (citable->option, word, known, error);
}

static gboolean
cite_named (const Citable  *citable,
            TlDataset      *dataset,
            char          **values,
            TlCitationList *list,
            GError        **error)
{
  g_auto (GStrv) ids = tl_cli_split_values (values);

  for (guint i = 0; ids[i] != NULL; i++)
    {
      guint index = citable->find (dataset, ids[i]);

      if (index == TL_NONE)
        return fail_unknown (citable, dataset, ids[i], error);
      citable->cite (list, index);
    }
  return TRUE;
}

/* The filter without --source, which says what is cited, not of what. */
static TlFilter *
make_filter (const Request *self, TlDataset *dataset, GError **error)
{
  TlCliSelection others = self->selection;
  TlFilter      *filter;

  others.values[TL_FACET_SOURCE] = NULL;
  filter = tl_cli_selection_make_filter (&others, dataset, error);
  if (filter != NULL)
    tl_filter_set_range (filter, others.from, others.to);
  return filter;
}

/* Of the named sources, or of all, those that tell of a record that passes. */
static void
cite_matches (const TlFilter *filter, TlDataset *dataset, TlCitationList *list)
{
  g_autoptr (GArray) records = tl_filter_apply (filter, dataset);

  for (guint i = 0; i < records->len; i++)
    tl_citation_list_add_record_sources (list,
                                         g_array_index (records, guint, i));
}

/* Those of named that also are in others; all are in the dataset. */
static void
cite_common (const TlCitationList *named,
             const TlCitationList *others,
             TlDataset            *dataset,
             TlCitationList       *list)
{
  g_autoptr (GArray) wanted = tl_citation_list_dup_sources (named);
  g_autoptr (GArray) found = tl_citation_list_dup_sources (others);
  g_autofree gboolean *is_found =
      g_new0 (gboolean, tl_dataset_get_n_sources (dataset));

  for (guint i = 0; i < found->len; i++)
    is_found[g_array_index (found, guint, i)] = TRUE;
  for (guint i = 0; i < wanted->len; i++)
    if (is_found[g_array_index (wanted, guint, i)])
      tl_citation_list_add_source (list, g_array_index (wanted, guint, i));
}

/* As it was known on a day, a dataset still has the sources of later days. */
static gboolean
is_published (const Request *self, TlDataset *dataset, guint source)
{
  TlSpan published =
      tl_date_get_span (tl_dataset_get_source (dataset, source)->published);

  return self->selection.known_on == G_MININT64 ||
         published.latest < self->selection.known_on + TL_SECONDS_PER_DAY;
}

static void
cite_all (const Request *self, TlDataset *dataset, TlCitationList *list)
{
  for (guint i = 0; i < tl_dataset_get_n_sources (dataset); i++)
    if (is_published (self, dataset, i))
      tl_citation_list_add_source (list, i);
}

static gboolean
cite_named_sources (const Request  *self,
                    TlDataset      *dataset,
                    TlCitationList *list,
                    GError        **error)
{
  g_autoptr (GArray) sources = NULL;

  if (!cite_named (&citable_source, dataset,
                   self->selection.values[TL_FACET_SOURCE], list, error))
    return FALSE;
  sources = tl_citation_list_dup_sources (list);
  for (guint i = 0; i < sources->len; i++)
    {
      guint source = g_array_index (sources, guint, i);

      if (is_published (self, dataset, source))
        continue;
      g_set_error (error, TL_CLI_ERROR, TL_CLI_USAGE,
                   /* Translators: %s is the id of a source. --known-on is an
                    * option. */
                   _ ("“%s” was not published by the day of --known-on"),
                   get_source_id (dataset, source));
      return FALSE;
    }
  return TRUE;
}

/* A source that tells of nothing is cited, too, unless a filter asks. */
static gboolean
cite_selection (const Request  *self,
                const TlFilter *filter,
                TlDataset      *dataset,
                TlCitationList *list,
                GError        **error)
{
  g_autoptr (TlCitationList) named = tl_citation_list_new (dataset);
  g_autoptr (TlCitationList) matching = tl_citation_list_new (dataset);

  if (self->selection.values[TL_FACET_SOURCE] == NULL)
    cite_all (self, dataset, named);
  else if (!cite_named_sources (self, dataset, named, error))
    return FALSE;
  if (tl_filter_is_empty (filter))
    cite_all (self, dataset, matching);
  else
    cite_matches (filter, dataset, matching);
  cite_common (named, matching, dataset, list);
  return TRUE;
}

static gboolean
fill_list (const Request  *self,
           TlDataset      *dataset,
           TlCitationList *list,
           GError        **error)
{
  g_autoptr (TlFilter) filter = make_filter (self, dataset, error);

  if (filter == NULL)
    return FALSE;
  if (self->records == NULL && self->quotes == NULL)
    return cite_selection (self, filter, dataset, list, error);
  if (!tl_filter_is_empty (filter))
    {
      g_set_error_literal (error, TL_CLI_ERROR, TL_CLI_USAGE,
                           _ ("--record and --quote name all that is cited; "
                              "leave out the options that choose records"));
      return FALSE;
    }
  return cite_named (&citable_record, dataset, self->records, list, error) &&
         cite_named (&citable_quote, dataset, self->quotes, list, error) &&
         cite_named_sources (self, dataset, list, error);
}

static void
print_list (const Request *self, const TlCitationList *list)
{
  const char *language = self->selection.language;
  g_autoptr (TlDateFormatter) formatter = NULL;

  if (language == NULL && self->format->for_people)
    language = tl_language_get ();
  formatter = tl_date_formatter_new (language);
  tl_citation_list_write (list, self->format, formatter, language,
                          tl_cli_get_sink ());
}

static TlCliStatus
cite_file (const Request *self, const char *file, GError **error)
{
  gboolean native =
      self->selection.language == NULL && !self->format->for_people;
  gboolean has_problems = FALSE;
  g_autoptr (TlDataset) loaded =
      tl_cli_input_load (file, native, &has_problems, error);
  g_autoptr (TlDataset) dataset = NULL;
  g_autoptr (TlCitationList) list = NULL;

  if (loaded == NULL)
    return TL_CLI_PROBLEMS;
  dataset = tl_cli_selection_dup_known (&self->selection, loaded);
  list = tl_citation_list_new (dataset);
  if (!fill_list (self, dataset, list, error))
    return TL_CLI_USAGE;
  print_list (self, list);
  return has_problems ? TL_CLI_PROBLEMS : TL_CLI_DONE;
}

static gboolean
parse_format (const char *text, const TlCitationFormat **format, GError **error)
{
  guint                   n_formats;
  const TlCitationFormat *formats = tl_citation_get_formats (&n_formats);
  g_autofree const char **nicks = g_new0 (const char *, n_formats + 1);
  guint                   index;

  for (guint i = 0; i < n_formats; i++)
    nicks[i] = formats[i].nick;
  if (!tl_cli_parse_choice ("--format", text, nicks, &index, error))
    return FALSE;
  *format = &formats[index];
  return TRUE;
}

TlCliStatus
tl_cli_cite_run (char **arguments, GError **error)
{
  g_autoptr (GOptionContext) context = tl_cli_options_new (
      _ ("[FILE]"),
      _ ("Cites the sources of a dataset in order of their publication, each "
         "once; without FILE, those of the built-in dataset. The options that "
         "choose records choose the records whose sources are cited; --source "
         "chooses among these sources."),
      NULL);
  g_auto (Request) self = { { 0 } };
  g_autofree char *format_text = NULL;
  g_auto (GStrv) operands = NULL;
  const GOptionEntry entries[] = {
    { "format", 0, 0, G_OPTION_ARG_STRING, &format_text,
      N_ ("text (footnotes), bibtex (for biblatex), csl-json or ris"),
      N_ ("FORMAT") },
    { "record", 0, 0, G_OPTION_ARG_STRING_ARRAY, &self.records,
      N_ ("The sources of these records, with what they say of them"),
      N_ ("ID,…") },
    { "quote", 0, 0, G_OPTION_ARG_STRING_ARRAY, &self.quotes,
      N_ ("These quotations, with their sources"), N_ ("ID,…") },
    { NULL },
  };

  g_option_context_add_main_entries (context, entries, NULL);
  tl_cli_selection_add_options (&self.selection, context);
  operands = tl_cli_options_parse (context, arguments, NULL, 1, error);
  if (operands == NULL || !parse_format (format_text, &self.format, error) ||
      !tl_cli_selection_prepare (&self.selection, error))
    return TL_CLI_USAGE;
  return cite_file (&self, operands[0], error);
}
