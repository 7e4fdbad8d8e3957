/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "tl-expirations.h"
#include "tl-pane-context.h"

G_BEGIN_DECLS

/* One end of a treaty as a card: how long it still has or how long ago it was,
 * large; what ends, when, how sure that is, for whom, and who says so.
 * is_narrow: one part below the other. search: nullable, marked in the texts.
 * (transfer floating) */
GtkWidget *tl_expiration_card_new (TlPaneContext context,
                                   TlExpiration  end,
                                   gboolean      is_narrow,
                                   const char   *search);
/* What is read out for it, before its place in the list. (transfer full) */
char *tl_expiration_card_dup_countdown (TlPaneContext context, TlExpiration end)
    G_GNUC_WARN_UNUSED_RESULT;
/* "Still to come" */
const char *tl_expiration_group_get_title (TlExpirationGroup group);

G_END_DECLS
