/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>

#include "dataset-fixture.h"
#include "edtf-generator.h"
#include "tl-citation-entry.h"
#include "tl-citation-list.h"

/* Sources for programs that keep bibliographies, on
 * tests/fixtures/exports.json: everything that can go wrong on the way out. */

/* Day and month 0: not so precise. */
static const struct
{
  const char   *edtf;
  const char   *biblatex; /* NULL: none */
  gboolean      is_circa;
  TlCitationDay first;
  TlCitationDay last;
} dates[] = {
  { "2020-07-29", "2020-07-29", FALSE, { 2020, 7, 29 }, { 2020, 7, 29 } },
  { "2020-07", "2020-07", FALSE, { 2020, 7, 0 }, { 2020, 7, 0 } },
  { "2020", "2020", FALSE, { 2020, 0, 0 }, { 2020, 0, 0 } },
  { "2020~", "2020~", TRUE, { 2020, 0, 0 }, { 2020, 0, 0 } },
  { "2020-07?", "2020-07?", TRUE, { 2020, 7, 0 }, { 2020, 7, 0 } },
  { "2020-07-01/2020-07-03",
    "2020-07-01/2020-07-03",
    FALSE,
    { 2020, 7, 1 },
    { 2020, 7, 3 } },
  { "1999-12/2001", "1999-12/2001", FALSE, { 1999, 12, 0 }, { 2001, 0, 0 } },
  { "2020-04-15T10:00:00Z",
    "2020-04-15T10:00:00Z",
    FALSE,
    { 2020, 4, 15 },
    { 2020, 4, 15 } },
  { "2020-22", "2020-22", TRUE, { 2020, 0, 0 }, { 2020, 0, 0 } },
  { "2020-28", "2020~", TRUE, { 2020, 0, 0 }, { 2020, 0, 0 } },
  { "199X", "199X", TRUE, { 1990, 0, 0 }, { 1999, 0, 0 } },
  { "156X-12-25", "1560~/1569~", TRUE, { 1560, 0, 0 }, { 1569, 0, 0 } },
  { "2020-04-~15", "2020-04-15~", TRUE, { 2020, 4, 15 }, { 2020, 4, 15 } },
  { "2020?-04-15", "2020-04-15?", TRUE, { 2020, 4, 15 }, { 2020, 4, 15 } },
  { "2020?-~04-15", "2020-04-15%", TRUE, { 2020, 4, 15 }, { 2020, 4, 15 } },
  { "[2020-04-14..2020-04-20]",
    "2020-04~",
    TRUE,
    { 2020, 4, 0 },
    { 2020, 4, 0 } },
  { "[2020-04-28,2020-05-03]", "2020~", TRUE, { 2020, 0, 0 }, { 2020, 0, 0 } },
  { "[2019-12-30,2020-01-02]",
    "2019~/2020~",
    TRUE,
    { 2019, 0, 0 },
    { 2020, 0, 0 } },
  { "{2020-04-14,2020-04-15}",
    "2020-04",
    FALSE,
    { 2020, 4, 0 },
    { 2020, 4, 0 } },
  { "[..2020-02-05]", "2020-02-05~", TRUE, { 2020, 2, 5 }, { 2020, 2, 5 } },
  { "2020-03/..", "2020-03/..", TRUE, { 2020, 3, 0 }, { 2020, 3, 0 } },
  { "0000", "0000", FALSE, { 0, 0, 0 }, { 0, 0, 0 } },
  { "-0044?-03-15", "-0044-03-15?", TRUE, { -44, 3, 15 }, { -44, 3, 15 } },
  { "Y17E7", NULL, FALSE, { 170000000, 0, 0 }, { 170000000, 0, 0 } },
};

static void
assert_day (TlCitationDay day, TlCitationDay expected)
{
  g_assert_cmpint (day.year, ==, expected.year);
  g_assert_cmpint (day.month, ==, expected.month);
  g_assert_cmpint (day.day, ==, expected.day);
}

static void
test_date (gconstpointer data)
{
  guint i = GPOINTER_TO_UINT (data);
  g_autoptr (GError) error = NULL;
  g_autoptr (TlDate) date = tl_date_new_from_edtf (dates[i].edtf, &error);
  g_autofree char *biblatex = NULL;
  TlCitationDate   reduced;

  g_assert_no_error (error);
  biblatex = tl_citation_date_dup_biblatex (date);
  reduced = tl_citation_date_new (date);
  g_assert_cmpstr (biblatex, ==, dates[i].biblatex);
  g_assert_true (reduced.is_known);
  g_assert_cmpint (reduced.is_circa, ==, dates[i].is_circa);
  g_assert_cmpint (
      reduced.is_range, ==,
      memcmp (&dates[i].first, &dates[i].last, sizeof (TlCitationDay)) != 0);
  assert_day (reduced.first, dates[i].first);
  assert_day (reduced.last, dates[i].last);
}

static void
test_no_date (void)
{
  g_assert_false (tl_citation_date_new (NULL).is_known);
  g_assert_null (tl_citation_date_dup_biblatex (NULL));
}

/* Whatever the date is: biblatex gets what it knows, and no more precise than
 * what is known. */
static void
test_date_property (void)
{
  for (guint i = 0; i < 20000; i++)
    {
      g_autofree char *edtf = make_random_edtf ();
      g_autoptr (TlDate) date = tl_date_new_from_edtf (edtf, NULL);
      g_autoptr (TlDate) reread = NULL;
      g_autofree char *biblatex = tl_citation_date_dup_biblatex (date);
      TlSpan           span = tl_date_get_span (date);
      TlSpan           written;

      if (biblatex == NULL)
        continue;
      reread = tl_date_new_from_edtf (biblatex, NULL);
      g_assert_nonnull (reread);
      g_assert_cmpint (tl_date_get_level (reread), <=, 1);
      written = tl_date_get_span (reread);
      g_assert_true (span.qualifiers == TL_QUALIFIER_NONE ||
                     written.qualifiers != TL_QUALIFIER_NONE);
      if (span.start != TL_BOUND_KNOWN || span.end != TL_BOUND_KNOWN ||
          span.precision == TL_PRECISION_SEASON)
        continue;
      g_assert_cmpint (written.earliest, <=, span.earliest);
      g_assert_cmpint (written.latest, >=, span.latest);
    }
}

static TlDataset *
load_exports (void)
{
  return load_fixture ("../exports.json");
}

/* All that is in a file: the source, or a record of it. */
static char *
write_cited (const char *format, const char *source, const char *record)
{
  g_autoptr (TlDataset) dataset = load_exports ();
  g_autoptr (TlCitationList) list = tl_citation_list_new (dataset);
  g_autoptr (TlDateFormatter) formatter = tl_date_formatter_new ("en_GB");
  GString *written = g_string_new (NULL);

  if (source != NULL)
    tl_citation_list_add_source (list,
                                 tl_dataset_find_source (dataset, source));
  if (record != NULL)
    tl_citation_list_add_record (list,
                                 tl_dataset_find_record (dataset, record));
  tl_citation_list_write (list, tl_citation_find_format (format), formatter,
                          NULL, tl_sink_new_for_string (written));
  return g_string_free (written, FALSE);
}

static const struct
{
  const char *format;
  const char *source;
  const char *text;
} files[] = {
  { "bibtex", "special",
    "@online{special,\n"
    "  author = {{Doe}, {Jane} and {Ada Writer} and {Roe and Sons, Ltd, "
    "London}},\n"
    "  title = {{50\\% of \\$5 \\& \\#1\\_\\textbraceleft{}a\\textbraceright{}"
    "\\textasciitilde{}\\textasciicircum{}\\textbackslash{} "
    "\\textasciigrave{}x\\textasciigrave{} \"q\" \\textbraceright{} | *b* <i> "
    "[l](u) @k}},\n"
    "  organization = {A \\& B \\textbraceleft{}unbalanced},\n"
    "  date = {2020-04-16},\n"
    "  url = {https://a.example/p_q%20r?a=1&b=%7B2%7D#~%5Cx},\n"
    "  langid = {british}\n"
    "}\n" },
  { "bibtex", "hidden",
    "@article{hidden,\n"
    "  author = {{O’Brien}, {Seán}},\n"
    "  title = {{Line one line two turned}},\n"
    "  journaltitle = {Übersee-Blatt 導彈},\n"
    "  date = {2020-04~},\n"
    "  note = {citing TASS; AP; published: 18 or 20 April 2020}\n"
    "}\n" },
  { "bibtex", "own-tongue",
    "@article{own-tongue,\n"
    "  title = {{Своими словами}},\n"
    "  journaltitle = {Газета},\n"
    "  date = {2020-05?},\n"
    "  langid = {russian},\n"
    "  note = {published: May 2020 (uncertain)}\n"
    "}\n" },
  { "ris", "special",
    "TY  - ELEC\r\n"
    "ID  - special\r\n"
    "AU  - Doe, Jane\r\n"
    "AU  - Ada Writer\r\n"
    "AU  - Roe and Sons, Ltd, London\r\n"
    "TI  - 50% of $5 & #1_{a}~^\\ `x` \"q\" } | *b* <i> [l](u) @k\r\n"
    "PB  - A & B {unbalanced\r\n"
    "PY  - 2020\r\n"
    "DA  - 2020/04/16/\r\n"
    "LA  - en-GB\r\n"
    "UR  - https://a.example/p_q%20r?a=1&b=%7B2%7D#~%5Cx\r\n"
    "ER  - \r\n" },
  { "ris", "hidden",
    "TY  - NEWS\r\n"
    "ID  - hidden\r\n"
    "AU  - O’Brien, Seán\r\n"
    "TI  - Line one line two turned\r\n"
    "T2  - Übersee-Blatt 導彈\r\n"
    "PY  - 2020\r\n"
    "DA  - 2020/04//circa\r\n"
    "LA  - tlh\r\n"
    "N1  - citing TASS; AP; published: 18 or 20 April 2020\r\n"
    "ER  - \r\n" },
  { "ris", "before",
    "TY  - NEWS\r\n"
    "ID  - before\r\n"
    "TI  - Before\r\n"
    "T2  - Annals\r\n"
    "LA  - la\r\n"
    "N1  - published: 15 March 45 BC or earlier\r\n"
    "ER  - \r\n" },
  { "csl-json", "before",
    "[\n"
    "  {\n"
    "    \"id\" : \"before\",\n"
    "    \"type\" : \"article-newspaper\",\n"
    "    \"title\" : \"Before\",\n"
    "    \"container-title\" : \"Annals\",\n"
    "    \"issued\" : {\n"
    "      \"date-parts\" : [\n"
    "        [\n"
    "          -45,\n"
    "          3,\n"
    "          15\n"
    "        ]\n"
    "      ],\n"
    "      \"circa\" : true\n"
    "    },\n"
    "    \"language\" : \"la\",\n"
    "    \"note\" : \"published: 15 March 45 BC or earlier\"\n"
    "  }\n"
    "]\n" },
};

static void
test_file (gconstpointer data)
{
  guint            i = GPOINTER_TO_UINT (data);
  g_autofree char *written =
      write_cited (files[i].format, files[i].source, NULL);

  g_assert_cmpstr (written, ==, files[i].text);
}

/* Each source once, in order of publication, with its own words. */
static void
test_record (void)
{
  g_autofree char *written = write_cited ("ris", "hidden", "nasty");
  const char      *special = strstr (written, "ID  - special");
  const char      *hidden = strstr (written, "ID  - hidden");

  g_assert_nonnull (special);
  g_assert_true (hidden > special);
  g_assert_null (strstr (hidden + 1, "ID  - "));
  g_assert_nonnull (strstr (special, "END:VEVENT (22 June 2020): “100% sure”"));
  g_assert_nonnull (strstr (hidden, "END:VEVENT (22 June 2020): “will meet”"));
}

static void
test_nothing (void)
{
  static const char *const expected[] = { "", "", "[]\n", "" };
  guint                    n_formats;
  const TlCitationFormat  *formats = tl_citation_get_formats (&n_formats);

  g_assert_cmpuint (n_formats, ==, G_N_ELEMENTS (expected));
  for (guint i = 0; i < n_formats; i++)
    {
      g_autofree char *written = write_cited (formats[i].nick, NULL, NULL);

      g_assert_cmpstr (written, ==, expected[i]);
    }
  g_assert_null (tl_citation_find_format ("word"));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (dates); i++)
    {
      g_autofree char *path = g_strdup_printf ("/tl/citation-date/table/%u", i);

      g_test_add_data_func (path, GUINT_TO_POINTER (i), test_date);
    }
  g_test_add_func ("/tl/citation-date/none", test_no_date);
  g_test_add_func ("/tl/citation-date/property", test_date_property);
  for (guint i = 0; i < G_N_ELEMENTS (files); i++)
    {
      g_autofree char *path = g_strdup_printf (
          "/tl/citation-list/write/%s-%s", files[i].format, files[i].source);

      g_test_add_data_func (path, GUINT_TO_POINTER (i), test_file);
    }
  g_test_add_func ("/tl/citation-list/write/record", test_record);
  g_test_add_func ("/tl/citation-list/write/nothing", test_nothing);
  return g_test_run ();
}
