/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "tl-known-on-stepper.h"

G_BEGIN_DECLS

/**
 * TlKnownOnBar:
 *
 * A slider over the days on which sources were published, with what goes with
 * it.
 */
#define TL_TYPE_KNOWN_ON_BAR (tl_known_on_bar_get_type ())
G_DECLARE_FINAL_TYPE (
    TlKnownOnBar, tl_known_on_bar, TL, KNOWN_ON_BAR, GtkWidget)

GtkWidget *tl_known_on_bar_new (TlExplorer       *explorer,
                                TlKnownOnStepper *stepper,
                                const char *language) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
