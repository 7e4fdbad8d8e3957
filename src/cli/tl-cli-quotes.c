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

/* treatyline-cli quotes: the quotations, word for word, in the order of the
 * file, as a table for people, or in a format of files that other programs
 * read. */

static const char *
get_source_id (TlDataset *dataset, const TlQuote *quote)
{
  return tl_dataset_get_source (dataset, quote->source)->id;
}

static void
add_table_row (TlCliTable      *table,
               const TlListing *listing,
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
print_table (const TlListing *listing)
{
  g_autoptr (TlCliTable) table = tl_cli_table_new (4);
  g_autoptr (TlDateFormatter) formatter =
      tl_date_formatter_new (listing->language);

  /* Translators: when something was said. */
  tl_cli_table_add (table, C_ ("column of a list", "Said"));
  tl_cli_table_add (table, C_ ("column of a list", "Speaker"));
  tl_cli_table_add (table, C_ ("column of a list", "Quotation"));
  tl_cli_table_add (table, C_ ("column of a list", "Source"));
  for (guint i = 0; i < listing->n_indices; i++)
    add_table_row (table, listing,
                   tl_dataset_get_quote (listing->dataset, listing->indices[i]),
                   formatter);
  tl_cli_table_print (table, tl_cli_get_terminal_width (), 2);
}

static void
print_listing (TlListing *listing, const TlListingFormat *format)
{
  if (format != NULL)
    {
      format->write_quotes (listing, tl_cli_get_sink ());
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
  g_autoptr (TlDataset) dataset = NULL;
  g_autoptr (TlFilter) filter = NULL;
  g_autoptr (GArray) quotes = NULL;
  TlListing listing = { .language = selection->language };

  if (loaded == NULL)
    return TL_CLI_PROBLEMS;
  filter = tl_cli_selection_make_filter (selection, loaded, error);
  if (filter == NULL)
    return TL_CLI_USAGE;
  tl_filter_set_range (filter, selection->from, selection->to);
  dataset = tl_cli_selection_dup_known (selection, loaded);
  quotes = tl_filter_apply_to_quotes (filter, dataset);
  listing.dataset = dataset;
  listing.indices = (const guint *)(gconstpointer)quotes->data;
  listing.n_indices = quotes->len;
  print_listing (&listing, format);
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
  const TlListingFormat *format;
  const GOptionEntry     entries[] = {
        { "format", 0, 0, G_OPTION_ARG_STRING, &format_text,
          N_ ("table (for people), json or csv (for programs) or md (Markdown)"),
          N_ ("FORMAT") },
        { NULL },
  };

  g_option_context_add_main_entries (context, entries, NULL);
  tl_cli_selection_add_options (&selection, context);
  operands = tl_cli_options_parse (context, arguments, NULL, 1, error);
  if (operands == NULL ||
      !tl_cli_listing_parse_format (format_text, TRUE, &format, error) ||
      !tl_cli_selection_prepare (&selection, error))
    return TL_CLI_USAGE;
  return list_file (&selection, operands[0], format, error);
}
