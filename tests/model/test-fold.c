/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-fold.h"

static const struct
{
  const char *name;
  const char *text;
  const char *folded;
} search_cases[] = {
  { "ascii", "Space TALKS", "space talks" },
  { "empty", "", "" },
  { "accents", "Müller, Ñandú", "muller, nandu" },
  { "decomposed", "Mu\314\210ller", "muller" },
  { "sharp-s", "Straße STRASSE", "strasse strasse" },
  { "turkish-dotted", "İstanbul", "istanbul" },
  { "cyrillic", "Пётр Ульянов", "петр ульянов" },
  { "arabic-points", "مُعَاهَدَة", "معاهدة" },
  { "devanagari-vowels", "संधि", "संधि" },
  { "ligature", "ﬁnal", "final" },
  { "full-width", "ＡＢＣ", "abc" },
  { "marks", "days’ “talk” — now", "days' \"talk\" - now" },
  { "soft-hyphen", "hyper\302\255sonic", "hypersonic" },
};

static const struct
{
  const char *name;
  const char *start;
  const char *text;
  const char *folded;
} space_cases[] = {
  { "plain", "", "a b", "a b" },
  { "runs", "", "a \t\r\n  b", "a b" },
  { "no-break", "", "a\302\240b\342\200\257c", "a b c" },
  { "start", "", "  a", "a" },
  { "end", "", "a  ", "a " },
  { "continued", "a ", "  b", "a b" },
  { "continued-without", "a", "b", "ab" },
  { "invisible", "", "\357\273\277a\342\200\213b", "ab" },
  { "case-and-marks-stay", "", "“É”", "“É”" },
};

static const struct
{
  const char *name;
  const char *text;
  const char *folded;
} mark_cases[] = {
  { "single", "‘a’ ‚b‛ ′c", "'a' 'b' 'c" },
  { "double", "“a” „b‟ «c»", "\"a\" \"b\" \"c\"" },
  { "dashes", "a–b—c−d‐e‑f", "a-b-c-d-e-f" },
  { "others-stay", "É… 中 *", "É… 中 *" },
};

static void
test_search (gconstpointer data)
{
  guint            i = GPOINTER_TO_UINT (data);
  g_autofree char *folded = tl_fold_for_search (search_cases[i].text);
  g_autofree char *again = tl_fold_for_search (folded);

  g_assert_cmpstr (folded, ==, search_cases[i].folded);
  g_assert_cmpstr (again, ==, folded);
}

static void
test_spaces (gconstpointer data)
{
  guint i = GPOINTER_TO_UINT (data);
  g_autoptr (GString) folded = g_string_new (space_cases[i].start);

  tl_fold_append_spaces (folded, space_cases[i].text);
  g_assert_cmpstr (folded->str, ==, space_cases[i].folded);
}

static void
test_marks (gconstpointer data)
{
  guint            i = GPOINTER_TO_UINT (data);
  g_autofree char *folded = tl_fold_marks (mark_cases[i].text);

  g_assert_cmpstr (folded, ==, mark_cases[i].folded);
  g_assert_cmpint (g_utf8_strlen (folded, -1), ==,
                   g_utf8_strlen (mark_cases[i].text, -1));
}

static void
add (const char *function, const char *name, guint i, GTestDataFunc test)
{
  g_autofree char *path = g_strdup_printf ("/tl/fold/%s/%s", function, name);

  g_test_add_data_func (path, GUINT_TO_POINTER (i), test);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (search_cases); i++)
    add ("for-search", search_cases[i].name, i, test_search);
  for (guint i = 0; i < G_N_ELEMENTS (space_cases); i++)
    add ("append-spaces", space_cases[i].name, i, test_spaces);
  for (guint i = 0; i < G_N_ELEMENTS (mark_cases); i++)
    add ("marks", mark_cases[i].name, i, test_marks);
  return g_test_run ();
}
