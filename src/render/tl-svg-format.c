/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-svg-format.h"

#include "tl-clean-text.h"

#include <math.h>
#include <string.h>

/* Digits are written by hand: a picture has many numbers, and what a locale
 * says about them must not matter. */
void
tl_svg_append_number (GString *out, double value, guint decimals)
{
  static const guint64 powers[] = { 1, 10, 100, 1000, 10000 };
  char                 text[32];
  char                *start = text + sizeof text;
  gint64               scaled;
  guint64              rest;
  guint                n_decimals = decimals;

  g_return_if_fail (decimals < G_N_ELEMENTS (powers));

  scaled = llround (value * (double)powers[decimals]);
  rest = (guint64)ABS (scaled);
  for (; n_decimals > 0 && rest % 10 == 0; n_decimals--)
    rest /= 10;
  for (guint i = 0; i < n_decimals; i++, rest /= 10)
    *--start = (char)('0' + rest % 10);
  if (n_decimals > 0)
    *--start = '.';
  do
    *--start = (char)('0' + rest % 10);
  while ((rest /= 10) > 0);
  if (scaled < 0)
    *--start = '-';
  g_string_append_len (out, start, text + sizeof text - start);
}

static void
begin_attribute (GString *out, const char *name)
{
  g_string_append_c (out, ' ');
  g_string_append (out, name);
  g_string_append (out, "=\"");
}

void
tl_svg_append_number_attribute (GString *out, const char *name, double value)
{
  begin_attribute (out, name);
  tl_svg_append_number (out, value, 2);
  g_string_append_c (out, '"');
}

static const char *
get_entity (char c)
{
  switch (c)
    {
    case '&':
      return "&amp;";
    case '<':
      return "&lt;";
    case '>':
      return "&gt;";
    default:
      return "&quot;";
    }
}

void
tl_svg_append_escaped (GString *out, const char *text)
{
  g_autofree char *cleaned = NULL;

  if (!tl_clean_text_is_clean (text, 0))
    text = cleaned = tl_clean_text (text, 0);
  for (;;)
    {
      gsize plain = strcspn (text, "&<>\"");

      g_string_append_len (out, text, (gssize)plain);
      text += plain;
      if (*text == '\0')
        return;
      g_string_append (out, get_entity (*text++));
    }
}

void
tl_svg_append_element (GString *out, const char *name, const char *text)
{
  if (text == NULL || *text == '\0')
    return;
  g_string_append_printf (out, "<%s>", name);
  tl_svg_append_escaped (out, text);
  g_string_append_printf (out, "</%s>\n", name);
}

void
tl_svg_append_color (GString *out, TlColor color)
{
  char hex[TL_COLOR_HEX_SIZE];

  tl_color_write_hex (color, hex);
  g_string_append (out, hex);
}

void
tl_svg_append_color_attribute (GString *out, const char *name, TlColor color)
{
  begin_attribute (out, name);
  tl_svg_append_color (out, color);
  g_string_append_c (out, '"');
  if (color.alpha >= 1.0f)
    return;
  g_string_append_c (out, ' ');
  g_string_append (out, name);
  g_string_append (out, "-opacity=\"");
  tl_svg_append_number (out, (double)color.alpha, 3);
  g_string_append_c (out, '"');
}
