/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-publication-scale.h"

#include <glib/gi18n.h>
#include <math.h>

#include "tl-animation.h"
#include "tl-calendar.h"
#include "tl-publication-ruler.h"
#include "tl-publication-words.h"
#include "tl-time-axis.h"

/* GtkScale brings pointer, keys, and the value for assistive technologies; its
 * own marks are a widget each, and there may be thousands. So ticks are drawn,
 * and made anew only when the days or the width change. The value counts days
 * since 1970. While the slider glides, the day is that at which it will
 * arrive. */

/* A drag stops at a tick within so many pixels, a tooltip tells of it. */
#define SNAP 5.0
#define TOOLTIP_REACH 8.0
#define GLIDE_US 350000

struct _TlPublicationScale
{
  GtkScale parent_instance;

  TlPublications  *publications; /* nullable */
  TlDataset       *dataset;      /* nullable, as the publications */
  TlDateFormatter *formatter;
  char            *language; /* nullable */
  gint64           day;      /* its first second */

  TlPublicationRuler *ruler;
  TlAnimation        *animation;
  double              glide_from;
};

enum
{
  SIGNAL_CHOSEN,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

/**
 * TlPublicationScale:
 *
 * # CSS nodes
 *
 * `scale.tl-publications`, which needs room for ticks and labels below the
 * trough.
 *
 * # Accessibility
 *
 * `GTK_ACCESSIBLE_ROLE_SLIDER`; the value text is the day in words.
 */
G_DEFINE_FINAL_TYPE (TlPublicationScale, tl_publication_scale, GTK_TYPE_SCALE)

static double
to_value (gint64 second)
{
  return (double)tl_calendar_floor (second, TL_UNIT_DAY, 1) /
         (double)TL_SECONDS_PER_DAY;
}

static gint64
to_second (double value)
{
  return (gint64)llround (value) * TL_SECONDS_PER_DAY;
}

static gboolean
is_mirrored (TlPublicationScale *self)
{
  return tl_time_axis_is_mirrored (GTK_WIDGET (self));
}

/* --- where things are --- */

/* How far along the way of the slider a value is, from the left: 0–1. */
static double
get_fraction (TlPublicationScale *self, double value)
{
  GtkAdjustment *adjustment = gtk_range_get_adjustment (GTK_RANGE (self));
  double         lower = gtk_adjustment_get_lower (adjustment);
  double         upper = gtk_adjustment_get_upper (adjustment);
  double         fraction = 0;

  if (upper > lower)
    fraction = (value - lower) / (upper - lower);
  return is_mirrored (self) ? 1 - fraction : fraction;
}

static GtkWidget *
find_slider (GtkWidget *trough)
{
  for (GtkWidget *child = gtk_widget_get_first_child (trough); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (g_str_equal (gtk_widget_get_css_name (child), "slider"))
      return child;
  return NULL;
}

/* The ruler goes along the way of the slider's middle; FALSE until there is
 * one. */
static gboolean
get_frame (TlPublicationScale *self, TlRulerFrame *frame)
{
  GtkWidget      *widget = GTK_WIDGET (self);
  GtkAdjustment  *adjustment = gtk_range_get_adjustment (GTK_RANGE (self));
  GtkWidget      *trough = gtk_widget_get_first_child (widget);
  GtkWidget      *slider = trough != NULL ? find_slider (trough) : NULL;
  graphene_rect_t trough_box;
  int             slider_width;

  if (slider == NULL || self->publications == NULL ||
      !gtk_widget_compute_bounds (trough, widget, &trough_box))
    return FALSE;

  /* With its margins, which let it stand out over the ends. */
  gtk_widget_measure (slider, GTK_ORIENTATION_HORIZONTAL, -1, &slider_width,
                      NULL, NULL, NULL);
  *frame = (TlRulerFrame){
    .widget = widget,
    .formatter = self->formatter,
    .from = to_second (gtk_adjustment_get_lower (adjustment)),
    .to = to_second (gtk_adjustment_get_upper (adjustment)),
    .known = to_second (gtk_range_get_value (GTK_RANGE (self))),
    .start = (double)trough_box.origin.x + slider_width / 2.0,
    .width = gtk_widget_get_width (trough) - slider_width,
    .top = (double)trough_box.origin.y + (double)trough_box.size.height + 1,
    .mirrored = is_mirrored (self),
  };
  return frame->width > 0;
}

/* --- words --- */

static void
tell_day (TlPublicationScale *self)
{
  g_autofree char *text = tl_date_formatter_format_day (
      self->formatter, self->day, TL_DATE_STYLE_FULL);

  gtk_accessible_update_property (GTK_ACCESSIBLE (self),
                                  GTK_ACCESSIBLE_PROPERTY_VALUE_TEXT, text, -1);
}

static gboolean
tl_publication_scale_query_tooltip (
    GtkWidget *widget, int x, int y, gboolean keyboard, GtkTooltip *tooltip)
{
  TlPublicationScale      *self = TL_PUBLICATION_SCALE (widget);
  const TlPublicationMark *mark;
  g_autofree char         *text = NULL;
  TlRulerFrame             frame;

  if (!get_frame (self, &frame))
    return FALSE;
  if (keyboard)
    x = (int)tl_publication_scale_get_x (self, self->day);
  mark = tl_publication_ruler_find (self->ruler, &frame, x, TOOLTIP_REACH);
  if (mark == NULL)
    return FALSE;

  text = tl_publication_words_make_lines (self->dataset, self->publications,
                                          mark->first, mark->last,
                                          self->formatter, self->language);
  gtk_tooltip_set_text (tooltip, text);
  return TRUE;
}

/* --- moving --- */

static void
glide_cb (double progress, gpointer user_data)
{
  TlPublicationScale *self = user_data;
  double              to = to_value (self->day);

  gtk_range_set_value (GTK_RANGE (self),
                       self->glide_from + (to - self->glide_from) * progress);
}

/* The day of the next publication in a direction, or an end of the scale. */
static gint64
find_publication (TlPublicationScale *self, int direction)
{
  GtkAdjustment *adjustment = gtk_range_get_adjustment (GTK_RANGE (self));
  guint          n_days = tl_publications_get_n_days (self->publications);
  guint          last = tl_publications_find (self->publications,
                                     direction > 0 ? self->day : self->day - 1);

  if (direction > 0)
    last = last == TL_NONE ? 0 : last + 1;
  if (last < n_days)
    return tl_publications_get_day (self->publications, last);
  return to_second (direction > 0 ? gtk_adjustment_get_upper (adjustment)
                                  : gtk_adjustment_get_lower (adjustment));
}

/* A drag stops at what is near; but one that stands there already is let go. */
static double
snap (TlPublicationScale *self, double value)
{
  const TlPublicationMark *mark;
  TlRulerFrame             frame;
  double                   day;

  if (!get_frame (self, &frame))
    return value;
  mark = tl_publication_ruler_find (
      self->ruler, &frame,
      frame.start + get_fraction (self, value) * frame.width, SNAP);
  if (mark == NULL)
    return value;
  day = to_value (tl_publications_get_day (self->publications, mark->last));
  return fabs (day - to_value (self->day)) < 0.5 ? value : day;
}

static gint64
choose_day (TlPublicationScale *self, GtkScrollType scroll, double value)
{
  double now = gtk_range_get_value (GTK_RANGE (self));

  switch (scroll)
    {
    case GTK_SCROLL_PAGE_BACKWARD:
    case GTK_SCROLL_PAGE_FORWARD:
    case GTK_SCROLL_PAGE_UP:
    case GTK_SCROLL_PAGE_DOWN:
    case GTK_SCROLL_PAGE_LEFT:
    case GTK_SCROLL_PAGE_RIGHT:
      return find_publication (self, value > now ? 1 : -1);
    case GTK_SCROLL_JUMP:
      return to_second (snap (self, value));
    case GTK_SCROLL_NONE:
    case GTK_SCROLL_STEP_BACKWARD:
    case GTK_SCROLL_STEP_FORWARD:
    case GTK_SCROLL_STEP_UP:
    case GTK_SCROLL_STEP_DOWN:
    case GTK_SCROLL_STEP_LEFT:
    case GTK_SCROLL_STEP_RIGHT:
    case GTK_SCROLL_START:
    case GTK_SCROLL_END:
    default:
      return to_second (value);
    }
}

/* What the user does, by pointer or keys. */
static gboolean
tl_publication_scale_change_value (GtkRange     *range,
                                   GtkScrollType scroll,
                                   double        value)
{
  TlPublicationScale *self = TL_PUBLICATION_SCALE (range);
  GtkAdjustment      *adjustment = gtk_range_get_adjustment (range);
  gint64              before = self->day;

  if (self->publications == NULL)
    return TRUE;
  value = CLAMP (value, gtk_adjustment_get_lower (adjustment),
                 gtk_adjustment_get_upper (adjustment));
  tl_publication_scale_set_day (self, choose_day (self, scroll, value));
  if (self->day != before)
    g_signal_emit (self, signals[SIGNAL_CHOSEN], 0);
  return TRUE;
}

static void
tl_publication_scale_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  TlPublicationScale *self = TL_PUBLICATION_SCALE (widget);
  TlRulerFrame        frame;

  if (get_frame (self, &frame))
    tl_publication_ruler_snapshot (self->ruler, &frame, snapshot);
  GTK_WIDGET_CLASS (tl_publication_scale_parent_class)
      ->snapshot (widget, snapshot);
}

/* A range of GTK runs as its text is read, or against it. */
static void
follow_axis (GtkWidget *widget)
{
  TlPublicationScale *self = TL_PUBLICATION_SCALE (widget);
  gboolean            right_to_left =
      gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;

  gtk_range_set_inverted (GTK_RANGE (self),
                          is_mirrored (self) != right_to_left);
  tl_publication_ruler_reset (self->ruler);
  gtk_widget_queue_draw (widget);
}

static void
tl_publication_scale_direction_changed (GtkWidget       *widget,
                                        GtkTextDirection previous)
{
  follow_axis (widget);
  GTK_WIDGET_CLASS (tl_publication_scale_parent_class)
      ->direction_changed (widget, previous);
}

static void
tl_publication_scale_css_changed (GtkWidget *widget, GtkCssStyleChange *change)
{
  GTK_WIDGET_CLASS (tl_publication_scale_parent_class)
      ->css_changed (widget, change);
  tl_publication_ruler_reset (TL_PUBLICATION_SCALE (widget)->ruler);
}

static void
tl_publication_scale_unmap (GtkWidget *widget)
{
  TlPublicationScale *self = TL_PUBLICATION_SCALE (widget);

  if (self->animation != NULL && tl_animation_is_running (self->animation))
    tl_publication_scale_set_day (self, self->day);
  GTK_WIDGET_CLASS (tl_publication_scale_parent_class)->unmap (widget);
}

static void
tl_publication_scale_dispose (GObject *object)
{
  TlPublicationScale *self = TL_PUBLICATION_SCALE (object);

  g_clear_pointer (&self->animation, tl_animation_free);
  g_clear_pointer (&self->publications, tl_publications_unref);
  g_clear_object (&self->dataset);
  G_OBJECT_CLASS (tl_publication_scale_parent_class)->dispose (object);
}

static void
tl_publication_scale_finalize (GObject *object)
{
  TlPublicationScale *self = TL_PUBLICATION_SCALE (object);

  tl_publication_ruler_free (self->ruler);
  tl_date_formatter_free (self->formatter);
  g_free (self->language);
  G_OBJECT_CLASS (tl_publication_scale_parent_class)->finalize (object);
}

static void
tl_publication_scale_class_init (TlPublicationScaleClass *klass)
{
  GObjectClass   *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = tl_publication_scale_dispose;
  object_class->finalize = tl_publication_scale_finalize;
  widget_class->snapshot = tl_publication_scale_snapshot;
  widget_class->query_tooltip = tl_publication_scale_query_tooltip;
  widget_class->direction_changed = tl_publication_scale_direction_changed;
  widget_class->css_changed = tl_publication_scale_css_changed;
  widget_class->unmap = tl_publication_scale_unmap;
  GTK_RANGE_CLASS (klass)->change_value = tl_publication_scale_change_value;

  /**
   * TlPublicationScale::chosen:
   *
   * The user chose another day.
   */
  signals[SIGNAL_CHOSEN] =
      g_signal_new ("chosen", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                    NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
tl_publication_scale_init (TlPublicationScale *self)
{
  GtkWidget *widget = GTK_WIDGET (self);

  self->formatter = tl_date_formatter_new (NULL);
  self->ruler = tl_publication_ruler_new ();
  self->animation = tl_animation_new (widget, glide_cb, self);
  gtk_scale_set_draw_value (GTK_SCALE (self), FALSE);
  gtk_widget_set_has_tooltip (widget, TRUE);
  gtk_widget_add_css_class (widget, "tl-publications");
  follow_axis (widget);
  tl_time_axis_watch (widget, follow_axis);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  /* Translators: Name of a slider: the day on
                                   * which what is shown was known. */
                                  _ ("Known on"), -1);
}

/**
 * tl_publication_scale_new:
 *
 * Returns: (transfer floating): a scale without days, which nobody can move
 */
GtkWidget *
tl_publication_scale_new (void)
{
  return g_object_new (TL_TYPE_PUBLICATION_SCALE, NULL);
}

/**
 * tl_publication_scale_set_language:
 * @self: a scale
 * @language: (nullable): of dates and titles; %NULL for that of the interface
 *
 * Sets the language.
 */
void
tl_publication_scale_set_language (TlPublicationScale *self,
                                   const char         *language)
{
  g_return_if_fail (TL_IS_PUBLICATION_SCALE (self));

  tl_date_formatter_free (self->formatter);
  self->formatter = tl_date_formatter_new (language);
  g_free (self->language);
  self->language = g_strdup (language);
  tl_publication_ruler_reset (self->ruler);
  tell_day (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/* A little more than from the first to the last. */
static void
set_range (TlPublicationScale *self)
{
  guint  n_days = tl_publications_get_n_days (self->publications);
  double from = to_value (tl_publications_get_day (self->publications, 0));
  double to =
      to_value (tl_publications_get_day (self->publications, n_days - 1));
  double margin = MAX (1, ceil ((to - from) / 50));

  gtk_adjustment_configure (gtk_range_get_adjustment (GTK_RANGE (self)),
                            to_value (self->day), from - margin, to + margin, 1,
                            MAX (1, round ((to - from) / 10)), 0);
  gtk_range_set_increments (GTK_RANGE (self), 1,
                            MAX (1, round ((to - from) / 10)));
}

/**
 * tl_publication_scale_set_publications:
 * @self: a scale
 * @publications: (nullable): the days to have ticks for
 * @dataset: (nullable): the dataset that they are of
 *
 * Shows other days: from a little before the first to a little after the last.
 * Where there are none, nobody can move the slider.
 */
void
tl_publication_scale_set_publications (TlPublicationScale *self,
                                       TlPublications     *publications,
                                       TlDataset          *dataset)
{
  g_return_if_fail (TL_IS_PUBLICATION_SCALE (self));
  g_return_if_fail (publications == NULL || TL_IS_DATASET (dataset));

  if (publications != NULL && tl_publications_get_n_days (publications) == 0)
    publications = NULL;
  tl_animation_stop (self->animation);
  tl_publication_ruler_set_publications (self->ruler, publications);
  g_clear_pointer (&self->publications, tl_publications_unref);
  if (publications != NULL)
    self->publications = tl_publications_ref (publications);
  g_clear_object (&self->dataset);
  if (publications != NULL)
    self->dataset = g_object_ref (dataset);
  gtk_widget_set_sensitive (GTK_WIDGET (self), publications != NULL);
  if (publications != NULL)
    set_range (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/**
 * tl_publication_scale_get_day:
 * @self: a scale
 *
 * Returns: the first civil second of the day
 */
gint64
tl_publication_scale_get_day (TlPublicationScale *self)
{
  g_return_val_if_fail (TL_IS_PUBLICATION_SCALE (self), 0);

  return self->day;
}

/**
 * tl_publication_scale_set_day:
 * @self: a scale
 * @second: a civil second of the day; one beyond an end of the scale shows
 *   there
 *
 * Moves the slider at once.
 */
void
tl_publication_scale_set_day (TlPublicationScale *self, gint64 second)
{
  g_return_if_fail (TL_IS_PUBLICATION_SCALE (self));

  tl_animation_stop (self->animation);
  self->day = tl_calendar_floor (second, TL_UNIT_DAY, 1);
  gtk_range_set_value (GTK_RANGE (self), to_value (self->day));
  tell_day (self);
}

/**
 * tl_publication_scale_glide_to:
 * @self: a scale
 * @second: see [method@PublicationScale.set_day]
 *
 * Lets the slider glide to a day, at once where the desktop wants no
 * animations.
 */
void
tl_publication_scale_glide_to (TlPublicationScale *self, gint64 second)
{
  g_return_if_fail (TL_IS_PUBLICATION_SCALE (self));

  tl_animation_stop (self->animation);
  self->glide_from = gtk_range_get_value (GTK_RANGE (self));
  self->day = tl_calendar_floor (second, TL_UNIT_DAY, 1);
  tell_day (self);
  tl_animation_start (self->animation, GLIDE_US);
}

/**
 * tl_publication_scale_get_x:
 * @self: a scale
 * @second: a civil second of a day
 *
 * Returns: where the day stands, in pixels of the widget; 0 until it has a
 *   place
 */
double
tl_publication_scale_get_x (TlPublicationScale *self, gint64 second)
{
  TlRulerFrame frame;

  g_return_val_if_fail (TL_IS_PUBLICATION_SCALE (self), 0);

  return get_frame (self, &frame)
             ? frame.start +
                   get_fraction (self, to_value (second)) * frame.width
             : 0;
}
