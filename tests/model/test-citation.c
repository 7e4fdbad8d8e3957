/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>

#include "tl-citation.h"
#include "tl-language.h"
#include "tl-reader.h"

/* On tests/fixtures/facets.json: one of everything. */

static TlDataset *
load (void)
{
  g_autofree char *path =
      g_test_build_filename (G_TEST_DIST, "fixtures", "facets.json", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (TlProblems) problems = tl_problems_new ();
  g_autoptr (GError) error = NULL;
  TlDataset *dataset = tl_reader_load_file (file, NULL, problems, &error);

  g_assert_no_error (error);
  return dataset;
}

static const struct
{
  const char *name;
  const char *id;
  const char *language;
  const char *citation;
} sources[] = {
  { "full", "alpha", "en",
    "Ada Writer, The Alpha, “Ministers Meet in Vienna”, 16 April 2020, citing "
    "Relay, <https://alpha.example/ministers>" },
  { "short", "beta", "en", "Beta, “Old Marks”, 29 July 2020" },
  { "month", "gamma", "en", "Gamma, “Without a File”, July 2020" },
  { "other-language", "alpha", "ru",
    "Ada Writer, The Alpha, “Министры в Вене”, 16 April 2020, citing Relay, "
    "<https://alpha.example/ministers>" },
  { "any-language", "beta", NULL, "Beta, “Old Marks”, 29 July 2020" },
};

static const struct
{
  const char *name;
  const char *id;
  const char *language;
  const char *citation;
} quotes[] = {
  { "full", "q-open", "en",
    "“We are open to talks – all of them,” — Pyotr Petrov, envoy, 14 April "
    "2020. Ada Writer, The Alpha, “Ministers Meet in Vienna”, 16 April 2020, "
    "citing Relay, <https://alpha.example/ministers>." },
  { "no-author", "q-serious", "en",
    "“It’s – frankly – serious.” — Pyotr Petrov, envoy, 27 July 2020. Beta, "
    "“Old Marks”, 29 July 2020." },
  { "no-role-no-date", "q-yes", "en",
    "“Yes,” — Jürgen Müller. Ada Writer, The Alpha, “Ministers Meet in "
    "Vienna”, 16 April 2020, citing Relay, "
    "<https://alpha.example/ministers>." },
  { "other-language", "q-serious", "ru",
    "“It’s – frankly – serious.” — Пётр Петров, посланник, 27 July 2020. "
    "Beta, “Old Marks”, 29 July 2020." },
};

static void
test_source (gconstpointer data)
{
  guint i = GPOINTER_TO_UINT (data);
  g_autoptr (TlDataset) dataset = load ();
  g_autoptr (TlDateFormatter) formatter = tl_date_formatter_new ("en_GB");
  g_autofree char *citation = tl_citation_format_source (
      dataset, tl_dataset_find_source (dataset, sources[i].id), formatter,
      sources[i].language);

  g_assert_cmpstr (citation, ==, sources[i].citation);
}

static void
test_quote (gconstpointer data)
{
  guint i = GPOINTER_TO_UINT (data);
  g_autoptr (TlDataset) dataset = load ();
  g_autoptr (TlDateFormatter) formatter = tl_date_formatter_new ("en_GB");
  g_autofree char *citation = tl_citation_format_quote (
      dataset, tl_dataset_find_quote (dataset, quotes[i].id), formatter,
      quotes[i].language);

  g_assert_cmpstr (citation, ==, quotes[i].citation);
}

/* No part that is missing leaves a comma or a gap behind, in the built-in
 * dataset either. */
static void
test_no_gaps (void)
{
  g_autoptr (GFile) file = tl_reader_get_builtin_file ();
  g_autoptr (TlProblems) problems = tl_problems_new ();
  g_autoptr (TlDateFormatter) formatter = tl_date_formatter_new ("en");
  g_autoptr (TlDataset) dataset =
      tl_reader_load_file (file, NULL, problems, NULL);

  g_assert_nonnull (dataset);
  g_assert_cmpuint (tl_dataset_get_n_quotes (dataset), >, 0);
  for (guint i = 0; i < tl_dataset_get_n_quotes (dataset); i++)
    {
      const TlQuote   *quote = tl_dataset_get_quote (dataset, i);
      g_autofree char *citation =
          tl_citation_format_quote (dataset, i, formatter, "en");
      const char *rest = citation + strlen ("“") + strlen (quote->text);

      g_assert_true (g_str_has_prefix (citation, "“"));
      g_assert_true (g_str_has_prefix (rest, "” — "));
      g_assert_null (strstr (rest, ", ,"));
      g_assert_null (strstr (rest, "  "));
      g_assert_null (strstr (rest, ",."));
      g_assert_null (strstr (rest, "(null)"));
    }
}

/* Russian dates end in a point: “27 июля 2020 г.” */
static void
test_one_full_stop (void)
{
  g_autoptr (TlDataset) dataset = load ();
  g_autoptr (TlDateFormatter) formatter = NULL;
  guint n_ends = 0;

  tl_language_set ("ru");
  formatter = tl_date_formatter_new ("ru");
  for (guint i = 0; i < tl_dataset_get_n_quotes (dataset); i++)
    {
      const TlQuote   *quote = tl_dataset_get_quote (dataset, i);
      g_autofree char *citation =
          tl_citation_format_quote (dataset, i, formatter, "ru");

      g_assert_null (strstr (citation + strlen (quote->text), ".."));
      n_ends += g_str_has_suffix (citation, "г.") ? 1 : 0;
    }
  for (guint i = 0; i < tl_dataset_get_n_records (dataset); i++)
    {
      g_autofree char *citation =
          tl_citation_format_record (dataset, i, formatter, "ru");

      g_assert_null (strstr (citation, ".."));
      n_ends += g_str_has_suffix (citation, "г.") ? 1 : 0;
    }
  g_assert_cmpuint (n_ends, >, 0);
  tl_language_set ("en");
}

int
main (int argc, char **argv)
{
  tl_language_init ();
  tl_language_set ("en");
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (sources); i++)
    {
      g_autofree char *path =
          g_strdup_printf ("/tl/citation/format-source/%s", sources[i].name);

      g_test_add_data_func (path, GUINT_TO_POINTER (i), test_source);
    }
  for (guint i = 0; i < G_N_ELEMENTS (quotes); i++)
    {
      g_autofree char *path =
          g_strdup_printf ("/tl/citation/format-quote/%s", quotes[i].name);

      g_test_add_data_func (path, GUINT_TO_POINTER (i), test_quote);
    }
  g_test_add_func ("/tl/citation/format-quote/no-gaps", test_no_gaps);
  g_test_add_func ("/tl/citation/one-full-stop", test_one_full_stop);
  return g_test_run ();
}
