/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tl-dataset.h"

/* Datasets of many events for tests and benchmarks; the same bytes every
 * time. */
typedef enum
{
  SCALE_MIXED,       /* 60 years with bursts, a third with duration */
  SCALE_ONE_DAY,     /* all on one day */
  SCALE_OVERLAPPING, /* all last for decades */
  SCALE_ONE_BAR,     /* one long bar over moments */
} ScaleShape;
#define SCALE_N_SHAPES (SCALE_ONE_BAR + 1)

const char *scale_shape_get_name (ScaleShape shape);
TlDataset  *scale_new_dataset (ScaleShape shape, guint n_events);
