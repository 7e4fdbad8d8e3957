/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "tl-explorer.h"

G_BEGIN_DECLS

/**
 * TlResultBand:
 *
 * What stands over all views: what the dataset is called and how much it has,
 * how much of it is shown, and what it is filtered by.
 */
#define TL_TYPE_RESULT_BAND (tl_result_band_get_type ())
G_DECLARE_FINAL_TYPE (TlResultBand, tl_result_band, TL, RESULT_BAND, GtkWidget)

/* language: nullable, that names of the dataset are wanted in. */
GtkWidget *tl_result_band_new (TlExplorer *explorer, const char *language);
void       tl_result_band_set_note (TlResultBand *self, const char *note);

G_END_DECLS
