/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-palette.h"

#include <math.h>
#include <string.h>

/* The four themes. Every value was chosen for its contrast (the tests compute
 * it) and its lightness: kinds that meet in one picture differ in hue and, as
 * far as eight values can, in lightness, so that they stay apart for people who
 * see fewer colours. In print the eight form a ladder of greys. */

#define CHANNEL(hex, shift) ((float)(((hex) >> (shift)) & 0xff) / 255.0f)
#define RGB(hex)                                                               \
  {                                                                            \
    CHANNEL (hex, 16), CHANNEL (hex, 8), CHANNEL (hex, 0), 1.0f                \
  }

/* What is left of a colour that is dimmed. */
#define DIM_MARK 0.42f
#define DIM_TEXT 0.55f

static const char *const theme_nicks[] = {
  [TL_THEME_LIGHT] = "light",
  [TL_THEME_DARK] = "dark",
  [TL_THEME_HIGH_CONTRAST] = "high-contrast",
  [TL_THEME_PRINT] = "print",
};

static const TlPalette palettes[] = {
  [TL_THEME_LIGHT] = {
    .background = RGB (0xffffff),
    .axis = RGB (0xfafafb),
    .text = RGB (0x1e1e22),
    .text_muted = RGB (0x65656d),
    .line = RGB (0xd9d9de),
    .grid = RGB (0xefeff2),
    .shortened = RGB (0xc4c4cc),
    .kind = {
      [TL_KIND_TALK] = RGB (0x1c71d8),
      [TL_KIND_STATEMENT] = RGB (0x7a3fae),
      [TL_KIND_TEST] = RGB (0xd05a00),
      [TL_KIND_INCIDENT] = RGB (0x99144b),
      [TL_KIND_DEPLOYMENT] = RGB (0x00848c),
      [TL_KIND_AID] = RGB (0x31994f),
      [TL_KIND_OTHER] = RGB (0x525a68),
      [TL_KIND_TREATY] = RGB (0x76502f),
    },
    .kind_text = {
      [TL_KIND_TALK] = RGB (0x1a5fb4),
      [TL_KIND_STATEMENT] = RGB (0x6b379b),
      [TL_KIND_TEST] = RGB (0xa04400),
      [TL_KIND_INCIDENT] = RGB (0x8f1246),
      [TL_KIND_DEPLOYMENT] = RGB (0x006b72),
      [TL_KIND_AID] = RGB (0x22703a),
      [TL_KIND_OTHER] = RGB (0x4a5260),
      [TL_KIND_TREATY] = RGB (0x6a4729),
    },
    .expiration = RGB (0xc01c28),
    .on_expiration = RGB (0xffffff),
    .today = RGB (0x1a5fb4),
    .contested = RGB (0xa81d2a),
    .selection = RGB (0x1c71d8),
    .hover = RGB (0x62a0ea),
    .match = RGB (0xfdf3b4),
    .match_line = RGB (0x8a6d00),
  },
  [TL_THEME_DARK] = {
    .background = RGB (0x1e1e20),
    .axis = RGB (0x262629),
    .text = RGB (0xf2f2f4),
    .text_muted = RGB (0xa9a9b2),
    .line = RGB (0x3c3c40),
    .grid = RGB (0x2b2b2e),
    .shortened = RGB (0x55555c),
    .kind = {
      [TL_KIND_TALK] = RGB (0x5a9cf0),
      [TL_KIND_STATEMENT] = RGB (0xc094ee),
      [TL_KIND_TEST] = RGB (0xf5964a),
      [TL_KIND_INCIDENT] = RGB (0xea6398),
      [TL_KIND_DEPLOYMENT] = RGB (0x45c8cc),
      [TL_KIND_AID] = RGB (0x5fd081),
      [TL_KIND_OTHER] = RGB (0x9098a8),
      [TL_KIND_TREATY] = RGB (0xbd9069),
    },
    .kind_text = {
      [TL_KIND_TALK] = RGB (0x82b6f7),
      [TL_KIND_STATEMENT] = RGB (0xcdabf2),
      [TL_KIND_TEST] = RGB (0xf7a464),
      [TL_KIND_INCIDENT] = RGB (0xf58fb4),
      [TL_KIND_DEPLOYMENT] = RGB (0x5fcdd0),
      [TL_KIND_AID] = RGB (0x7bd493),
      [TL_KIND_OTHER] = RGB (0xb0b7c4),
      [TL_KIND_TREATY] = RGB (0xd3b08c),
    },
    .expiration = RGB (0xff5f57),
    .on_expiration = RGB (0x240402),
    .today = RGB (0x78aeed),
    .contested = RGB (0xff938c),
    .selection = RGB (0x62a0ea),
    .hover = RGB (0x99c1f1),
    .match = RGB (0x3d370f),
    .match_line = RGB (0xf6d32d),
  },
  [TL_THEME_HIGH_CONTRAST] = {
    .background = RGB (0xffffff),
    .axis = RGB (0xffffff),
    .text = RGB (0x000000),
    .text_muted = RGB (0x3a3a40),
    .line = RGB (0x000000),
    .grid = RGB (0xb4b4ba),
    .shortened = RGB (0x8a8a92),
    .kind = {
      [TL_KIND_TALK] = RGB (0x0047b3),
      [TL_KIND_STATEMENT] = RGB (0x5b1a94),
      [TL_KIND_TEST] = RGB (0xb34700),
      [TL_KIND_INCIDENT] = RGB (0x80003a),
      [TL_KIND_DEPLOYMENT] = RGB (0x00686f),
      [TL_KIND_AID] = RGB (0x127a30),
      [TL_KIND_OTHER] = RGB (0x30353f),
      [TL_KIND_TREATY] = RGB (0x5e3b1c),
    },
    .kind_text = {
      [TL_KIND_TALK] = RGB (0x003f9e),
      [TL_KIND_STATEMENT] = RGB (0x55178b),
      [TL_KIND_TEST] = RGB (0x853000),
      [TL_KIND_INCIDENT] = RGB (0x7a0037),
      [TL_KIND_DEPLOYMENT] = RGB (0x00545a),
      [TL_KIND_AID] = RGB (0x0c5520),
      [TL_KIND_OTHER] = RGB (0x30353f),
      [TL_KIND_TREATY] = RGB (0x573619),
    },
    .expiration = RGB (0xb30000),
    .on_expiration = RGB (0xffffff),
    .today = RGB (0x003c8f),
    .contested = RGB (0x8c0f1a),
    .selection = RGB (0x0039a6),
    .hover = RGB (0x1c71d8),
    .match = RGB (0xfff3a0),
    .match_line = RGB (0x000000),
  },
  [TL_THEME_PRINT] = {
    .background = RGB (0xffffff),
    .axis = RGB (0xffffff),
    .text = RGB (0x000000),
    .text_muted = RGB (0x55555b),
    .line = RGB (0x9a9aa0),
    .grid = RGB (0xdedee2),
    .shortened = RGB (0xc0c0c8),
    .kind = {
      [TL_KIND_TALK] = RGB (0x1a60b0),
      [TL_KIND_STATEMENT] = RGB (0x43187a),
      [TL_KIND_TEST] = RGB (0xc65f00),
      [TL_KIND_INCIDENT] = RGB (0x7d103a),
      [TL_KIND_DEPLOYMENT] = RGB (0x0d7b82),
      [TL_KIND_AID] = RGB (0x3f9b53),
      [TL_KIND_OTHER] = RGB (0x151a22),
      [TL_KIND_TREATY] = RGB (0x744a26),
    },
    .kind_text = {
      [TL_KIND_TALK] = RGB (0x1a5da9),
      [TL_KIND_STATEMENT] = RGB (0x43187a),
      [TL_KIND_TEST] = RGB (0x9c4a00),
      [TL_KIND_INCIDENT] = RGB (0x7d103a),
      [TL_KIND_DEPLOYMENT] = RGB (0x00686e),
      [TL_KIND_AID] = RGB (0x2a7038),
      [TL_KIND_OTHER] = RGB (0x151a22),
      [TL_KIND_TREATY] = RGB (0x6b4423),
    },
    .expiration = RGB (0xb8101e),
    .on_expiration = RGB (0xffffff),
    .today = RGB (0x1a5da9),
    .contested = RGB (0x9a1220),
    .selection = RGB (0x1a60b0),
    .hover = RGB (0x1a60b0),
    .match = RGB (0xf4f4f4),
    .match_line = RGB (0x000000),
  },
};

static double
linearize (double channel)
{
  return channel <= 0.04045 ? channel / 12.92
                            : pow ((channel + 0.055) / 1.055, 2.4);
}

static double
get_luminance (TlColor color)
{
  return 0.2126 * linearize ((double)color.red) +
         0.7152 * linearize ((double)color.green) +
         0.0722 * linearize ((double)color.blue);
}

static guint
get_byte (float channel)
{
  return (guint)lround ((double)CLAMP (channel, 0.0f, 1.0f) * 255.0);
}

gboolean
tl_theme_from_nick (const char *nick, TlTheme *theme)
{
  g_return_val_if_fail (nick != NULL, FALSE);

  for (guint i = 0; i < G_N_ELEMENTS (theme_nicks); i++)
    if (strcmp (nick, theme_nicks[i]) == 0)
      {
        *theme = (TlTheme)i;
        return TRUE;
      }
  return FALSE;
}

const char *
tl_theme_to_nick (TlTheme theme)
{
  g_return_val_if_fail ((guint)theme < G_N_ELEMENTS (theme_nicks), NULL);

  return theme_nicks[theme];
}

const TlPalette *
tl_palette_get (TlTheme theme)
{
  g_return_val_if_fail ((guint)theme < G_N_ELEMENTS (palettes), &palettes[0]);

  return &palettes[theme];
}

TlColor
tl_color_blend (TlColor fg, TlColor bg)
{
  float a = fg.alpha;

  return (TlColor){ .red = fg.red * a + bg.red * (1 - a),
                    .green = fg.green * a + bg.green * (1 - a),
                    .blue = fg.blue * a + bg.blue * (1 - a),
                    .alpha = 1 };
}

static void
dim (TlColor *color, float share, TlColor paper)
{
  *color = tl_color_blend (tl_color_with_alpha (*color, (double)share), paper);
}

TlPalette
tl_palette_dim (const TlPalette *palette)
{
  TlPalette faint = *palette;
  TlColor   paper = palette->background;

  dim (&faint.text, DIM_TEXT, paper);
  dim (&faint.text_muted, DIM_TEXT, paper);
  dim (&faint.contested, DIM_TEXT, paper);
  dim (&faint.expiration, DIM_MARK, paper);
  dim (&faint.selection, DIM_MARK, paper);
  for (guint i = 0; i < TL_N_KINDS; i++)
    {
      dim (&faint.kind[i], DIM_MARK, paper);
      dim (&faint.kind_text[i], DIM_TEXT, paper);
    }
  return faint;
}

TlColor
tl_color_with_alpha (TlColor color, double alpha)
{
  color.alpha = (float)CLAMP (alpha, 0.0, 1.0);
  return color;
}

double
tl_color_contrast (TlColor fg, TlColor bg)
{
  double a = get_luminance (tl_color_blend (fg, bg));
  double b = get_luminance (bg);

  return (MAX (a, b) + 0.05) / (MIN (a, b) + 0.05);
}

void
tl_color_write_hex (TlColor color, char hex[TL_COLOR_HEX_SIZE])
{
  static const char digits[] = "0123456789abcdef";
  const float       channels[] = { color.red, color.green, color.blue };

  *hex++ = '#';
  for (guint i = 0; i < G_N_ELEMENTS (channels); i++)
    {
      guint byte = get_byte (channels[i]);

      *hex++ = digits[byte >> 4];
      *hex++ = digits[byte & 15];
    }
  *hex = '\0';
}

char *
tl_color_to_hex (TlColor color)
{
  char hex[TL_COLOR_HEX_SIZE];

  tl_color_write_hex (color, hex);
  return g_strdup (hex);
}
