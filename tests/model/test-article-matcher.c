/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-article-matcher.h"

#include <string.h>

static const struct
{
  const char *name;
  const char *text;
  const char *needle;
  const char *prefix;
  const char *suffix;
  TlMatch     match;
} cases[] = {
  { "once", "He said yes.", "said", NULL, NULL, TL_MATCH_ONCE },
  { "whole", "yes", "yes", NULL, NULL, TL_MATCH_ONCE },
  { "none", "He said yes.", "no", NULL, NULL, TL_MATCH_NONE },
  { "case-counts", "He said yes.", "Said", NULL, NULL, TL_MATCH_NONE },
  { "accents-count", "Müller", "Muller", NULL, NULL, TL_MATCH_NONE },
  { "empty", "He said yes.", "", NULL, NULL, TL_MATCH_NONE },
  { "blank", "He said yes.", " ", NULL, NULL, TL_MATCH_NONE },
  { "longer-than-text", "yes", "yes, indeed", NULL, NULL, TL_MATCH_NONE },
  { "several", "yes and yes", "yes", NULL, NULL, TL_MATCH_SEVERAL },
  { "overlapping", "aaa", "aa", NULL, NULL, TL_MATCH_SEVERAL },
  { "line-break", "He said\r\n  yes.", "He said yes", NULL, NULL,
    TL_MATCH_ONCE },
  { "no-break-space", "13\302\240hours", "13 hours", NULL, NULL,
    TL_MATCH_ONCE },
  { "spaces-around", "He said yes.", " said \n", NULL, NULL, TL_MATCH_ONCE },
  { "soft-hyphen", "hyper\302\255sonic", "hypersonic", NULL, NULL,
    TL_MATCH_ONCE },
  { "typographic-both", "“We’re open,” he", "“We’re open,”", NULL, NULL,
    TL_MATCH_ONCE },
  { "apostrophe", "We’re open", "We're open", NULL, NULL,
    TL_MATCH_OTHER_MARKS },
  { "dash", "talks – all", "talks - all", NULL, NULL, TL_MATCH_OTHER_MARKS },
  { "dash-to-typographic", "talks - all", "talks — all", NULL, NULL,
    TL_MATCH_OTHER_MARKS },
  { "quotation-marks", "a «b» c", "a \"b\" c", NULL, NULL,
    TL_MATCH_OTHER_MARKS },
  { "ellipsis-counts", "and so on…", "and so on...", NULL, NULL,
    TL_MATCH_NONE },
  { "same-marks-first", "We’re and We're", "We're", NULL, NULL, TL_MATCH_ONCE },
  { "other-marks-twice", "We’re and We‘re", "We're", NULL, NULL,
    TL_MATCH_SEVERAL },
  { "prefix", "A yes. B yes.", "yes", "B ", NULL, TL_MATCH_ONCE },
  { "suffix", "yes, yes.", "yes", NULL, ".", TL_MATCH_ONCE },
  { "both-sides", "A yes. A yes, B yes,", "yes", "A ", ",", TL_MATCH_ONCE },
  { "context-several", "A yes. A yes.", "yes", "A ", ".", TL_MATCH_SEVERAL },
  { "context-other", "A yes.", "yes", "B ", NULL, TL_MATCH_OTHER_CONTEXT },
  { "context-other-for-several", "A yes. A yes.", "yes", "B ", NULL,
    TL_MATCH_OTHER_CONTEXT },
  { "context-of-nothing", "A yes.", "no", "A ", NULL, TL_MATCH_NONE },
  { "context-with-lines", "agencies.\n\n\"Yes,\" he", "Yes,", "agencies.\n\n\"",
    "\" he", TL_MATCH_ONCE },
  { "context-other-marks", "A “yes” B", "yes", "A \"", "\" B", TL_MATCH_ONCE },
  { "context-and-words-other-marks", "A “we’re” B", "we're", "A \"", "\" B",
    TL_MATCH_OTHER_MARKS },
  { "context-empty", "A yes.", "yes", "", "", TL_MATCH_ONCE },
  { "context-from-start", "A yes.", "A", NULL, " yes", TL_MATCH_ONCE },
  { "context-to-end", "A yes. ", "yes", "A ", ". ", TL_MATCH_ONCE },
};

static void
test_match (gconstpointer data)
{
  guint i = GPOINTER_TO_UINT (data);

  g_assert_cmpint (tl_article_match (cases[i].text, cases[i].needle,
                                     cases[i].prefix, cases[i].suffix),
                   ==, cases[i].match);
}

/* Every piece of a text is found in it, whatever white space it is given
 * with; and with what stands around it, at one place only. */
static void
test_pieces (void)
{
  static const char text[] = "the cat – the dog’s cat – and \"the\" hat";

  for (gsize start = 0; start < strlen (text); start++)
    for (gsize end = start + 1; end <= strlen (text); end++)
      {
        g_autofree char *piece = g_strndup (text + start, end - start);
        g_autofree char *before = g_strndup (text, start);
        TlMatch          alone;

        if (!g_utf8_validate (piece, -1, NULL) ||
            !g_utf8_validate (before, -1, NULL) || piece[0] == ' ')
          continue;
        alone = tl_article_match (text, piece, NULL, NULL);
        g_assert_true (alone == TL_MATCH_ONCE || alone == TL_MATCH_SEVERAL);
        g_assert_cmpint (tl_article_match (text, piece, before, text + end), ==,
                         TL_MATCH_ONCE);
      }
}

/* Long texts that nearly match everywhere must not take long. */
static void
test_pathological (void)
{
  g_autofree char *text = g_strnfill (2000000, 'a');
  g_autofree char *needle = g_strnfill (100000, 'a');
  gint64           begun = g_get_monotonic_time ();

  needle[50000] = 'b';
  g_assert_cmpint (tl_article_match (text, needle, NULL, NULL), ==,
                   TL_MATCH_NONE);
  g_assert_cmpint (g_get_monotonic_time () - begun, <, 20 * G_USEC_PER_SEC);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path =
          g_strdup_printf ("/tl/article/match/%s", cases[i].name);

      g_test_add_data_func (path, GUINT_TO_POINTER (i), test_match);
    }
  g_test_add_func ("/tl/article/match/pieces", test_pieces);
  g_test_add_func ("/tl/article/match/pathological", test_pathological);
  return g_test_run ();
}
