/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pan-stage.h"

#define WIDTH 1920
#define STEP_PX 24.0
/* Than everything in view: every size still has more to show than room. */
#define CLOSER 8

static TlLayout *
create_layout (PanStage *stage)
{
  TlLayoutOptions options = {
    .dataset = stage->dataset,
    .records = stage->records,
    .n_records = tl_dataset_get_n_records (stage->dataset),
    .group_by = TL_GROUP_BY_KIND,
    .warp = stage->warp,
    .formatter = stage->formatter,
    .language = "en",
    .measure = tl_text_measurer_measure,
    .measure_data = stage->measurer,
    .zoom = 1,
    .today = 18000 * G_GINT64_CONSTANT (86400),
  };

  return tl_layout_new (&options);
}

static void
paint (PanStage *stage, double from_x)
{
  g_autoptr (TlView) view = tl_layout_get_view (stage->layout, stage->scale);
  g_autoptr (TlScene) scene =
      tl_painter_paint_marks (stage->painter, view, from_x, WIDTH);

  stage->n_marks = view->n_marks;
  stage->n_items += tl_scene_get_n_items (scene);
}

PanStage *
pan_stage_new (TlDataset *dataset)
{
  PanStage *stage = g_new0 (PanStage, 1);
  guint     n = tl_dataset_get_n_records (dataset);

  stage->dataset = dataset;
  stage->records = g_new (guint, n);
  for (guint i = 0; i < n; i++)
    stage->records[i] = i;
  stage->warp = tl_warp_new_for_dataset (dataset);
  stage->formatter = tl_date_formatter_new ("en");
  stage->measurer = tl_text_measurer_new (NULL);
  stage->painter.measurer = stage->measurer;
  stage->painter.palette = tl_palette_get (TL_THEME_LIGHT);
  stage->layout = create_layout (stage);
  stage->scale = tl_layout_fit (stage->layout, WIDTH, FALSE);
  tl_layout_set_edges (stage->layout, stage->scale);
  stage->scale = tl_scale_zoom_at (stage->scale, 0, CLOSER);
  paint (stage, 0);
  return stage;
}

void
pan_stage_free (PanStage *stage)
{
  tl_layout_unref (stage->layout);
  tl_text_measurer_unref (stage->measurer);
  tl_date_formatter_free (stage->formatter);
  tl_warp_unref (stage->warp);
  g_free (stage->records);
  g_object_unref (stage->dataset);
  g_free (stage);
}

void
pan_stage_step (PanStage *stage)
{
  stage->scale = tl_scale_pan (stage->scale, -STEP_PX);
  paint (stage, WIDTH - STEP_PX);
}
