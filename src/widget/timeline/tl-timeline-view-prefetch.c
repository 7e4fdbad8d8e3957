/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-timeline-view-private.h"

#include <math.h>

/* Whoever zooms goes on zooming: while nothing else is to be done, the next
 * level of the zoom is decided, a little at a time, so that the frame that
 * shows it first does not have to. */

/* Of the ladder of levels. */
#define LEVEL 1.1892071150027210667 /* 2^¼ */
#define PIECES_AT_ONCE 4
/* Beside what is seen, in pixels: nobody knows where the zoom has its centre,
 * and marks reach into the picture. */
#define BESIDE 480.0

static gboolean
prefetch_cb (gpointer data)
{
  TlTimelineView *self = data;

  if (self->layout != NULL && self->view != NULL &&
      tl_layout_prefetch (self->layout, self->next_scale, self->view->y0,
                          self->view->y1, PIECES_AT_ONCE))
    return G_SOURCE_CONTINUE;
  self->prefetch_id = 0;
  return G_SOURCE_REMOVE;
}

/* After the view was zoomed; from: how large a unit was before. */
void
tl_timeline_view_prefetch (TlTimelineView *self, double from)
{
  TlScale scale = self->view->scale;
  double  factor = scale.px_per_unit > from ? LEVEL : 1 / LEVEL;

  scale = tl_scale_zoom_at (scale, scale.width / 2, factor);
  scale.origin -= BESIDE / scale.px_per_unit;
  scale.width += 2 * BESIDE;
  self->next_scale = scale;
  if (self->prefetch_id == 0)
    self->prefetch_id =
        g_idle_add_full (G_PRIORITY_LOW, prefetch_cb, self, NULL);
}

/* What was zoomed is no more. */
void
tl_timeline_view_stop_prefetch (TlTimelineView *self)
{
  g_clear_handle_id (&self->prefetch_id, g_source_remove);
}
