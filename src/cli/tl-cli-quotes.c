/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-cli.h"

#include <glib/gi18n.h>

#include "tl-cli-csv.h"
#include "tl-cli-input.h"
#include "tl-cli-json.h"
#include "tl-cli-locale.h"
#include "tl-cli-options.h"
#include "tl-cli-output.h"
#include "tl-cli-selection.h"
#include "tl-cli-table.h"
#include "tl-date-formatter.h"

/* treatyline-cli quotes: the quotations, word for word, in the order of the
 * file, as a table for people, or as JSON or CSV for programs. */

typedef enum
{
  FORMAT_TABLE,
  FORMAT_JSON,
  FORMAT_CSV,
} Format;

static const char *const formats[] = { "table", "json", "csv", NULL };

/* What one listing works with. */
typedef struct
{
  TlDataset  *dataset;
  GArray     *quotes;   /* indices */
  const char *language; /* nullable: the dataset's own */
} Listing;

static const TlQuote *
get_quote (const Listing *listing, guint nth)
{
  return tl_dataset_get_quote (listing->dataset,
                               g_array_index (listing->quotes, guint, nth));
}

static const char *
get_source_id (TlDataset *dataset, const TlQuote *quote)
{
  return tl_dataset_get_source (dataset, quote->source)->id;
}

static const char *
get_event_id (TlDataset *dataset, const TlQuote *quote)
{
  return quote->record == TL_NONE
             ? NULL
             : tl_dataset_get_record_id (dataset, quote->record);
}

static const char *
get_same_as_id (TlDataset *dataset, const TlQuote *quote)
{
  return quote->same_as == TL_NONE
             ? NULL
             : tl_dataset_get_quote (dataset, quote->same_as)->id;
}

static void
add_table_row (TlCliTable      *table,
               const Listing   *listing,
               const TlQuote   *quote,
               TlDateFormatter *formatter)
{
  const TlActor *speaker =
      tl_dataset_get_actor (listing->dataset, quote->speaker);
  g_autofree char *said = NULL;

  if (quote->said != NULL)
    said =
        tl_date_formatter_format (formatter, quote->said, TL_DATE_STYLE_SHORT);
  tl_cli_table_add (table, said);
  tl_cli_table_add (table, tl_text_get (speaker->name, listing->language));
  tl_cli_table_add (table, quote->text);
  tl_cli_table_add (table, get_source_id (listing->dataset, quote));
}

static void
print_table (const Listing *listing)
{
  g_autoptr (TlCliTable) table = tl_cli_table_new (4);
  g_autoptr (TlDateFormatter) formatter =
      tl_date_formatter_new (listing->language);

  /* Translators: when something was said. */
  tl_cli_table_add (table, C_ ("column of a list", "Said"));
  tl_cli_table_add (table, C_ ("column of a list", "Speaker"));
  tl_cli_table_add (table, C_ ("column of a list", "Quotation"));
  tl_cli_table_add (table, C_ ("column of a list", "Source"));
  for (guint i = 0; i < listing->quotes->len; i++)
    add_table_row (table, listing, get_quote (listing, i), formatter);
  tl_cli_table_print (table, tl_cli_get_terminal_width (), 2);
}

/* The columns of CSV and the members of JSON. */
static const char *const keys[] = {
  "id",   "text",  "language", "speaker", "speaker_name", "speaker_role",
  "said", "event", "source",   "prefix",  "suffix",       "same_as",
};

static void
collect_values (const Listing *listing,
                const TlQuote *quote,
                const char    *values[static G_N_ELEMENTS (keys)])
{
  const TlActor *speaker =
      tl_dataset_get_actor (listing->dataset, quote->speaker);
  const char **value = values;

  *value++ = quote->id;
  *value++ = quote->text;
  *value++ = quote->language;
  *value++ = speaker->id;
  *value++ = tl_text_get (speaker->name, listing->language);
  *value++ = tl_text_get (speaker->role, listing->language);
  *value++ = quote->said == NULL ? NULL : tl_date_get_edtf (quote->said);
  *value++ = get_event_id (listing->dataset, quote);
  *value++ = get_source_id (listing->dataset, quote);
  *value++ = quote->prefix;
  *value++ = quote->suffix;
  *value++ = get_same_as_id (listing->dataset, quote);
}

static void
print_json (const Listing *listing)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();
  TlCliJson   json = { 0 };
  const char *values[G_N_ELEMENTS (keys)];

  for (guint i = 0; i < listing->quotes->len; i++)
    {
      collect_values (listing, get_quote (listing, i), values);
      json_builder_begin_object (builder);
      for (guint j = 0; j < G_N_ELEMENTS (keys); j++)
        tl_cli_json_add_string (builder, keys[j], values[j]);
      json_builder_end_object (builder);
      tl_cli_json_print (&json, builder);
    }
  tl_cli_json_finish (&json);
}

static void
print_csv (const Listing *listing)
{
  const char *values[G_N_ELEMENTS (keys)];

  tl_cli_csv_print (keys, G_N_ELEMENTS (keys));
  for (guint i = 0; i < listing->quotes->len; i++)
    {
      collect_values (listing, get_quote (listing, i), values);
      tl_cli_csv_print (values, G_N_ELEMENTS (keys));
    }
}

static void
print_listing (Listing *listing, Format format, const char *language)
{
  /* Programs get the dataset's own names, whoever runs them. */
  listing->language = language;
  switch (format)
    {
    case FORMAT_JSON:
      print_json (listing);
      break;
    case FORMAT_CSV:
      print_csv (listing);
      break;
    case FORMAT_TABLE:
    default:
      if (language == NULL)
        listing->language = tl_cli_locale_get_language ();
      print_table (listing);
      break;
    }
}

static GArray *
select_quotes (const TlFilter *filter, TlDataset *dataset)
{
  GArray *quotes = g_array_new (FALSE, FALSE, sizeof (guint));

  for (guint i = 0; i < tl_dataset_get_n_quotes (dataset); i++)
    if (tl_filter_matches_quote (filter, dataset, i))
      g_array_append_val (quotes, i);
  return quotes;
}

static TlCliStatus
list_file (const TlCliSelection *selection,
           const char           *file,
           Format                format,
           GError              **error)
{
  gboolean native = selection->language == NULL && format != FORMAT_TABLE;
  gboolean has_problems = FALSE;
  g_autoptr (TlDataset) loaded =
      tl_cli_input_load (file, native, &has_problems, error);
  g_autoptr (TlDataset) dataset = NULL;
  g_autoptr (TlFilter) filter = NULL;
  g_autoptr (GArray) quotes = NULL;
  Listing listing = { NULL };

  if (loaded == NULL)
    return TL_CLI_PROBLEMS;
  filter = tl_cli_selection_make_filter (selection, loaded, error);
  if (filter == NULL)
    return TL_CLI_USAGE;
  tl_filter_set_range (filter, selection->from, selection->to);
  dataset = tl_cli_selection_dup_known (selection, loaded);
  quotes = select_quotes (filter, dataset);
  listing.dataset = dataset;
  listing.quotes = quotes;
  print_listing (&listing, format, selection->language);
  return has_problems ? TL_CLI_PROBLEMS : TL_CLI_DONE;
}

TlCliStatus
tl_cli_quotes_run (char **arguments, GError **error)
{
  g_autoptr (GOptionContext) context = tl_cli_options_new (
      _ ("[FILE]"),
      _ ("Lists the quotations of a dataset; without FILE, those of the "
         "built-in dataset. A quotation is listed when its event passes the "
         "filters; a source is that of the quotation itself."),
      NULL);
  g_auto (TlCliSelection) selection = { 0 };
  g_autofree char *format_text = NULL;
  g_auto (GStrv) operands = NULL;
  guint              format;
  const GOptionEntry entries[] = {
    { "format", 0, 0, G_OPTION_ARG_STRING, &format_text,
      N_ ("table (for people), json or csv (for programs)"), N_ ("FORMAT") },
    { NULL },
  };

  g_option_context_add_main_entries (context, entries, NULL);
  tl_cli_selection_add_options (&selection, context);
  operands = tl_cli_options_parse (context, arguments, NULL, 1, error);
  if (operands == NULL ||
      !tl_cli_parse_choice ("--format", format_text, formats, &format, error) ||
      !tl_cli_selection_prepare (&selection, error))
    return TL_CLI_USAGE;
  return list_file (&selection, operands[0], (Format)format, error);
}
