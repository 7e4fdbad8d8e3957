/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-list-view-private.h"

#include "tl-record-scroll.h"

/* Puts what was found in the order that is wanted. By date it is in order
 * already. For any other order each record of the dataset gets a rank, in
 * another thread where there are many; from then on all filters are put in
 * order at once. While ranks are being looked for what was there stays. */

/* Datasets of so many records are ranked at once. */
#define MAX_AT_ONCE 5000

typedef struct
{
  TlDataset *dataset;
  TlSortKey  key;
  char      *language; /* nullable */
} Question;

static void
free_question (gpointer data)
{
  Question *question = data;

  g_object_unref (question->dataset);
  g_free (question->language);
  g_free (question);
}

void
tl_list_view_stop_ranking (TlListView *self)
{
  if (self->ranking != NULL)
    g_cancellable_cancel (self->ranking);
  g_clear_object (&self->ranking);
}

/* Takes the ranks. */
static void
take_ranks (TlListView *self, TlRecordRanks *ranks)
{
  g_clear_pointer (&self->ranks, tl_record_ranks_unref);
  self->ranks = ranks;
}

static void
rank_cb (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  const Question *question = data;
  TlRecordRanks  *ranks = tl_record_ranks_new (question->dataset, question->key,
                                               question->language, cancellable);

  if (ranks == NULL)
    g_task_return_error_if_cancelled (task);
  else
    g_task_return_pointer (task, ranks, (GDestroyNotify)tl_record_ranks_unref);
}

static void
ranked_cb (GObject *source, GAsyncResult *answer, gpointer user_data)
{
  TlListView    *self = TL_LIST_VIEW (source);
  TlRecordRanks *ranks = g_task_propagate_pointer (G_TASK (answer), NULL);

  /* Something else was asked for since. */
  if (self->ranking != g_task_get_cancellable (G_TASK (answer)))
    {
      g_clear_pointer (&ranks, tl_record_ranks_unref);
      return;
    }
  g_clear_object (&self->ranking);
  if (ranks == NULL)
    return;
  take_ranks (self, ranks);
  tl_list_view_update_order (self);
}

static void
rank_in_thread (TlListView *self, TlDataset *dataset)
{
  g_autoptr (GTask) task = NULL;
  Question *question = g_new0 (Question, 1);

  question->dataset = g_object_ref (dataset);
  question->key = self->key;
  question->language = g_strdup (self->language);
  self->ranking = g_cancellable_new ();
  task = g_task_new (self, self->ranking, ranked_cb, NULL);
  /* The thread tells by itself that it was cancelled. */
  g_task_set_check_cancellable (task, FALSE);
  g_task_set_task_data (task, question, free_question);
  g_task_run_in_thread (task, rank_cb);
}

/* FALSE when they come later. */
static gboolean
ensure_ranks (TlListView *self, TlDataset *dataset)
{
  if (tl_record_ranks_are_of (self->ranks, dataset, self->key))
    return TRUE;
  if (tl_dataset_get_n_records (dataset) > MAX_AT_ONCE)
    {
      rank_in_thread (self, dataset);
      return FALSE;
    }
  take_ranks (self,
              tl_record_ranks_new (dataset, self->key, self->language, NULL));
  return TRUE;
}

/* By date. (transfer full) (nullable) */
static guint *
sort_by_date (const guint *records, guint n_records, gboolean descending)
{
  guint *sorted;

  if (!descending)
    return NULL;

  sorted = g_new (guint, n_records + 1);
  for (guint i = 0; i < n_records; i++)
    sorted[i] = records[n_records - 1 - i];
  return sorted;
}

/* Shows the explorer's result in the order that is wanted. */
void
tl_list_view_update_order (TlListView *self)
{
  TlResult    *result = tl_explorer_get_result (self->explorer);
  const guint *records;
  guint       *sorted;
  guint        n;

  tl_list_view_stop_ranking (self);
  if (result == NULL)
    {
      take_ranks (self, NULL);
      tl_record_list_take_records (self->records, NULL, NULL, 0);
      tl_list_view_update_empty (self);
      return;
    }
  if (self->key != TL_SORT_DATE &&
      !ensure_ranks (self, tl_result_get_dataset (result)))
    return;

  records = tl_result_get_records (result, &n);
  sorted =
      self->key == TL_SORT_DATE
          ? sort_by_date (records, n, self->descending)
          : tl_record_ranks_sort (self->ranks, records, n, self->descending);
  tl_record_list_take_records (self->records, result, sorted, n);
  tl_list_view_update_empty (self);
  tl_record_scroll_after_change (self->records, tl_list_view_get_rows (self));
}
