/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "tl-record-ranks.h"

G_BEGIN_DECLS

/* Width of the longest single word that the cells of a column may have to
 * show, in logical pixels, as far as the program itself puts the words: those
 * of kinds, acts and statuses. They are long in some languages, and a word that
 * is cut tells little. 0 for a column of other words. */
int tl_column_measure_words (GtkWidget *widget, TlSortKey key);

G_END_DECLS
