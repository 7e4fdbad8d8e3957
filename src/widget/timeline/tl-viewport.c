/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-view-limits.h"
#include "tl-viewport.h"

#include <float.h>

/* What part of the timeline the window shows. Invariants: the scale carries
 * the size and direction of the viewport; the part that shows keeps hold of
 * some of the records' extent; each property notifies once per change. */

/* A minute over the whole width. */
#define CLOSEST_UNITS (1.0 / (24 * 60))

/**
 * TlViewport:
 *
 * The part of a timeline that is on screen: the scale of time, how far the
 * lanes are scrolled, the size of the time area and the direction of time.
 *
 * It is the one place where input may change the view; all else observes it.
 * Changes are clamped so that the records are never lost out of sight.
 */
struct _TlViewport
{
  GObject      parent_instance;
  TlScale      scale;
  TlScale      fit; /* px_per_unit 0: not known */
  TlViewLimits limits;
  double       offset;
  double       height;
  double       content_height;
  gboolean     fitted;
};

enum
{
  PROP_0,
  PROP_ORIGIN,
  PROP_PX_PER_UNIT,
  PROP_OFFSET,
  PROP_WIDTH,
  PROP_HEIGHT,
  PROP_MIRRORED,
  PROP_FITTED,
  N_PROPS,
};

/* All are for observers; they change through the functions. */
#define PROPERTY_FLAGS                                                         \
  (G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS)

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (TlViewport, tl_viewport, G_TYPE_OBJECT)

static gboolean
is_same (double a, double b)
{
  return G_APPROX_VALUE (a, b, DBL_MIN);
}

static void
set_double (TlViewport *self, double *place, double value, guint property)
{
  if (is_same (*place, value))
    return;

  *place = value;
  g_object_notify_by_pspec (G_OBJECT (self), properties[property]);
}

static void
set_fitted (TlViewport *self, gboolean fitted)
{
  if (self->fitted == fitted)
    return;

  self->fitted = fitted;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_FITTED]);
}

/* The only writer of the scale's origin and zoom. */
static void
take_scale (TlViewport *self, TlScale scale)
{
  set_double (self, &self->scale.origin, scale.origin, PROP_ORIGIN);
  set_double (self, &self->scale.px_per_unit, scale.px_per_unit,
              PROP_PX_PER_UNIT);
}

static void
tl_viewport_get_property (GObject    *object,
                          guint       id,
                          GValue     *value,
                          GParamSpec *pspec)
{
  TlViewport *self = TL_VIEWPORT (object);

  switch (id)
    {
    case PROP_ORIGIN:
      g_value_set_double (value, self->scale.origin);
      break;
    case PROP_PX_PER_UNIT:
      g_value_set_double (value, self->scale.px_per_unit);
      break;
    case PROP_OFFSET:
      g_value_set_double (value, self->offset);
      break;
    case PROP_WIDTH:
      g_value_set_double (value, self->scale.width);
      break;
    case PROP_HEIGHT:
      g_value_set_double (value, self->height);
      break;
    case PROP_MIRRORED:
      g_value_set_boolean (value, self->scale.mirrored);
      break;
    case PROP_FITTED:
      g_value_set_boolean (value, self->fitted);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static GParamSpec *
double_property (const char *name, double minimum)
{
  return g_param_spec_double (name, NULL, NULL, minimum, G_MAXDOUBLE,
                              MAX (minimum, 0), PROPERTY_FLAGS);
}

static GParamSpec *
boolean_property (const char *name, gboolean initial)
{
  return g_param_spec_boolean (name, NULL, NULL, initial, PROPERTY_FLAGS);
}

static void
tl_viewport_class_init (TlViewportClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = tl_viewport_get_property;

  /**
   * TlViewport:origin:
   *
   * Axis coordinate at the start edge of the time area.
   */
  properties[PROP_ORIGIN] = double_property ("origin", -G_MAXDOUBLE);
  /**
   * TlViewport:px-per-unit:
   *
   * Pixels per axis unit, a day of unshortened time.
   */
  properties[PROP_PX_PER_UNIT] = double_property ("px-per-unit", 0);
  /**
   * TlViewport:offset:
   *
   * Pixels of the lanes that are scrolled away above the time area.
   */
  properties[PROP_OFFSET] = double_property ("offset", 0);
  /**
   * TlViewport:width:
   *
   * Width of the time area in pixels.
   */
  properties[PROP_WIDTH] = double_property ("width", 0);
  /**
   * TlViewport:height:
   *
   * Height of the time area in pixels.
   */
  properties[PROP_HEIGHT] = double_property ("height", 0);
  /**
   * TlViewport:mirrored:
   *
   * Whether time runs from right to left.
   */
  properties[PROP_MIRRORED] = boolean_property ("mirrored", FALSE);
  /**
   * TlViewport:fitted:
   *
   * Whether all records are shown, and will be when the size changes.
   */
  properties[PROP_FITTED] = boolean_property ("fitted", TRUE);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
tl_viewport_init (TlViewport *self)
{
  self->scale = (TlScale){ .px_per_unit = 1, .width = 1 };
  self->limits.extent_to = -1;
  self->limits.closest_units = CLOSEST_UNITS;
  self->fitted = TRUE;
}

/**
 * tl_viewport_new:
 *
 * Creates a viewport of no size that shows everything once it has one.
 *
 * Returns: (transfer full): a new viewport
 */
TlViewport *
tl_viewport_new (void)
{
  return g_object_new (TL_TYPE_VIEWPORT, NULL);
}

/**
 * tl_viewport_get_scale:
 * @self: a viewport
 *
 * Returns: the scale of the time area, with its width and direction
 */
TlScale
tl_viewport_get_scale (TlViewport *self)
{
  g_return_val_if_fail (TL_IS_VIEWPORT (self), (TlScale){ 0 });

  return self->scale;
}

/**
 * tl_viewport_set_scale:
 * @self: a viewport
 * @scale: the wanted scale; its width and direction are not taken over
 *
 * Shows another part of time, as near to the wanted one as is allowed. The
 * viewport is not fitted afterwards.
 */
void
tl_viewport_set_scale (TlViewport *self, TlScale scale)
{
  g_return_if_fail (TL_IS_VIEWPORT (self));

  scale = tl_viewport_clamp_scale (self, scale);
  if (tl_scale_equal (scale, self->scale))
    return;

  g_object_freeze_notify (G_OBJECT (self));
  set_fitted (self, FALSE);
  take_scale (self, scale);
  g_object_thaw_notify (G_OBJECT (self));
}

/**
 * tl_viewport_get_offset:
 * @self: a viewport
 *
 * Returns: pixels of the lanes that are scrolled away above the time area
 */
double
tl_viewport_get_offset (TlViewport *self)
{
  g_return_val_if_fail (TL_IS_VIEWPORT (self), 0);

  return self->offset;
}

/**
 * tl_viewport_set_offset:
 * @self: a viewport
 * @offset: pixels, clamped to what can be scrolled
 *
 * Scrolls the lanes.
 */
void
tl_viewport_set_offset (TlViewport *self, double offset)
{
  g_return_if_fail (TL_IS_VIEWPORT (self));

  offset = tl_viewport_clamp_offset (self, offset);
  set_double (self, &self->offset, offset, PROP_OFFSET);
}

/**
 * tl_viewport_get_width:
 * @self: a viewport
 *
 * Returns: width of the time area in pixels
 */
double
tl_viewport_get_width (TlViewport *self)
{
  g_return_val_if_fail (TL_IS_VIEWPORT (self), 0);

  return self->scale.width;
}

/**
 * tl_viewport_get_height:
 * @self: a viewport
 *
 * Returns: height of the time area in pixels
 */
double
tl_viewport_get_height (TlViewport *self)
{
  g_return_val_if_fail (TL_IS_VIEWPORT (self), 0);

  return self->height;
}

/**
 * tl_viewport_set_size:
 * @self: a viewport
 * @width: of the time area in pixels, at least 1
 * @height: of the time area in pixels
 *
 * The moment in the middle stays there. A fitted viewport waits for the scale
 * that fits the new size, see [method@Viewport.set_fit_scale].
 */
void
tl_viewport_set_size (TlViewport *self, double width, double height)
{
  TlScale before;

  g_return_if_fail (TL_IS_VIEWPORT (self));

  before = self->scale;
  g_object_freeze_notify (G_OBJECT (self));
  set_double (self, &self->scale.width, MAX (width, 1), PROP_WIDTH);
  set_double (self, &self->height, MAX (height, 0), PROP_HEIGHT);
  take_scale (self, tl_viewport_clamp_scale (self, before));
  tl_viewport_set_offset (self, self->offset);
  g_object_thaw_notify (G_OBJECT (self));
}

/**
 * tl_viewport_get_mirrored:
 * @self: a viewport
 *
 * Returns: whether time runs from right to left
 */
gboolean
tl_viewport_get_mirrored (TlViewport *self)
{
  g_return_val_if_fail (TL_IS_VIEWPORT (self), FALSE);

  return self->scale.mirrored;
}

/**
 * tl_viewport_set_mirrored:
 * @self: a viewport
 * @mirrored: whether time runs from right to left
 *
 * Turns the direction of time; the same part of time stays in view.
 */
void
tl_viewport_set_mirrored (TlViewport *self, gboolean mirrored)
{
  g_return_if_fail (TL_IS_VIEWPORT (self));

  mirrored = !!mirrored;
  if (self->scale.mirrored == mirrored)
    return;

  self->scale.mirrored = mirrored;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_MIRRORED]);
}

/**
 * tl_viewport_get_fitted:
 * @self: a viewport
 *
 * Returns: whether all records are shown, and will be when the size changes
 */
gboolean
tl_viewport_get_fitted (TlViewport *self)
{
  g_return_val_if_fail (TL_IS_VIEWPORT (self), FALSE);

  return self->fitted;
}

/**
 * tl_viewport_set_extent:
 * @self: a viewport
 * @from: axis coordinate of the first record
 * @to: axis coordinate of the last record; less than @from when there are none
 *
 * Tells what must not be lost out of sight.
 */
void
tl_viewport_set_extent (TlViewport *self, double from, double to)
{
  g_return_if_fail (TL_IS_VIEWPORT (self));

  self->limits.extent_from = from;
  self->limits.extent_to = to;
  g_object_freeze_notify (G_OBJECT (self));
  take_scale (self, tl_viewport_clamp_scale (self, self->scale));
  g_object_thaw_notify (G_OBJECT (self));
}

/**
 * tl_viewport_set_fit_scale:
 * @self: a viewport
 * @fit: the scale at which everything shows in the present size
 *
 * Sets how far one can zoom out. A fitted viewport takes the scale over.
 */
void
tl_viewport_set_fit_scale (TlViewport *self, TlScale fit)
{
  g_return_if_fail (TL_IS_VIEWPORT (self));
  g_return_if_fail (fit.px_per_unit > 0);

  self->fit = fit;
  self->limits.fit_px_per_unit = fit.px_per_unit;
  g_object_freeze_notify (G_OBJECT (self));
  take_scale (self,
              tl_viewport_clamp_scale (self, self->fitted ? fit : self->scale));
  g_object_thaw_notify (G_OBJECT (self));
}

/**
 * tl_viewport_set_closest:
 * @self: a viewport
 * @units: axis units that the whole width shows at the closest look; > 0
 *
 * Sets how far one can zoom in.
 */
void
tl_viewport_set_closest (TlViewport *self, double units)
{
  g_return_if_fail (TL_IS_VIEWPORT (self));
  g_return_if_fail (units > 0);

  self->limits.closest_units = units;
  g_object_freeze_notify (G_OBJECT (self));
  take_scale (self, tl_viewport_clamp_scale (self, self->scale));
  g_object_thaw_notify (G_OBJECT (self));
}

/**
 * tl_viewport_set_content_height:
 * @self: a viewport
 * @height: of all lanes in pixels
 *
 * Limits how far the lanes scroll.
 */
void
tl_viewport_set_content_height (TlViewport *self, double height)
{
  g_return_if_fail (TL_IS_VIEWPORT (self));

  self->content_height = MAX (height, 0);
  tl_viewport_set_offset (self, self->offset);
}

/**
 * tl_viewport_clamp_scale:
 * @self: a viewport
 * @scale: any scale
 *
 * Returns: what [method@Viewport.set_scale] would make of @scale: the end
 *   point of an animation
 */
TlScale
tl_viewport_clamp_scale (TlViewport *self, TlScale scale)
{
  g_return_val_if_fail (TL_IS_VIEWPORT (self), scale);

  /* Another width leaves the moment in the middle where it is. */
  scale.origin += (scale.width - self->scale.width) / 2 / scale.px_per_unit;
  scale.width = self->scale.width;
  scale.mirrored = self->scale.mirrored;
  return tl_view_limits_clamp (self->limits, scale);
}

/**
 * tl_viewport_zoomed_at:
 * @self: a viewport
 * @scale: the scale to zoom
 * @x: where the same moment stays, in pixels from the left
 * @factor: more than 1 magnifies
 *
 * Returns: @scale zoomed as far as the limits allow
 */
TlScale
tl_viewport_zoomed_at (TlViewport *self, TlScale scale, double x, double factor)
{
  g_return_val_if_fail (TL_IS_VIEWPORT (self), scale);
  g_return_val_if_fail (factor > 0, scale);

  return tl_view_limits_zoom_at (self->limits, scale, x, factor);
}

/**
 * tl_viewport_clamp_offset:
 * @self: a viewport
 * @offset: pixels
 *
 * Returns: what [method@Viewport.set_offset] would make of @offset
 */
double
tl_viewport_clamp_offset (TlViewport *self, double offset)
{
  g_return_val_if_fail (TL_IS_VIEWPORT (self), 0);

  return CLAMP (offset, 0, MAX (self->content_height - self->height, 0));
}

/**
 * tl_viewport_can_zoom:
 * @self: a viewport
 * @factor: more than 1 magnifies
 *
 * Returns: whether the limits leave room to zoom in that direction
 */
gboolean
tl_viewport_can_zoom (TlViewport *self, double factor)
{
  double now;

  g_return_val_if_fail (TL_IS_VIEWPORT (self), FALSE);

  now = self->scale.px_per_unit;
  return factor > 1
             ? now < tl_view_limits_get_max (self->limits, self->scale.width) *
                         (1 - 1e-9)
             : now > tl_view_limits_get_min (self->limits) * (1 + 1e-9);
}

/**
 * tl_viewport_pan:
 * @self: a viewport
 * @dx: pixels the picture moves to the right
 * @dy: pixels the lanes move down
 *
 * Moves the picture under the hand.
 */
void
tl_viewport_pan (TlViewport *self, double dx, double dy)
{
  g_return_if_fail (TL_IS_VIEWPORT (self));

  g_object_freeze_notify (G_OBJECT (self));
  tl_viewport_set_scale (self, tl_scale_pan (self->scale, dx));
  tl_viewport_set_offset (self, self->offset - dy);
  g_object_thaw_notify (G_OBJECT (self));
}

/**
 * tl_viewport_zoom_at:
 * @self: a viewport
 * @x: where the same moment stays, in pixels from the left
 * @factor: more than 1 magnifies
 *
 * Zooms about a place, as far as the limits allow.
 */
void
tl_viewport_zoom_at (TlViewport *self, double x, double factor)
{
  g_return_if_fail (TL_IS_VIEWPORT (self));

  tl_viewport_set_scale (self,
                         tl_viewport_zoomed_at (self, self->scale, x, factor));
}

/**
 * tl_viewport_fit:
 * @self: a viewport
 *
 * Shows everything, now and when the size changes.
 */
void
tl_viewport_fit (TlViewport *self)
{
  g_return_if_fail (TL_IS_VIEWPORT (self));

  g_object_freeze_notify (G_OBJECT (self));
  set_fitted (self, TRUE);
  if (self->fit.px_per_unit > 0)
    take_scale (self, tl_viewport_clamp_scale (self, self->fit));
  g_object_thaw_notify (G_OBJECT (self));
}
