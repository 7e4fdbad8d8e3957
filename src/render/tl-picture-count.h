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

TlPictureCount tl_picture_count_view (const TlView *view);
/* records: (array length=n_records): when all of them are in the picture. */
TlPictureCount tl_picture_count_records (TlDataset   *dataset,
                                         const guint *records,
                                         guint        n_records);

G_END_DECLS
