/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-facet-counter.h"

/* A newer result cancels the counting that is under way, so that quick changes
 * never queue up. What was counted last stays until there is something newer:
 * numbers that are a moment old are better than none. */

/* Datasets of so many records are counted at once. */
#define MAX_AT_ONCE 5000

struct _TlFacetCounter
{
  GObject parent_instance;

  TlExplorer    *explorer;
  gboolean       is_active;
  gboolean       is_stale;
  TlFacetCounts *counts;    /* nullable */
  GCancellable  *under_way; /* nullable */
};

enum
{
  PROP_0,
  PROP_COUNTS,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (TlFacetCounter, tl_facet_counter, G_TYPE_OBJECT)

/* Takes counts. */
static void
take_counts (TlFacetCounter *self, TlFacetCounts *counts)
{
  g_clear_pointer (&self->counts, tl_facet_counts_free);
  self->counts = counts;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_COUNTS]);
}

static void
cancel (TlFacetCounter *self)
{
  if (self->under_way != NULL)
    g_cancellable_cancel (self->under_way);
  g_clear_object (&self->under_way);
}

static void
count_cb (GTask        *task,
          gpointer      source,
          gpointer      result,
          GCancellable *cancellable)
{
  TlFacetCounts *counts = tl_facet_counts_new_for_result (result, cancellable);

  if (counts == NULL)
    g_task_return_error_if_cancelled (task);
  else
    g_task_return_pointer (task, counts, (GDestroyNotify)tl_facet_counts_free);
}

static void
counted_cb (GObject *source, GAsyncResult *answer, gpointer user_data)
{
  TlFacetCounter *self = TL_FACET_COUNTER (source);
  g_autoptr (TlFacetCounts) counts =
      g_task_propagate_pointer (G_TASK (answer), NULL);

  if (self->under_way != g_task_get_cancellable (G_TASK (answer)))
    return;
  g_clear_object (&self->under_way);
  if (counts != NULL)
    take_counts (self, g_steal_pointer (&counts));
}

static void
count_in_thread (TlFacetCounter *self, TlResult *result)
{
  g_autoptr (GTask) task = NULL;

  self->under_way = g_cancellable_new ();
  task = g_task_new (self, self->under_way, counted_cb, NULL);
  /* The thread tells by itself that it was cancelled. */
  g_task_set_check_cancellable (task, FALSE);
  g_task_set_task_data (task, tl_result_ref (result),
                        (GDestroyNotify)tl_result_unref);
  g_task_run_in_thread (task, count_cb);
}

static void
count (TlFacetCounter *self)
{
  TlResult *result = tl_explorer_get_result (self->explorer);

  cancel (self);
  self->is_stale = FALSE;
  if (result == NULL)
    take_counts (self, NULL);
  else if (tl_result_get_n_all (result) <= MAX_AT_ONCE)
    take_counts (self, tl_facet_counts_new_for_result (result, NULL));
  else
    count_in_thread (self, result);
}

static void
result_changed_cb (TlFacetCounter *self)
{
  self->is_stale = TRUE;
  if (self->is_active)
    count (self);
}

static void
tl_facet_counter_get_property (GObject    *object,
                               guint       id,
                               GValue     *value,
                               GParamSpec *pspec)
{
  if (id == PROP_COUNTS)
    g_value_set_pointer (value, TL_FACET_COUNTER (object)->counts);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
tl_facet_counter_dispose (GObject *object)
{
  TlFacetCounter *self = TL_FACET_COUNTER (object);

  cancel (self);
  g_clear_object (&self->explorer);
  G_OBJECT_CLASS (tl_facet_counter_parent_class)->dispose (object);
}

static void
tl_facet_counter_finalize (GObject *object)
{
  TlFacetCounter *self = TL_FACET_COUNTER (object);

  g_clear_pointer (&self->counts, tl_facet_counts_free);
  G_OBJECT_CLASS (tl_facet_counter_parent_class)->finalize (object);
}

static void
tl_facet_counter_class_init (TlFacetCounterClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = tl_facet_counter_get_property;
  object_class->dispose = tl_facet_counter_dispose;
  object_class->finalize = tl_facet_counter_finalize;

  /**
   * TlFacetCounter:counts: (attributes
   * org.gtk.Property.get=tl_facet_counter_get_counts)
   *
   * What was counted last, a #TlFacetCounts.
   */
  properties[PROP_COUNTS] = g_param_spec_pointer (
      "counts", NULL, NULL,
      G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
tl_facet_counter_init (TlFacetCounter *self)
{
  self->is_stale = TRUE;
}

/**
 * tl_facet_counter_new:
 * @explorer: what is counted
 *
 * Returns: (transfer full): a counter that nobody looks at yet
 */
TlFacetCounter *
tl_facet_counter_new (TlExplorer *explorer)
{
  TlFacetCounter *self = NULL;

  g_return_val_if_fail (TL_IS_EXPLORER (explorer), NULL);

  self = g_object_new (TL_TYPE_FACET_COUNTER, NULL);
  self->explorer = g_object_ref (explorer);
  g_signal_connect_object (explorer, "notify::result",
                           G_CALLBACK (result_changed_cb), self,
                           G_CONNECT_SWAPPED);
  return self;
}

/**
 * tl_facet_counter_set_active:
 * @self: a counter
 * @active: whether somebody looks
 *
 * Counts what has changed meanwhile, and from now on whatever changes; or stops
 * counting.
 */
void
tl_facet_counter_set_active (TlFacetCounter *self, gboolean active)
{
  g_return_if_fail (TL_IS_FACET_COUNTER (self));

  self->is_active = active;
  if (active && self->is_stale)
    count (self);
  else if (!active && self->under_way != NULL)
    {
      cancel (self);
      self->is_stale = TRUE;
    }
}

/**
 * tl_facet_counter_get_counts:
 * @self: a counter
 *
 * Returns: (transfer none) (nullable): what was counted last; good until
 *   [property@FacetCounter:counts] changes
 */
const TlFacetCounts *
tl_facet_counter_get_counts (TlFacetCounter *self)
{
  g_return_val_if_fail (TL_IS_FACET_COUNTER (self), NULL);

  return self->counts;
}
