/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-canvas.h"

#include "tl-scene-node.h"
#include "tl-tile-cache.h"

#include <float.h>
#include <math.h>

/* Keeps the pieces of the picture as render nodes. Two questions decide what
 * is kept from the frame before: is it the same drawing (layout, palette,
 * zoom), then marks and headings stay; does it stand at the same place, then
 * everything stays. */

#define FOCUS_RING 2.0f

typedef enum
{
  PIECE_AXIS,
  PIECE_AXIS_TITLE,
  PIECE_GRID,
  PIECE_FLAGS_GRID, /* behind the strip of flags */
  PIECE_LINES,
  PIECE_HEADINGS,
  PIECE_HOVER,
  PIECE_SELECTION,
  PIECE_GHOSTS,
  PIECE_FOCUS,
  N_PIECES,
} Piece;

struct _TlCanvas
{
  TlTileCache     *tiles;
  TlRelationLayer *relations;
  GskRenderNode   *pieces[N_PIECES];
  gboolean         painted[N_PIECES]; /* a piece may be nothing, too */
  TlCanvasFrame    last; /* its view is only that of the last frame */
  TlScale          last_scale;
  double           last_y0; /* of its view */
  double           last_y1;
  TlLayout        *last_layout;  /* nullable */
  TlMarking       *last_marking; /* nullable */
  GArray          *last_chosen;  /* of TlChosenMark */
  TlTextStamps    *stamps;       /* nullable */
  TlTextMeasurer  *measurer;     /* of the stamps */
  gboolean         is_panned;    /* since the last frame, and not zoomed */
  guint            n_painted;
};

typedef struct
{
  TlTextMeasurer *measurer;
  double          zoom;
} ScaledMeasurer;

static void
drop_piece (TlCanvas *self, Piece piece)
{
  g_clear_pointer (&self->pieces[piece], gsk_render_node_unref);
  self->painted[piece] = FALSE;
}

static gboolean
is_same (double a, double b)
{
  return G_APPROX_VALUE (a, b, DBL_MIN);
}

static gboolean
is_same_drawing (const TlCanvas *self, const TlCanvasFrame *frame)
{
  return self->last_layout == frame->view->layout &&
         self->last.painter.palette == frame->painter.palette &&
         self->last.painter.measurer == frame->painter.measurer &&
         self->last_marking == frame->painter.marking &&
         self->last.stamped == frame->stamped &&
         self->last.scale_factor == frame->scale_factor &&
         self->last_scale.mirrored == frame->view->scale.mirrored &&
         self->last.painter.right_to_left == frame->painter.right_to_left &&
         is_same (self->last_scale.px_per_unit, frame->view->scale.px_per_unit);
}

static gboolean
are_same_chosen (const TlCanvas *self, const TlCanvasFrame *frame)
{
  const GArray *before = self->last_chosen;

  if (before->len != frame->n_chosen)
    return FALSE;
  for (guint i = 0; i < frame->n_chosen; i++)
    {
      TlChosenMark mark = g_array_index (before, TlChosenMark, i);

      if (mark.mark != frame->chosen[i].mark ||
          mark.is_leading != frame->chosen[i].is_leading)
        return FALSE;
    }
  return TRUE;
}

static gboolean
is_same_size (const TlCanvas *self, const TlCanvasFrame *frame)
{
  return is_same (self->last.width, frame->width) &&
         is_same (self->last.height, frame->height) &&
         is_same (self->last.headings_width, frame->headings_width) &&
         is_same (self->last.axis_height, frame->axis_height);
}

static void
drop_outdated_pieces (TlCanvas *self, const TlCanvasFrame *frame)
{
  gboolean same_drawing = is_same_drawing (self, frame);
  gboolean same_size = is_same_size (self, frame);
  gboolean same_place =
      same_drawing && same_size &&
      is_same (self->last_scale.origin, frame->view->scale.origin);
  gboolean same_marks = is_same (self->last_y0, frame->view->y0) &&
                        is_same (self->last_y1, frame->view->y1);

  self->is_panned = same_drawing && (!same_place || !is_same (self->last.offset,
                                                              frame->offset));
  if (!same_drawing)
    {
      tl_tile_cache_clear (self->tiles);
      tl_relation_layer_clear (self->relations);
    }
  if (!same_drawing || !same_size)
    drop_piece (self, PIECE_HEADINGS);
  if (!same_drawing || !same_size || self->last.axis_title != frame->axis_title)
    drop_piece (self, PIECE_AXIS_TITLE);
  for (Piece piece = 0; piece < N_PIECES && !same_place; piece++)
    if (piece != PIECE_HEADINGS && piece != PIECE_AXIS_TITLE)
      drop_piece (self, piece);
  if (self->last.hovered != frame->hovered || !same_marks)
    drop_piece (self, PIECE_HOVER);
  if (!are_same_chosen (self, frame) || !same_marks)
    {
      drop_piece (self, PIECE_SELECTION);
      drop_piece (self, PIECE_GHOSTS);
    }
  if (self->last.focused != frame->focused)
    drop_piece (self, PIECE_SELECTION);
  if (self->last.ring != frame->ring || !same_marks)
    drop_piece (self, PIECE_FOCUS);
}

static void
remember_frame (TlCanvas *self, const TlCanvasFrame *frame)
{
  TlLayout  *before = self->last_layout;
  TlMarking *marking_before = self->last_marking;

  self->last_layout = tl_layout_ref (frame->view->layout);
  g_clear_pointer (&before, tl_layout_unref);
  self->last_marking = frame->painter.marking != NULL
                           ? tl_marking_ref (frame->painter.marking)
                           : NULL;
  g_clear_pointer (&marking_before, tl_marking_unref);
  g_array_set_size (self->last_chosen, 0);
  if (frame->n_chosen > 0)
    g_array_append_vals (self->last_chosen, frame->chosen, frame->n_chosen);
  self->last = *frame;
  self->last.view = NULL;
  self->last.chosen = NULL;
  self->last.ghosts = NULL;
  self->last.painter.marking = NULL;
  self->last_scale = frame->view->scale;
  self->last_y0 = frame->view->y0;
  self->last_y1 = frame->view->y1;
}

static void
update_stamps (TlCanvas *self, const TlCanvasFrame *frame)
{
  if (self->stamps != NULL &&
      (!frame->stamped || self->measurer != frame->painter.measurer ||
       tl_text_stamps_get_scale (self->stamps) != frame->scale_factor))
    g_clear_pointer (&self->stamps, tl_text_stamps_free);
  if (self->stamps == NULL && frame->stamped)
    self->stamps =
        tl_text_stamps_new (frame->painter.measurer, frame->scale_factor);
  self->measurer = frame->painter.measurer;
}

static double
measure_scaled (const char *text, TlFontRole role, gpointer user_data)
{
  const ScaledMeasurer *scaled = user_data;

  return tl_text_measurer_measure_scaled (scaled->measurer, text, role,
                                          scaled->zoom, FALSE);
}

static TlTicks *
create_ticks (const TlCanvasFrame *frame)
{
  TlLayout      *layout = frame->view->layout;
  ScaledMeasurer scaled = { frame->painter.measurer,
                            tl_layout_get_zoom (layout) };

  return tl_ticks_new (tl_layout_get_warp (layout), frame->view->scale,
                       tl_layout_get_formatter (layout), measure_scaled,
                       &scaled);
}

/* Lines and grid go on below the last lane. */
static double
get_lines_height (const TlCanvasFrame *frame)
{
  return MAX (ceil (frame->view->height),
              tl_canvas_frame_get_lanes (frame).height);
}

/* Takes scene. */
static void
keep_piece (TlCanvas            *self,
            Piece                piece,
            TlScene             *scene,
            const TlCanvasFrame *frame)
{
  TlRect bounds = { 0, 0, ceil (tl_scene_get_width (scene)),
                    ceil (tl_scene_get_height (scene)) };

  TlSceneNodeOptions options = { frame->painter.measurer, self->stamps, FALSE };

  drop_piece (self, piece);
  self->pieces[piece] = tl_scene_to_node (scene, bounds, &options);
  self->painted[piece] = TRUE;
  self->n_painted++;
  tl_scene_free (scene);
}

/* The strip of flags stands above the lanes and has no groups. */
static TlScene *
paint_flags_grid (const TlCanvasFrame *frame, const TlTicks *ticks)
{
  TlView strip = *frame->view;

  strip.n_groups = 0;
  return tl_painter_paint_grid (frame->painter, &strip, ticks,
                                strip.flags_height);
}

static void
paint_ticks (TlCanvas *self, const TlCanvasFrame *frame)
{
  g_autoptr (TlTicks) ticks = NULL;

  if (self->painted[PIECE_AXIS])
    return;
  ticks = create_ticks (frame);
  keep_piece (self, PIECE_AXIS,
              tl_painter_paint_axis (frame->painter, frame->view, ticks),
              frame);
  keep_piece (self, PIECE_GRID,
              tl_painter_paint_grid (frame->painter, frame->view, ticks,
                                     get_lines_height (frame)),
              frame);
  keep_piece (self, PIECE_FLAGS_GRID, paint_flags_grid (frame, ticks), frame);
}

static void
paint_rings (TlCanvas *self, const TlCanvasFrame *frame)
{
  if (!self->painted[PIECE_HOVER] && frame->hovered != TL_NONE)
    keep_piece (
        self, PIECE_HOVER,
        tl_painter_paint_hover (frame->painter, frame->view, frame->hovered),
        frame);
  if (!self->painted[PIECE_SELECTION] && frame->n_chosen > 0)
    keep_piece (self, PIECE_SELECTION,
                tl_painter_paint_selection (frame->painter, frame->view,
                                            frame->chosen, frame->n_chosen,
                                            frame->focused),
                frame);
  if (!self->painted[PIECE_GHOSTS] && frame->n_ghosts > 0)
    keep_piece (self, PIECE_GHOSTS,
                tl_painter_paint_ghosts (frame->painter, frame->view,
                                         frame->ghosts, frame->n_ghosts),
                frame);
  if (!self->painted[PIECE_FOCUS] && frame->ring != TL_NONE)
    keep_piece (
        self, PIECE_FOCUS,
        tl_painter_paint_focus (frame->painter, frame->view, frame->ring),
        frame);
}

static void
paint_pieces (TlCanvas *self, const TlCanvasFrame *frame)
{
  paint_ticks (self, frame);
  if (!self->painted[PIECE_LINES])
    keep_piece (self, PIECE_LINES,
                tl_painter_paint_lines (frame->painter, frame->view,
                                        get_lines_height (frame)),
                frame);
  if (!self->painted[PIECE_HEADINGS])
    keep_piece (self, PIECE_HEADINGS,
                tl_painter_paint_headings (frame->painter, frame->view,
                                           frame->headings_width,
                                           get_lines_height (frame)),
                frame);
  if (!self->painted[PIECE_AXIS_TITLE] && frame->axis_title != NULL)
    keep_piece (self, PIECE_AXIS_TITLE,
                tl_painter_paint_axis_title (frame->painter, frame->view,
                                             frame->axis_title,
                                             frame->headings_width),
                frame);
  paint_rings (self, frame);
}

static void
append_area (GtkSnapshot *snapshot, TlColor color, TlRect area)
{
  GdkRGBA rgba = { color.red, color.green, color.blue, color.alpha };

  gtk_snapshot_append_color (snapshot, &rgba,
                             &GRAPHENE_RECT_INIT ((float)area.x, (float)area.y,
                                                  (float)area.width,
                                                  (float)area.height));
}

static void
push_area (GtkSnapshot *snapshot, TlRect area)
{
  gtk_snapshot_push_clip (
      snapshot, &GRAPHENE_RECT_INIT ((float)area.x, (float)area.y,
                                     (float)area.width, (float)area.height));
}

static TlRect
get_headings (const TlCanvasFrame *frame)
{
  TlRect lanes = tl_canvas_frame_get_lanes (frame);

  return (TlRect){ frame->painter.right_to_left ? lanes.width : 0, lanes.y,
                   frame->headings_width, lanes.height };
}

/* Axis and headings share their paper; flags stand on that of the lanes. */
static void
append_paper (GtkSnapshot *snapshot, const TlCanvasFrame *frame)
{
  const TlPalette *palette = frame->painter.palette;
  double ticks_height = frame->axis_height - frame->view->flags_height;
  TlRect headings = get_headings (frame);

  append_area (snapshot, palette->background,
               (TlRect){ 0, 0, frame->width, frame->height });
  append_area (snapshot, palette->axis,
               (TlRect){ 0, 0, frame->width, ticks_height });
  append_area (snapshot, palette->axis,
               (TlRect){ headings.x, ticks_height, headings.width,
                         frame->height - ticks_height });
}

static void
append_lanes (TlCanvas *self, GtkSnapshot *snapshot, const TlCanvasFrame *frame)
{
  TlRect          lanes = tl_canvas_frame_get_lanes (frame);
  TlTileFrame     tiles = { .painter = frame->painter,
                            .view = frame->view,
                            .stamps = self->stamps,
                            .y0 = frame->offset,
                            .y1 = frame->offset + lanes.height,
                            .is_panned = self->is_panned };
  TlRelationFrame relations = {
    .painter = frame->painter,
    .view = frame->view,
    .shown = frame->relations,
    .record = frame->selected,
    .options = { frame->painter.measurer, self->stamps, FALSE },
  };

  push_area (snapshot, lanes);
  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (
      snapshot,
      &GRAPHENE_POINT_INIT ((float)lanes.x, (float)(lanes.y - frame->offset)));
  tl_append_moved_node (snapshot, self->pieces[PIECE_GRID], 0, 0);
  tl_append_moved_node (snapshot, self->pieces[PIECE_LINES], 0, 0);
  tl_relation_layer_append (self->relations, snapshot, &relations);
  tl_append_moved_node (snapshot, self->pieces[PIECE_SELECTION], 0, 0);
  tl_tile_cache_append (self->tiles, snapshot, &tiles);
  tl_append_moved_node (snapshot, self->pieces[PIECE_GHOSTS], 0, 0);
  tl_append_moved_node (snapshot, self->pieces[PIECE_HOVER], 0, 0);
  tl_append_moved_node (snapshot, self->pieces[PIECE_FOCUS], 0, 0);
  gtk_snapshot_restore (snapshot);
  tl_relation_layer_append_note (self->relations, snapshot, lanes);
  gtk_snapshot_pop (snapshot);
}

static void
append_focus_ring (GtkSnapshot *snapshot, const TlCanvasFrame *frame)
{
  TlColor        color = frame->painter.palette->selection;
  GdkRGBA        rgba = { color.red, color.green, color.blue, color.alpha };
  const float    widths[] = { FOCUS_RING, FOCUS_RING, FOCUS_RING, FOCUS_RING };
  const GdkRGBA  colors[] = { rgba, rgba, rgba, rgba };
  GskRoundedRect outline;

  gsk_rounded_rect_init_from_rect (
      &outline,
      &GRAPHENE_RECT_INIT (0, 0, (float)frame->width, (float)frame->height), 0);
  gtk_snapshot_append_border (snapshot, &outline, widths, colors);
}

/**
 * tl_canvas_new:
 *
 * Returns: (transfer full): a canvas that keeps nothing yet
 */
TlCanvas *
tl_canvas_new (void)
{
  TlCanvas *self = g_new0 (TlCanvas, 1);

  self->tiles = tl_tile_cache_new ();
  self->relations = tl_relation_layer_new ();
  self->last_chosen = g_array_new (FALSE, FALSE, sizeof (TlChosenMark));
  return self;
}

/**
 * tl_canvas_free:
 * @self: (nullable) (transfer full): a canvas
 *
 * Frees the canvas and all that it keeps.
 */
void
tl_canvas_free (TlCanvas *self)
{
  if (self == NULL)
    return;
  tl_canvas_clear (self);
  tl_tile_cache_free (self->tiles);
  tl_relation_layer_free (self->relations);
  g_array_unref (self->last_chosen);
  g_free (self);
}

/**
 * tl_canvas_forget_layout:
 * @self: a canvas
 *
 * Drops what was drawn of the layout of the last frame, and the layout itself.
 * Pictures of texts are kept: another layout may have the same.
 */
void
tl_canvas_forget_layout (TlCanvas *self)
{
  g_return_if_fail (self != NULL);

  for (Piece piece = 0; piece < N_PIECES; piece++)
    drop_piece (self, piece);
  tl_tile_cache_clear (self->tiles);
  tl_relation_layer_clear (self->relations);
  g_clear_pointer (&self->last_layout, tl_layout_unref);
  g_clear_pointer (&self->last_marking, tl_marking_unref);
}

/**
 * tl_canvas_clear:
 * @self: a canvas
 *
 * Drops everything that is kept, the layout of the last frame included.
 */
void
tl_canvas_clear (TlCanvas *self)
{
  g_return_if_fail (self != NULL);

  tl_canvas_forget_layout (self);
  g_clear_pointer (&self->stamps, tl_text_stamps_free);
}

/**
 * tl_canvas_snapshot:
 * @self: a canvas
 * @snapshot: what to draw on
 * @frame: what to show
 *
 * Draws a frame, making only the pieces that the last one did not have.
 */
void
tl_canvas_snapshot (TlCanvas            *self,
                    GtkSnapshot         *snapshot,
                    const TlCanvasFrame *frame)
{
  TlRect headings;
  TlRect lanes;

  g_return_if_fail (self != NULL);
  g_return_if_fail (frame != NULL && frame->view != NULL);

  headings = get_headings (frame);
  lanes = tl_canvas_frame_get_lanes (frame);
  drop_outdated_pieces (self, frame);
  remember_frame (self, frame);
  update_stamps (self, frame);
  paint_pieces (self, frame);

  append_paper (snapshot, frame);
  append_lanes (self, snapshot, frame);
  push_area (snapshot, headings);
  tl_append_moved_node (snapshot, self->pieces[PIECE_HEADINGS], headings.x,
                        headings.y - frame->offset);
  gtk_snapshot_pop (snapshot);
  tl_append_moved_node (snapshot, self->pieces[PIECE_FLAGS_GRID], lanes.x,
                        lanes.y - frame->view->flags_height);
  tl_append_moved_node (snapshot, self->pieces[PIECE_AXIS], lanes.x, 0);
  tl_append_moved_node (snapshot, self->pieces[PIECE_AXIS_TITLE], headings.x,
                        0);
  if (frame->focused && frame->ring == TL_NONE)
    append_focus_ring (snapshot, frame);
}

/**
 * tl_canvas_get_n_painted:
 * @self: a canvas
 *
 * Returns: how many pieces and tiles were painted since it was made, for
 *   counted tests
 */
guint
tl_canvas_get_n_painted (const TlCanvas *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->n_painted + tl_tile_cache_get_n_painted (self->tiles) +
         tl_relation_layer_get_n_painted (self->relations);
}

/**
 * tl_canvas_frame_get_lanes:
 * @frame: a frame
 *
 * Returns: where the lanes are, in pixels of the widget
 */
TlRect
tl_canvas_frame_get_lanes (const TlCanvasFrame *frame)
{
  return (TlRect){ frame->painter.right_to_left ? 0 : frame->headings_width,
                   frame->axis_height, frame->view->scale.width,
                   MAX (frame->height - frame->axis_height, 0) };
}
