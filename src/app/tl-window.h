/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "tl-document.h"

G_BEGIN_DECLS

/**
 * TlWindow:
 *
 * A window on one dataset: views of it and a details pane. Every command is one
 * of its actions, "win.…".
 */
#define TL_TYPE_WINDOW (tl_window_get_type ())
G_DECLARE_FINAL_TYPE (TlWindow, tl_window, TL, WINDOW, AdwApplicationWindow)

/* settings: nullable, where the window remembers its size and view. */
TlWindow *tl_window_new (GtkApplication *application, GSettings *settings);

/* Shows another dataset in the window. file: nullable, NULL for the built-in
 * one. record: nullable, id of the record that is selected then. */
void tl_window_open (TlWindow *self, GFile *file, const char *record);
/* Selects a record of what is shown and reveals it; says so when that cannot be
 * done. */
void tl_window_show_record (TlWindow *self, const char *record);
/* (nullable): of the dataset that is shown. */
const char *tl_window_get_dataset_id (TlWindow *self);
/* (nullable): what was opened last. */
TlDocument *tl_window_get_document (TlWindow *self);

G_END_DECLS
