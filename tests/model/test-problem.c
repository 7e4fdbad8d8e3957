/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-problem.h"

#include <string.h>

static void
add (TlProblems *problems,
     TlSeverity  severity,
     const char *file,
     guint       line,
     guint       column,
     const char *message)
{
  tl_problems_add (problems, severity, file, line, column, "code", "%s",
                   message);
}

static void
test_count (void)
{
  g_autoptr (TlProblems) problems = tl_problems_new ();

  g_assert_cmpuint (tl_problems_get_size (problems), ==, 0);
  add (problems, TL_SEVERITY_ERROR, "a", 1, 1, "one");
  add (problems, TL_SEVERITY_NOTE, "a", 1, 1, "two");
  add (problems, TL_SEVERITY_ERROR, "a", 1, 1, "three");
  g_assert_cmpuint (tl_problems_get_size (problems), ==, 3);
  g_assert_cmpuint (tl_problems_count (problems, TL_SEVERITY_ERROR), ==, 2);
  g_assert_cmpuint (tl_problems_count (problems, TL_SEVERITY_WARNING), ==, 0);
  g_assert_cmpuint (tl_problems_count (problems, TL_SEVERITY_NOTE), ==, 1);
}

static void
test_sort (void)
{
  g_autoptr (TlProblems) problems = tl_problems_new ();
  g_autoptr (GString) order = g_string_new (NULL);

  add (problems, TL_SEVERITY_ERROR, "b", 1, 1, "7");
  add (problems, TL_SEVERITY_ERROR, "a", 10, 1, "5");
  add (problems, TL_SEVERITY_ERROR, "a", 9, 20, "3");
  add (problems, TL_SEVERITY_ERROR, "a", 9, 3, "2");
  add (problems, TL_SEVERITY_NOTE, "a", 9, 20, "4");
  add (problems, TL_SEVERITY_ERROR, "a", 0, 0, "1");
  add (problems, TL_SEVERITY_WARNING, "a", 10, 1, "6");
  tl_problems_sort (problems);
  for (guint i = 0; i < tl_problems_get_size (problems); i++)
    g_string_append (order, tl_problems_get (problems, i)->message);
  g_assert_cmpstr (order->str, ==, "1234567");
}

static void
test_to_string (void)
{
  g_autoptr (TlProblems) problems = tl_problems_new ();
  g_autofree char *placed = NULL;
  g_autofree char *unplaced = NULL;
  g_autofree char *hostile = NULL;

  tl_problems_add (problems, TL_SEVERITY_WARNING, "data/x.json", 12, 7,
                   "bad-url", "no %s", "address");
  add (problems, TL_SEVERITY_ERROR, "data/x.json", 0, 0, "100 %s");
  add (problems, TL_SEVERITY_NOTE, "\x1b[2J\n.json", 1, 2, "ok");
  placed = tl_problem_to_string (tl_problems_get (problems, 0));
  unplaced = tl_problem_to_string (tl_problems_get (problems, 1));
  hostile = tl_problem_to_string (tl_problems_get (problems, 2));
  g_assert_cmpstr (placed, ==,
                   "data/x.json:12:7: warning: no address [bad-url]");
  g_assert_cmpstr (unplaced, ==, "data/x.json: error: 100 %s [code]");
  g_assert_cmpstr (hostile, ==, "\\u001b[2J\\u000a.json:1:2: note: ok [code]");
}

static const struct
{
  const char *name;
  const char *text;
  const char *shown;
} shown_texts[] = {
  { "plain", "new-start", "new-start" },
  { "letters", "стратегия 日本 é", "стратегия 日本 é" },
  { "escape", "\x1b[31mred", "\\u001b[31mred" },
  { "line-break", "a\r\nb", "a\\u000d\\u000ab" },
  { "bidirectional", "a\u202eb\u2066c", "a\\u202eb\\u2066c" },
  { "zero-width", "a\u200bb", "a\\u200bb" },
  { "separator", "a\u2028b", "a\\u2028b" },
  { "c1", "a\xc2\x9bz", "a\\u009bz" },
  { "directives", "%s%n", "%s%n" },
  { "empty", "", "" },
};

static void
test_show_text (gconstpointer data)
{
  gsize            i = GPOINTER_TO_SIZE (data);
  g_autofree char *shown = tl_problem_show_text (shown_texts[i].text);

  g_assert_cmpstr (shown, ==, shown_texts[i].shown);
}

static void
test_show_text_clips (void)
{
  g_autofree char *long_text = g_strnfill (1000, 'x');
  g_autofree char *fitting_text = g_strnfill (60, 'x');
  g_autofree char *long_shown = tl_problem_show_text (long_text);
  g_autofree char *fitting_shown = tl_problem_show_text (fitting_text);
  g_autofree char *invalid_shown = tl_problem_show_text ("a\xff");

  g_assert_cmpint (g_utf8_strlen (long_shown, -1), ==, 61);
  g_assert_true (g_str_has_suffix (long_shown, "…"));
  g_assert_cmpstr (fitting_shown, ==, fitting_text);
  g_assert_true (g_utf8_validate (invalid_shown, -1, NULL));
}

static void
test_severities (void)
{
  g_assert_cmpstr (tl_severity_to_nick (TL_SEVERITY_ERROR), ==, "error");
  g_assert_cmpstr (tl_severity_to_nick (TL_SEVERITY_WARNING), ==, "warning");
  g_assert_cmpstr (tl_severity_to_nick (TL_SEVERITY_NOTE), ==, "note");
  g_assert_cmpstr (tl_severity_get_label (TL_SEVERITY_NOTE), ==, "note");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/tl/problem/count/severities", test_count);
  g_test_add_func ("/tl/problem/sort/stable", test_sort);
  g_test_add_func ("/tl/problem/to-string/forms", test_to_string);
  g_test_add_func ("/tl/problem/severity/words", test_severities);
  g_test_add_func ("/tl/problem/show-text/clips", test_show_text_clips);
  for (gsize i = 0; i < G_N_ELEMENTS (shown_texts); i++)
    {
      g_autofree char *path =
          g_strdup_printf ("/tl/problem/show-text/%s", shown_texts[i].name);

      g_test_add_data_func (path, GSIZE_TO_POINTER (i), test_show_text);
    }
  return g_test_run ();
}
