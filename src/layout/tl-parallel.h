/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef void (*TlTaskFunc) (guint task, gpointer data);

/* Calls func for each of 0…n_tasks - 1, in up to n_threads threads, that of the
 * caller among them, and returns when all is done. Tasks must not depend on
 * each other. */
void tl_parallel_run (guint      n_tasks,
                      guint      n_threads,
                      TlTaskFunc func,
                      gpointer   data);

G_END_DECLS
