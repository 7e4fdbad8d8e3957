/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-relation-layer.h"

#include <float.h>
#include <glib/gi18n.h>
#include <math.h>

#define COLUMN_WIDTH 577.0
/* More curves than these tell nothing. */
#define MAX_CURVES 150
#define NOTE_MARGIN 8.0

/* What a drawing depends on, beside layout and colours: whoever changes those
 * clears the layer. */
typedef struct
{
  TlRelationsShown shown;
  guint            record;
  gint64           first; /* columns */
  gint64           last;
  double           y0;
  double           y1;
} Key;

struct _TlRelationLayer
{
  gboolean       is_there;
  Key            key;
  GskRenderNode *node; /* nullable: nothing is there */
  GskRenderNode *note; /* nullable: all relations are drawn */
  double         note_width;
  double         note_height;
  gboolean       right_to_left;
  guint          n_painted;
};

static gboolean
is_same (double a, double b)
{
  return G_APPROX_VALUE (a, b, DBL_MIN);
}

static gboolean
is_same_key (const Key *a, const Key *b)
{
  return a->shown == b->shown && a->record == b->record &&
         a->first == b->first && a->last == b->last && is_same (a->y0, b->y0) &&
         is_same (a->y1, b->y1);
}

/* Where the picture begins, in pixels of the axis. */
static double
get_start (TlScale scale)
{
  return round (scale.origin * scale.px_per_unit);
}

static Key
make_key (const TlRelationFrame *frame)
{
  double start = get_start (frame->view->scale);
  Key    key = {
       .shown = frame->shown,
       .record = frame->shown == TL_RELATIONS_SELECTED ? frame->record : TL_NONE,
       .first = (gint64)floor (start / COLUMN_WIDTH),
       .last = (gint64)floor ((start + frame->view->scale.width) / COLUMN_WIDTH),
       .y0 = frame->view->y0,
       .y1 = frame->view->y1,
  };

  return key;
}

static gboolean
is_wanted (const TlRelationFrame *frame)
{
  return frame->shown == TL_RELATIONS_ALL ||
         (frame->shown == TL_RELATIONS_SELECTED && frame->record != TL_NONE);
}

/* The left end of the columns, in pixels of the picture. */
static double
get_left (TlScale scale, const Key *key)
{
  double start = get_start (scale);

  return scale.mirrored
             ? start + scale.width - (double)(key->last + 1) * COLUMN_WIDTH
             : (double)key->first * COLUMN_WIDTH - start;
}

static void
drop (TlRelationLayer *self)
{
  g_clear_pointer (&self->node, gsk_render_node_unref);
  g_clear_pointer (&self->note, gsk_render_node_unref);
  self->is_there = FALSE;
}

/* Nothing vanishes silently. */
static void
paint_note (TlRelationLayer *self, const TlRelationFrame *frame, guint n_hidden)
{
  double           zoom = tl_layout_get_zoom (frame->view->layout);
  g_autofree char *count = tl_date_formatter_format_count (
      tl_layout_get_formatter (frame->view->layout), n_hidden);
  g_autofree char *text = g_strdup_printf (
      /* Translators: in a corner of the timeline; %s is the number of relations
       * (arrows between records) that are not drawn. */
      ngettext ("%s more relation: zoom in to see it",
                "%s more relations: zoom in to see them", n_hidden),
      count);
  g_autoptr (TlScene) scene =
      tl_painter_paint_note (frame->painter, text, zoom);

  self->note_width = ceil (tl_scene_get_width (scene));
  self->note_height = ceil (tl_scene_get_height (scene));
  self->note = tl_scene_to_node (
      scene, (TlRect){ 0, 0, self->note_width, self->note_height },
      &frame->options);
}

static void
paint (TlRelationLayer *self, const TlRelationFrame *frame, const Key *key)
{
  TlScale scale = frame->view->scale;
  g_autoptr (TlView) view = NULL;
  g_autoptr (TlCurves) curves = NULL;
  g_autoptr (TlScene) scene = NULL;

  drop (self);
  scale.origin = (double)key->first * COLUMN_WIDTH / scale.px_per_unit;
  scale.width = (double)(key->last + 1 - key->first) * COLUMN_WIDTH;
  view =
      tl_layout_get_view_within (frame->view->layout, scale, key->y0, key->y1);
  curves = tl_curves_new (view, key->record, MAX_CURVES);
  scene = tl_painter_paint_curves (frame->painter, view, curves,
                                   key->shown == TL_RELATIONS_SELECTED);
  if (curves->n_curves > 0)
    self->node = tl_scene_to_node (
        scene, (TlRect){ 0, 0, scale.width, ceil (view->height) },
        &frame->options);
  if (curves->n_hidden > 0)
    paint_note (self, frame, curves->n_hidden);
  self->right_to_left = frame->painter.right_to_left;
  self->key = *key;
  self->is_there = TRUE;
  self->n_painted++;
}

/**
 * tl_relation_layer_new:
 *
 * Returns: (transfer full): a layer without a drawing
 */
TlRelationLayer *
tl_relation_layer_new (void)
{
  return g_new0 (TlRelationLayer, 1);
}

/**
 * tl_relation_layer_free:
 * @self: (nullable) (transfer full): a layer
 *
 * Frees the layer and its drawing.
 */
void
tl_relation_layer_free (TlRelationLayer *self)
{
  if (self == NULL)
    return;
  drop (self);
  g_free (self);
}

/**
 * tl_relation_layer_clear:
 * @self: a layer
 *
 * Drops the drawing: layout, colours or zoom have changed.
 */
void
tl_relation_layer_clear (TlRelationLayer *self)
{
  g_return_if_fail (self != NULL);

  drop (self);
}

/**
 * tl_relation_layer_append:
 * @self: a layer
 * @snapshot: what to draw on; its origin is that of the lanes
 * @frame: what to show
 *
 * Draws the relations that are wanted, if any.
 */
void
tl_relation_layer_append (TlRelationLayer       *self,
                          GtkSnapshot           *snapshot,
                          const TlRelationFrame *frame)
{
  Key key;

  g_return_if_fail (self != NULL);
  g_return_if_fail (frame != NULL && frame->view != NULL);

  if (!is_wanted (frame))
    {
      drop (self);
      return;
    }
  key = make_key (frame);
  if (!self->is_there || !is_same_key (&self->key, &key))
    paint (self, frame, &key);
  tl_append_moved_node (snapshot, self->node,
                        get_left (frame->view->scale, &key), 0);
}

/**
 * tl_relation_layer_append_note:
 * @self: a layer
 * @snapshot: what to draw on
 * @lanes: where the lanes are
 *
 * Says how many relations were not drawn last, if any, at the lower end of the
 * lanes.
 */
void
tl_relation_layer_append_note (TlRelationLayer *self,
                               GtkSnapshot     *snapshot,
                               TlRect           lanes)
{
  g_return_if_fail (self != NULL);

  tl_append_moved_node (
      snapshot, self->note,
      floor (self->right_to_left
                 ? lanes.x + lanes.width - self->note_width - NOTE_MARGIN
                 : lanes.x + NOTE_MARGIN),
      floor (lanes.y + lanes.height - self->note_height - NOTE_MARGIN));
}

/**
 * tl_relation_layer_get_n_painted:
 * @self: a layer
 *
 * Returns: how many drawings were made since it was made, for counted tests
 */
guint
tl_relation_layer_get_n_painted (const TlRelationLayer *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->n_painted;
}
