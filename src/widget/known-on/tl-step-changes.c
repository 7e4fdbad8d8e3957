/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-step-changes.h"

#include "tl-calendar.h"

/* Each result is kept until the next one has come, to be compared with it. */

/* So many records are compared at once. */
#define MAX_AT_ONCE 5000

struct _TlStepChanges
{
  TlExplorer       *explorer;
  TlStepChangesFunc changed;
  gpointer          user_data;
  gboolean          is_active;
  TlResult         *last;      /* nullable */
  GCancellable     *comparing; /* nullable */
  TlResultChanges   changes;
  gint64            day; /* to which the step went, or TL_KNOWN_ALWAYS */
};

typedef struct
{
  TlStepChanges  *owner; /* there as long as it is not cancelled */
  TlResult       *before;
  TlResult       *after;
  TlResultChanges changes;
} Comparison;

static void
free_comparison (gpointer data)
{
  Comparison *comparison = data;

  tl_result_unref (comparison->before);
  tl_result_unref (comparison->after);
  g_free (comparison);
}

static gint64
get_known_on (TlResult *result)
{
  return tl_query_get_known_on (tl_result_get_query (result));
}

static const TlFilter *
get_filter (TlResult *result)
{
  return tl_query_get_filter (tl_result_get_query (result));
}

static void
take_changes (TlStepChanges *self, const Comparison *comparison)
{
  self->changes = comparison->changes;
  self->day =
      tl_calendar_floor (get_known_on (comparison->after), TL_UNIT_DAY, 1);
  self->changed (self->user_data);
}

static void
compare_cb (GTask *task, gpointer source, gpointer data, GCancellable *cancel)
{
  Comparison *comparison = data;

  g_task_return_boolean (task, tl_result_compare (comparison->before,
                                                  comparison->after,
                                                  &comparison->changes));
}

static void
compared_cb (GObject *source, GAsyncResult *answer, gpointer user_data)
{
  Comparison *comparison = g_task_get_task_data (G_TASK (answer));

  /* Fails when it was cancelled: by another step, or because nobody is there
   * any more. */
  if (g_task_propagate_boolean (G_TASK (answer), NULL))
    take_changes (comparison->owner, comparison);
}

/* Days can be compared, not filters. */
static gboolean
are_comparable (TlResult *before, TlResult *after)
{
  return tl_result_get_whole (before) == tl_result_get_whole (after) &&
         get_known_on (before) != TL_KNOWN_ALWAYS &&
         get_known_on (after) != TL_KNOWN_ALWAYS &&
         get_known_on (before) != get_known_on (after) &&
         tl_filter_equal (get_filter (before), get_filter (after));
}

static void
compare (TlStepChanges *self, TlResult *before, TlResult *after)
{
  g_autoptr (GTask) task = NULL;
  Comparison *comparison = g_new0 (Comparison, 1);

  comparison->owner = self;
  comparison->before = tl_result_ref (before);
  comparison->after = tl_result_ref (after);
  if (tl_result_get_n_all (after) <= MAX_AT_ONCE)
    {
      if (tl_result_compare (before, after, &comparison->changes))
        take_changes (self, comparison);
      free_comparison (comparison);
      return;
    }
  self->comparing = g_cancellable_new ();
  task = g_task_new (NULL, self->comparing, compared_cb, NULL);
  g_task_set_task_data (task, comparison, free_comparison);
  g_task_run_in_thread (task, compare_cb);
}

static void
forget (TlStepChanges *self)
{
  if (self->comparing != NULL)
    g_cancellable_cancel (self->comparing);
  g_clear_object (&self->comparing);
  g_clear_pointer (&self->last, tl_result_unref);
  self->day = TL_KNOWN_ALWAYS;
}

static void
result_changed_cb (TlStepChanges *self)
{
  TlResult *result = tl_explorer_get_result (self->explorer);
  g_autoptr (TlResult) before = g_steal_pointer (&self->last);

  forget (self);
  if (self->is_active && result != NULL)
    self->last = tl_result_ref (result);
  if (self->last != NULL && before != NULL && are_comparable (before, result))
    compare (self, before, result);
  if (self->day == TL_KNOWN_ALWAYS)
    self->changed (self->user_data);
}

TlStepChanges *
tl_step_changes_new (TlExplorer       *explorer,
                     TlStepChangesFunc changed,
                     gpointer          user_data)
{
  TlStepChanges *self;

  g_return_val_if_fail (TL_IS_EXPLORER (explorer), NULL);
  g_return_val_if_fail (changed != NULL, NULL);

  self = g_new0 (TlStepChanges, 1);
  self->explorer = g_object_ref (explorer);
  self->changed = changed;
  self->user_data = user_data;
  self->day = TL_KNOWN_ALWAYS;
  g_signal_connect_swapped (explorer, "notify::result",
                            G_CALLBACK (result_changed_cb), self);
  return self;
}

void
tl_step_changes_free (TlStepChanges *self)
{
  if (self == NULL)
    return;
  g_signal_handlers_disconnect_by_data (self->explorer, self);
  forget (self);
  g_object_unref (self->explorer);
  g_free (self);
}

void
tl_step_changes_set_active (TlStepChanges *self, gboolean active)
{
  g_return_if_fail (self != NULL);

  if (active == self->is_active)
    return;

  self->is_active = active;
  result_changed_cb (self);
}

gboolean
tl_step_changes_get (const TlStepChanges *self,
                     gint64               day,
                     TlResultChanges     *changes)
{
  g_return_val_if_fail (self != NULL && changes != NULL, FALSE);

  if (self->day == TL_KNOWN_ALWAYS || self->day != day)
    return FALSE;
  *changes = self->changes;
  return TRUE;
}
