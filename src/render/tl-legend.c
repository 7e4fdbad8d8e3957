/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-legend.h"

#include <glib/gi18n.h>
#include <math.h>

#include "tl-glyph.h"
#include "tl-painter-private.h"
#include "tl-picture-relations.h"

/* A quiet row of samples under the picture: only what occurs in it. */

#define ROW_HEIGHT 20.0
#define GLYPH_SIZE 11.0
#define SAMPLE_WIDTH 26.0
#define ENTRY_GAP 18.0
#define ARROW_HALF 13.0

typedef enum
{
  SAMPLE_KIND,
  SAMPLE_STATUS,
  SAMPLE_CONTESTED,
  SAMPLE_INEXACT,
  SAMPLE_RELATION,
} TlSampleType;

typedef struct
{
  TlSampleType type;
  guint        value;
  const char  *text;
} TlSample;

static void
add_sample (GArray *samples, TlSampleType type, guint value, const char *text)
{
  g_array_append_val (samples, ((TlSample){ type, value, text }));
}

static void
collect_relations (const TlView *view, GArray *samples)
{
  g_autoptr (TlCurves) curves =
      tl_curves_new (view, TL_NONE, TL_PICTURE_MAX_CURVES);
  gboolean relations[TL_N_RELATIONS] = { FALSE };

  for (guint i = 0; i < curves->n_curves; i++)
    relations[curves->curves[i].relation] = TRUE;
  for (guint i = 0; i < TL_N_RELATIONS; i++)
    if (relations[i])
      add_sample (samples, SAMPLE_RELATION, i,
                  tl_relation_get_label ((TlRelation)i, FALSE));
}

static GArray *
collect_samples (const TlView *view)
{
  const TlEntry *entries =
      tl_dataset_get_entries (tl_layout_get_dataset (view->layout));
  GArray  *samples = g_array_new (FALSE, FALSE, sizeof (TlSample));
  gboolean kinds[TL_N_KINDS] = { FALSE };
  gboolean statuses[TL_N_STATUSES] = { FALSE };
  gboolean contested = FALSE;
  gboolean inexact = FALSE;

  for (guint i = 0; i < view->n_marks; i++)
    if (view->marks[i].type == TL_MARK_RECORD)
      {
        const TlEntry *entry = &entries[view->marks[i].index];

        kinds[entry->kind] = TRUE;
        statuses[entry->status] = TRUE;
        contested |= entry->contested;
        inexact |= !tl_span_is_exact (entry->span);
      }

  for (guint i = 0; i < TL_N_KINDS; i++)
    if (kinds[i])
      add_sample (samples, SAMPLE_KIND, i, tl_kind_get_label ((TlKind)i));
  for (guint i = TL_STATUS_PLANNED; i < TL_N_STATUSES; i++)
    if (statuses[i])
      add_sample (samples, SAMPLE_STATUS, i, tl_status_get_label ((TlStatus)i));
  if (contested)
    add_sample (samples, SAMPLE_CONTESTED, 0, C_ ("legend", "Contested"));
  if (inexact)
    add_sample (samples, SAMPLE_INEXACT, 0, C_ ("legend", "Inexact date"));
  return samples;
}

/* From left to right, or the other way round, as lines are read. */
static void
add_arrow (
    TlScene *scene, TlPainter painter, guint relation, double x, double y)
{
  double  half = painter.right_to_left ? -ARROW_HALF : ARROW_HALF;
  TlCurve curve = {
    .relation = (TlRelation)relation,
    .x = { x - half, x - half / 3, x + half / 3, x + half },
    .y = { y, y, y, y },
  };

  tl_painter_add_curve (painter, scene, &curve, 1, FALSE, FALSE);
}

static void
add_haze (TlScene *scene, TlColor color, double x, double y)
{
  TlRect rect = { x - 13, y - 5, 26, 10 };

  tl_scene_add_rect (scene, rect, 5,
                     (TlPaint){ .kind = TL_PAINT_FADE,
                                .color = tl_color_with_alpha (color, 0.5),
                                .from_x = rect.x,
                                .to_x = rect.x + rect.width,
                                .start_width = 10,
                                .end_width = 10 },
                     tl_stroke_none ());
}

static void
paint_sample (TlScene        *scene,
              TlPainter       painter,
              const TlSample *sample,
              double          x,
              double          y)
{
  TlColor muted = painter.palette->text_muted;
  TlColor paper = painter.palette->background;

  switch (sample->type)
    {
    case SAMPLE_KIND:
      tl_glyph_add (scene, (TlKind)sample->value, TL_GLYPH_SOLID, FALSE, x, y,
                    GLYPH_SIZE, painter.palette->kind[sample->value], paper);
      break;
    case SAMPLE_STATUS:
      tl_glyph_add (scene, TL_KIND_TALK,
                    tl_glyph_look_for_status ((TlStatus)sample->value), FALSE,
                    x, y, GLYPH_SIZE, muted, paper);
      break;
    case SAMPLE_CONTESTED:
      tl_glyph_add (scene, TL_KIND_TALK, TL_GLYPH_SOLID, TRUE, x, y, GLYPH_SIZE,
                    muted, paper);
      break;
    case SAMPLE_RELATION:
      add_arrow (scene, painter, sample->value, x, y);
      break;
    case SAMPLE_INEXACT:
    default:
      add_haze (scene, muted, x, y);
      tl_glyph_add (scene, TL_KIND_TALK, TL_GLYPH_SOLID, FALSE, x, y,
                    GLYPH_SIZE, muted, paper);
      break;
    }
}

static TlScene *
paint_samples (TlPainter painter, const GArray *samples, double width)
{
  g_autofree double *text_widths = g_new (double, samples->len + 1);
  TlScene           *scene;
  double             x = 0;
  guint              rows = 1;

  for (guint i = 0; i < samples->len; i++)
    {
      text_widths[i] = tl_text_measurer_measure_scaled (
          painter.measurer, g_array_index (samples, TlSample, i).text,
          TL_FONT_DETAIL, 1, FALSE);
      if (x > 0 && x + SAMPLE_WIDTH + text_widths[i] > width)
        {
          rows++;
          x = 0;
        }
      x += SAMPLE_WIDTH + text_widths[i] + ENTRY_GAP;
    }

  scene = tl_scene_new (width, rows * ROW_HEIGHT);
  x = 0;
  rows = 0;
  for (guint i = 0; i < samples->len; i++)
    {
      const TlSample *sample = &g_array_index (samples, TlSample, i);
      double          glyph_x;
      double          text_x;
      double          y;

      if (x > 0 && x + SAMPLE_WIDTH + text_widths[i] > width)
        {
          rows++;
          x = 0;
        }
      y = (rows + 0.5) * ROW_HEIGHT;
      glyph_x = x + SAMPLE_WIDTH / 2 - 4;
      text_x = x + SAMPLE_WIDTH;
      if (painter.right_to_left)
        {
          glyph_x = width - glyph_x;
          text_x = width - text_x - text_widths[i];
        }
      paint_sample (scene, painter, sample, glyph_x, y);
      tl_scene_add_text (scene, sample->text, text_x, y + 3.8, text_widths[i],
                         TL_FONT_DETAIL, 1, FALSE, painter.palette->text_muted);
      x += SAMPLE_WIDTH + text_widths[i] + ENTRY_GAP;
    }
  return scene;
}

TlScene *
tl_legend_new (TlPainter painter, const TlView *view, double width)
{
  g_autoptr (GArray) samples = collect_samples (view);

  return paint_samples (painter, samples, width);
}

TlScene *
tl_legend_new_with_relations (TlPainter     painter,
                              const TlView *view,
                              double        width)
{
  g_autoptr (GArray) samples = collect_samples (view);

  collect_relations (view, samples);
  return paint_samples (painter, samples, width);
}
