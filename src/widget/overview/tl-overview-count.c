/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-overview-private.h"

/* Counts the records of the overview, once for each result and axis: few at
 * once, many in another thread while what was counted before goes on being
 * drawn. One is counted at a time; what changes meanwhile comes after it. */

/* Results of so many records are counted at once. */
#define MAX_AT_ONCE 5000

struct _TlOverviewCount
{
  GWeakRef     strip;
  TlResult    *shown;
  TlResult    *matches;
  TlAxisFacts *facts;
  TlDensity   *density; /* nullable until it is counted */
  TlDensity   *found;   /* the same */
};

static void
free_count (gpointer data)
{
  TlOverviewCount *count = data;

  g_weak_ref_clear (&count->strip);
  g_clear_pointer (&count->density, tl_density_unref);
  g_clear_pointer (&count->found, tl_density_unref);
  tl_result_unref (count->shown);
  tl_result_unref (count->matches);
  tl_axis_facts_unref (count->facts);
  g_free (count);
}

static TlDensity *
count_result (const TlOverviewCount *count, TlResult *result)
{
  guint        n_records;
  const guint *records = tl_result_get_records (result, &n_records);

  return tl_density_new (tl_result_get_dataset (result), records, n_records,
                         count->facts->warp, count->facts->from,
                         count->facts->to);
}

static void
run_count (TlOverviewCount *count)
{
  count->density = count_result (count, count->shown);
  count->found = count->matches != count->shown
                     ? count_result (count, count->matches)
                     : tl_density_ref (count->density);
}

static gboolean
is_for_now (TlOverviewStrip *self, const TlOverviewCount *count)
{
  return count != NULL && count->shown == self->shown &&
         count->matches == self->matches &&
         count->facts == self->timeline->facts;
}

/* Takes count. */
static void
adopt (TlOverviewStrip *self, TlOverviewCount *count)
{
  g_clear_pointer (&self->counted, free_count);
  self->counted = count;
  tl_overview_strip_drop_nodes (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
counted_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  TlOverviewCount *count = g_task_propagate_pointer (G_TASK (result), NULL);
  g_autoptr (TlOverviewStrip) self = g_weak_ref_get (&count->strip);

  if (self == NULL || self->job != count)
    {
      free_count (count);
      return;
    }
  self->job = NULL;
  adopt (self, count);
  tl_overview_strip_count (self);
}

static void
count_cb (GTask        *task,
          gpointer      source,
          gpointer      data,
          GCancellable *cancellable)
{
  run_count (data);
  g_task_return_pointer (task, data, NULL);
}

static TlOverviewCount *
new_count (TlOverviewStrip *self)
{
  TlOverviewCount *count = g_new0 (TlOverviewCount, 1);

  g_weak_ref_init (&count->strip, self);
  count->shown = tl_result_ref (self->shown);
  count->matches = tl_result_ref (self->matches);
  count->facts = g_atomic_rc_box_acquire (self->timeline->facts);
  return count;
}

/* The timeline may still show another dataset. */
static gboolean
can_count (TlOverviewStrip *self)
{
  return self->shown != NULL && self->timeline->facts != NULL &&
         self->timeline->facts->whole == tl_result_get_whole (self->shown) &&
         self->timeline->facts->from <= self->timeline->facts->to;
}

void
tl_overview_strip_count (TlOverviewStrip *self)
{
  g_autoptr (GTask) task = NULL;

  if (!can_count (self) || self->job != NULL ||
      is_for_now (self, self->counted))
    return;
  if (tl_result_get_n_all (self->shown) <= MAX_AT_ONCE)
    {
      TlOverviewCount *count = new_count (self);

      run_count (count);
      adopt (self, count);
      return;
    }
  self->job = new_count (self);
  task = g_task_new (NULL, NULL, counted_cb, NULL);
  g_task_set_task_data (task, self->job, NULL);
  g_task_run_in_thread (task, count_cb);
}

void
tl_overview_strip_forget_counts (TlOverviewStrip *self)
{
  self->job = NULL;
  g_clear_pointer (&self->counted, free_count);
}

gboolean
tl_overview_strip_get_densities (TlOverviewStrip     *self,
                                 TlOverviewDensities *densities)
{
  if (self->counted == NULL || self->counted->facts != self->timeline->facts)
    return FALSE;

  densities->density = self->counted->density;
  densities->matches = self->counted->found;
  return TRUE;
}
