/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-cli.h"

#include <glib/gi18n.h>

#include "tl-cli-input.h"
#include "tl-cli-listing.h"
#include "tl-cli-options.h"
#include "tl-cli-output.h"
#include "tl-cli-selection.h"
#include "tl-cli-table.h"
#include "tl-date-formatter.h"
#include "tl-language.h"
#include "tl-number.h"
#include "tl-query.h"

/* treatyline-cli list: the records as a table for people, or in a format of
 * files that other programs read. */

static void
add_table_row (TlCliTable      *table,
               const TlListing *listing,
               guint            index,
               TlDateFormatter *formatter)
{
  g_autoptr (TlRecord) record = tl_dataset_ref_record (listing->dataset, index);
  g_autofree char *date =
      tl_date_formatter_format (formatter, record->date, TL_DATE_STYLE_SHORT);
  g_autofree const char **sources =
      tl_listing_collect_sources (listing->dataset, index);
  g_autofree char *source_list = g_strjoinv (", ", (char **)sources);

  tl_cli_table_add (table, date);
  tl_cli_table_add (table, tl_kind_get_label (record->kind));
  tl_cli_table_add (table,
                    tl_status_get_phrase (record->status, record->contested));
  tl_cli_table_add (table, tl_text_get (record->title, listing->language));
  tl_cli_table_add (table, source_list);
}

static void
print_table (const TlListing *listing)
{
  g_autoptr (TlCliTable) table = tl_cli_table_new (5);
  g_autoptr (TlDateFormatter) formatter =
      tl_date_formatter_new (listing->language);

  tl_cli_table_add (table, C_ ("column of a list", "Date"));
  tl_cli_table_add (table, C_ ("column of a list", "Kind"));
  tl_cli_table_add (table, C_ ("column of a list", "Status"));
  tl_cli_table_add (table, C_ ("column of a list", "Event"));
  tl_cli_table_add (table, C_ ("column of a list", "Sources"));
  for (guint i = 0; i < listing->n_indices; i++)
    add_table_row (table, listing, listing->indices[i], formatter);
  tl_cli_table_print (table, tl_cli_get_terminal_width (), 3);
}

/* Nothing vanishes silently. */
static void
complain_of_left_out (guint n_left_out)
{
  g_autofree char *count = NULL;
  g_autofree char *message = NULL;

  if (n_left_out == 0)
    return;
  count = tl_number_format (n_left_out);
  message = g_strdup_printf (
      /* Translators: %s is a number of events. */
      ngettext ("%s record has no place in a calendar, because its date has "
                "no beginning or no end, or is not in the years 1 to 9998",
                "%s records have no place in a calendar, because their dates "
                "have no beginning or no end, or are not in the years 1 to "
                "9998",
                n_left_out),
      count);
  tl_cli_complain (message);
}

static void
print_listing (TlListing *listing, const TlListingFormat *format)
{
  if (format != NULL)
    {
      complain_of_left_out (
          format->write_records (listing, tl_cli_get_sink ()));
      return;
    }
  /* Files are in the dataset's own language, whoever makes them. */
  if (listing->language == NULL)
    listing->language = tl_language_get ();
  print_table (listing);
}

static TlCliStatus
list_file (const TlCliSelection  *selection,
           const char            *file,
           const TlListingFormat *format,
           GError               **error)
{
  gboolean native = selection->language == NULL && format != NULL;
  gboolean has_problems = FALSE;
  g_autoptr (TlDataset) loaded =
      tl_cli_input_load (file, native, &has_problems, error);
  g_autoptr (TlFilter) filter = NULL;
  g_autoptr (TlQuery) query = NULL;
  g_autoptr (TlResult) result = NULL;
  TlListing listing = { .language = selection->language };

  if (loaded == NULL)
    return TL_CLI_PROBLEMS;
  filter = tl_cli_selection_make_filter (selection, loaded, error);
  if (filter == NULL)
    return TL_CLI_USAGE;
  tl_filter_set_range (filter, selection->from, selection->to);
  query = tl_query_new (filter, selection->known_on);
  result = tl_query_run (query, loaded, NULL, NULL);
  listing.dataset = tl_result_get_dataset (result);
  listing.indices = tl_result_get_records (result, &listing.n_indices);
  print_listing (&listing, format);
  return has_problems ? TL_CLI_PROBLEMS : TL_CLI_DONE;
}

TlCliStatus
tl_cli_list_run (char **arguments, GError **error)
{
  g_autoptr (GOptionContext) context = tl_cli_options_new (
      _ ("[FILE]"),
      _ ("Lists the events of a dataset in order of time; without FILE, those "
         "of the built-in dataset."),
      NULL);
  g_auto (TlCliSelection) selection = { 0 };
  g_autofree char *format_text = NULL;
  g_auto (GStrv) operands = NULL;
  const TlListingFormat *format;
  const GOptionEntry     entries[] = {
        { "format", 0, 0, G_OPTION_ARG_STRING, &format_text,
          N_ ("table (for people), json or csv (for programs), ics (for "
                  "calendars) or md (Markdown)"),
          /* Translators: as the value of an option in the help text. */
          N_ ("FORMAT") },
        { NULL },
  };

  g_option_context_add_main_entries (context, entries, NULL);
  tl_cli_selection_add_options (&selection, context);
  operands = tl_cli_options_parse (context, arguments, NULL, 1, error);
  if (operands == NULL ||
      !tl_cli_listing_parse_format (format_text, FALSE, &format, error) ||
      !tl_cli_selection_prepare (&selection, error))
    return TL_CLI_USAGE;
  return list_file (&selection, operands[0], format, error);
}
