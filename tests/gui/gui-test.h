/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "tl-dataset.h"

G_BEGIN_DECLS

/* What the window tests share. */

/* Iterates the main loop until condition is true; fails after a minute. */
#define gui_wait_for(condition)                                                \
  G_STMT_START                                                                 \
  {                                                                            \
    gint64 gui_deadline = g_get_monotonic_time () + 60 * G_USEC_PER_SEC;       \
    while (!(condition) && g_get_monotonic_time () < gui_deadline)             \
      gui_iterate ();                                                          \
    g_assert_true (condition);                                                 \
  }                                                                            \
  G_STMT_END

/* FALSE, after saying so in TAP, when there is no display. */
gboolean gui_test_init (int *argc, char ***argv);
/* Also removes what the tests wrote. */
int  gui_test_run (void);
void gui_iterate (void);
/* Removes what windows remember of datasets. */
void gui_forget_state (void);
/* Iterates for a while, for things that must not happen. */
void gui_settle (guint ms);

/* The first descendant (or root itself) of a type, else NULL. */
GtkWidget *gui_find (GtkWidget *root, GType type);
/* The first descendant with that accessible label, else NULL. */
GtkWidget *gui_find_named (GtkWidget *root, const char *name);
/* The first label with that text, else NULL. */
GtkWidget *gui_find_text (GtkWidget *root, const char *text);
/* All widgets that have this action. (transfer container) */
GPtrArray *gui_find_actions (GtkWidget  *root,
                             const char *action) G_GNUC_WARN_UNUSED_RESULT;
/* Texts of all labels that are visible below root, a line each. (transfer
 * full) */
char *gui_dup_text (GtkWidget *root) G_GNUC_WARN_UNUSED_RESULT;
/* The accessible label. (transfer full) */
char *gui_dup_name (GtkWidget *widget) G_GNUC_WARN_UNUSED_RESULT;

void gui_assert_has_text (GtkWidget *root, const char *text);
void gui_assert_lacks_text (GtkWidget *root, const char *text);

/* The built-in dataset. (transfer full) */
TlDataset *gui_load_builtin (void) G_GNUC_WARN_UNUSED_RESULT;
/* A file of the fixtures. (transfer full) */
GFile     *gui_get_fixture (const char *name) G_GNUC_WARN_UNUSED_RESULT;
TlDataset *gui_load_fixture (const char *name) G_GNUC_WARN_UNUSED_RESULT;
/* A new file with this content in the test's own folder. (transfer full) */
GFile *gui_write_file (const char *name,
                       const char *content) G_GNUC_WARN_UNUSED_RESULT;
/* The text of a fixture, with all occurrences of a text replaced by another.
 * (transfer full) */
char *gui_dup_fixture_text (const char *name,
                            const char *find,
                            const char *replacement) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
