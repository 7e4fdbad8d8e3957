/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-cli.h"

#include <glib/gi18n.h>

#include "tl-article-matcher.h"
#include "tl-cli-input.h"
#include "tl-cli-options.h"
#include "tl-cli-output.h"
#include "tl-date-formatter.h"
#include "tl-json-array.h"

/* treatyline-cli check: everything the reader has to say about a dataset, and
 * with a folder of articles the proof of what is quoted. A file that cannot be
 * read does not keep the others from being checked. */

typedef enum
{
  FORMAT_TEXT,
  FORMAT_JSON,
} Format;

static const char *const formats[] = { "text", "json", NULL };

/* What came of one file. */
typedef struct
{
  char           *name;
  TlProblems     *problems;
  TlDataset      *dataset;  /* NULL: it could not be loaded */
  char           *trouble;  /* NULL, or why it could not be read at all */
  gboolean        articles; /* whether counts mean anything */
  TlArticleCounts counts;
} Report;

static void
clear_report (Report *report)
{
  g_free (report->name);
  g_free (report->trouble);
  g_clear_pointer (&report->problems, tl_problems_free);
  g_clear_object (&report->dataset);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Report, clear_report)

/* FALSE with error when the folder cannot be read. */
static gboolean
make_report (Report *report, const char *file, GFile *articles, GError **error)
{
  g_autoptr (GError) trouble = NULL;
  g_autofree char *path = tl_cli_input_dup_path (file);
  gboolean         checked = TRUE;

  report->name = tl_cli_input_dup_name (file);
  report->problems = tl_problems_new ();
  report->dataset = tl_cli_input_read (file, report->problems, &trouble);
  if (trouble != NULL && tl_cli_error_get_status (trouble) == TL_CLI_SYSTEM)
    report->trouble = g_strdup (trouble->message);
  if (report->dataset != NULL && articles != NULL)
    {
      checked =
          tl_article_check_counted (report->dataset, articles, path,
                                    report->problems, &report->counts, error);
      report->articles = checked;
    }
  tl_problems_sort (report->problems);
  return checked;
}

/* A format with %s for the number, in the words' own plural. */
static char *
format_count (TlDateFormatter *formatter, const char *format, guint count)
{
  g_autofree char *number = tl_date_formatter_format_count (formatter, count);
  g_autoptr (GString) text = g_string_new (format);

  g_string_replace (text, "%s", number, 1);
  return g_strdup (text->str);
}

static char *
format_contents (TlDateFormatter *formatter, TlDataset *dataset)
{
  guint            n_records = tl_dataset_get_n_records (dataset);
  guint            n_quotes = tl_dataset_get_n_quotes (dataset);
  guint            n_sources = tl_dataset_get_n_sources (dataset);
  g_autofree char *records =
      format_count (formatter,
                    /* Translators: %s is a number of events and treaty acts. */
                    ngettext ("%s record", "%s records", n_records), n_records);
  g_autofree char *quotes = format_count (
      formatter,
      /* Translators: %s is a number. */
      ngettext ("%s quotation", "%s quotations", n_quotes), n_quotes);
  g_autofree char *sources =
      format_count (formatter,
                    /* Translators: %s is a number. */
                    ngettext ("%s source", "%s sources", n_sources), n_sources);

  /* Translators: what a file holds: “41 records, 23 quotations, 5 sources”. */
  return g_strdup_printf (C_ ("contents of a file", "%1$s, %2$s, %3$s"),
                          records, quotes, sources);
}

static char *
format_problem_counts (TlDateFormatter *formatter, const TlProblems *problems)
{
  guint n_errors = tl_problems_count (problems, TL_SEVERITY_ERROR);
  guint n_warnings = tl_problems_count (problems, TL_SEVERITY_WARNING);
  guint n_notes = tl_problems_count (problems, TL_SEVERITY_NOTE);
  g_autofree char *errors =
      format_count (formatter,
                    /* Translators: %s is a number. */
                    ngettext ("%s error", "%s errors", n_errors), n_errors);
  g_autofree char *warnings = format_count (
      formatter,
      /* Translators: %s is a number. */
      ngettext ("%s warning", "%s warnings", n_warnings), n_warnings);
  g_autofree char *notes =
      format_count (formatter,
                    /* Translators: %s is a number. */
                    ngettext ("%s note", "%s notes", n_notes), n_notes);

  /* Translators: “0 errors, 1 warning, 2 notes”. */
  return g_strdup_printf (C_ ("problems of a file", "%1$s, %2$s, %3$s"), errors,
                          warnings, notes);
}

static char *
format_found (TlDateFormatter *formatter, const TlArticleCounts *counts)
{
  g_autofree char *quotes_found =
      tl_date_formatter_format_count (formatter, counts->n_quotes_found);
  g_autofree char *quotes =
      tl_date_formatter_format_count (formatter, counts->n_quotes);
  g_autofree char *excerpts_found =
      tl_date_formatter_format_count (formatter, counts->n_excerpts_found);
  g_autofree char *excerpts =
      tl_date_formatter_format_count (formatter, counts->n_excerpts);

  /* Translators: the numbers are of quotations and excerpts that were found in
   * the articles, and of all of them. */
  return g_strdup_printf (_ ("%1$s of %2$s quotations and %3$s of %4$s "
                             "excerpts found in the articles"),
                          quotes_found, quotes, excerpts_found, excerpts);
}

/* The line that ends a report. */
static void
print_summary (const Report *report)
{
  g_autoptr (TlDateFormatter) formatter = tl_date_formatter_new (NULL);
  g_autofree char *counts = format_problem_counts (formatter, report->problems);
  g_autofree char *name = tl_cli_clean (report->name);
  g_autofree char *contents = NULL;
  g_autofree char *found = NULL;
  g_autofree char *line = NULL;

  if (report->dataset == NULL)
    contents = g_strdup (_ ("nothing could be loaded"));
  else
    contents = format_contents (formatter, report->dataset);
  if (report->articles)
    {
      found = format_found (formatter, &report->counts);
      line = g_strdup_printf (
          /* Translators: as before, and %4$s is how much of what is quoted was
           * found in the articles. */
          C_ ("report on a file", "%1$s: %2$s: %3$s; %4$s"), name, contents,
          counts, found);
    }
  else
    line = g_strdup_printf (
        /* Translators: %1$s is the name of a file, %2$s what it holds, %3$s how
         * many problems it has: “a.json: 41 records, 23 quotations, 5 sources:
         * 0 errors, 1 warning, 2 notes”. */
        C_ ("report on a file", "%1$s: %2$s: %3$s"), name, contents, counts);
  tl_cli_print (line);
  tl_cli_print ("\n");
}

static void
add_count (JsonBuilder *builder, const char *key, guint count)
{
  json_builder_set_member_name (builder, key);
  json_builder_add_int_value (builder, count);
}

static void
build_contents (JsonBuilder *builder, const Report *report)
{
  TlDataset *dataset = report->dataset;

  if (dataset == NULL)
    return;
  tl_json_add_string (builder, "id", tl_dataset_get_id (dataset));
  tl_json_add_string (builder, "sha256", tl_dataset_get_sha256 (dataset));
  add_count (builder, "records", tl_dataset_get_n_records (dataset));
  add_count (builder, "quotes", tl_dataset_get_n_quotes (dataset));
  add_count (builder, "sources", tl_dataset_get_n_sources (dataset));
  if (!report->articles)
    return;
  add_count (builder, "quotes_found", report->counts.n_quotes_found);
  add_count (builder, "excerpts", report->counts.n_excerpts);
  add_count (builder, "excerpts_found", report->counts.n_excerpts_found);
}

static void
build_problems (JsonBuilder *builder, const TlProblems *problems)
{
  json_builder_set_member_name (builder, "problems");
  json_builder_begin_array (builder);
  for (guint i = 0; i < tl_problems_get_size (problems); i++)
    {
      const TlProblem *problem = tl_problems_get (problems, i);

      json_builder_begin_object (builder);
      tl_json_add_string (builder, "severity",
                          tl_severity_to_nick (problem->severity));
      add_count (builder, "line", problem->line);
      add_count (builder, "column", problem->column);
      tl_json_add_string (builder, "code", problem->code);
      tl_json_add_string (builder, "message", problem->message);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
}

static void
print_json (TlJsonArray *json, const Report *report)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();

  json_builder_begin_object (builder);
  tl_json_add_string (builder, "file", report->name);
  json_builder_set_member_name (builder, "loaded");
  json_builder_add_boolean_value (builder, report->dataset != NULL);
  build_contents (builder, report);
  add_count (builder, "errors",
             tl_problems_count (report->problems, TL_SEVERITY_ERROR));
  add_count (builder, "warnings",
             tl_problems_count (report->problems, TL_SEVERITY_WARNING));
  add_count (builder, "notes",
             tl_problems_count (report->problems, TL_SEVERITY_NOTE));
  build_problems (builder, report->problems);
  json_builder_end_object (builder);
  tl_json_array_add (json, builder);
}

static void
print_report (const Report *report, Format format, TlJsonArray *json)
{
  tl_cli_input_print_problems (report->problems, report->name,
                               TL_SEVERITY_NOTE);
  if (format == FORMAT_JSON)
    print_json (json, report);
  else
    print_summary (report);
}

/* One file; FALSE with error when the folder of articles cannot be read. */
static gboolean
check_file (const char  *file,
            GFile       *articles,
            Format       format,
            TlJsonArray *json,
            TlCliStatus *status,
            GError     **error)
{
  g_auto (Report) report = { NULL };

  if (!make_report (&report, file, articles, error))
    return FALSE;
  if (report.trouble != NULL)
    {
      tl_cli_complain (report.trouble);
      *status = TL_CLI_SYSTEM;
      return TRUE;
    }
  print_report (&report, format, json);
  if (tl_cli_input_is_faulty (report.problems))
    *status = MAX (*status, TL_CLI_PROBLEMS);
  return TRUE;
}

static TlCliStatus
check_files (char **files, GFile *articles, Format format, GError **error)
{
  g_autoptr (GError) cause = NULL;
  TlCliStatus status = TL_CLI_DONE;
  TlJsonArray json = { .sink = tl_cli_get_sink () };
  guint       i = 0;

  /* Without a name, NULL: the built-in dataset. */
  do
    if (!check_file (files[i], articles, format, &json, &status, &cause))
      status = TL_CLI_SYSTEM;
  while (cause == NULL && files[i] != NULL && files[++i] != NULL);
  if (format == FORMAT_JSON)
    tl_json_array_finish (&json);
  if (cause != NULL)
    g_propagate_error (error, g_steal_pointer (&cause));
  return status;
}

TlCliStatus
tl_cli_check_run (char **arguments, GError **error)
{
  g_autoptr (GOptionContext) context = tl_cli_options_new (
      _ ("[FILE…]"),
      _ ("Reports everything that is wrong in datasets, a line for each "
         "problem on standard error; without FILE, in the built-in dataset."),
      NULL);
  g_autofree char *format_text = NULL;
  g_autofree char *articles_path = NULL;
  g_autofree char *language = NULL;
  g_auto (GStrv) files = NULL;
  g_autoptr (GFile) articles = NULL;
  guint              format;
  const GOptionEntry entries[] = {
    { "articles", 0, 0, G_OPTION_ARG_FILENAME, &articles_path,
      N_ ("Look up every quotation and excerpt in the articles of this folder"),
      /* Translators: as the value of an option: a folder. */
      N_ ("DIR") },
    { "format", 0, 0, G_OPTION_ARG_STRING, &format_text,
      N_ ("text (for people) or json (for programs)"), N_ ("FORMAT") },
    { "lang", 0, 0, G_OPTION_ARG_STRING, &language, N_ ("Language of messages"),
      N_ ("LANGUAGE") },
    { NULL },
  };

  g_option_context_add_main_entries (context, entries, NULL);
  files = tl_cli_options_parse (context, arguments, NULL, G_MAXUINT, error);
  if (files == NULL ||
      !tl_cli_parse_choice ("--format", format_text, formats, &format, error) ||
      !tl_cli_parse_language (language, error))
    return TL_CLI_USAGE;
  if (articles_path != NULL)
    articles = g_file_new_for_commandline_arg (articles_path);
  return check_files (files, articles, (Format)format, error);
}
