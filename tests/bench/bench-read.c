/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <json-glib/json-glib.h>
#include <stdlib.h>
#include <string.h>

#include "bench.h"
#include "generate.h"
#include "tl-calendar.h"
#include "tl-filter.h"
#include "tl-reader.h"

/* Reading, filtering and searching made-up datasets. The reference of reading
 * is json-glib's tree of the same bytes, that of searching a scan of them for
 * a word. Sizes are small so that the benchmark stays short; --full adds a
 * million events; numbers are sizes instead. */

typedef struct
{
  GBytes    *bytes;
  TlDataset *dataset;
  TlFilter  *filter;
  guint      n_matches;
} Context;

static void
run_tree (gpointer data)
{
  Context *context = data;
  g_autoptr (JsonParser) parser = json_parser_new ();
  gsize       length;
  const char *text = g_bytes_get_data (context->bytes, &length);

  if (!json_parser_load_from_data (parser, text, (gssize)length, NULL))
    g_error ("json-glib refuses the data");
}

static void
run_read (gpointer data)
{
  Context *context = data;
  g_autoptr (TlProblems) problems = tl_problems_new ();
  g_autoptr (GError) error = NULL;

  g_clear_object (&context->dataset);
  context->dataset =
      tl_reader_load_bytes (context->bytes, "made-up", NULL, problems, &error);
  if (context->dataset == NULL)
    g_error ("%s", error->message);
  if (tl_problems_get_size (problems) > 0)
    g_error ("%s", tl_problems_get (problems, 0)->message);
}

static void
run_filter (gpointer data)
{
  Context *context = data;
  g_autoptr (GArray) matches =
      tl_filter_apply (context->filter, context->dataset);

  context->n_matches = matches->len;
}

/* A word in the bytes of the file: what a search without an index does. */
static void
run_scan (gpointer data)
{
  Context    *context = data;
  gsize       length;
  const char *text = g_bytes_get_data (context->bytes, &length);
  const char *end = text + length;

  context->n_matches = 0;
  while ((text = memmem (text, (gsize)(end - text), "ceasefire", 9)) != NULL)
    {
      context->n_matches++;
      text += 9;
    }
}

static void
bench_facets (Context *context, const BenchResult *scan)
{
  TlFilter *filter = tl_filter_new ();

  tl_filter_add_kind (filter, TL_KIND_TALK);
  tl_filter_add_actor (filter, "actor-7");
  tl_filter_add_actor (filter, "actor-11");
  tl_filter_add_source (filter, "source-3");
  context->filter = filter;
  bench_print ("  filter by kind, actors and source",
               bench_measure (run_filter, context), "scan", scan);
  tl_filter_free (filter);
}

static void
bench_search (Context *context, const char *search, const BenchResult *scan)
{
  TlFilter        *filter = tl_filter_new ();
  g_autofree char *name = g_strdup_printf ("  search “%s”", search);

  tl_filter_set_search (filter, search);
  context->filter = filter;
  bench_print (name, bench_measure (run_filter, context), "scan", scan);
  tl_filter_free (filter);
}

static void
run_prepare (gpointer data)
{
  Context *context = data;

  tl_dataset_prepare_search (context->dataset);
}

static void
run_known_on (gpointer data)
{
  Context *context = data;
  gint64   second;

  if (!tl_calendar_parse_day ("2021-06-01", &second))
    g_error ("No such day");
  g_object_unref (tl_dataset_known_on (context->dataset, second));
}

/* A figure in kB that Linux keeps of this process; 0 elsewhere. */
static guint64
get_status (const char *name)
{
  g_autofree char *text = NULL;
  const char      *line = NULL;

  if (g_file_get_contents ("/proc/self/status", &text, NULL, NULL))
    line = strstr (text, name);
  return line != NULL ? g_ascii_strtoull (line + strlen (name), NULL, 10) : 0;
}

/* Run in a process of its own, whose memory holds nothing else: prints how much
 * more was taken at most while the text was read, for each record. */
static void
print_memory (guint64 n_events)
{
  GenerateOptions options = { .n_events = n_events };
  Context         context = { .bytes = generate_bytes (&options) };
  guint64         before = get_status ("VmRSS:");

  /* From here on the peak is counted anew. */
  if (before == 0 ||
      !g_file_set_contents_full ("/proc/self/clear_refs", "5", 1,
                                 G_FILE_SET_CONTENTS_NONE, 0600, NULL))
    return;
  run_read (&context);
  g_print ("%.1f\n", (double)(get_status ("VmHWM:") - before) * 1024 /
                         tl_dataset_get_n_records (context.dataset));
  g_object_unref (context.dataset);
  g_bytes_unref (context.bytes);
}

static void
bench_memory (guint64 n_events)
{
  g_autofree char  *number = g_strdup_printf ("%" G_GUINT64_FORMAT, n_events);
  const char *const argv[] = { "/proc/self/exe", "--memory", number, NULL };
  g_autofree char  *line = NULL;

  if (g_spawn_sync (NULL, (char **)argv, NULL, G_SPAWN_DEFAULT, NULL, NULL,
                    &line, NULL, NULL, NULL) &&
      *line != '\0')
    bench_print_count ("  memory at most beside the text",
                       g_ascii_strtod (line, NULL), "bytes a record", NULL, 0);
}

static void
bench_size (guint64 n_events)
{
  GenerateOptions options = { .n_events = n_events };
  Context         context = { .bytes = generate_bytes (&options) };
  BenchResult     tree;
  BenchResult     scan;

  g_print ("%" G_GUINT64_FORMAT " events, %.1f MB\n", n_events,
           (double)g_bytes_get_size (context.bytes) / 1e6);
  bench_set_size (n_events);
  tree = bench_measure (run_tree, &context);
  bench_print ("  json-glib tree (reference)", tree, NULL, NULL);
  bench_print ("  read", bench_measure (run_read, &context), "tree", &tree);
  bench_memory (n_events);
  bench_print ("  known on a day", bench_measure (run_known_on, &context),
               "tree", &tree);
  scan = bench_measure (run_scan, &context);
  bench_print ("  scan for a word (reference)", scan, NULL, NULL);
  bench_facets (&context, &scan);
  bench_print ("  get ready for searching, once",
               bench_measure_once (run_prepare, &context), "tree", &tree);
  bench_search (&context, "ceasefire", &scan);
  bench_search (&context, "делегация", &scan);
  bench_search (&context, "border town 12", &scan);
  g_object_unref (context.dataset);
  g_bytes_unref (context.bytes);
}

int
main (int argc, char **argv)
{
  if (argc == 3 && g_str_equal (argv[1], "--memory"))
    {
      print_memory (g_ascii_strtoull (argv[2], NULL, 10));
      return 0;
    }
  bench_init (&argc, &argv);
  if (argc > 1)
    {
      for (int i = 1; i < argc; i++)
        bench_size (CLAMP (g_ascii_strtoull (argv[i], NULL, 10), 1, 10000000));
      return bench_finish ();
    }
  bench_size (1000);
  bench_size (10000);
  if (bench_is_full ())
    {
      bench_size (100000);
      bench_size (1000000);
    }
  return bench_finish ();
}
