/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "tl-dataset.h"

G_BEGIN_DECLS

/* Tells in the box, which is hidden when there is nothing to tell, by which
 * texts in other languages a search found the record, or TL_NONE. dataset,
 * search, language: nullable. */
void tl_details_fill_reasons (GtkBox     *box,
                              TlDataset  *dataset,
                              guint       record,
                              const char *search,
                              const char *language);

G_END_DECLS
