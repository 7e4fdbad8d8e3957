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
  /* Between any two characters, but no full stop begins a line. */
  { "chinese", "俄罗斯与美国。", 38, "俄罗斯|与美|国。" },
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

/* However narrow: letters with accents, joined emoji and syllables of several
 * parts stay whole. */
static void
test_wrap_whole_letters (gconstpointer data)
{
  const char *text = data;
  int         n_chars = (int)g_utf8_strlen (text, -1);
  g_autoptr (TlTextMeasurer) measurer = tl_text_measurer_new (NULL);
  g_autofree PangoLogAttr *attrs = g_new0 (PangoLogAttr, (gsize)n_chars + 1);

  pango_get_log_attrs (text, -1, -1, NULL, attrs, n_chars + 1);
  for (double width = 1; width < 400; width = width * 1.5 + 1)
    {
      g_autoptr (GPtrArray) lines =
          tl_text_wrap (measurer, text, TL_FONT_LABEL, width);
      int at = 0;

      for (guint i = 0; i < lines->len; i++)
        {
          at += (int)g_utf8_strlen (lines->pdata[i], -1);
          g_assert_true (attrs[at].is_cursor_position);
        }
      g_assert_cmpint (at, ==, n_chars);
    }
}

int
main (int argc, char **argv)
{
  static const char *const letters[] = {
    "e\u0301\u0323e\u0301\u0323e\u0301\u0323e\u0301\u0323",
    ("\U0001f468\u200d\U0001f469\u200d\U0001f467\U0001f1e9\U0001f1ea"
     "\U0001f44d\U0001f3fd\U0001f468\u200d\U0001f469\u200d\U0001f467"),
    "\u1112\u1161\u11ab\u1100\u1173\u11af\u1112\u1161\u11ab",
    "مُحَادَثَاتٌمُحَادَثَاتٌ",
    "क्षत्रियक्षत्रिय",
  };
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
  for (gsize i = 0; i < G_N_ELEMENTS (letters); i++)
    {
      g_autofree char *path =
          g_strdup_printf ("/tl/text-wrap/whole-letters/%" G_GSIZE_FORMAT, i);

      g_test_add_data_func (path, letters[i], test_wrap_whole_letters);
    }
  return g_test_run ();
}
