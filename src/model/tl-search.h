/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tl-dataset.h"

G_BEGIN_DECLS

/* Keeps those of the records (element-type guint) that have all the words,
 * which are folded. */
void tl_search_narrow (TlDataset *dataset, char *const *words, GArray *records);

G_END_DECLS
