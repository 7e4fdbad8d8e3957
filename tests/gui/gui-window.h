/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gui-test.h"
#include "tl-application.h"
#include "tl-details-pane.h"
#include "tl-timeline-view.h"
#include "tl-window.h"

G_BEGIN_DECLS

/**
 * GuiWindow:
 * @window: the window shown last, with its parts
 * @file: of the fixture "window.json", in a folder of the test's own
 *
 * Fixture of tests that drive a window as menu, keys and buttons do: by its
 * actions.
 */
typedef struct
{
  TlApplication  *application;
  TlWindow       *window;
  TlTimelineView *timeline;
  TlDetailsPane  *details;
  GFile          *file;
} GuiWindow;

/* data: nullable, what run is given. */
typedef struct
{
  const char *path;
  void (*run) (GuiWindow *fixture, gconstpointer data);
  gconstpointer data;
} GuiWindowTest;

/* What main() of such tests does: each of them has a fixture of its own. */
int gui_window_run (int                  argc,
                    char               **argv,
                    const GuiWindowTest *tests,
                    gsize                n_tests);
/* Opens a window and waits until it shows the file, or that it cannot. file:
 * NULL for the built-in dataset. record: nullable, selected then. */
void gui_window_show (GuiWindow *fixture, GFile *file, const char *record);
/* Waits until the window has read the file that it opens. */
void gui_window_wait (GuiWindow *fixture);
void gui_window_close (GuiWindow *fixture);
/* target: nullable. */
void     gui_window_activate (GuiWindow  *fixture,
                              const char *action,
                              const char *target);
gboolean gui_window_is_enabled (GuiWindow *fixture, const char *action);
/* Of an action with a boolean state. */
gboolean gui_window_get_state (GuiWindow *fixture, const char *action);
/* NULL when nothing is selected. */
const char *gui_window_get_selected_id (GuiWindow *fixture);
/* The other window that is open, a dialog; NULL when there is none. */
GtkWidget *gui_window_get_dialog (GuiWindow *fixture);

G_END_DECLS
