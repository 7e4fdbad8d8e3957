/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Lets a spin button show and read its number as the language of the messages
 * writes it: GTK asks the locale of the process, which need not be that
 * language. zero (nullable): the words that stand for the number 0. Takes the
 * signals “input” and “output”; call it once, when the adjustment has its
 * range. */
void tl_number_button_set_up (GtkSpinButton *button, const char *zero);

G_END_DECLS
