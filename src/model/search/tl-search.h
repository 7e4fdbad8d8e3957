/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tl-dataset.h"
#include "tl-parallel.h"

G_BEGIN_DECLS

/* Keeps those of the records that have all the words, which are folded. FALSE
 * when cancelled. */
gboolean tl_search_narrow (TlDataset    *dataset,
                           char *const  *words,
                           guint        *records,
                           guint        *n_records,
                           const TlWork *work);

G_END_DECLS
