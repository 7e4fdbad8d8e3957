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
#include "tl-query.h"

/* treatyline-cli list: the records as a table for people, or as JSON or CSV for
 * programs, which then get the words and dates of the file format. */

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
  TlDataset   *dataset;
  const guint *records;
  guint        n_records;
  const char  *language; /* nullable: the dataset's own */
} Listing;

typedef const char *(*IdFunc) (TlDataset *dataset, guint index);

static const char *
get_source_id (TlDataset *dataset, guint source)
{
  return tl_dataset_get_source (dataset, source)->id;
}

static const char *
get_actor_id (TlDataset *dataset, guint actor)
{
  return tl_dataset_get_actor (dataset, actor)->id;
}

static const char *
get_treaty_id (TlDataset *dataset, guint treaty)
{
  return tl_dataset_get_treaty (dataset, treaty)->id;
}

/* NULL-terminated: (transfer container). */
static const char **
collect_ids (TlDataset   *dataset,
             const guint *indices,
             guint        n_indices,
             IdFunc       get_id)
{
  const char **ids = g_new0 (const char *, n_indices + 1);

  for (guint i = 0; i < n_indices; i++)
    ids[i] = get_id (dataset, indices[i]);
  return ids;
}

static const char **
collect_sources (TlDataset *dataset, guint record)
{
  guint        n;
  const guint *sources = tl_dataset_get_record_sources (dataset, record, &n);

  return collect_ids (dataset, sources, n, get_source_id);
}

/* The treaty an act belongs to, or those an event is about. */
static const char **
collect_treaties (TlDataset *dataset, const TlRecord *record)
{
  if (record->treaty != TL_NONE)
    return collect_ids (dataset, &record->treaty, 1, get_treaty_id);
  return collect_ids (dataset, record->treaties, record->n_treaties,
                      get_treaty_id);
}

static const char *
get_place_id (TlDataset *dataset, const TlRecord *record)
{
  return record->place == TL_NONE
             ? NULL
             : tl_dataset_get_place (dataset, record->place)->id;
}

static char *
join_ids (const char **ids, const char *separator)
{
  return g_strjoinv (separator, (char **)ids);
}

static char *
format_status (const TlRecord *record)
{
  if (!record->contested)
    return g_strdup (tl_status_get_label (record->status));
  /* Translators: %s is a status such as “Alleged” in a list; the accounts of
   * the event contradict each other. */
  return g_strdup_printf (_ ("%s, contested"),
                          tl_status_get_label (record->status));
}

static void
add_table_row (TlCliTable      *table,
               const Listing   *listing,
               guint            index,
               TlDateFormatter *formatter)
{
  g_autoptr (TlRecord) record = tl_dataset_ref_record (listing->dataset, index);
  g_autofree const char **sources = collect_sources (listing->dataset, index);
  g_autofree char        *date =
      tl_date_formatter_format (formatter, record->date, TL_DATE_STYLE_SHORT);
  g_autofree char *status = format_status (record);
  g_autofree char *source_list = join_ids (sources, ", ");

  tl_cli_table_add (table, date);
  tl_cli_table_add (table, tl_kind_get_label (record->kind));
  tl_cli_table_add (table, status);
  tl_cli_table_add (table, tl_text_get (record->title, listing->language));
  tl_cli_table_add (table, source_list);
}

static void
print_table (const Listing *listing)
{
  g_autoptr (TlCliTable) table = tl_cli_table_new (5);
  g_autoptr (TlDateFormatter) formatter =
      tl_date_formatter_new (listing->language);

  tl_cli_table_add (table, C_ ("column of a list", "Date"));
  tl_cli_table_add (table, C_ ("column of a list", "Kind"));
  tl_cli_table_add (table, C_ ("column of a list", "Status"));
  tl_cli_table_add (table, C_ ("column of a list", "Event"));
  tl_cli_table_add (table, C_ ("column of a list", "Sources"));
  for (guint i = 0; i < listing->n_records; i++)
    add_table_row (table, listing, listing->records[i], formatter);
  tl_cli_table_print (table, tl_cli_get_terminal_width (), 3);
}

static void
add_json_ids (JsonBuilder *builder, const char *key, const char **ids)
{
  json_builder_set_member_name (builder, key);
  json_builder_begin_array (builder);
  for (guint i = 0; ids[i] != NULL; i++)
    json_builder_add_string_value (builder, ids[i]);
  json_builder_end_array (builder);
}

static void
add_json_dates (JsonBuilder *builder, const TlDate *date)
{
  g_autofree char *earliest = tl_date_dup_earliest (date);
  g_autofree char *latest = tl_date_dup_latest (date);

  tl_cli_json_add_string (builder, "date", tl_date_get_edtf (date));
  tl_cli_json_add_string (builder, "earliest", earliest);
  tl_cli_json_add_string (builder, "latest", latest);
}

static void
build_json (JsonBuilder *builder, const Listing *listing, guint index)
{
  TlDataset *dataset = listing->dataset;
  g_autoptr (TlRecord) record = tl_dataset_ref_record (dataset, index);
  g_autofree const char **sources = collect_sources (dataset, index);
  g_autofree const char **treaties = collect_treaties (dataset, record);
  g_autofree const char **actors =
      collect_ids (dataset, record->actors, record->n_actors, get_actor_id);

  json_builder_begin_object (builder);
  tl_cli_json_add_string (builder, "id", record->id);
  tl_cli_json_add_string (builder, "kind", tl_kind_to_nick (record->kind));
  tl_cli_json_add_string (builder, "act", tl_act_to_nick (record->act));
  tl_cli_json_add_string (builder, "status",
                          tl_status_to_nick (record->status));
  json_builder_set_member_name (builder, "contested");
  json_builder_add_boolean_value (builder, record->contested);
  tl_cli_json_add_string (builder, "title",
                          tl_text_get (record->title, listing->language));
  add_json_dates (builder, record->date);
  tl_cli_json_add_string (builder, "place", get_place_id (dataset, record));
  add_json_ids (builder, "actors", actors);
  add_json_ids (builder, "treaties", treaties);
  add_json_ids (builder, "sources", sources);
  json_builder_end_object (builder);
}

static void
print_json (const Listing *listing)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();
  TlCliJson json = { 0 };

  for (guint i = 0; i < listing->n_records; i++)
    {
      build_json (builder, listing, listing->records[i]);
      tl_cli_json_print (&json, builder);
    }
  tl_cli_json_finish (&json);
}

static void
print_csv_row (const Listing *listing, guint index)
{
  TlDataset *dataset = listing->dataset;
  g_autoptr (TlRecord) record = tl_dataset_ref_record (dataset, index);
  g_autofree const char **sources = collect_sources (dataset, index);
  g_autofree const char **treaties = collect_treaties (dataset, record);
  g_autofree const char **actors =
      collect_ids (dataset, record->actors, record->n_actors, get_actor_id);
  g_autofree char  *earliest = tl_date_dup_earliest (record->date);
  g_autofree char  *latest = tl_date_dup_latest (record->date);
  g_autofree char  *source_list = join_ids (sources, ";");
  g_autofree char  *treaty_list = join_ids (treaties, ";");
  g_autofree char  *actor_list = join_ids (actors, ";");
  const char *const fields[] = {
    record->id,
    tl_kind_to_nick (record->kind),
    tl_act_to_nick (record->act),
    tl_status_to_nick (record->status),
    record->contested ? "true" : "false",
    tl_text_get (record->title, listing->language),
    tl_date_get_edtf (record->date),
    earliest,
    latest,
    get_place_id (dataset, record),
    actor_list,
    treaty_list,
    source_list,
  };

  tl_cli_csv_print (fields, G_N_ELEMENTS (fields));
}

static void
print_csv (const Listing *listing)
{
  static const char *const header[] = {
    "id",       "kind",   "act",   "status", "contested", "title",  "date",
    "earliest", "latest", "place", "actors", "treaties",  "sources"
  };

  tl_cli_csv_print (header, G_N_ELEMENTS (header));
  for (guint i = 0; i < listing->n_records; i++)
    print_csv_row (listing, listing->records[i]);
}

static void
print_listing (Listing *listing, Format format, const char *language)
{
  /* Programs get the dataset's own titles, whoever runs them. */
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
  g_autoptr (TlFilter) filter = NULL;
  g_autoptr (TlQuery) query = NULL;
  g_autoptr (TlResult) result = NULL;
  Listing listing = { NULL };

  if (loaded == NULL)
    return TL_CLI_PROBLEMS;
  filter = tl_cli_selection_make_filter (selection, loaded, error);
  if (filter == NULL)
    return TL_CLI_USAGE;
  tl_filter_set_range (filter, selection->from, selection->to);
  query = tl_query_new (filter, selection->known_on);
  result = tl_query_run (query, loaded, NULL, NULL);
  listing.dataset = tl_result_get_dataset (result);
  listing.records = tl_result_get_records (result, &listing.n_records);
  print_listing (&listing, format, selection->language);
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
  guint              format;
  const GOptionEntry entries[] = {
    { "format", 0, 0, G_OPTION_ARG_STRING, &format_text,
      N_ ("table (for people), json or csv (for programs)"),
      /* Translators: as the value of an option in the help text. */
      N_ ("FORMAT") },
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
