/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-fold.h"
#include "tl-search-match.h"

#include <string.h>

/* marked: the text with what matches in brackets. */
static const struct
{
  const char *name;
  const char *search;
  const char *text;
  const char *marked;
} cases[] = {
  { "nothing", "space", "talks in Vienna", "talks in Vienna" },
  { "no-search", NULL, "talks", "talks" },
  { "blanks", " \t ", "talks", "talks" },
  { "empty-text", "a", "", "" },
  { "word", "vienna", "talks in Vienna", "talks in [Vienna]" },
  { "part", "al", "talks, also", "t[al]ks, [al]so" },
  { "any-order", "vienna talks", "talks in Vienna", "[talks] in [Vienna]" },
  { "overlapping", "tal alk", "talks", "[talk]s" },
  { "touching", "ta lk", "talks", "[talk]s" },
  { "itself-again", "aa", "aaa b", "[aaa] b" },
  { "accent-composed", "cafe", "Caf\u00e9!", "[Caf\u00e9]!" },
  { "accent-combining", "cafe", "Cafe\u0301!", "[Cafe\u0301]!" },
  { "typed-with-accent", "caf\u00e9", "CAFE", "[CAFE]" },
  { "mark-of-next-letter", "caf", "cafe\u0301", "[caf]e\u0301" },
  { "sharp-s", "ss", "Gro\u00dfes", "Gro[\u00df]es" },
  { "half-a-sharp-s", "gros", "Gro\u00dfes", "[Gro\u00df]es" },
  { "ligature", "f", "\ufb01n", "[\ufb01]n" },
  { "cyrillic", "\u043f\u0451\u0442\u0440", "\u041f\u0415\u0422\u0420",
    "[\u041f\u0415\u0422\u0420]" },
  { "han", "\u8ac7", "\u8ac7\u5224", "[\u8ac7]\u5224" },
  { "devanagari-vowel", "\u0915", "\u0915\u093f", "[\u0915\u093f]" },
  { "soft-hyphen", "sub", "su\u00adb", "[su\u00adb]" },
  { "dash", "a-b", "a\u2013b", "[a\u2013b]" },
};

static char *
mark (const char *text, const TlTextRange *ranges, guint n_ranges)
{
  GString *marked = g_string_new (NULL);
  guint    at = 0;

  for (guint i = 0; i < n_ranges; i++)
    {
      g_string_append_len (marked, text + at, ranges[i].start - at);
      g_string_append_c (marked, '[');
      g_string_append_len (marked, text + ranges[i].start,
                           ranges[i].end - ranges[i].start);
      g_string_append_c (marked, ']');
      at = ranges[i].end;
    }
  g_string_append (marked, text + at);
  return g_string_free (marked, FALSE);
}

static void
test_case (gconstpointer data)
{
  gsize                   i = GPOINTER_TO_SIZE (data);
  g_autofree TlTextRange *ranges = NULL;
  guint n = tl_search_find_matches (cases[i].search, cases[i].text, &ranges);
  g_autofree char *marked = mark (cases[i].text, ranges, n);

  g_assert_cmpstr (marked, ==, cases[i].marked);
  g_assert_cmpint (n == 0, ==, ranges == NULL);
}

static char *
make_random_text (GRand *random, guint n_characters)
{
  static const char *const pieces[] = {
    "a",
    "B",
    "\u00e9",
    "e\u0301",
    "\u00df",
    "\u0416",
    "\u0451",
    "\u8ac7",
    " ",
    "\u2013",
    "\U0001f1e9\U0001f1ea",
    "\u200d",
    "\u093f",
    "\n",
    "\ufb01",
  };
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < n_characters; i++)
    g_string_append (
        text, pieces[g_rand_int_range (random, 0, G_N_ELEMENTS (pieces))]);
  return g_string_free (text, FALSE);
}

/* What is found is sorted and apart, begins and ends at characters, and there
 * is something exactly when the folded text has one of the words. */
static void
test_random (void)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (17);

  for (guint i = 0; i < 3000; i++)
    {
      g_autofree char *text = make_random_text (random, 30);
      g_autofree char *search = make_random_text (random, 2);
      g_autofree char *folded = tl_fold_for_search (text);
      g_auto (GStrv) words = tl_search_split_words (search);
      g_autofree TlTextRange *ranges = NULL;
      guint    n = tl_search_find_matches (search, text, &ranges);
      gboolean expected = FALSE;

      for (guint j = 0; words[j] != NULL; j++)
        expected |= strstr (folded, words[j]) != NULL;
      g_assert_cmpint (n > 0, ==, expected);
      for (guint j = 0; j < n; j++)
        {
          g_assert_cmpuint (ranges[j].start, <, ranges[j].end);
          g_assert_cmpuint (ranges[j].end, <=, strlen (text));
          g_assert_true (g_utf8_validate (text + ranges[j].start, -1, NULL));
          g_assert_true (g_utf8_validate (text + ranges[j].end, -1, NULL));
          if (j > 0)
            g_assert_cmpuint (ranges[j - 1].end, <, ranges[j].start);
        }
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path =
          g_strdup_printf ("/tl/search-match/%s", cases[i].name);

      g_test_add_data_func (path, GSIZE_TO_POINTER (i), test_case);
    }
  g_test_add_func ("/tl/search-match/random", test_random);
  return g_test_run ();
}
