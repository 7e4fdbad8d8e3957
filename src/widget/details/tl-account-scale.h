/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "tl-pane-context.h"

G_BEGIN_DECLS

/**
 * TlAccountScale:
 *
 * The accounts of a record on a small scale of time that they have in common,
 * one below the other, so that one sees how they differ: their dates as on the
 * timeline, with what is not certain about them.
 */
#define TL_TYPE_ACCOUNT_SCALE (tl_account_scale_get_type ())
G_DECLARE_FINAL_TYPE (
    TlAccountScale, tl_account_scale, TL, ACCOUNT_SCALE, GtkWidget)

GtkWidget *tl_account_scale_new (TlPaneContext context, const TlRecord *record);

G_END_DECLS
