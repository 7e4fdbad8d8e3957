/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-parallel.h"

/* Threads take the next task as they come; where none can be had, the caller
 * does everything. */

#define MAX_HELPERS 15

typedef struct
{
  TlTaskFunc func;
  gpointer   data;
  guint      n_tasks;
  guint      next; /* atomic */
} Crew;

static gpointer
work_cb (gpointer data)
{
  Crew *crew = data;

  for (;;)
    {
      guint task = (guint)g_atomic_int_add (&crew->next, 1);

      if (task >= crew->n_tasks)
        return NULL;
      crew->func (task, crew->data);
    }
}

void
tl_parallel_run (guint n_tasks, guint n_threads, TlTaskFunc func, gpointer data)
{
  Crew     crew = { .func = func, .data = data, .n_tasks = n_tasks };
  GThread *helpers[MAX_HELPERS];
  guint    n_helpers = MIN (MIN (n_threads, n_tasks), MAX_HELPERS + 1);

  n_helpers = n_helpers > 0 ? n_helpers - 1 : 0;
  for (guint i = 0; i < n_helpers; i++)
    helpers[i] = g_thread_try_new ("layout", work_cb, &crew, NULL);
  work_cb (&crew);
  for (guint i = 0; i < n_helpers; i++)
    if (helpers[i] != NULL)
      g_thread_join (helpers[i]);
}
