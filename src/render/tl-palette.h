/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tl-vocabulary.h"

G_BEGIN_DECLS

/* Components 0–1, not premultiplied. */
typedef struct
{
  float red;
  float green;
  float blue;
  float alpha;
} TlColor;

typedef enum
{
  TL_THEME_LIGHT,
  TL_THEME_DARK,
  TL_THEME_HIGH_CONTRAST,
  TL_THEME_PRINT, /* white paper; kinds stay distinct in grey */
} TlTheme;

gboolean    tl_theme_from_nick (const char *nick, TlTheme *theme);
const char *tl_theme_to_nick (TlTheme theme);

/**
 * TlPalette:
 *
 * Every colour of the picture. A plain value that is handed down; there are
 * no other colours. Text on @background and @axis, also where a span is
 * shortened, has at least 4.5:1 contrast, marks at least 3:1 (WCAG 2.2).
 */
typedef struct
{
  TlColor background; /* paper of the lanes */
  TlColor axis;       /* paper of axis and headings */
  TlColor text;
  TlColor text_muted; /* dates, minor ticks */
  TlColor line;       /* between groups, under the axis */
  TlColor grid;       /* tick lines */
  TlColor shortened;  /* laid over the paper of shortened spans, up to 0.2 */
  TlColor kind[TL_N_KINDS];
  TlColor kind_text[TL_N_KINDS]; /* the kind's colour, legible as text */
  TlColor expiration;
  TlColor on_expiration;
  TlColor today;
  TlColor contested; /* text that warns: "alleged · denied" */
  TlColor selection;
  TlColor hover;
  TlColor match;      /* paper behind what is looked for */
  TlColor match_line; /* around and under it */
} TlPalette;

const TlPalette *tl_palette_get (TlTheme theme);
/* The same with everything nearer to the paper of the lanes, for what is not
 * looked for: faint, but its shape can still be made out. */
TlPalette tl_palette_dim (const TlPalette *palette);
/* What is seen of fg with its alpha on bg, which has none. */
TlColor tl_color_blend (TlColor fg, TlColor bg);
TlColor tl_color_with_alpha (TlColor color, double alpha);
/* WCAG 2.2 contrast ratio, 1–21; alpha of fg is blended on bg. */
double tl_color_contrast (TlColor fg, TlColor bg);
#define TL_COLOR_HEX_SIZE 8
/* "#rrggbb" */
void tl_color_write_hex (TlColor color, char hex[TL_COLOR_HEX_SIZE]);
/* The same. (transfer full) */
char *tl_color_to_hex (TlColor color);

G_END_DECLS
