/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tl-timeline-view.h"

G_BEGIN_DECLS

/* Asks for a date, telling all the time what is understood, and brings the
 * timeline there. (transfer none) */
GtkWindow *tl_go_to_dialog_show (GtkWindow      *parent,
                                 TlTimelineView *timeline,
                                 const char     *language);

G_END_DECLS
