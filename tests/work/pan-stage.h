/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tl-layout.h"
#include "tl-painter.h"

G_BEGIN_DECLS

/* The picture of a dataset, 1920 pixels wide and some way into it, that is
 * panned step by step on to where nobody was, as the window does: geometry,
 * and the scene of the strip that came into view. */
typedef struct
{
  TlDataset       *dataset;
  TlWarp          *warp;
  TlDateFormatter *formatter;
  TlTextMeasurer  *measurer;
  TlPainter        painter;
  guint           *records;
  TlLayout        *layout;
  TlScale          scale;
  guint            n_marks; /* of the last picture */
  guint64          n_items; /* of all scenes */
} PanStage;

/* Takes the dataset; the first picture is there. */
PanStage *pan_stage_new (TlDataset *dataset);
void      pan_stage_free (PanStage *stage);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (PanStage, pan_stage_free)

void pan_stage_step (PanStage *stage);

G_END_DECLS
