/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-cli.h"

#include <glib/gi18n.h>

#include "tl-cli-options.h"
#include "tl-cli-output.h"
#include "tl-cli-table.h"
#include "tl-date-formatter.h"
#include "tl-json-array.h"

/* treatyline-cli date: what is understood of dates in the Extended Date/Time
 * Format. */

typedef enum
{
  FORMAT_TEXT,
  FORMAT_JSON,
} Format;

static const char *const formats[] = { "text", "json", NULL };

/* Stands in for the minus sign of a year before GOption sees it. */
#define MINUS_GUARD '\001'

static const char *
get_qualifier_nick (guint qualifiers)
{
  switch (qualifiers)
    {
    case TL_QUALIFIER_UNCERTAIN:
      return "uncertain";
    case TL_QUALIFIER_APPROXIMATE:
      return "approximate";
    case TL_QUALIFIER_UNCERTAIN | TL_QUALIFIER_APPROXIMATE:
      return "both";
    default:
      return "none";
    }
}

static const char *
get_qualifier_label (guint qualifiers)
{
  switch (qualifiers)
    {
    case TL_QUALIFIER_UNCERTAIN:
      return C_ ("qualifier of a date", "uncertain");
    case TL_QUALIFIER_APPROXIMATE:
      return C_ ("qualifier of a date", "approximate");
    case TL_QUALIFIER_UNCERTAIN | TL_QUALIFIER_APPROXIMATE:
      return C_ ("qualifier of a date", "uncertain and approximate");
    default:
      return C_ ("qualifier of a date", "none");
    }
}

static void
add_row (TlCliTable *table, const char *label, const char *value)
{
  tl_cli_table_add (table, NULL);
  tl_cli_table_add (table, label);
  tl_cli_table_add (table, value);
}

/* The text of a bound for people; machine is the one for programs.
 * (transfer none) */
static const char *
get_bound_text (guint8 bound, const char *machine)
{
  switch ((TlBound)bound)
    {
    case TL_BOUND_OPEN:
      /* Translators: the earliest or latest day of a date that has no limit on
       * this side. */
      return C_ ("earliest or latest day", "open");
    case TL_BOUND_UNKNOWN:
      /* Translators: the earliest or latest day of a date of which nobody knows
       * when it began or ended. */
      return C_ ("earliest or latest day", "unknown");
    case TL_BOUND_KNOWN:
    default:
      return machine;
    }
}

static void
print_date (const TlDate *date, TlDateFormatter *formatter)
{
  TlSpan span = tl_date_get_span (date);
  g_autoptr (TlCliTable) table = tl_cli_table_new (3);
  g_autofree char *words =
      tl_date_formatter_format (formatter, date, TL_DATE_STYLE_FULL);
  g_autofree char *certainty = tl_date_formatter_explain (formatter, date);
  g_autofree char *earliest = tl_date_dup_earliest (date);
  g_autofree char *latest = tl_date_dup_latest (date);
  g_autofree char *level = tl_date_formatter_format_count (
      formatter, (guint64)tl_date_get_level (date));

  /* Translators: the date in words. */
  add_row (table, C_ ("of a date", "In words"), words);
  /* Translators: how sure a date is. */
  add_row (table, C_ ("of a date", "Certainty"), certainty);
  add_row (table, C_ ("of a date", "Earliest"),
           get_bound_text (span.start, earliest));
  add_row (table, C_ ("of a date", "Latest"),
           get_bound_text (span.end, latest));
  add_row (table, C_ ("of a date", "Qualifier"),
           get_qualifier_label (span.qualifiers));
  /* Translators: the level of the date format (EDTF): 0, 1 or 2. */
  add_row (table, C_ ("of a date", "Level"), level);
  tl_cli_print (tl_date_get_edtf (date));
  tl_cli_print ("\n");
  tl_cli_table_print (table, tl_cli_get_terminal_width (), 2);
}

static gboolean
print_text (char **inputs)
{
  g_autoptr (TlDateFormatter) formatter = tl_date_formatter_new (NULL);
  gboolean all_valid = TRUE;

  for (guint i = 0; inputs[i] != NULL; i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (TlDate) date = tl_date_new_from_edtf (inputs[i], &error);
      g_autofree char *line = NULL;

      if (date != NULL)
        {
          print_date (date, formatter);
          continue;
        }
      all_valid = FALSE;
      /* Translators: %1$s is what was given, %2$s says where and why it is no
       * date. */
      line = g_strdup_printf (_ ("“%1$s” is not a date: %2$s"), inputs[i],
                              error->message);
      tl_cli_complain (line);
    }
  return all_valid;
}

static void
build_valid (JsonBuilder     *builder,
             const TlDate    *date,
             TlDateFormatter *formatter)
{
  g_autofree char *words =
      tl_date_formatter_format (formatter, date, TL_DATE_STYLE_FULL);
  g_autofree char *earliest = tl_date_dup_earliest (date);
  g_autofree char *latest = tl_date_dup_latest (date);

  json_builder_set_member_name (builder, "valid");
  json_builder_add_boolean_value (builder, TRUE);
  json_builder_set_member_name (builder, "level");
  json_builder_add_int_value (builder, tl_date_get_level (date));
  tl_json_add_string (builder, "earliest", earliest);
  tl_json_add_string (builder, "latest", latest);
  tl_json_add_string (builder, "qualifier",
                      get_qualifier_nick (tl_date_get_span (date).qualifiers));
  tl_json_add_string (builder, "text", words);
  tl_json_add_string (builder, "error", NULL);
}

static void
build_invalid (JsonBuilder *builder, const char *message)
{
  json_builder_set_member_name (builder, "valid");
  json_builder_add_boolean_value (builder, FALSE);
  tl_json_add_string (builder, "level", NULL);
  tl_json_add_string (builder, "earliest", NULL);
  tl_json_add_string (builder, "latest", NULL);
  tl_json_add_string (builder, "qualifier", NULL);
  tl_json_add_string (builder, "text", NULL);
  tl_json_add_string (builder, "error", message);
}

static gboolean
print_json (char **inputs)
{
  g_autoptr (TlDateFormatter) formatter = tl_date_formatter_new (NULL);
  g_autoptr (JsonBuilder) builder = json_builder_new ();
  TlJsonArray json = { .sink = tl_cli_get_sink () };
  gboolean    all_valid = TRUE;

  for (guint i = 0; inputs[i] != NULL; i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (TlDate) date = tl_date_new_from_edtf (inputs[i], &error);
      g_autofree char *shown = g_utf8_make_valid (inputs[i], -1);

      json_builder_begin_object (builder);
      tl_json_add_string (builder, "input", shown);
      if (date != NULL)
        build_valid (builder, date, formatter);
      else
        build_invalid (builder, error->message);
      json_builder_end_object (builder);
      tl_json_array_add (&json, builder);
      all_valid = all_valid && date != NULL;
    }
  tl_json_array_finish (&json);
  return all_valid;
}

/* "-0044" is a year, not an option. (transfer full) */
static char **
guard_years (char **arguments)
{
  char **guarded = g_strdupv (arguments);

  for (guint i = 1; guarded[i] != NULL; i++)
    if (guarded[i][0] == '-' &&
        (g_ascii_isdigit (guarded[i][1]) || guarded[i][1] == 'X'))
      guarded[i][0] = MINUS_GUARD;
  return guarded;
}

static void
unguard_years (char **inputs)
{
  for (guint i = 0; inputs[i] != NULL; i++)
    if (inputs[i][0] == MINUS_GUARD)
      inputs[i][0] = '-';
}

/* What programs read is in English, unless they ask for another language. */
static gboolean
parse_language (const char *language, Format format, GError **error)
{
  if (language == NULL && format == FORMAT_JSON)
    language = "en";
  return tl_cli_parse_language (language, error);
}

TlCliStatus
tl_cli_date_run (char **arguments, GError **error)
{
  g_autoptr (GOptionContext) context = tl_cli_options_new (
      /* Translators: what follows the command “date” on the command line. */
      _ ("EDTF…"),
      _ ("Tells how dates in the Extended Date/Time Format (ISO 8601-2:2019) "
         "are understood, for example 2020-04-14, 2020-04~, "
         "2020-07-27/2020-07-28 or [..2021-02-05]."),
      NULL);
  g_autofree char *format_text = NULL;
  g_autofree char *language = NULL;
  g_auto (GStrv) guarded = guard_years (arguments);
  g_auto (GStrv) inputs = NULL;
  guint              format;
  gboolean           all_valid;
  const GOptionEntry entries[] = {
    { "format", 0, 0, G_OPTION_ARG_STRING, &format_text,
      N_ ("text (for people) or json (for programs)"), N_ ("FORMAT") },
    { "lang", 0, 0, G_OPTION_ARG_STRING, &language,
      N_ ("Language of dates and messages"), N_ ("LANGUAGE") },
    { NULL },
  };

  g_option_context_add_main_entries (context, entries, NULL);
  inputs = tl_cli_options_parse (context, guarded, "EDTF", G_MAXUINT, error);
  if (inputs == NULL ||
      !tl_cli_parse_choice ("--format", format_text, formats, &format, error) ||
      !parse_language (language, (Format)format, error))
    return TL_CLI_USAGE;
  unguard_years (inputs);
  all_valid = format == FORMAT_JSON ? print_json (inputs) : print_text (inputs);
  return all_valid ? TL_CLI_DONE : TL_CLI_PROBLEMS;
}
