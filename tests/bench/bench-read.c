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
 * is json-glib's tree of the same bytes. Sizes are small so that the benchmark
 * stays short; --full adds a million events; numbers are sizes instead. */

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

static void
bench_facets (Context *context)
{
  TlFilter *filter = tl_filter_new ();

  tl_filter_add_kind (filter, TL_KIND_TALK);
  tl_filter_add_actor (filter, "actor-7");
  tl_filter_add_actor (filter, "actor-11");
  tl_filter_add_source (filter, "source-3");
  context->filter = filter;
  bench_print ("  filter by kind, actors and source",
               bench_measure (run_filter, context), NULL, NULL);
  tl_filter_free (filter);
}

static void
bench_search (Context *context, const char *search)
{
  TlFilter        *filter = tl_filter_new ();
  g_autofree char *name = g_strdup_printf ("  search “%s”", search);

  tl_filter_set_search (filter, search);
  context->filter = filter;
  bench_print (name, bench_measure (run_filter, context), NULL, NULL);
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

static void
bench_size (guint64 n_events)
{
  GenerateOptions options = { .n_events = n_events };
  Context         context = { .bytes = generate_bytes (&options) };
  BenchResult     tree;

  g_print ("%" G_GUINT64_FORMAT " events, %.1f MB\n", n_events,
           (double)g_bytes_get_size (context.bytes) / 1e6);
  bench_set_size (n_events);
  tree = bench_measure (run_tree, &context);
  bench_print ("  json-glib tree (reference)", tree, NULL, NULL);
  bench_print ("  read", bench_measure (run_read, &context), "tree", &tree);
  bench_print ("  known on a day", bench_measure (run_known_on, &context),
               "tree", &tree);
  bench_facets (&context);
  bench_print ("  get ready for searching, once",
               bench_measure_once (run_prepare, &context), "tree", &tree);
  bench_search (&context, "ceasefire");
  bench_search (&context, "делегация");
  bench_search (&context, "border town 12");
  g_object_unref (context.dataset);
  g_bytes_unref (context.bytes);
}

int
main (int argc, char **argv)
{
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
