/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-parallel.h"

#include <string.h>

/* Passes over many elements, in parts that threads take one after the other.
 * A part is small enough that whoever cancels does not wait for it, and parts
 * do not depend on how many threads there are: neither does what comes out. */

#define PART_ELEMENTS 8192
#define MAX_THREADS 16

typedef struct
{
  guint         n_tasks;
  guint         next; /* the task to be taken next; atomic */
  TlTaskFunc    func;
  gpointer      data;
  GCancellable *cancellable;
} Crew;

typedef struct
{
  guint      n_elements;
  TlPartFunc func;
  gpointer   data;
} Pass;

typedef struct
{
  guint        *elements;
  guint        *n_kept; /* by part */
  TlKeepFunc    keep;
  gconstpointer data;
} Keep;

guint
tl_parallel_count_parts (guint n_elements)
{
  return n_elements / PART_ELEMENTS + (n_elements % PART_ELEMENTS > 0);
}

static gpointer
take_tasks_cb (gpointer data)
{
  Crew *crew = data;
  guint task;

  while (!g_cancellable_is_cancelled (crew->cancellable) &&
         (task = (guint)g_atomic_int_add (&crew->next, 1)) < crew->n_tasks)
    crew->func (task, crew->data);
  return NULL;
}

gboolean
tl_parallel_run (guint         n_tasks,
                 TlTaskFunc    func,
                 gpointer      data,
                 const TlWork *work)
{
  Crew crew = {
    .n_tasks = n_tasks,
    .func = func,
    .data = data,
    .cancellable = work != NULL ? work->cancellable : NULL,
  };
  GThread *threads[MAX_THREADS] = { NULL };
  guint    n_threads = work != NULL ? work->n_threads : 0;

  if (n_threads == 0)
    n_threads = g_get_num_processors ();
  n_threads = MIN (MIN (n_threads, MAX_THREADS), n_tasks);
  /* One that cannot be had leaves its tasks to the others. */
  for (guint i = 1; i < n_threads; i++)
    threads[i] = g_thread_try_new ("records", take_tasks_cb, &crew, NULL);
  take_tasks_cb (&crew);
  for (guint i = 1; i < n_threads; i++)
    if (threads[i] != NULL)
      g_thread_join (threads[i]);
  return !g_cancellable_is_cancelled (crew.cancellable);
}

static void
do_part (guint part, gpointer data)
{
  const Pass *pass = data;
  guint       first = part * PART_ELEMENTS;

  pass->func (part, first,
              pass->n_elements - first > PART_ELEMENTS ? first + PART_ELEMENTS
                                                       : pass->n_elements,
              pass->data);
}

gboolean
tl_parallel_pass (guint         n_elements,
                  TlPartFunc    func,
                  gpointer      data,
                  const TlWork *work)
{
  Pass pass = { n_elements, func, data };

  return tl_parallel_run (tl_parallel_count_parts (n_elements), do_part, &pass,
                          work);
}

/* What is kept of a part comes to its beginning. */
static void
keep_part (guint part, guint first, guint end, gpointer data)
{
  const Keep *self = data;

  self->n_kept[part] =
      self->keep (self->elements + first, end - first, self->data);
}

gboolean
tl_parallel_keep (guint        *elements,
                  guint        *n_elements,
                  TlKeepFunc    keep,
                  gconstpointer data,
                  const TlWork *work)
{
  guint             n_parts = tl_parallel_count_parts (*n_elements);
  g_autofree guint *n_kept = g_new0 (guint, n_parts + 1);
  Keep              self = { elements, n_kept, keep, data };
  guint             at = 0;

  if (!tl_parallel_pass (*n_elements, keep_part, &self, work))
    return FALSE;
  for (guint part = 0; part < n_parts; part++)
    {
      memmove (elements + at, elements + (gsize)part * PART_ELEMENTS,
               n_kept[part] * sizeof (guint));
      at += n_kept[part];
    }
  *n_elements = at;
  return TRUE;
}
