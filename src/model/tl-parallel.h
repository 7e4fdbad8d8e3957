/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * TlWork:
 * @n_threads: on how many threads; 0 for as many as there are processors
 * @cancellable: (nullable): stops the work
 *
 * How work on many records is to be done. A plain value; what it says
 * never changes the outcome. %NULL in its place stands for zeros.
 */
typedef struct
{
  guint         n_threads;
  GCancellable *cancellable;
} TlWork;

/* Does one of several tasks that do not depend on each other. */
typedef void (*TlTaskFunc) (guint task, gpointer data);
/* Does one part of a pass: the elements first…end (exclusive). */
typedef void (*TlPartFunc) (guint part, guint first, guint end, gpointer data);
/* Leaves those in the array that are kept, in their order; returns how many. */
typedef guint (*TlKeepFunc) (guint        *elements,
                             guint         n_elements,
                             gconstpointer data);

/* Calls func for each of 0…n_tasks - 1, in any order and from several threads
 * at once, that of the caller among them. FALSE when cancelled; then tasks may
 * be left out. */
gboolean tl_parallel_run (guint         n_tasks,
                          TlTaskFunc    func,
                          gpointer      data,
                          const TlWork *work);
/* Into how many parts a pass over so many elements is divided. */
guint tl_parallel_count_parts (guint n_elements);
/* Calls func for every part, in any order and from several threads at once.
 * FALSE when cancelled; then parts may be left out. */
gboolean tl_parallel_pass (guint         n_elements,
                           TlPartFunc    func,
                           gpointer      data,
                           const TlWork *work);
/* Leaves those elements in the array that are kept, in their order. FALSE when
 * cancelled; then the array is worth nothing. */
gboolean tl_parallel_keep (guint        *elements,
                           guint        *n_elements,
                           TlKeepFunc    keep,
                           gconstpointer data,
                           const TlWork *work);

G_END_DECLS
