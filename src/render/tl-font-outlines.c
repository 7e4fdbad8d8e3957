/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-font-outlines.h"

#include <hb-ot.h>

gboolean
tl_font_has_outlines (PangoFont *font)
{
  hb_face_t *face;

  if (font == NULL)
    return FALSE;
  face = hb_font_get_face (pango_font_get_hb_font (font));
  return !hb_ot_color_has_png (face) && !hb_ot_color_has_layers (face) &&
         !hb_ot_color_has_svg (face);
}
