/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tl-dataset.h"
#include "tl-date-formatter.h"
#include "tl-isolate.h"

G_BEGIN_DECLS

/**
 * TlPaneContext:
 * @dataset: what is shown
 * @formatter: makes words of dates
 * @language: (nullable): wanted language of the dataset's texts
 * @today: first civil second of the day that countdowns start from
 *
 * What every part of the details pane needs to put a record into words. A
 * plain value that borrows all it points to.
 */
typedef struct
{
  TlDataset       *dataset;
  TlDateFormatter *formatter;
  const char      *language;
  gint64           today;
} TlPaneContext;

/* A name for a source that is short and yet tells it from the others:
 * "EIRNS, 29 Jul 2020". (transfer full) */
char *tl_pane_context_dup_source_name (TlPaneContext context,
                                       guint source) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
