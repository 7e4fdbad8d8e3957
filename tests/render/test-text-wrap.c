/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-text-wrap.h"

static const struct
{
  const char *name;
  const char *text;
  double      width;
  const char *expected; /* lines, joined by "|" */
} cases[] = {
  { "empty", "", 100, "" },
  { "fits", "one two", 1000, "one two" },
  { "spaces-at-breaks", "aaaaaaaa    bbbbbbbb", 70, "aaaaaaaa|bbbbbbbb" },
  { "hyphen", "aaaaaaaa-bbbbbbbb", 72, "aaaaaaaa-|bbbbbbbb" },
};

static void
test_wrap (gconstpointer data)
{
  gsize i = GPOINTER_TO_SIZE (data);
  g_autoptr (TlTextMeasurer) measurer = tl_text_measurer_new (NULL);
  g_autoptr (GPtrArray) lines =
      tl_text_wrap (measurer, cases[i].text, TL_FONT_LABEL, cases[i].width);
  g_autofree char *joined = NULL;

  g_ptr_array_add (lines, NULL);
  joined = g_strjoinv ("|", (char **)lines->pdata);
  g_assert_cmpstr (joined, ==, cases[i].expected);
}

static char *
without_spaces (const char *text)
{
  GString *rest = g_string_new (NULL);

  for (; *text != '\0'; text = g_utf8_next_char (text))
    if (!g_unichar_isspace (g_utf8_get_char (text)))
      g_string_append_unichar (rest, g_utf8_get_char (text));
  return g_string_free (rest, FALSE);
}

/* Nothing is lost but spaces, and no line is too wide that could be
 * narrower. */
static void
test_wrap_any_width (gconstpointer data)
{
  const char *text = data;
  g_autoptr (TlTextMeasurer) measurer = tl_text_measurer_new (NULL);
  g_autofree char *expected = without_spaces (text);

  for (double width = 3; width < 900; width = width * 1.3 + 1)
    {
      g_autoptr (GPtrArray) lines =
          tl_text_wrap (measurer, text, TL_FONT_SUBTITLE, width);
      g_autoptr (GString) all = g_string_new (NULL);
      g_autofree char *found = NULL;

      for (guint i = 0; i < lines->len; i++)
        {
          const char *line = lines->pdata[i];

          g_string_append (all, line);
          g_assert_true (g_utf8_validate (line, -1, NULL));
          if (g_utf8_strlen (line, -1) > 2)
            g_assert_cmpfloat (tl_text_measurer_measure_scaled (
                                   measurer, line, TL_FONT_SUBTITLE, 1, FALSE),
                               <=, width);
        }
      found = without_spaces (all->str);
      g_assert_cmpstr (found, ==, expected);
    }
}

int
main (int argc, char **argv)
{
  static const char *const texts[] = {
    "China Daily, “Russia ready to discuss missiles”, 16 April 2020.",
    "俄罗斯准备与美国讨论高超音速导弹问题，两国代表将在维也纳会面。",
    "https://example.org/a/very/long/address/without/any/space/in/it?and=more",
    "  Россия и США\tобсудят\nгиперзвуковое оружие ",
  };

  g_test_init (&argc, &argv, NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path =
          g_strdup_printf ("/tl/text-wrap/%s", cases[i].name);

      g_test_add_data_func (path, GSIZE_TO_POINTER (i), test_wrap);
    }
  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autofree char *path =
          g_strdup_printf ("/tl/text-wrap/any-width/%" G_GSIZE_FORMAT, i);

      g_test_add_data_func (path, texts[i], test_wrap_any_width);
    }
  return g_test_run ();
}
