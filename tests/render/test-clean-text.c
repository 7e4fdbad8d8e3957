/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tl-clean-text.h"

#include <string.h>

static void
test_table (void)
{
  const struct
  {
    const char *text;
    guint       max_chars;
    const char *wanted;
  } cases[] = {
    { "", 0, "" },
    { "plain", 0, "plain" },
    { "a\nb\tc\rd\x0b"
      "e",
      0, "a b c d e" },
    { "a\x01\x02\x1b[31mb\x7f", 0, "a[31mb" },
    { "a\xc2\x85"
      "b\xe2\x80\xa8"
      "c\xe2\x80\xa9"
      "d",
      0, "a b c d" },
    { "a\xc2\x80"
      "b",
      0, "ab" },
    { "a\xff"
      "b",
      0,
      "a\xef\xbf\xbd"
      "b" },
    { "cut \xe2\x82", 0, "cut \xef\xbf\xbd\xef\xbf\xbd" },
    { "a\xef\xbf\xbe"
      "b\xef\xbf\xbf"
      "c",
      0, "abc" },
    /* Isolates, joiners and variation selectors matter to the reader. */
    { "\xe2\x81\xa6"
      "a\xe2\x81\xa9\xe2\x80\x8d\xef\xb8\x8f",
      0,
      "\xe2\x81\xa6"
      "a\xe2\x81\xa9\xe2\x80\x8d\xef\xb8\x8f" },
    { "abcdef", 6, "abcdef" },
    { "abcdefg", 6, "abcde\xe2\x80\xa6" },
    { "abcde\xcc\x81g", 6, "abcd\xe2\x80\xa6" },
    { "\n\n\n\n\n\n\n", 3, "  \xe2\x80\xa6" },
    /* A grapheme that has no end is cut where it must be. */
    { "e\xcc\x81\xcc\x81\xcc\x81\xcc\x81", 3, "e\xcc\x81\xe2\x80\xa6" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *clean =
          tl_clean_text (cases[i].text, cases[i].max_chars);

      g_assert_cmpstr (clean, ==, cases[i].wanted);
      g_assert_cmpint (
          tl_clean_text_is_clean (cases[i].text, cases[i].max_chars), ==,
          strcmp (cases[i].text, cases[i].wanted) == 0);
    }
}

/* Whatever the bytes are, the result is clean, and cleaning it changes
 * nothing. */
static void
test_random (void)
{
  for (guint round = 0; round < 5000; round++)
    {
      char             bytes[40];
      int              n = g_test_rand_int_range (0, sizeof bytes);
      guint            max = (guint)g_test_rand_int_range (0, 12);
      g_autofree char *clean = NULL;
      g_autofree char *again = NULL;

      for (int i = 0; i < n; i++)
        bytes[i] = (char)g_test_rand_int_range (1, 256);
      bytes[n] = '\0';
      clean = tl_clean_text (bytes, max);
      again = tl_clean_text (clean, max);
      g_assert_true (g_utf8_validate (clean, -1, NULL));
      g_assert_true (tl_clean_text_is_clean (clean, max));
      g_assert_cmpstr (clean, ==, again);
      if (max > 0)
        g_assert_cmpint (g_utf8_strlen (clean, -1), <=, max);
    }
}

static void
test_huge (void)
{
  g_autofree char *huge = g_strnfill (50 * 1024 * 1024, 'a');
  gint64           start = g_get_monotonic_time ();

  for (guint i = 0; i < 100; i++)
    {
      g_autofree char *clean = tl_clean_text (huge, TL_CLEAN_TEXT_MAX_CHARS);

      g_assert_cmpint (g_utf8_strlen (clean, -1), ==, TL_CLEAN_TEXT_MAX_CHARS);
      g_assert_false (tl_clean_text_is_clean (huge, TL_CLEAN_TEXT_MAX_CHARS));
    }
  /* Looking at all of it would take a hundred times as long. */
  g_assert_cmpint (g_get_monotonic_time () - start, <, 5 * G_USEC_PER_SEC);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/tl/clean-text/clean/table", test_table);
  g_test_add_func ("/tl/clean-text/clean/random", test_random);
  g_test_add_func ("/tl/clean-text/clean/huge", test_huge);
  return g_test_run ();
}
