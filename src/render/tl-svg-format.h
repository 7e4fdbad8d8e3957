/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tl-palette.h"

G_BEGIN_DECLS

/* Pieces of SVG; every one appends to out and is independent of the locale. */

/* At most decimals (0–4) decimals, no zeros at the end, never "-0". */
void tl_svg_append_number (GString *out, double value, guint decimals);
/* ' name="12.5"', two decimals. */
void
tl_svg_append_number_attribute (GString *out, const char *name, double value);
/* As content or as the value of an attribute in double quotes. What XML 1.0
 * forbids is left out; invalid UTF-8 becomes U+FFFD. */
void tl_svg_append_escaped (GString *out, const char *text);
/* "<name>text</name>\n"; nothing for a %NULL or empty text. */
void tl_svg_append_element (GString *out, const char *name, const char *text);
/* "#1c71d8". */
void tl_svg_append_color (GString *out, TlColor color);
/* ' name="#1c71d8"', and ' name-opacity="0.5"' where the colour is not
 * opaque. */
void
tl_svg_append_color_attribute (GString *out, const char *name, TlColor color);

G_END_DECLS
