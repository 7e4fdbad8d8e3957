/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-explorer-private.h"

/* Asks whenever what is wanted changes. A small dataset answers at once, so
 * that nothing flickers. A large one is asked in another thread; a newer
 * question cancels the one that is being worked on, which gives up within
 * milliseconds, so that quick changes never queue up. */

/* Datasets of so many records are asked at once. */
#define MAX_AT_ONCE 5000

/* What a thread is given. */
typedef struct
{
  TlQuery   *query;
  TlDataset *dataset;
  TlResult  *previous; /* nullable */
  gboolean   dims;
} Question;

/* What it gives back; shown is another one while it dims. */
typedef struct
{
  TlResult *result; /* nullable: cancelled */
  TlResult *shown;  /* nullable: cancelled */
} Answer;

static void
free_question (gpointer data)
{
  Question *question = data;

  tl_query_unref (question->query);
  g_object_unref (question->dataset);
  g_clear_pointer (&question->previous, tl_result_unref);
  g_free (question);
}

static void
clear_answer (Answer *answer)
{
  g_clear_pointer (&answer->result, tl_result_unref);
  g_clear_pointer (&answer->shown, tl_result_unref);
}

static void
free_answer (gpointer data)
{
  clear_answer (data);
  g_free (data);
}

/* FALSE when it was cancelled. */
static gboolean
answer_question (const Question *question,
                 GCancellable   *cancellable,
                 Answer         *answer)
{
  g_autoptr (TlQuery) all = NULL;

  answer->result = tl_query_run (question->query, question->dataset,
                                 question->previous, cancellable);
  if (answer->result == NULL)
    return FALSE;
  if (!question->dims)
    {
      answer->shown = tl_result_ref (answer->result);
      return TRUE;
    }
  all = tl_query_new (NULL, tl_query_get_known_on (question->query));
  answer->shown =
      tl_query_run (all, question->dataset, answer->result, cancellable);
  return answer->shown != NULL;
}

static void
set_under_way (TlExplorer *self, GCancellable *cancellable)
{
  gboolean was_busy = self->under_way != NULL;

  if (was_busy)
    g_cancellable_cancel (self->under_way);
  g_set_object (&self->under_way, cancellable);
  if (was_busy != (cancellable != NULL))
    g_object_notify (G_OBJECT (self), "busy");
}

/* Takes what the answer holds. */
static void
take_answer (TlExplorer *self, Answer answer)
{
  g_clear_pointer (&self->result, tl_result_unref);
  g_clear_pointer (&self->shown, tl_result_unref);
  self->result = answer.result;
  self->shown = answer.shown;
  tl_explorer_prune_selection (self);
  g_object_notify (G_OBJECT (self), "result");
}

static void
ask_cb (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Answer *answer = g_new0 (Answer, 1);

  if (answer_question (data, cancellable, answer))
    {
      g_task_return_pointer (task, answer, free_answer);
      return;
    }
  free_answer (answer);
  g_task_return_error_if_cancelled (task);
}

static void
answered_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  TlExplorer *self = TL_EXPLORER (source);
  Answer     *answer = g_task_propagate_pointer (G_TASK (result), NULL);

  /* A newer question, or none, has taken its place. */
  if (self->under_way != g_task_get_cancellable (G_TASK (result)))
    {
      g_clear_pointer (&answer, free_answer);
      return;
    }
  set_under_way (self, NULL);
  if (answer == NULL)
    return;
  take_answer (self, *answer);
  g_free (answer);
}

static Question *
new_question (TlExplorer *self)
{
  Question *question = g_new0 (Question, 1);

  question->query = tl_query_ref (self->query);
  question->dataset = g_object_ref (self->dataset);
  question->previous =
      self->result != NULL ? tl_result_ref (self->result) : NULL;
  question->dims =
      self->dims && !tl_filter_is_empty (tl_query_get_filter (self->query));
  return question;
}

static void
ask_in_thread (TlExplorer *self)
{
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GTask) task = g_task_new (self, cancellable, answered_cb, NULL);

  set_under_way (self, cancellable);
  /* The thread tells by itself that it was cancelled. */
  g_task_set_check_cancellable (task, FALSE);
  g_task_set_task_data (task, new_question (self), free_question);
  g_task_run_in_thread (task, ask_cb);
}

static void
ask_at_once (TlExplorer *self)
{
  Question *question = new_question (self);
  Answer    answer = { NULL, NULL };

  answer_question (question, NULL, &answer);
  free_question (question);
  take_answer (self, answer);
}

/* Looks for what is wanted now. */
void
tl_explorer_ask (TlExplorer *self)
{
  if (self->dataset == NULL)
    {
      set_under_way (self, NULL);
      if (self->result != NULL)
        take_answer (self, (Answer){ NULL, NULL });
    }
  else if (tl_query_is_empty (self->query) ||
           tl_dataset_get_n_records (self->dataset) <= MAX_AT_ONCE)
    {
      set_under_way (self, NULL);
      ask_at_once (self);
    }
  else
    ask_in_thread (self);
}

static void
prepare_search_cb (GTask        *task,
                   gpointer      source,
                   gpointer      dataset,
                   GCancellable *cancellable)
{
  tl_dataset_prepare_search (dataset);
  g_task_return_boolean (task, TRUE);
}

/**
 * tl_explorer_prepare_search:
 * @self: an explorer
 *
 * Gets ready for searching, in another thread; for when somebody opens a search
 * entry, so that the first letter has not to wait for it.
 */
void
tl_explorer_prepare_search (TlExplorer *self)
{
  g_autoptr (GTask) task = NULL;

  g_return_if_fail (TL_IS_EXPLORER (self));

  if (self->dataset == NULL ||
      tl_dataset_get_n_records (self->dataset) <= MAX_AT_ONCE)
    return;
  task = g_task_new (NULL, NULL, NULL, NULL);
  g_task_set_priority (task, G_PRIORITY_LOW);
  g_task_set_task_data (task, g_object_ref (self->dataset), g_object_unref);
  g_task_run_in_thread (task, prepare_search_cb);
}
