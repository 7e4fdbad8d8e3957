/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "tl-explorer.h"

G_BEGIN_DECLS

/**
 * TlExpirationsView:
 *
 * What runs out or ran out, as [struct@Expirations] has it: a card each, what
 * comes next first. Counted from today, or from the day on which it must have
 * been known. What is selected here is selected everywhere.
 */
#define TL_TYPE_EXPIRATIONS_VIEW (tl_expirations_view_get_type ())
G_DECLARE_FINAL_TYPE (
    TlExpirationsView, tl_expirations_view, TL, EXPIRATIONS_VIEW, GtkWidget)

GtkWidget *tl_expirations_view_new (TlExplorer *explorer, const char *language);

G_END_DECLS
