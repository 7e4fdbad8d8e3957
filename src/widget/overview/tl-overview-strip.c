/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-overview-private.h"

#include "tl-scene-node.h"
#include "tl-time-axis.h"

#include <glib/gi18n.h>
#include <math.h>

/* Draws the strip. The time and the marks on it are nodes that are kept until
 * they change; while the view moves only the handle is drawn anew. */

/* For the bars at the ends, and the ends of the handle. */
#define MARGIN 10.0
#define HANDLE_LEAST 8.0
/* The focus ring stands around it. */
#define INSET 3.0
#define HANDLE_RADIUS 5.0f
#define HANDLE_BORDER 1.5
#define GRIP_WIDTH 4.0
#define GRIP_HEIGHT 16.0
#define FOCUS_WIDTH 2.0f
#define SHADE 0.45f

G_DEFINE_FINAL_TYPE (TlOverviewStrip, tl_overview_strip, GTK_TYPE_WIDGET)

gboolean
tl_overview_strip_get_scale (TlOverviewStrip *self, TlScale *scale)
{
  TlAxisFacts *facts = self->timeline->facts;
  int          width = gtk_widget_get_width (GTK_WIDGET (self));

  if (facts == NULL || facts->from > facts->to || width <= 0)
    return FALSE;
  *scale = (TlScale){
    .width = width,
    .px_per_unit = 1,
    .mirrored = tl_time_axis_is_mirrored (GTK_WIDGET (self)),
  };
  *scale =
      tl_scale_fit (*scale, facts->from, facts->to, MIN (MARGIN, width / 4.0));
  return TRUE;
}

void
tl_overview_strip_get_view (TlOverviewStrip *self, double *from, double *to)
{
  TlScale view = tl_viewport_get_scale (self->timeline->viewport);

  *from = view.origin;
  *to = view.origin + view.width / view.px_per_unit;
}

TlRect
tl_overview_strip_get_handle (TlOverviewStrip *self)
{
  int     height = gtk_widget_get_height (GTK_WIDGET (self));
  TlScale scale;
  double  from;
  double  to;
  double  x0;
  double  x1;
  double  lack;

  if (!tl_overview_strip_get_scale (self, &scale))
    return (TlRect){ 0 };
  tl_overview_strip_get_view (self, &from, &to);
  x0 = tl_scale_to_x (scale, scale.mirrored ? to : from);
  x1 = tl_scale_to_x (scale, scale.mirrored ? from : to);
  lack = MAX (HANDLE_LEAST - (x1 - x0), 0) / 2;
  x0 =
      CLAMP (x0 - lack, INSET, MAX (scale.width - HANDLE_LEAST - INSET, INSET));
  x1 = CLAMP (x1 + lack, x0 + HANDLE_LEAST,
              MAX (scale.width - INSET, x0 + HANDLE_LEAST));
  return (TlRect){ x0, INSET, x1 - x0, height - 2 * INSET };
}

void
tl_overview_strip_drop_marks (TlOverviewStrip *self)
{
  g_clear_pointer (&self->marks, gsk_render_node_unref);
  self->has_marks = FALSE;
}

void
tl_overview_strip_drop_nodes (TlOverviewStrip *self)
{
  g_clear_pointer (&self->time, gsk_render_node_unref);
  self->has_time = FALSE;
  tl_overview_strip_drop_marks (self);
}

/* --- what is kept --- */

static double *
place_selected (TlOverviewStrip *self, guint *n_placed)
{
  const TlWarp  *warp = self->timeline->facts->warp;
  const TlEntry *entries =
      tl_dataset_get_entries (tl_result_get_dataset (self->shown));
  double *placed = g_new (double, self->n_selected + 1);

  *n_placed = 0;
  for (guint i = 0; i < self->n_selected; i++)
    if (tl_density_place (&entries[self->selected[i]].span, warp,
                          &placed[*n_placed]))
      (*n_placed)++;
  return placed;
}

static double
get_known_on (TlOverviewStrip *self, TlScale scale)
{
  gint64 known_on = tl_query_get_known_on (tl_result_get_query (self->shown));
  double axis;

  if (known_on == TL_KNOWN_ALWAYS)
    return (double)NAN;
  axis = tl_warp_to_axis (self->timeline->facts->warp, (double)known_on);
  return axis >= scale.origin &&
                 axis <= scale.origin + scale.width / scale.px_per_unit
             ? axis
             : (double)NAN;
}

static gboolean
is_searched (TlOverviewStrip *self)
{
  const TlFilter *filter =
      tl_query_get_filter (tl_result_get_query (self->matches));
  const char *search = filter != NULL ? tl_filter_get_search (filter) : NULL;

  return search != NULL && *search != '\0';
}

/* Takes scene. */
static GskRenderNode *
make_node (TlOverviewStrip *self, TlScene *scene)
{
  TlSceneNodeOptions options = { self->timeline->measurer, NULL, FALSE };
  TlRect             bounds = { 0, 0, ceil (tl_scene_get_width (scene)),
                                ceil (tl_scene_get_height (scene)) };
  GskRenderNode     *node = tl_scene_to_node (scene, bounds, &options);

  tl_scene_free (scene);
  self->n_painted++;
  return node;
}

static void
paint_nodes (TlOverviewStrip *self, TlScale scale)
{
  TlTimelineView   *timeline = self->timeline;
  TlOverviewPicture picture = {
    .palette = tl_palette_get (timeline->theme),
    .measurer = timeline->measurer,
    .formatter = timeline->formatter,
    .warp = timeline->facts->warp,
    .scale = scale,
    .zoom = tl_timeline_view_get_text_zoom (timeline),
    .axis_from = timeline->facts->from,
    .axis_to = timeline->facts->to,
    .known_on = (double)NAN,
  };
  TlOverviewDensities densities;
  g_autofree double  *selected = NULL;

  if (tl_overview_strip_get_densities (self, &densities))
    {
      picture.density = densities.density;
      picture.matches = densities.matches;
      picture.is_searched = is_searched (self);
      picture.known_on = get_known_on (self, scale);
      selected = place_selected (self, &picture.n_selected);
      picture.selected = selected;
    }
  if (!self->has_time)
    self->time = make_node (self, tl_overview_paint_time (&picture));
  if (!self->has_marks)
    self->marks = make_node (self, tl_overview_paint_marks (&picture));
  self->has_time = self->has_marks = TRUE;
}

static void
update_nodes (TlOverviewStrip *self, TlScale scale)
{
  if (!tl_scale_equal (scale, self->drawn_scale) ||
      self->drawn_theme != self->timeline->theme)
    tl_overview_strip_drop_nodes (self);
  self->drawn_scale = scale;
  self->drawn_theme = self->timeline->theme;
  if (!self->has_time || !self->has_marks)
    paint_nodes (self, scale);
}

/* --- the handle --- */

static GdkRGBA
to_rgba (TlColor color, float alpha)
{
  return (GdkRGBA){ color.red, color.green, color.blue, alpha };
}

static void
append_rect (
    GtkSnapshot *snapshot, GdkRGBA color, double x, double width, double height)
{
  if (width > 0)
    gtk_snapshot_append_color (
        snapshot, &color,
        &GRAPHENE_RECT_INIT ((float)x, 0, (float)width, (float)height));
}

/* Bars that are not in view step back. */
static void
append_shades (TlOverviewStrip *self, GtkSnapshot *snapshot, TlRect handle)
{
  const TlPalette *palette = tl_palette_get (self->timeline->theme);
  double           width = gtk_widget_get_width (GTK_WIDGET (self));
  double           height =
      TL_OVERVIEW_BARS_BOTTOM * tl_timeline_view_get_text_zoom (self->timeline);
  double  end = handle.x + handle.width;
  GdkRGBA color = to_rgba (palette->axis, SHADE);

  append_rect (snapshot, color, 0, handle.x, height);
  append_rect (snapshot, color, end, width - end, height);
}

static void
append_grip (GtkSnapshot *snapshot, GdkRGBA color, double x, TlRect handle)
{
  GskRoundedRect  outline;
  graphene_rect_t rect =
      GRAPHENE_RECT_INIT ((float)(x - GRIP_WIDTH / 2),
                          (float)(handle.y + (handle.height - GRIP_HEIGHT) / 2),
                          (float)GRIP_WIDTH, (float)GRIP_HEIGHT);

  gsk_rounded_rect_init_from_rect (&outline, &rect, (float)GRIP_WIDTH / 2);
  gtk_snapshot_push_rounded_clip (snapshot, &outline);
  gtk_snapshot_append_color (snapshot, &color, &rect);
  gtk_snapshot_pop (snapshot);
}

static void
append_handle (TlOverviewStrip *self, GtkSnapshot *snapshot, TlRect handle)
{
  const TlPalette *palette = tl_palette_get (self->timeline->theme);
  GdkRGBA          color = to_rgba (palette->selection, 1);
  gboolean         is_lit = self->is_held || self->hovered != TL_GRIP_NONE;
  GdkRGBA          fill = to_rgba (palette->selection, is_lit ? 0.14f : 0.08f);
  const float      widths[] = { (float)HANDLE_BORDER, (float)HANDLE_BORDER,
                                (float)HANDLE_BORDER, (float)HANDLE_BORDER };
  const GdkRGBA    colors[] = { color, color, color, color };
  graphene_rect_t  rect =
      GRAPHENE_RECT_INIT ((float)handle.x, (float)handle.y, (float)handle.width,
                          (float)handle.height);
  GskRoundedRect outline;

  gsk_rounded_rect_init_from_rect (&outline, &rect, HANDLE_RADIUS);
  gtk_snapshot_push_rounded_clip (snapshot, &outline);
  gtk_snapshot_append_color (snapshot, &fill, &rect);
  gtk_snapshot_pop (snapshot);
  gtk_snapshot_append_border (snapshot, &outline, widths, colors);
  append_grip (snapshot, color, handle.x + HANDLE_BORDER / 2, handle);
  append_grip (snapshot, color, handle.x + handle.width - HANDLE_BORDER / 2,
               handle);
}

static void
append_focus_ring (TlOverviewStrip *self, GtkSnapshot *snapshot)
{
  GdkRGBA color =
      to_rgba (tl_palette_get (self->timeline->theme)->selection, 1);
  const float widths[] = { FOCUS_WIDTH, FOCUS_WIDTH, FOCUS_WIDTH, FOCUS_WIDTH };
  const GdkRGBA   colors[] = { color, color, color, color };
  GskRoundedRect  outline;
  graphene_rect_t rect =
      GRAPHENE_RECT_INIT (0, 0, (float)gtk_widget_get_width (GTK_WIDGET (self)),
                          (float)gtk_widget_get_height (GTK_WIDGET (self)));

  gsk_rounded_rect_init_from_rect (&outline, &rect, HANDLE_RADIUS + 2);
  gtk_snapshot_append_border (snapshot, &outline, widths, colors);
}

static void
tl_overview_strip_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  TlOverviewStrip *self = TL_OVERVIEW_STRIP (widget);
  TlRect           handle;
  TlScale          scale;

  if (self->timeline->formatter == NULL ||
      !tl_overview_strip_get_scale (self, &scale))
    return;
  update_nodes (self, scale);
  handle = tl_overview_strip_get_handle (self);
  tl_append_moved_node (snapshot, self->time, 0, 0);
  append_shades (self, snapshot, handle);
  append_handle (self, snapshot, handle);
  tl_append_moved_node (snapshot, self->marks, 0, 0);
  if (gtk_widget_has_visible_focus (widget))
    append_focus_ring (self, snapshot);
}

/* --- the widget --- */

static void
tl_overview_strip_measure (GtkWidget     *widget,
                           GtkOrientation orientation,
                           int            for_size,
                           int           *minimum,
                           int           *natural,
                           int           *minimum_baseline,
                           int           *natural_baseline)
{
  double zoom =
      tl_timeline_view_get_text_zoom (TL_OVERVIEW_STRIP (widget)->timeline);

  *minimum = *natural = orientation == GTK_ORIENTATION_VERTICAL
                            ? (int)ceil (TL_OVERVIEW_HEIGHT * zoom)
                            : 48;
}

static void
tl_overview_strip_state_flags_changed (GtkWidget    *widget,
                                       GtkStateFlags previous)
{
  gtk_widget_queue_draw (widget);
  GTK_WIDGET_CLASS (tl_overview_strip_parent_class)
      ->state_flags_changed (widget, previous);
}

static void
tl_overview_strip_map (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (tl_overview_strip_parent_class)->map (widget);
  tl_overview_strip_count (TL_OVERVIEW_STRIP (widget));
  tl_overview_strip_update_words (TL_OVERVIEW_STRIP (widget));
}

static gboolean
tl_overview_strip_query_tooltip (
    GtkWidget *widget, int x, int y, gboolean keyboard, GtkTooltip *tooltip)
{
  TlOverviewStrip *self = TL_OVERVIEW_STRIP (widget);
  g_autofree char *words = NULL;

  if (self->is_held)
    return FALSE;
  words = tl_overview_strip_dup_words (self);
  gtk_tooltip_set_text (tooltip, words);
  return words != NULL;
}

static void
tl_overview_strip_dispose (GObject *object)
{
  TlOverviewStrip *self = TL_OVERVIEW_STRIP (object);

  g_clear_handle_id (&self->words_id, g_source_remove);
  tl_overview_strip_forget_counts (self);
  tl_overview_strip_drop_nodes (self);
  g_clear_pointer (&self->shown, tl_result_unref);
  g_clear_pointer (&self->matches, tl_result_unref);
  g_clear_pointer (&self->selected, g_free);
  self->n_selected = 0;
  G_OBJECT_CLASS (tl_overview_strip_parent_class)->dispose (object);
}

static void
tl_overview_strip_finalize (GObject *object)
{
  g_object_unref (TL_OVERVIEW_STRIP (object)->timeline);
  G_OBJECT_CLASS (tl_overview_strip_parent_class)->finalize (object);
}

static void
tl_overview_strip_class_init (TlOverviewStripClass *klass)
{
  GObjectClass   *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = tl_overview_strip_dispose;
  object_class->finalize = tl_overview_strip_finalize;
  widget_class->measure = tl_overview_strip_measure;
  widget_class->snapshot = tl_overview_strip_snapshot;
  widget_class->map = tl_overview_strip_map;
  widget_class->query_tooltip = tl_overview_strip_query_tooltip;
  widget_class->state_flags_changed = tl_overview_strip_state_flags_changed;
  tl_overview_strip_install_keys (widget_class);
  gtk_widget_class_set_css_name (widget_class, "overview");
  gtk_widget_class_set_accessible_role (widget_class,
                                        GTK_ACCESSIBLE_ROLE_SLIDER);
}

static void
tl_overview_strip_init (TlOverviewStrip *self)
{
  gtk_widget_set_focusable (GTK_WIDGET (self), TRUE);
  gtk_widget_set_has_tooltip (GTK_WIDGET (self), TRUE);
  tl_overview_strip_add_controllers (self);
  tl_time_axis_watch (GTK_WIDGET (self), gtk_widget_queue_draw);
  gtk_accessible_update_property (
      GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
      /* Translators: name of the strip that shows the whole time in small. */
      C_ ("accessible name", "Overview of the whole time"), -1);
}

static void
viewport_changed_cb (TlOverviewStrip *self)
{
  gtk_widget_queue_draw (GTK_WIDGET (self));
  tl_overview_strip_update_words (self);
}

/* The timeline has another axis, language or text size. */
static void
axis_changed_cb (TlOverviewStrip *self)
{
  tl_overview_strip_drop_nodes (self);
  if (gtk_widget_get_mapped (GTK_WIDGET (self)))
    tl_overview_strip_count (self);
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

static void
theme_changed_cb (TlOverviewStrip *self)
{
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

GtkWidget *
tl_overview_strip_new (TlTimelineView *timeline)
{
  TlOverviewStrip *self = g_object_new (TL_TYPE_OVERVIEW_STRIP, NULL);

  self->timeline = g_object_ref (timeline);
  g_signal_connect_object (timeline->viewport, "notify",
                           G_CALLBACK (viewport_changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (timeline, "notify::shortens",
                           G_CALLBACK (axis_changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (timeline, "notify::theme",
                           G_CALLBACK (theme_changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (timeline, "notify::language",
                           G_CALLBACK (axis_changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (gtk_widget_get_settings (GTK_WIDGET (timeline)),
                           "notify::gtk-xft-dpi", G_CALLBACK (axis_changed_cb),
                           self, G_CONNECT_SWAPPED);
  return GTK_WIDGET (self);
}

void
tl_overview_strip_set_results (TlOverviewStrip *self,
                               TlResult        *shown,
                               TlResult        *matches)
{
  TlResult *former_shown = self->shown;
  TlResult *former_matches = self->matches;

  self->shown = shown != NULL ? tl_result_ref (shown) : NULL;
  self->matches = matches != NULL ? tl_result_ref (matches) : NULL;
  g_clear_pointer (&former_shown, tl_result_unref);
  g_clear_pointer (&former_matches, tl_result_unref);
  self->n_selected = 0;
  if (shown == NULL)
    tl_overview_strip_forget_counts (self);
  if (gtk_widget_get_mapped (GTK_WIDGET (self)))
    tl_overview_strip_count (self);
}

void
tl_overview_strip_set_selected (TlOverviewStrip *self,
                                const guint     *records,
                                guint            n_records)
{
  g_free (self->selected);
  self->selected = g_memdup2 (records, n_records * sizeof (guint));
  self->n_selected = n_records;
  tl_overview_strip_drop_marks (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}
