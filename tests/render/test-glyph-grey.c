/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "render-fixture.h"

#include "tl-glyph.h"

/* No information by colour alone: on grey paper prints the kinds and states
 * are told apart, by the palette for print and even with one ink for all. */

#define SIZE 14.0
#define PAPER 24.0
#define SCALE 4.0
#define SIDE 96 /* pixels: PAPER × SCALE */
/* A pixel that differs by this much of 255 is seen to differ: next to white
 * that is 9 steps of lightness (CIE L*), where 2.3 are just noticed … */
#define SEEN 24
/* … and so many of a hundred pixels of the glyph have to. */
#define LEAST_PERCENT 8.0

static const TlGlyphLook looks[] = { TL_GLYPH_SOLID, TL_GLYPH_HOLLOW,
                                     TL_GLYPH_DASHED, TL_GLYPH_TINTED,
                                     TL_GLYPH_STRUCK };
static const char *const look_names[] = { "solid", "hollow", "dashed", "tinted",
                                          "struck" };

/* A mark as it is drawn: which kind, which state. */
typedef struct
{
  TlKind      kind;
  TlGlyphLook look;
  gboolean    split;
  guint8     *grey; /* SIDE × SIDE */
} Drawn;

static guint8
to_grey (guint32 pixel)
{
  double red = (pixel >> 16) & 0xff;
  double green = (pixel >> 8) & 0xff;
  double blue = pixel & 0xff;

  return (guint8)(0.2126 * red + 0.7152 * green + 0.0722 * blue + 0.5);
}

static guint8 *
draw_grey (TlKind kind, TlGlyphLook look, gboolean split, TlColor ink)
{
  const TlPalette *palette = tl_palette_get (TL_THEME_PRINT);
  g_autoptr (TlTextMeasurer) measurer = tl_text_measurer_new (NULL);
  g_autoptr (TlScene) scene = tl_scene_new (PAPER, PAPER);
  guint8          *grey = g_malloc (SIDE * SIDE);
  cairo_surface_t *surface;

  tl_scene_add_rect (scene, (TlRect){ 0, 0, PAPER, PAPER }, 0,
                     tl_paint_color (palette->background), tl_stroke_none ());
  tl_glyph_add (scene, kind, look, split, PAPER / 2, PAPER / 2, SIZE, ink,
                palette->background);
  surface = draw_scene (scene, measurer, SCALE);
  for (int y = 0; y < SIDE; y++)
    for (int x = 0; x < SIDE; x++)
      grey[y * SIDE + x] = to_grey (get_rgb (surface, x, y));
  cairo_surface_destroy (surface);
  return grey;
}

/* Of the pixels that either of them inks, how many are seen to differ. */
static double
get_percent_different (const Drawn *a, const Drawn *b)
{
  guint inked = 0;
  guint different = 0;

  for (int i = 0; i < SIDE * SIDE; i++)
    {
      if (a->grey[i] > 255 - SEEN && b->grey[i] > 255 - SEEN)
        continue;
      inked++;
      if (ABS (a->grey[i] - b->grey[i]) >= SEEN)
        different++;
    }
  return inked > 0 ? 100.0 * different / inked : 0;
}

static void
clear_drawn (gpointer data)
{
  g_free (((Drawn *)data)->grey);
}

/* every kind in every state; ink: NULL for that of the kind in print */
static GArray *
draw_all (const TlColor *ink)
{
  const TlPalette *palette = tl_palette_get (TL_THEME_PRINT);
  GArray          *all = g_array_new (FALSE, FALSE, sizeof (Drawn));

  g_array_set_clear_func (all, clear_drawn);
  for (guint kind = 0; kind < TL_N_KINDS; kind++)
    for (guint look = 0; look < G_N_ELEMENTS (looks); look++)
      for (guint split = 0; split < 2; split++)
        {
          Drawn drawn = { (TlKind)kind, looks[look], split == 1, NULL };

          drawn.grey = draw_grey (drawn.kind, drawn.look, drawn.split,
                                  ink != NULL ? *ink : palette->kind[kind]);
          g_array_append_val (all, drawn);
        }
  return all;
}

static void
assert_all_differ (const GArray *all)
{
  double least = 100;

  for (guint i = 0; i < all->len; i++)
    for (guint j = 0; j < i; j++)
      {
        const Drawn *a = &g_array_index (all, Drawn, i);
        const Drawn *b = &g_array_index (all, Drawn, j);
        double       percent = get_percent_different (a, b);

        least = MIN (least, percent);
        if (percent < LEAST_PERCENT)
          g_error ("%s %s%s and %s %s%s differ in only %.1f %% of the pixels",
                   tl_kind_to_nick (a->kind), look_names[a->look],
                   a->split ? " contested" : "", tl_kind_to_nick (b->kind),
                   look_names[b->look], b->split ? " contested" : "", percent);
      }
  g_test_message ("the nearest differ in %.1f %%", least);
}

static void
test_print (void)
{
  g_autoptr (GArray) all = draw_all (NULL);

  assert_all_differ (all);
}

static void
test_one_ink (void)
{
  g_autoptr (GArray) all = draw_all (&tl_palette_get (TL_THEME_PRINT)->text);

  assert_all_differ (all);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/tl/glyph/grey/print", test_print);
  g_test_add_func ("/tl/glyph/grey/one-ink", test_one_ink);
  return g_test_run ();
}
