/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-timeline-view-private.h"

#include <math.h>

#include "tl-time-axis.h"

/* The interactive timeline. This file has its properties; the others named
 * tl-timeline-view-* have what is shown, layouts, geometry, motion, commands,
 * actions and keys, input, drawing and words. State flows one way: input
 * changes the viewport or the selection, which notify, and everything else
 * follows from them. */

#define MIN_WIDTH 160
#define MIN_HEIGHT 120
#define NATURAL_WIDTH 800
#define NATURAL_HEIGHT 480

enum
{
  PROP_0,
  PROP_DATASET,
  PROP_SELECTED,
  PROP_GROUP_BY,
  PROP_PROPORTIONAL,
  PROP_SHORTENS,
  PROP_LANGUAGE,
  PROP_THEME,
  N_PROPS,
};

enum
{
  SIGNAL_ACTIVATED,
  SIGNAL_SELECTION_CHANGED,
  SIGNAL_ARRANGED,
  N_SIGNALS,
};

static GParamSpec *properties[N_PROPS];
static guint       signals[N_SIGNALS];

/**
 * TlTimelineView:
 *
 * A timeline of a dataset that can be looked at, moved, zoomed and selected
 * from, by pointer, fingers and keys.
 *
 * It shows what a query found, see [method@TimelineView.set_result]. Where
 * there are many records it is made ready in another thread, and what was shown
 * before stays and can be used until then. The axis is that of the whole
 * dataset: a filter changes no place on it.
 *
 * # Actions
 *
 * `timeline.zoom-in`, `timeline.zoom-out`, `timeline.fit-all`,
 * `timeline.zoom-selection`, `timeline.next`, `timeline.previous`,
 * `timeline.lane-down`, `timeline.lane-up`, `timeline.pan-left`,
 * `timeline.pan-right`, `timeline.first`, `timeline.last` move the view and the
 * selection; `timeline.focus-next`, `timeline.focus-previous`,
 * `timeline.focus-down`, `timeline.focus-up`, `timeline.focus-first`,
 * `timeline.focus-last` the keyboard, apart from the selection, and
 * `timeline.show-focused` selects and shows what it stands on.
 *
 * # CSS nodes
 *
 * `timeline`, with `mark` nodes and a `scrollbar`.
 *
 * # Accessibility
 *
 * `GTK_ACCESSIBLE_ROLE_LIST`; the name is the dataset's title, the description
 * the selected record in words. The marks in sight are its items, and that
 * which the keyboard stands on has the focus.
 */
G_DEFINE_FINAL_TYPE (TlTimelineView, tl_timeline_view, GTK_TYPE_WIDGET)

static void
viewport_notify_cb (TlTimelineView *self)
{
  tl_timeline_view_sync (self);
}

static void
tl_timeline_view_measure (GtkWidget     *widget,
                          GtkOrientation orientation,
                          int            for_size,
                          int           *minimum,
                          int           *natural,
                          int           *minimum_baseline,
                          int           *natural_baseline)
{
  TlTimelineView *self = TL_TIMELINE_VIEW (widget);
  int             bar_minimum;

  gtk_widget_measure (self->scrollbar, orientation, -1, &bar_minimum, NULL,
                      NULL, NULL);
  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      *minimum = MAX (MIN_WIDTH, bar_minimum);
      *natural = NATURAL_WIDTH;
    }
  else
    {
      *minimum = MAX (MIN_HEIGHT, bar_minimum);
      *natural = NATURAL_HEIGHT;
    }
}

static void
tl_timeline_view_size_allocate (GtkWidget *widget,
                                int        width,
                                int        height,
                                int        baseline)
{
  TlTimelineView *self = TL_TIMELINE_VIEW (widget);
  gboolean        resized =
      width != self->placed_width || height != self->placed_height;
  /* What was asked for while another view was shown. */
  gboolean has_pending = self->has_pending_range || self->is_reveal_pending;

  if (resized || has_pending || !self->is_placed)
    {
      tl_timeline_view_stop (self);
      tl_timeline_view_place (self);
    }
  tl_timeline_view_allocate_items (self);
  tl_timeline_view_allocate_scrollbar (self, width, height);
  if (self->groups.menu != NULL)
    gtk_popover_present (GTK_POPOVER (self->groups.menu));
}

/* Time or the text around it runs the other way. */
static void
turn (GtkWidget *widget)
{
  TL_TIMELINE_VIEW (widget)->is_placed = FALSE;
  gtk_widget_queue_allocate (widget);
}

static void
tl_timeline_view_direction_changed (GtkWidget       *widget,
                                    GtkTextDirection previous)
{
  turn (widget);
  GTK_WIDGET_CLASS (tl_timeline_view_parent_class)
      ->direction_changed (widget, previous);
}

static void
tl_timeline_view_state_flags_changed (GtkWidget *widget, GtkStateFlags previous)
{
  gtk_widget_queue_draw (widget);
  GTK_WIDGET_CLASS (tl_timeline_view_parent_class)
      ->state_flags_changed (widget, previous);
}

static void
tl_timeline_view_map (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (tl_timeline_view_parent_class)->map (widget);
  tl_timeline_view_touch_items (TL_TIMELINE_VIEW (widget));
}

/* The keyboard goes to the mark that it stood on. */
static gboolean
tl_timeline_view_grab_focus (GtkWidget *widget)
{
  TlTimelineView *self = TL_TIMELINE_VIEW (widget);

  if (self->focused.record != TL_NONE && tl_timeline_view_ensure_layout (self))
    return gtk_widget_grab_focus (tl_timeline_view_ensure_focus_item (self));
  return GTK_WIDGET_CLASS (tl_timeline_view_parent_class)->grab_focus (widget);
}

static void
tl_timeline_view_unmap (GtkWidget *widget)
{
  TlTimelineView *self = TL_TIMELINE_VIEW (widget);

  tl_timeline_view_stop (self);
  self->is_pointer_inside = FALSE;
  GTK_WIDGET_CLASS (tl_timeline_view_parent_class)->unmap (widget);
}

static void
tl_timeline_view_get_property (GObject    *object,
                               guint       id,
                               GValue     *value,
                               GParamSpec *pspec)
{
  TlTimelineView *self = TL_TIMELINE_VIEW (object);

  switch (id)
    {
    case PROP_DATASET:
      g_value_set_object (value, self->dataset);
      break;
    case PROP_SELECTED:
      g_value_set_uint (value, self->selected);
      break;
    case PROP_GROUP_BY:
      g_value_set_int (value, (int)self->group_by);
      break;
    case PROP_PROPORTIONAL:
      g_value_set_boolean (value, self->proportional);
      break;
    case PROP_SHORTENS:
      g_value_set_boolean (value, tl_timeline_view_get_shortens (self));
      break;
    case PROP_LANGUAGE:
      g_value_set_string (value, self->language);
      break;
    case PROP_THEME:
      g_value_set_int (value, (int)self->theme);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
tl_timeline_view_set_property (GObject      *object,
                               guint         id,
                               const GValue *value,
                               GParamSpec   *pspec)
{
  TlTimelineView *self = TL_TIMELINE_VIEW (object);

  switch (id)
    {
    case PROP_DATASET:
      tl_timeline_view_set_dataset (self, g_value_get_object (value));
      break;
    case PROP_SELECTED:
      tl_timeline_view_set_selected (self, g_value_get_uint (value));
      break;
    case PROP_GROUP_BY:
      tl_timeline_view_set_group_by (self, (TlGroupBy)g_value_get_int (value));
      break;
    case PROP_PROPORTIONAL:
      tl_timeline_view_set_proportional (self, g_value_get_boolean (value));
      break;
    case PROP_LANGUAGE:
      tl_timeline_view_set_language (self, g_value_get_string (value));
      break;
    case PROP_THEME:
      tl_timeline_view_set_theme (self, (TlTheme)g_value_get_int (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
tl_timeline_view_dispose (GObject *object)
{
  TlTimelineView *self = TL_TIMELINE_VIEW (object);

  if (self->adjustment != NULL)
    g_signal_handlers_disconnect_by_data (self->adjustment, self);
  tl_timeline_view_stop_prefetch (self);
  tl_timeline_view_forget_job (self);
  g_clear_pointer (&self->animation, tl_animation_free);
  tl_timeline_view_remove_items (self);
  g_clear_pointer (&self->scrollbar, gtk_widget_unparent);
  g_clear_pointer (&self->groups.menu, gtk_widget_unparent);
  g_clear_object (&self->adjustment);
  G_OBJECT_CLASS (tl_timeline_view_parent_class)->dispose (object);
}

static void
tl_timeline_view_finalize (GObject *object)
{
  TlTimelineView *self = TL_TIMELINE_VIEW (object);

  tl_canvas_free (self->canvas);
  tl_timeline_view_finalize_selection (self);
  tl_timeline_view_finalize_matches (self);
  tl_timeline_view_free_groups (self);
  g_clear_pointer (&self->view, tl_view_free);
  g_clear_pointer (&self->layout, tl_layout_unref);
  g_clear_pointer (&self->facts, tl_axis_facts_unref);
  g_clear_pointer (&self->result, tl_result_unref);
  g_clear_pointer (&self->wanted, tl_result_unref);
  g_clear_pointer (&self->formatter, tl_date_formatter_free);
  tl_text_measurer_unref (self->measurer);
  g_clear_object (&self->viewport);
  g_clear_object (&self->dataset);
  g_free (self->language);
  G_OBJECT_CLASS (tl_timeline_view_parent_class)->finalize (object);
}

static void
make_content_properties (GParamFlags flags)
{
  /**
   * TlTimelineView:dataset: (attributes
   * org.gtk.Property.get=tl_timeline_view_get_dataset
   * org.gtk.Property.set=tl_timeline_view_set_dataset)
   *
   * What is shown, or %NULL: the dataset as it was known on the day that was
   * asked for. Setting it shows all of it. It is notified before
   * [property@TimelineView:selected], which is an index in it.
   */
  properties[PROP_DATASET] =
      g_param_spec_object ("dataset", NULL, NULL, TL_TYPE_DATASET, flags);
  /**
   * TlTimelineView:selected: (attributes
   * org.gtk.Property.get=tl_timeline_view_get_selected
   * org.gtk.Property.set=tl_timeline_view_set_selected)
   *
   * Index of the selected record, or %TL_NONE. Of several selected ones it is
   * that which was chosen last.
   */
  properties[PROP_SELECTED] =
      g_param_spec_uint ("selected", NULL, NULL, 0, TL_NONE, TL_NONE, flags);
  /**
   * TlTimelineView:group-by: (attributes
   * org.gtk.Property.get=tl_timeline_view_get_group_by
   * org.gtk.Property.set=tl_timeline_view_set_group_by)
   *
   * What the lanes are grouped by, a #TlGroupBy.
   */
  properties[PROP_GROUP_BY] =
      g_param_spec_int ("group-by", NULL, NULL, TL_GROUP_BY_KIND,
                        TL_GROUP_BY_NONE, TL_GROUP_BY_KIND, flags);
  /**
   * TlTimelineView:proportional: (attributes
   * org.gtk.Property.get=tl_timeline_view_get_proportional
   * org.gtk.Property.set=tl_timeline_view_set_proportional)
   *
   * Whether quiet spans keep their full length.
   */
  properties[PROP_PROPORTIONAL] =
      g_param_spec_boolean ("proportional", NULL, NULL, FALSE, flags);
  /**
   * TlTimelineView:shortens: (attributes
   * org.gtk.Property.get=tl_timeline_view_get_shortens)
   *
   * Whether the axis that is drawn leaves out parts of quiet spans.
   */
  properties[PROP_SHORTENS] = g_param_spec_boolean (
      "shortens", NULL, NULL, FALSE,
      G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
}

static void
install_properties (GObjectClass *object_class)
{
  const GParamFlags flags =
      G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  make_content_properties (flags);
  /**
   * TlTimelineView:language: (attributes
   * org.gtk.Property.get=tl_timeline_view_get_language
   * org.gtk.Property.set=tl_timeline_view_set_language)
   *
   * Language of titles and dates, or %NULL for that of the interface.
   */
  properties[PROP_LANGUAGE] =
      g_param_spec_string ("language", NULL, NULL, NULL, flags);
  /**
   * TlTimelineView:theme: (attributes
   * org.gtk.Property.get=tl_timeline_view_get_theme
   * org.gtk.Property.set=tl_timeline_view_set_theme)
   *
   * Colours, a #TlTheme.
   */
  properties[PROP_THEME] =
      g_param_spec_int ("theme", NULL, NULL, TL_THEME_LIGHT, TL_THEME_PRINT,
                        TL_THEME_LIGHT, flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
tl_timeline_view_class_init (TlTimelineViewClass *klass)
{
  GObjectClass   *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = tl_timeline_view_get_property;
  object_class->set_property = tl_timeline_view_set_property;
  object_class->dispose = tl_timeline_view_dispose;
  object_class->finalize = tl_timeline_view_finalize;
  widget_class->measure = tl_timeline_view_measure;
  widget_class->size_allocate = tl_timeline_view_size_allocate;
  widget_class->snapshot = tl_timeline_view_snapshot;
  widget_class->query_tooltip = tl_timeline_view_query_tooltip;
  widget_class->direction_changed = tl_timeline_view_direction_changed;
  widget_class->state_flags_changed = tl_timeline_view_state_flags_changed;
  widget_class->map = tl_timeline_view_map;
  widget_class->unmap = tl_timeline_view_unmap;
  widget_class->focus = tl_timeline_view_focus;
  widget_class->grab_focus = tl_timeline_view_grab_focus;

  install_properties (object_class);
  /**
   * TlTimelineView::activated:
   * @self: a timeline
   * @record: index of a record
   *
   * Emitted when the user opens a record, by double click or Enter.
   */
  signals[SIGNAL_ACTIVATED] =
      g_signal_new ("activated", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                    0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_UINT);

  /**
   * TlTimelineView::selection-changed:
   * @self: a timeline
   *
   * Emitted when other records are selected than before, after
   * [property@TimelineView:selected] was notified. See
   * [method@TimelineView.get_selection].
   */
  signals[SIGNAL_SELECTION_CHANGED] =
      g_signal_new ("selection-changed", G_TYPE_FROM_CLASS (klass),
                    G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  /**
   * TlTimelineView::arranged:
   * @self: a timeline
   *
   * Emitted when the user has folded, unfolded or moved groups.
   */
  signals[SIGNAL_ARRANGED] =
      g_signal_new ("arranged", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                    NULL, NULL, NULL, G_TYPE_NONE, 0);

  tl_timeline_view_install_actions (widget_class);
  tl_timeline_view_install_heading_actions (widget_class);
  gtk_widget_class_set_css_name (widget_class, "timeline");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_LIST);
}

static void
tl_timeline_view_init (TlTimelineView *self)
{
  GtkWidget *widget = GTK_WIDGET (self);

  tl_timeline_view_init_selection (self);
  self->focused = (TlSpot){ TL_NONE, TL_NONE };
  self->relations = TL_RELATIONS_SELECTED;
  self->hovered = TL_NONE;
  self->measurer = tl_text_measurer_new (NULL);
  self->canvas = tl_canvas_new ();
  self->viewport = tl_viewport_new ();
  self->animation = tl_animation_new (widget, tl_timeline_view_step_cb, self);
  g_signal_connect_object (self->viewport, "notify",
                           G_CALLBACK (viewport_notify_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (
      gtk_widget_get_settings (widget), "notify::gtk-xft-dpi",
      G_CALLBACK (tl_timeline_view_drop_layout), self, G_CONNECT_SWAPPED);
  tl_time_axis_watch (widget, turn);

  gtk_widget_set_focusable (widget, TRUE);
  gtk_widget_set_has_tooltip (widget, TRUE);
  gtk_widget_set_overflow (widget, GTK_OVERFLOW_HIDDEN);
  tl_timeline_view_add_scrollbar (self);
  tl_timeline_view_add_items (self);
  tl_timeline_view_add_headings (self);
  tl_timeline_view_add_controllers (self);
  tl_timeline_view_update_actions (self);
  tl_timeline_view_update_accessible (self);
}

/* Tells that the user opened a record. */
void
tl_timeline_view_emit_activated (TlTimelineView *self, guint record)
{
  g_signal_emit (self, signals[SIGNAL_ACTIVATED], 0, record);
}

/* Tells that the user arranged the groups. */
void
tl_timeline_view_emit_arranged (TlTimelineView *self)
{
  g_signal_emit (self, signals[SIGNAL_ARRANGED], 0);
}

/**
 * tl_timeline_view_new:
 *
 * Creates a timeline that shows nothing yet.
 *
 * Returns: (transfer floating): a new timeline
 */
GtkWidget *
tl_timeline_view_new (void)
{
  return g_object_new (TL_TYPE_TIMELINE_VIEW, NULL);
}

/* Tells that something else is selected. */
void
tl_timeline_view_emit_selection_changed (TlTimelineView *self,
                                         gboolean        is_other_selected)
{
  g_object_ref (self);
  if (is_other_selected)
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SELECTED]);
  g_signal_emit (self, signals[SIGNAL_SELECTION_CHANGED], 0);
  g_object_unref (self);
}

/**
 * tl_timeline_view_get_language:
 * @self: a timeline
 *
 * Returns: (transfer none) (nullable): language of titles and dates
 */
const char *
tl_timeline_view_get_language (TlTimelineView *self)
{
  g_return_val_if_fail (TL_IS_TIMELINE_VIEW (self), NULL);

  return self->language;
}

/**
 * tl_timeline_view_set_language:
 * @self: a timeline
 * @language: (nullable): BCP 47 or POSIX name; %NULL for that of the interface
 *
 * Sets the language of titles and dates.
 */
void
tl_timeline_view_set_language (TlTimelineView *self, const char *language)
{
  g_return_if_fail (TL_IS_TIMELINE_VIEW (self));

  if (g_strcmp0 (language, self->language) == 0)
    return;

  tl_timeline_view_drop_layout (self);
  g_clear_pointer (&self->formatter, tl_date_formatter_free);
  g_free (self->language);
  self->language = g_strdup (language);
  tl_text_measurer_set_language (self->measurer, language);
  tl_timeline_view_update_accessible (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_LANGUAGE]);
}

/**
 * tl_timeline_view_get_theme:
 * @self: a timeline
 *
 * Returns: its colours
 */
TlTheme
tl_timeline_view_get_theme (TlTimelineView *self)
{
  g_return_val_if_fail (TL_IS_TIMELINE_VIEW (self), TL_THEME_LIGHT);

  return self->theme;
}

/**
 * tl_timeline_view_set_theme:
 * @self: a timeline
 * @theme: its colours
 *
 * Changes the colours.
 */
void
tl_timeline_view_set_theme (TlTimelineView *self, TlTheme theme)
{
  g_return_if_fail (TL_IS_TIMELINE_VIEW (self));

  if (theme == self->theme)
    return;

  self->theme = theme;
  gtk_widget_queue_draw (GTK_WIDGET (self));
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_THEME]);
}

/**
 * tl_timeline_view_get_viewport:
 * @self: a timeline
 *
 * Returns: (transfer none): what part is shown, for others to observe
 */
TlViewport *
tl_timeline_view_get_viewport (TlTimelineView *self)
{
  g_return_val_if_fail (TL_IS_TIMELINE_VIEW (self), NULL);

  return self->viewport;
}
