/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-painter-private.h"

#include "tl-search-match.h"

/* Marks what is looked for: a halo with an edge behind the glyph, and behind
 * the words of the label that a search found some colour with a line under
 * them, so that they are seen without colours, too. */

#define HALO_SIZE 21.0
#define HALO_RADIUS 6.0
#define HALO_LINE 1.2
/* Of the colour behind words, above and below their baseline. */
#define WORDS_ASCENT 11.5
#define WORDS_DESCENT 3.5

TlRect
tl_painter_place_label (TlPainter     painter,
                        const TlView *view,
                        const TlMark *mark,
                        const char   *text,
                        TlFontRole    font,
                        char        **cut)
{
  double zoom = tl_layout_get_zoom (view->layout);
  TlRect line = mark->label;

  *cut = tl_text_measurer_ellipsize (painter.measurer, text, font, zoom,
                                     mark->label.width);
  line.width = tl_text_measurer_measure_scaled (painter.measurer, *cut, font,
                                                zoom, FALSE);
  if (mark->label.x + mark->label.width / 2 < mark->glyph_x)
    line.x += mark->label.width - line.width;
  return line;
}

double
tl_painter_get_label_baseline (const TlView *view, const TlMark *mark)
{
  double zoom = tl_layout_get_zoom (view->layout);

  return mark->y + (tl_layout_has_two_lines (view->layout) ? -2.2 : 4.2) * zoom;
}

static void
add_words (TlPainter     painter,
           TlScene      *scene,
           const TlView *view,
           TlRect        words,
           double        baseline)
{
  double zoom = tl_layout_get_zoom (view->layout);
  double bottom = baseline + WORDS_DESCENT * zoom;

  words.y = baseline - WORDS_ASCENT * zoom;
  words.height = bottom - words.y;
  tl_scene_add_rect (scene, words, 0, tl_paint_color (painter.palette->match),
                     tl_stroke_none ());
  tl_scene_add_line (
      scene, words.x, bottom, words.x + words.width, bottom,
      tl_stroke (painter.palette->match_line, TL_MATCH_LINE * zoom));
}

/* What was found elsewhere in the record is not in its label. */
static void
add_found_words (TlPainter     painter,
                 TlScene      *scene,
                 const TlView *view,
                 const TlMark *mark)
{
  g_autofree char        *cut = NULL;
  g_autofree TlTextRange *ranges = NULL;
  double                  zoom = tl_layout_get_zoom (view->layout);
  TlRect                  place = tl_painter_place_label (
                       painter, view, mark, tl_layout_get_label (view->layout, mark->index),
                       TL_FONT_LABEL, &cut);
  guint n = tl_search_find_matches (tl_marking_get_search (painter.marking),
                                    cut, &ranges);
  const TlTextLine *line;

  if (n == 0)
    return;
  line = tl_text_measurer_get_line (painter.measurer, cut, TL_FONT_LABEL, zoom,
                                    FALSE);
  for (guint i = 0; i < n; i++)
    {
      g_autoptr (GArray) stretches =
          tl_text_line_list_stretches (line, ranges[i].start, ranges[i].end);

      for (guint j = 0; j < stretches->len; j++)
        {
          TlTextStretch stretch = g_array_index (stretches, TlTextStretch, j);

          add_words (painter, scene, view,
                     (TlRect){ place.x + stretch.x, 0, stretch.width, 0 },
                     tl_painter_get_label_baseline (view, mark));
        }
    }
}

void
tl_painter_add_match (TlPainter     painter,
                      TlScene      *scene,
                      const TlView *view,
                      const TlMark *mark)
{
  double zoom = tl_layout_get_zoom (view->layout);
  double size = HALO_SIZE * zoom;
  TlRect halo = { mark->glyph_x - size / 2, mark->y - size / 2, size, size };

  if (mark->label_place != TL_LABEL_NONE)
    add_found_words (painter, scene, view, mark);
  tl_scene_add_rect (scene, halo, HALO_RADIUS * zoom,
                     tl_paint_color (painter.palette->match),
                     tl_stroke (painter.palette->match_line, HALO_LINE * zoom));
}
