/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-resources.h"
#include "tl-style.h"

#include <adwaita.h>

/* The tint behind a chip, as the style sheet has it. */
#define CHIP_ALPHA 0.1
/* The tint of accounts and quotations. */
#define CARD_ALPHA 0.05

static const struct
{
  const char *name;
  TlTheme     theme;
  TlColor     window; /* libadwaita's window background */
} cases[] = {
  { "light", TL_THEME_LIGHT, { 0.98f, 0.98f, 0.98f, 1 } },
  { "dark", TL_THEME_DARK, { 0.141f, 0.141f, 0.141f, 1 } },
  { "high-contrast", TL_THEME_HIGH_CONTRAST, { 0.98f, 0.98f, 0.98f, 1 } },
};

static TlColor
blend (TlColor color, double alpha, TlColor below)
{
  float a = (float)alpha;

  return (TlColor){ color.red * a + below.red * (1 - a),
                    color.green * a + below.green * (1 - a),
                    color.blue * a + below.blue * (1 - a), 1 };
}

/* Words on chips have the contrast that WCAG 2.2 asks of text. */
static void
test_contrast (gconstpointer data)
{
  gsize            i = GPOINTER_TO_SIZE (data);
  const TlPalette *palette = tl_palette_get (cases[i].theme);
  TlColor          chip = { 0 };

  for (guint kind = 0; kind < TL_N_KINDS; kind++)
    {
      chip = blend (palette->kind_text[kind], CHIP_ALPHA, cases[i].window);
      g_test_message ("%s", tl_kind_to_nick ((TlKind)kind));
      g_assert_cmpfloat (tl_color_contrast (palette->kind_text[kind], chip), >=,
                         4.5);
    }
  chip = blend (palette->contested, CHIP_ALPHA, cases[i].window);
  g_assert_cmpfloat (tl_color_contrast (palette->contested, chip), >=, 4.5);
  g_assert_cmpfloat (tl_color_contrast (palette->expiration, cases[i].window),
                     >=, 4.5);
}

static void
parsing_error_cb (GtkCssProvider *provider,
                  GtkCssSection  *section,
                  GError         *error,
                  gpointer        user_data)
{
  g_error ("%s", error->message);
}

/* Every colour that the style sheet may name is defined. */
static void
test_css (gconstpointer data)
{
  gsize            i = GPOINTER_TO_SIZE (data);
  g_autofree char *css = NULL;
  g_autoptr (GtkCssProvider) provider = gtk_css_provider_new ();

  css = tl_style_dup_css (tl_palette_get (cases[i].theme));
  for (guint kind = 0; kind < TL_N_KINDS; kind++)
    {
      g_autofree char *name = NULL;

      name = g_strdup_printf ("@define-color tl_kind_%s #",
                              tl_kind_to_nick ((TlKind)kind));
      g_assert_nonnull (strstr (css, name));
    }
  g_signal_connect (provider, "parsing-error", G_CALLBACK (parsing_error_cb),
                    NULL);
  gtk_css_provider_load_from_data (provider, css, -1);
}

static TlColor
look_up (GtkWidget *widget, const char *name)
{
  GdkRGBA rgba;

  g_assert_true (gtk_style_context_lookup_color (
      gtk_widget_get_style_context (widget), name, &rgba));
  return (TlColor){ rgba.red, rgba.green, rgba.blue, rgba.alpha };
}

/* How much of the colour of text is left of it. */
static double
parse_alpha (const GMatchInfo *match)
{
  g_autofree char *alpha = g_match_info_fetch (match, 1);

  return g_ascii_strtod (alpha, NULL);
}

static void
assert_text (const char *what, TlColor text, TlColor window, double alpha)
{
  TlColor card = blend (text, CARD_ALPHA * (double)text.alpha, window);
  double  left = (double)text.alpha * alpha;

  g_test_message ("%s", what);
  g_assert_cmpfloat (tl_color_contrast (blend (text, left, window), window), >=,
                     4.5);
  g_assert_cmpfloat (tl_color_contrast (blend (text, left, card), card), >=,
                     4.5);
}

static char *
read_sheets (void)
{
  static const char *const names[] = { "style-records.css", "style.css" };
  GString                 *sheets = g_string_new (NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char *path =
          g_strconcat ("/org/treatyline/Treatyline/", names[i], NULL);
      g_autoptr (GBytes) sheet =
          g_resources_lookup_data (path, G_RESOURCE_LOOKUP_FLAGS_NONE, NULL);

      g_string_append (sheets, g_bytes_get_data (sheet, NULL));
    }
  return g_string_free (sheets, FALSE);
}

/* Every text that the style sheet makes fainter can still be read, on the
 * window and on cards, and so can links. */
static void
test_sheet (gconstpointer data)
{
  gsize            i = GPOINTER_TO_SIZE (data);
  g_autofree char *sheet = read_sheets ();
  g_autoptr (GRegex) faint = g_regex_new (
      "(?:[;{]\\s*color:\\s*alpha\\((?:currentColor|@window_fg_color),\\s*|"
      "opacity:\\s*)([0-9.]+)",
      0, 0, NULL);
  g_autoptr (GMatchInfo) match = NULL;
  GtkWidget *window = NULL;
  TlColor    paper;
  guint      n = 0;

  adw_style_manager_set_color_scheme (adw_style_manager_get_default (),
                                      cases[i].theme == TL_THEME_DARK
                                          ? ADW_COLOR_SCHEME_FORCE_DARK
                                          : ADW_COLOR_SCHEME_FORCE_LIGHT);
  window = gtk_window_new ();
  paper = look_up (window, "window_bg_color");
  g_regex_match (faint, sheet, 0, &match);
  for (; g_match_info_matches (match); g_match_info_next (match, NULL))
    {
      g_autofree char *rule = g_match_info_fetch (match, 0);

      assert_text (rule, look_up (window, "window_fg_color"), paper,
                   parse_alpha (match));
      n++;
    }
  g_assert_cmpuint (n, >=, 4);
  g_assert_cmpfloat (
      tl_color_contrast (look_up (window, "accent_color"), paper), >=, 4.5);
  gtk_window_destroy (GTK_WINDOW (window));
}

static void
add (const char *function, void (*run) (gconstpointer data))
{
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = NULL;

      path = g_strdup_printf ("/tl/style/%s/%s", function, cases[i].name);
      g_test_add_data_func (path, GSIZE_TO_POINTER (i), run);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  if (!gtk_init_check ())
    {
      g_print ("1..0 # SKIP no display\n");
      return 0;
    }
  adw_init ();
  tl_resources_register_resource ();
  add ("contrast", test_contrast);
  add ("css", test_css);
  add ("sheet", test_sheet);
  return g_test_run ();
}
