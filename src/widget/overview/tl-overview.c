/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-overview-private.h"

/* Shows the strip where there is more than what is in view, and makes it when
 * that is so for the first time. While somebody holds it, or has the keyboard
 * there, it does not slip away. */

/* What is out of view by less than so many pixels of the timeline is in view.
 */
#define SLACK_PX 1.0

struct _TlOverview
{
  GtkWidget parent_instance;

  TlTimelineView  *timeline;
  GtkRevealer     *revealer;
  TlOverviewStrip *strip;   /* nullable; a child of the revealer */
  TlResult        *shown;   /* nullable */
  TlResult        *matches; /* nullable */
  guint           *selected;
  guint            n_selected;
  gboolean         is_wanted;
};

enum
{
  PROP_0,
  PROP_WANTED,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (TlOverview, tl_overview, GTK_TYPE_WIDGET)

static gboolean
has_more (TlOverview *self)
{
  TlViewport  *viewport = self->timeline->viewport;
  TlScale      scale = tl_viewport_get_scale (viewport);
  TlAxisFacts *facts = self->timeline->facts;
  double       slack = SLACK_PX / scale.px_per_unit;

  if (self->shown == NULL || facts == NULL || facts->from > facts->to ||
      tl_viewport_get_fitted (viewport))
    return FALSE;
  return scale.origin > facts->from + slack ||
         scale.origin + scale.width / scale.px_per_unit < facts->to - slack;
}

static gboolean
is_in_use (TlOverview *self)
{
  return self->strip != NULL &&
         (self->strip->is_held ||
          gtk_widget_has_focus (GTK_WIDGET (self->strip)));
}

/* What is not revealed shall not be read out either. */
static void
revealed_cb (TlOverview *self)
{
  if (self->strip != NULL)
    gtk_widget_set_visible (
        GTK_WIDGET (self->strip),
        gtk_revealer_get_reveal_child (self->revealer) ||
            gtk_revealer_get_child_revealed (self->revealer));
}

static void
make_strip (TlOverview *self)
{
  self->strip = TL_OVERVIEW_STRIP (tl_overview_strip_new (self->timeline));
  gtk_revealer_set_child (self->revealer, GTK_WIDGET (self->strip));
  tl_overview_strip_set_results (self->strip, self->shown, self->matches);
  tl_overview_strip_set_selected (self->strip, self->selected,
                                  self->n_selected);
}

static void
update (TlOverview *self)
{
  gboolean reveal = self->is_wanted && has_more (self);

  if (!reveal && self->is_wanted && is_in_use (self))
    return;
  if (reveal && self->strip == NULL)
    {
      make_strip (self);
      g_signal_connect_object (self->strip, "notify::has-focus",
                               G_CALLBACK (update), self, G_CONNECT_SWAPPED);
    }
  gtk_revealer_set_reveal_child (self->revealer, reveal);
  revealed_cb (self);
}

static void
tl_overview_get_property (GObject    *object,
                          guint       id,
                          GValue     *value,
                          GParamSpec *pspec)
{
  switch (id)
    {
    case PROP_WANTED:
      g_value_set_boolean (value, TL_OVERVIEW (object)->is_wanted);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
tl_overview_set_property (GObject      *object,
                          guint         id,
                          const GValue *value,
                          GParamSpec   *pspec)
{
  switch (id)
    {
    case PROP_WANTED:
      tl_overview_set_wanted (TL_OVERVIEW (object),
                              g_value_get_boolean (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
tl_overview_dispose (GObject *object)
{
  TlOverview *self = TL_OVERVIEW (object);

  self->strip = NULL;
  if (self->revealer != NULL)
    gtk_widget_unparent (GTK_WIDGET (self->revealer));
  self->revealer = NULL;
  g_clear_pointer (&self->shown, tl_result_unref);
  g_clear_pointer (&self->matches, tl_result_unref);
  g_clear_pointer (&self->selected, g_free);
  g_clear_object (&self->timeline);
  G_OBJECT_CLASS (tl_overview_parent_class)->dispose (object);
}

static void
tl_overview_class_init (TlOverviewClass *klass)
{
  GObjectClass   *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = tl_overview_get_property;
  object_class->set_property = tl_overview_set_property;
  object_class->dispose = tl_overview_dispose;
  /**
   * TlOverview:wanted: (attributes
   * org.gtk.Property.get=tl_overview_get_wanted
   * org.gtk.Property.set=tl_overview_set_wanted)
   *
   * Whether the overview shows itself where it is of use.
   */
  properties[PROP_WANTED] = g_param_spec_boolean (
      "wanted", NULL, NULL, TRUE,
      G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
}

static void
tl_overview_init (TlOverview *self)
{
  self->is_wanted = TRUE;
  self->revealer = GTK_REVEALER (gtk_revealer_new ());
  gtk_revealer_set_transition_type (self->revealer,
                                    GTK_REVEALER_TRANSITION_TYPE_CROSSFADE);
  g_signal_connect_object (self->revealer, "notify::child-revealed",
                           G_CALLBACK (revealed_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_set_parent (GTK_WIDGET (self->revealer), GTK_WIDGET (self));
}

/**
 * tl_overview_new:
 * @timeline: what it is of, and what it moves
 *
 * Creates an overview that follows the timeline's viewport and axis.
 *
 * Returns: (transfer floating): a new overview
 */
GtkWidget *
tl_overview_new (TlTimelineView *timeline)
{
  TlOverview *self = NULL;

  g_return_val_if_fail (TL_IS_TIMELINE_VIEW (timeline), NULL);

  self = g_object_new (TL_TYPE_OVERVIEW, NULL);
  self->timeline = g_object_ref (timeline);
  g_signal_connect_object (timeline->viewport, "notify", G_CALLBACK (update),
                           self, G_CONNECT_SWAPPED);
  g_signal_connect_object (timeline, "notify::shortens", G_CALLBACK (update),
                           self, G_CONNECT_SWAPPED);
  return GTK_WIDGET (self);
}

/**
 * tl_overview_set_results:
 * @self: an overview
 * @shown: (nullable): what the timeline shows
 * @matches: (nullable): what of it passes the filter; the rest is dimmed
 *
 * Shows how many records there are where in time. Nothing is selected then.
 */
void
tl_overview_set_results (TlOverview *self, TlResult *shown, TlResult *matches)
{
  TlResult *former_shown;
  TlResult *former_matches;

  g_return_if_fail (TL_IS_OVERVIEW (self));
  g_return_if_fail ((shown != NULL) == (matches != NULL));

  former_shown = self->shown;
  former_matches = self->matches;
  self->shown = shown != NULL ? tl_result_ref (shown) : NULL;
  self->matches = matches != NULL ? tl_result_ref (matches) : NULL;
  g_clear_pointer (&former_shown, tl_result_unref);
  g_clear_pointer (&former_matches, tl_result_unref);
  self->n_selected = 0;
  if (self->strip != NULL)
    tl_overview_strip_set_results (self->strip, shown, matches);
  update (self);
}

/**
 * tl_overview_set_selected:
 * @self: an overview
 * @records: (array length=n_records): indices in the dataset of what is shown
 * @n_records: how many
 *
 * Marks the selected records.
 */
void
tl_overview_set_selected (TlOverview  *self,
                          const guint *records,
                          guint        n_records)
{
  g_return_if_fail (TL_IS_OVERVIEW (self));

  g_free (self->selected);
  self->selected = g_memdup2 (records, n_records * sizeof (guint));
  self->n_selected = n_records;
  if (self->strip != NULL)
    tl_overview_strip_set_selected (self->strip, records, n_records);
}

/**
 * tl_overview_get_wanted:
 * @self: an overview
 *
 * Returns: whether it shows itself where it is of use
 */
gboolean
tl_overview_get_wanted (TlOverview *self)
{
  g_return_val_if_fail (TL_IS_OVERVIEW (self), FALSE);

  return self->is_wanted;
}

/**
 * tl_overview_set_wanted:
 * @self: an overview
 * @wanted: whether it shows itself where it is of use
 *
 * Turns the overview on or off.
 */
void
tl_overview_set_wanted (TlOverview *self, gboolean wanted)
{
  g_return_if_fail (TL_IS_OVERVIEW (self));

  wanted = !!wanted;
  if (wanted == self->is_wanted)
    return;

  self->is_wanted = wanted;
  update (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_WANTED]);
}

/**
 * tl_overview_get_revealed:
 * @self: an overview
 *
 * Returns: whether it shows itself, or is about to
 */
gboolean
tl_overview_get_revealed (TlOverview *self)
{
  g_return_val_if_fail (TL_IS_OVERVIEW (self), FALSE);

  return gtk_revealer_get_reveal_child (self->revealer);
}
