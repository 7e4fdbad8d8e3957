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
  { "cyrillic-yo", "учёт ЁЛКА", "учет елка" },
  { "stroke", "Łódź Ørsted Đorđe", "lodz orsted dorde" },
  { "sharp-s-capital", "STRAẞE", "strasse" },
  { "arabic-points", "مُعَاهَدَة", "معاهده" },
  { "arabic-alef", "أإآا", "اااا" },
  { "arabic-hamza-carriers", "مسؤول هيئة", "مسوول هييه" },
  { "arabic-yeh", "على علي", "علي علي" },
  { "arabic-tatweel", "مـعـاهـدة", "معاهده" },
  { "arabic-presentation", "ﻣﻌﺎﻫﺪﺓ", "معاهده" },
  { "arabic-digits", "٢٠٢٠ ۱۹۷۹", "2020 1979" },
  { "devanagari-digits", "२०२०", "2020" },
  { "joiners", "می\342\200\214خواهم", "میخواهم" },
  { "direction-marks", "\342\200\217ستارت\342\200\216 \330\234ا", "ستارت ا" },
  { "hebrew-points", "שָׁלוֹם", "שלומ" },
  { "chinese", "拉夫罗夫", "拉夫罗夫" },
  { "chinese-full-width", "（ＳＴＡＲＴ）２０２０", "(start)2020" },
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

/* Characters of all sorts, many of which decompose or fold to several. */
static void
test_append (void)
{
  static const struct
  {
    gunichar first;
    gunichar last;
  } ranges[] = {
    { 0x20, 0x7e },       { 0xa0, 0x24f },    { 0x300, 0x36f },
    { 0x370, 0x52f },     { 0x590, 0x6ff },   { 0x900, 0x97f },
    { 0xe00, 0xe7f },     { 0x1e00, 0x1fff }, { 0x2000, 0x218f },
    { 0x3040, 0x30ff },   { 0x4e00, 0x4fff }, { 0xac00, 0xadff },
    { 0xf900, 0xfaff },   { 0xfb00, 0xfdff }, { 0xfe70, 0xffee },
    { 0x1d400, 0x1d7ff },
  };
  g_autoptr (GRand) random = g_rand_new_with_seed (7);

  for (guint i = 0; i < 2000; i++)
    {
      g_autoptr (GString) text = g_string_new (NULL);
      g_autoptr (GString) found = g_string_new (NULL);
      g_autofree char *expected = NULL;

      for (guint j = 0; j < 20; j++)
        {
          guint range =
              (guint)g_rand_int_range (random, 0, G_N_ELEMENTS (ranges));
          gunichar c =
              (gunichar)g_rand_int_range (random, (gint32)ranges[range].first,
                                          (gint32)ranges[range].last + 1);

          /* The one mark that becomes a letter: where it comes to stand among
           * other marks depends on them. */
          if (c != 0x345)
            g_string_append_unichar (text, c);
        }
      expected = tl_fold_for_search (text->str);
      tl_fold_append_for_search (found, text->str, text->len);
      g_assert_cmpstr (found->str, ==, expected);
    }
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
  g_test_add_func ("/tl/fold/append-for-search/random", test_append);
  return g_test_run ();
}
