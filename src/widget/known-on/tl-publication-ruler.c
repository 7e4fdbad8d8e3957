/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-publication-ruler.h"

#include <math.h>

/* Ticks hang from the trough of the scale; the more was published, the longer
 * they are. They and their labels are made when the days or the width change;
 * a frame only draws them. */

#define TICK_WIDTH 1.5
#define TICK_LENGTH 6.0
#define TICK_GROWTH 2.0
#define TICK_MAX 12.0
#define LABEL_GAP 2.0
#define LABEL_SPACING 10.0
/* So much of a label may stand out over an end. */
#define LABEL_OVERHANG 10.0
/* Only so many ticks are worth to be looked at for a label. */
#define MAX_LABELED 64
#define KNOWN_ALPHA 0.9f
#define UNKNOWN_ALPHA 0.42f

typedef struct
{
  PangoLayout *layout;
  double       x; /* from the left end */
} Label;

struct _TlPublicationRuler
{
  TlPublications *publications; /* nullable */
  GArray         *marks;        /* nullable, element-type TlPublicationMark */
  GArray         *labels;       /* element-type Label */
  double          marks_width;  /* that they are for */
};

static void
clear_label (gpointer data)
{
  g_clear_object (&((Label *)data)->layout);
}

TlPublicationRuler *
tl_publication_ruler_new (void)
{
  TlPublicationRuler *self = g_new0 (TlPublicationRuler, 1);

  self->labels = g_array_new (FALSE, FALSE, sizeof (Label));
  g_array_set_clear_func (self->labels, clear_label);
  return self;
}

void
tl_publication_ruler_free (TlPublicationRuler *self)
{
  if (self == NULL)
    return;
  tl_publication_ruler_reset (self);
  g_array_unref (self->labels);
  g_clear_pointer (&self->publications, tl_publications_unref);
  g_free (self);
}

void
tl_publication_ruler_reset (TlPublicationRuler *self)
{
  g_return_if_fail (self != NULL);

  g_clear_pointer (&self->marks, g_array_unref);
  g_array_set_size (self->labels, 0);
}

void
tl_publication_ruler_set_publications (TlPublicationRuler *self,
                                       TlPublications     *publications)
{
  g_return_if_fail (self != NULL);

  tl_publication_ruler_reset (self);
  g_clear_pointer (&self->publications, tl_publications_unref);
  if (publications != NULL)
    self->publications = tl_publications_ref (publications);
}

/* Marks count from the early end. */
static double
get_x (const TlRulerFrame *frame, double x)
{
  return frame->mirrored ? frame->width - x : x;
}

static const TlPublicationMark *
get_mark (TlPublicationRuler *self, guint index)
{
  return &g_array_index (self->marks, TlPublicationMark, index);
}

static PangoLayout *
make_layout (const TlRulerFrame *frame, gint64 day)
{
  g_autofree char *text =
      tl_date_formatter_format_day (frame->formatter, day, TL_DATE_STYLE_SHORT);
  PangoLayout *layout = gtk_widget_create_pango_layout (frame->widget, text);
  g_autoptr (PangoAttrList) attributes = pango_attr_list_new ();

  pango_attr_list_insert (attributes, pango_attr_scale_new (0.8));
  pango_layout_set_attributes (layout, attributes);
  return layout;
}

static gboolean
is_free (const GArray *labels, double from, double to)
{
  for (guint i = 0; i < labels->len; i++)
    {
      const Label *other = &g_array_index (labels, Label, i);
      int          width;

      pango_layout_get_pixel_size (other->layout, &width, NULL);
      if (from < other->x + width + LABEL_SPACING &&
          to + LABEL_SPACING > other->x)
        return FALSE;
    }
  return TRUE;
}

/* A label that has no room is left out. */
static void
add_label (TlPublicationRuler *self, const TlRulerFrame *frame, guint index)
{
  const TlPublicationMark *mark = get_mark (self, index);
  gint64 day = tl_publications_get_day (self->publications, mark->first);
  Label  label = { .layout = make_layout (frame, day) };
  int    width;

  pango_layout_get_pixel_size (label.layout, &width, NULL);
  label.x = get_x (frame, mark->x) - width / 2.0;
  label.x = MIN (label.x, frame->width + LABEL_OVERHANG - width);
  label.x = MAX (label.x, -LABEL_OVERHANG);
  if (is_free (self->labels, label.x, label.x + width))
    g_array_append_val (self->labels, label);
  else
    clear_label (&label);
}

/* The last and the first tell the range; then what has room. */
static void
make_labels (TlPublicationRuler *self, const TlRulerFrame *frame)
{
  guint n = self->marks->len;

  if (n == 0)
    return;
  add_label (self, frame, n - 1);
  add_label (self, frame, 0);
  for (guint i = 1; i + 1 < n && n <= MAX_LABELED; i++)
    add_label (self, frame, n - 1 - i);
}

static gboolean
ensure_marks (TlPublicationRuler *self, const TlRulerFrame *frame)
{
  if (self->publications == NULL)
    return FALSE;
  if (self->marks != NULL && fabs (frame->width - self->marks_width) < 0.01)
    return TRUE;

  tl_publication_ruler_reset (self);
  self->marks = tl_publication_marks_new (self->publications, frame->from,
                                          frame->to, frame->width);
  self->marks_width = frame->width;
  make_labels (self, frame);
  return TRUE;
}

const TlPublicationMark *
tl_publication_ruler_find (TlPublicationRuler *self,
                           const TlRulerFrame *frame,
                           double              x,
                           double              max_distance)
{
  guint index;

  g_return_val_if_fail (self != NULL && frame != NULL, NULL);

  if (!ensure_marks (self, frame))
    return NULL;
  index = tl_publication_marks_find (
      self->marks, get_x (frame, x - frame->start), max_distance);
  return index != TL_NONE ? get_mark (self, index) : NULL;
}

static void
append_tick (GtkSnapshot             *snapshot,
             const TlRulerFrame      *frame,
             const TlPublicationMark *mark,
             GdkRGBA                  color)
{
  double x = frame->start + get_x (frame, mark->x);
  double length = MIN (
      TICK_LENGTH + TICK_GROWTH * log2 ((double)mark->n_sources), TICK_MAX);

  gtk_snapshot_append_color (
      snapshot, &color,
      &GRAPHENE_RECT_INIT ((float)(x - TICK_WIDTH / 2), (float)frame->top,
                           (float)TICK_WIDTH, (float)length));
}

static void
append_label (GtkSnapshot        *snapshot,
              const TlRulerFrame *frame,
              const Label        *label,
              GdkRGBA             color)
{
  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (
      snapshot,
      &GRAPHENE_POINT_INIT ((float)floor (frame->start + label->x),
                            (float)(frame->top + TICK_MAX + LABEL_GAP)));
  gtk_snapshot_append_layout (snapshot, label->layout, &color);
  gtk_snapshot_restore (snapshot);
}

void
tl_publication_ruler_snapshot (TlPublicationRuler *self,
                               const TlRulerFrame *frame,
                               GtkSnapshot        *snapshot)
{
  GdkRGBA color;
  GdkRGBA faint;

  g_return_if_fail (self != NULL && frame != NULL);

  if (!ensure_marks (self, frame))
    return;
  gtk_style_context_get_color (gtk_widget_get_style_context (frame->widget),
                               &color);
  faint = color;
  color.alpha *= KNOWN_ALPHA;
  faint.alpha *= UNKNOWN_ALPHA;
  for (guint i = 0; i < self->marks->len; i++)
    {
      const TlPublicationMark *mark = get_mark (self, i);
      gint64 day = tl_publications_get_day (self->publications, mark->first);

      append_tick (snapshot, frame, mark, day <= frame->known ? color : faint);
    }
  for (guint i = 0; i < self->labels->len; i++)
    append_label (snapshot, frame, &g_array_index (self->labels, Label, i),
                  color);
}
