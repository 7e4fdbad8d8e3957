/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "tl-dataset.h"

G_BEGIN_DECLS

/* Tells how much time there is between two records. (transfer none) */
GtkWindow *tl_measure_dialog_show (GtkWindow  *parent,
                                   TlDataset  *dataset,
                                   guint       first,
                                   guint       second,
                                   const char *language);

G_END_DECLS
