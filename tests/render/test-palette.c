/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "render-fixture.h"

#include <math.h>

static const char *const themes[] = { "light", "dark", "high-contrast",
                                      "print" };

static TlColor
make_gray (int value)
{
  float v = (float)value / 255.0f;

  return (TlColor){ v, v, v, 1 };
}

static const TlPalette *
get_palette (guint theme)
{
  TlTheme value;

  g_assert_true (tl_theme_from_nick (themes[theme], &value));
  g_assert_cmpuint (value, ==, theme);
  g_assert_cmpstr (tl_theme_to_nick (value), ==, themes[theme]);
  return tl_palette_get (value);
}

static TlColor
blend (TlColor fg, float alpha, TlColor bg)
{
  return (TlColor){ fg.red * alpha + bg.red * (1 - alpha),
                    fg.green * alpha + bg.green * (1 - alpha),
                    fg.blue * alpha + bg.blue * (1 - alpha), 1 };
}

static void
assert_contrast (const char *what, TlColor fg, TlColor bg, double least)
{
  double           contrast = tl_color_contrast (fg, bg);
  g_autofree char *hex = tl_color_to_hex (fg);

  g_test_message ("%s %s: %.2f", what, hex, contrast);
  if (contrast < least)
    g_error ("%s %s has a contrast of only %.2f", what, hex, contrast);
}

static void
test_nick_unknown (void)
{
  TlTheme theme = TL_THEME_PRINT;

  g_assert_false (tl_theme_from_nick ("Light", &theme));
  g_assert_false (tl_theme_from_nick ("", &theme));
  g_assert_cmpuint (theme, ==, TL_THEME_PRINT);
}

/* Values of the WCAG contrast checkers. */
static void
test_contrast_known (void)
{
  TlColor white = make_gray (255);
  TlColor black = make_gray (0);

  assert_near (tl_color_contrast (black, white), 21, 1e-6);
  assert_near (tl_color_contrast (white, black), 21, 1e-6);
  assert_near (tl_color_contrast (white, white), 1, 1e-6);
  assert_near (tl_color_contrast (make_gray (0x76), white), 4.54, 0.005);
  assert_near (tl_color_contrast (tl_color_with_alpha (black, 0), white), 1,
               1e-6);
  assert_near (tl_color_contrast (tl_color_with_alpha (black, 0.5), white),
               3.98, 0.05);
}

static void
test_contrast_themes (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (themes); i++)
    {
      const TlPalette *p = get_palette (i);
      double           least = i == TL_THEME_HIGH_CONTRAST ? 7 : 4.5;
      double           least_mark = i == TL_THEME_HIGH_CONTRAST ? 4 : 3;
      TlColor          papers[] = { p->background, p->axis,
                                    blend (p->shortened, 0.2f, p->background),
                                    blend (p->shortened, 0.2f, p->axis) };

      for (guint j = 0; j < G_N_ELEMENTS (papers); j++)
        {
          assert_contrast ("text", p->text, papers[j], 7);
          assert_contrast ("muted text", p->text_muted, papers[j], least);
          assert_contrast ("contested", p->contested, papers[j], least);
          assert_contrast ("today", p->today, papers[j], least);
          for (guint k = 0; k < TL_N_KINDS; k++)
            assert_contrast ("kind text", p->kind_text[k], papers[j], least);
          for (guint k = 0; k < TL_N_KINDS; k++)
            assert_contrast ("kind", p->kind[k], papers[j], least_mark);
          assert_contrast ("expiration", p->expiration, papers[j], 4);
          assert_contrast ("selection", p->selection, papers[j], least_mark);
        }
      assert_contrast ("flag", p->on_expiration, p->expiration, least);
      assert_contrast ("matching text", p->text, p->match, 7);
      assert_contrast ("matching muted text", p->text_muted, p->match, 4.5);
      assert_contrast ("matching contested", p->contested, p->match, 4.5);
      assert_contrast ("line of a match", p->match_line, p->background, 4);
      assert_contrast ("line of a match", p->match_line, p->match, 4);
      for (guint k = 0; k < TL_N_KINDS; k++)
        assert_contrast ("matching kind", p->kind[k], p->match, 3);
    }
}

/* What is faint can still be made out, but less than anything else. */
static void
test_dim (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (themes); i++)
    {
      const TlPalette *p = get_palette (i);
      TlPalette        faint = tl_palette_dim (p);

      assert_contrast ("faint text", faint.text, p->background, 2.5);
      g_assert_cmpfloat (tl_color_contrast (faint.text, p->background), <,
                         tl_color_contrast (p->text_muted, p->background));
      for (guint k = 0; k < TL_N_KINDS; k++)
        {
          double contrast = tl_color_contrast (faint.kind[k], p->background);

          assert_contrast ("faint kind", faint.kind[k], p->background, 1.4);
          for (guint j = 0; j < TL_N_KINDS; j++)
            g_assert_cmpfloat (contrast, <,
                               tl_color_contrast (p->kind[j], p->background));
        }
    }
}

/* What lies under text and rings, as the painter lays it there. */
#define BAR_UNDER_TEXT 0.16f
#define CHOSEN 0.11f
#define HOVERED 0.07f

/* Labels stand on bars and on what is selected; the rings of the selection and
 * of the keyboard are seen on all of it. */
static void
test_contrast_laid_over (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (themes); i++)
    {
      const TlPalette *p = get_palette (i);

      for (guint k = 0; k < TL_N_KINDS; k++)
        {
          TlColor bar = blend (p->kind[k], BAR_UNDER_TEXT, p->background);
          TlColor papers[] = { bar, blend (p->selection, CHOSEN, bar),
                               blend (p->hover, HOVERED, bar) };

          for (guint j = 0; j < G_N_ELEMENTS (papers); j++)
            {
              assert_contrast ("text on a bar", p->text, papers[j], 4.5);
              assert_contrast ("ring of the focus", p->text, papers[j], 3);
            }
          assert_contrast ("ring of the selection", p->selection, bar, 3);
          /* Nothing is selected on printed paper. */
          if (i != TL_THEME_PRINT)
            assert_contrast ("kind on what is selected", p->kind[k],
                             blend (p->selection, CHOSEN, p->background), 3);
        }
      assert_contrast ("outline of a cluster", p->text_muted, p->axis, 3);
      /* One ring in the other: their colours need not tell them apart, they
       * are of another form; but each is to be seen beside the other. */
      assert_contrast ("focus beside selection", p->background, p->text, 7);
    }
}

static double
linearize (double channel)
{
  return channel <= 0.04045 ? channel / 12.92
                            : pow ((channel + 0.055) / 1.055, 2.4);
}

static double
curve (double t)
{
  return t > 0.008856 ? cbrt (t) : 7.787 * t + 16.0 / 116;
}

/* CIE 1976 L*a*b*. */
static void
get_lab (TlColor color, double lab[3])
{
  double r = linearize ((double)color.red);
  double g = linearize ((double)color.green);
  double b = linearize ((double)color.blue);
  double x = curve ((0.4124 * r + 0.3576 * g + 0.1805 * b) / 0.95047);
  double y = curve (0.2126 * r + 0.7152 * g + 0.0722 * b);
  double z = curve ((0.0193 * r + 0.1192 * g + 0.9505 * b) / 1.08883);

  lab[0] = 116 * y - 16;
  lab[1] = 500 * (x - y);
  lab[2] = 200 * (y - z);
}

static double
get_difference (TlColor a, TlColor b)
{
  double lab_a[3], lab_b[3];

  get_lab (a, lab_a);
  get_lab (b, lab_b);
  return sqrt (pow (lab_a[0] - lab_b[0], 2) + pow (lab_a[1] - lab_b[1], 2) +
               pow (lab_a[2] - lab_b[2], 2));
}

/* 2.3 is just noticeable; these are told apart at a glance. */
static void
test_kinds_differ (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (themes); i++)
    {
      const TlPalette *p = get_palette (i);

      for (guint a = 0; a < TL_N_KINDS; a++)
        {
          g_assert_cmpfloat (get_difference (p->kind[a], p->expiration), >, 20);
          for (guint b = 0; b < a; b++)
            g_assert_cmpfloat (get_difference (p->kind[a], p->kind[b]), >, 25);
        }
    }
}

static void
test_kinds_gray (void)
{
  const TlPalette *p = tl_palette_get (TL_THEME_PRINT);

  for (guint a = 0; a < TL_N_KINDS; a++)
    for (guint b = 0; b < a; b++)
      {
        double lab_a[3], lab_b[3];

        get_lab (p->kind[a], lab_a);
        get_lab (p->kind[b], lab_b);
        g_assert_cmpfloat (fabs (lab_a[0] - lab_b[0]), >, 5);
      }
}

static void
test_color_hex (void)
{
  const struct
  {
    TlColor     color;
    const char *hex;
  } cases[] = {
    { { 0, 0, 0, 1 }, "#000000" },
    { { 1, 1, 1, 0.2f }, "#ffffff" },
    { { 0.5f, 0.25f, 2, 1 }, "#8040ff" },
    { { -1, 1, 0.999f, 1 }, "#00ffff" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *hex = tl_color_to_hex (cases[i].color);

      g_assert_cmpstr (hex, ==, cases[i].hex);
    }
  for (int i = 0; i < 256; i++)
    {
      g_autofree char *hex = tl_color_to_hex (make_gray (i));
      g_autofree char *wanted = g_strdup_printf ("#%02x%02x%02x", i, i, i);

      g_assert_cmpstr (hex, ==, wanted);
    }
}

static void
test_color_alpha (void)
{
  TlColor color = make_gray (10);

  assert_near ((double)tl_color_with_alpha (color, 0.25).alpha, 0.25, 1e-6);
  assert_near ((double)tl_color_with_alpha (color, 7).alpha, 1, 1e-6);
  assert_near ((double)tl_color_with_alpha (color, -7).alpha, 0, 1e-6);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/tl/palette/theme-from-nick/unknown", test_nick_unknown);
  g_test_add_func ("/tl/palette/contrast/known", test_contrast_known);
  g_test_add_func ("/tl/palette/contrast/themes", test_contrast_themes);
  g_test_add_func ("/tl/palette/contrast/laid-over", test_contrast_laid_over);
  g_test_add_func ("/tl/palette/kinds/differ", test_kinds_differ);
  g_test_add_func ("/tl/palette/kinds/gray", test_kinds_gray);
  g_test_add_func ("/tl/palette/color-to-hex/table", test_color_hex);
  g_test_add_func ("/tl/palette/dim/faint", test_dim);
  g_test_add_func ("/tl/palette/color-with-alpha/clamped", test_color_alpha);
  return g_test_run ();
}
