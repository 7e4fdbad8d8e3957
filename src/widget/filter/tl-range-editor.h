/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "tl-explorer.h"

G_BEGIN_DECLS

/**
 * TlRangeEditor:
 *
 * The range of time of an explorer's filter: two entries for dates in the
 * notation of the dataset (EDTF), each of which may be left empty, and the
 * choice between what certainly and what possibly happened in it. A date that
 * covers more than a day counts with all of it: from its first day, to its
 * last.
 */
#define TL_TYPE_RANGE_EDITOR (tl_range_editor_get_type ())
G_DECLARE_FINAL_TYPE (
    TlRangeEditor, tl_range_editor, TL, RANGE_EDITOR, GtkWidget)

GtkWidget *tl_range_editor_new (TlExplorer *explorer);

G_END_DECLS
