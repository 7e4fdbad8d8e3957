/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-svg-format.h"

#include "tl-clean-text.h"

#include <math.h>

void
tl_svg_append_number (GString *out, double value, guint decimals)
{
  static const gint64 powers[] = { 1, 10, 100, 1000, 10000 };
  gint64              scaled;
  gint64              rest;

  g_return_if_fail (decimals < G_N_ELEMENTS (powers));

  scaled = llround (value * (double)powers[decimals]);
  if (scaled < 0)
    g_string_append_c (out, '-');
  scaled = ABS (scaled);
  g_string_append_printf (out, "%" G_GINT64_FORMAT, scaled / powers[decimals]);
  rest = scaled % powers[decimals];
  if (rest == 0)
    return;
  for (; rest % 10 == 0; decimals--)
    rest /= 10;
  g_string_append_printf (out, ".%0*" G_GINT64_FORMAT, (int)decimals, rest);
}

void
tl_svg_append_number_attribute (GString *out, const char *name, double value)
{
  g_string_append_printf (out, " %s=\"", name);
  tl_svg_append_number (out, value, 2);
  g_string_append_c (out, '"');
}

void
tl_svg_append_escaped (GString *out, const char *text)
{
  g_autofree char *cleaned = NULL;

  if (!tl_clean_text_is_clean (text, 0))
    text = cleaned = tl_clean_text (text, 0);
  for (const char *p = text; *p != '\0'; p++)
    switch (*p)
      {
      case '&':
        g_string_append (out, "&amp;");
        break;
      case '<':
        g_string_append (out, "&lt;");
        break;
      case '>':
        g_string_append (out, "&gt;");
        break;
      case '"':
        g_string_append (out, "&quot;");
        break;
      default:
        g_string_append_c (out, *p);
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
tl_svg_append_color_attribute (GString *out, const char *name, TlColor color)
{
  g_autofree char *hex = tl_color_to_hex (color);

  g_string_append_printf (out, " %s=\"%s\"", name, hex);
  if (color.alpha >= 1.0f)
    return;
  g_string_append_printf (out, " %s-opacity=\"", name);
  tl_svg_append_number (out, (double)color.alpha, 3);
  g_string_append_c (out, '"');
}
