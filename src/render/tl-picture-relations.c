/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-picture-relations.h"

#include <glib/gi18n.h>

#define NOTE_MARGIN 8.0

static void
add_note (TlPainter     painter,
          const TlView *view,
          TlRect        lanes,
          guint         n_hidden,
          TlScene      *scene)
{
  g_autofree char *count = tl_date_formatter_format_count (
      tl_layout_get_formatter (view->layout), n_hidden);
  g_autofree char *text = g_strdup_printf (
      /* Translators: in a corner of a picture; %s is the number of relations
       * (arrows between records) that are not drawn. */
      ngettext ("%s more relation is not drawn",
                "%s more relations are not drawn", n_hidden),
      count);
  g_autoptr (TlScene) note = tl_painter_paint_note (painter, text, 1);
  double width = tl_scene_get_width (note);

  tl_scene_append (
      scene, note,
      painter.right_to_left ? lanes.x + lanes.width - width - NOTE_MARGIN
                            : lanes.x + NOTE_MARGIN,
      lanes.y + lanes.height - tl_scene_get_height (note) - NOTE_MARGIN);
}

void
tl_picture_add_relations (TlPainter     painter,
                          const TlView *view,
                          TlRect        lanes,
                          TlScene      *scene)
{
  g_autoptr (TlCurves) curves =
      tl_curves_new (view, TL_NONE, TL_PICTURE_MAX_CURVES);
  g_autoptr (TlScene) part =
      tl_painter_paint_curves (painter, view, curves, FALSE);

  tl_scene_begin_clip (scene, lanes);
  tl_scene_append (scene, part, lanes.x, lanes.y);
  tl_scene_end_clip (scene);
  if (curves->n_hidden > 0)
    add_note (painter, view, lanes, curves->n_hidden, scene);
}
