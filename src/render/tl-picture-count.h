/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tl-layout.h"

G_BEGIN_DECLS

/**
 * TlPictureCount:
 * @n_shown: records in the picture, as themselves or in a cluster
 * @n_contested: those of them whose accounts disagree
 *
 * A record counts once, however many groups it stands in.
 */
typedef struct
{
  guint n_shown;
  guint n_contested;
} TlPictureCount;

/* The records of a view, as themselves or in a cluster, each once, in the
 * order of time. (transfer full) (element-type guint) */
GArray *
tl_picture_collect_records (const TlView *view) G_GNUC_WARN_UNUSED_RESULT;
/* Their sources, each once, in order of first publication. (transfer full)
 * (element-type guint) */
GArray *tl_picture_collect_sources (TlDataset *dataset, const GArray *records)
    G_GNUC_WARN_UNUSED_RESULT;
/* records: (element-type guint) */
TlPictureCount tl_picture_count_records (TlDataset    *dataset,
                                         const GArray *records);

G_END_DECLS
