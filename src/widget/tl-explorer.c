/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-explorer.h"

/* Asks whenever what is wanted changes. A small dataset answers at once, so
 * that nothing flickers. A large one is asked in another thread; a newer
 * question cancels the one that is being worked on, which gives up within
 * milliseconds, so that quick changes never queue up. */

/* Datasets of so many records are asked at once. */
#define MAX_AT_ONCE 5000

struct _TlExplorer
{
  GObject parent_instance;

  TlDataset    *dataset; /* nullable */
  TlQuery      *query;
  TlGroupBy     group_by;
  TlResult     *result;    /* nullable: what was found last */
  GCancellable *under_way; /* nullable: while something is being looked for */
};

enum
{
  PROP_0,
  PROP_BUSY,
  PROP_DATASET,
  PROP_FILTER,
  PROP_GROUP_BY,
  PROP_KNOWN_ON,
  PROP_RESULT,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (TlExplorer, tl_explorer, G_TYPE_OBJECT)

/* What a thread is given. */
typedef struct
{
  TlQuery   *query;
  TlDataset *dataset;
  TlResult  *previous; /* nullable */
} Question;

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
set_under_way (TlExplorer *self, GCancellable *cancellable)
{
  gboolean was_busy = self->under_way != NULL;

  if (was_busy)
    g_cancellable_cancel (self->under_way);
  g_set_object (&self->under_way, cancellable);
  if (was_busy != (cancellable != NULL))
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_BUSY]);
}

/* Takes result. */
static void
take_result (TlExplorer *self, TlResult *result)
{
  g_clear_pointer (&self->result, tl_result_unref);
  self->result = result;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_RESULT]);
}

static void
ask_cb (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  const Question *question = data;
  TlResult       *result = tl_query_run (question->query, question->dataset,
                                         question->previous, cancellable);

  if (result == NULL)
    g_task_return_error_if_cancelled (task);
  else
    g_task_return_pointer (task, result, (GDestroyNotify)tl_result_unref);
}

static void
answered_cb (GObject *source, GAsyncResult *answer, gpointer user_data)
{
  TlExplorer *self = TL_EXPLORER (source);
  TlResult   *result = g_task_propagate_pointer (G_TASK (answer), NULL);

  /* A newer question, or none, has taken its place. */
  if (self->under_way != g_task_get_cancellable (G_TASK (answer)))
    {
      g_clear_pointer (&result, tl_result_unref);
      return;
    }
  set_under_way (self, NULL);
  if (result != NULL)
    take_result (self, result);
}

static void
ask_in_thread (TlExplorer *self)
{
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GTask) task = g_task_new (self, cancellable, answered_cb, NULL);
  Question *question = g_new0 (Question, 1);

  question->query = tl_query_ref (self->query);
  question->dataset = g_object_ref (self->dataset);
  question->previous =
      self->result != NULL ? tl_result_ref (self->result) : NULL;
  set_under_way (self, cancellable);
  /* The thread tells by itself that it was cancelled. */
  g_task_set_check_cancellable (task, FALSE);
  g_task_set_task_data (task, question, free_question);
  g_task_run_in_thread (task, ask_cb);
}

static void
ask (TlExplorer *self)
{
  if (self->dataset == NULL)
    {
      set_under_way (self, NULL);
      if (self->result != NULL)
        take_result (self, NULL);
    }
  else if (tl_query_is_empty (self->query) ||
           tl_dataset_get_n_records (self->dataset) <= MAX_AT_ONCE)
    {
      set_under_way (self, NULL);
      take_result (
          self, tl_query_run (self->query, self->dataset, self->result, NULL));
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

/* Takes query. */
static void
take_query (TlExplorer *self, TlQuery *query)
{
  g_clear_pointer (&self->query, tl_query_unref);
  self->query = query;
  ask (self);
}

static void
tl_explorer_get_property (GObject    *object,
                          guint       id,
                          GValue     *value,
                          GParamSpec *pspec)
{
  TlExplorer *self = TL_EXPLORER (object);

  switch (id)
    {
    case PROP_BUSY:
      g_value_set_boolean (value, tl_explorer_get_busy (self));
      break;
    case PROP_DATASET:
      g_value_set_object (value, self->dataset);
      break;
    case PROP_FILTER:
      g_value_set_pointer (value, (gpointer)tl_explorer_get_filter (self));
      break;
    case PROP_GROUP_BY:
      g_value_set_int (value, (int)self->group_by);
      break;
    case PROP_KNOWN_ON:
      g_value_set_int64 (value, tl_explorer_get_known_on (self));
      break;
    case PROP_RESULT:
      g_value_set_pointer (value, self->result);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
tl_explorer_set_property (GObject      *object,
                          guint         id,
                          const GValue *value,
                          GParamSpec   *pspec)
{
  TlExplorer *self = TL_EXPLORER (object);

  switch (id)
    {
    case PROP_DATASET:
      tl_explorer_set_dataset (self, g_value_get_object (value));
      break;
    case PROP_FILTER:
      tl_explorer_set_filter (self, g_value_get_pointer (value));
      break;
    case PROP_GROUP_BY:
      tl_explorer_set_group_by (self, (TlGroupBy)g_value_get_int (value));
      break;
    case PROP_KNOWN_ON:
      tl_explorer_set_known_on (self, g_value_get_int64 (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
tl_explorer_dispose (GObject *object)
{
  TlExplorer *self = TL_EXPLORER (object);

  if (self->under_way != NULL)
    g_cancellable_cancel (self->under_way);
  g_clear_object (&self->under_way);
  g_clear_pointer (&self->result, tl_result_unref);
  g_clear_object (&self->dataset);
  G_OBJECT_CLASS (tl_explorer_parent_class)->dispose (object);
}

static void
tl_explorer_finalize (GObject *object)
{
  tl_query_unref (TL_EXPLORER (object)->query);
  G_OBJECT_CLASS (tl_explorer_parent_class)->finalize (object);
}

static void
install_properties (GObjectClass *object_class)
{
  const GParamFlags flags =
      G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;
  const GParamFlags found =
      G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  /**
   * TlExplorer:busy: (attributes org.gtk.Property.get=tl_explorer_get_busy)
   *
   * Whether something is being looked for.
   */
  properties[PROP_BUSY] =
      g_param_spec_boolean ("busy", NULL, NULL, FALSE, found);
  /**
   * TlExplorer:dataset: (attributes
   * org.gtk.Property.get=tl_explorer_get_dataset
   * org.gtk.Property.set=tl_explorer_set_dataset)
   *
   * The whole dataset, or %NULL.
   */
  properties[PROP_DATASET] =
      g_param_spec_object ("dataset", NULL, NULL, TL_TYPE_DATASET, flags);
  /**
   * TlExplorer:filter: (attributes org.gtk.Property.get=tl_explorer_get_filter
   * org.gtk.Property.set=tl_explorer_set_filter)
   *
   * What is wanted, a #TlFilter.
   */
  properties[PROP_FILTER] = g_param_spec_pointer ("filter", NULL, NULL, flags);
  /**
   * TlExplorer:group-by: (attributes
   * org.gtk.Property.get=tl_explorer_get_group_by
   * org.gtk.Property.set=tl_explorer_set_group_by)
   *
   * What is grouped by, a #TlGroupBy.
   */
  properties[PROP_GROUP_BY] =
      g_param_spec_int ("group-by", NULL, NULL, TL_GROUP_BY_KIND,
                        TL_GROUP_BY_NONE, TL_GROUP_BY_KIND, flags);
  /**
   * TlExplorer:known-on: (attributes
   * org.gtk.Property.get=tl_explorer_get_known_on
   * org.gtk.Property.set=tl_explorer_set_known_on)
   *
   * A civil second of the day on which it must have been known, or
   * %TL_KNOWN_ALWAYS.
   */
  properties[PROP_KNOWN_ON] = g_param_spec_int64 (
      "known-on", NULL, NULL, G_MININT64, G_MAXINT64, TL_KNOWN_ALWAYS, flags);
  /**
   * TlExplorer:result: (attributes org.gtk.Property.get=tl_explorer_get_result)
   *
   * What was found, a #TlResult.
   */
  properties[PROP_RESULT] = g_param_spec_pointer ("result", NULL, NULL, found);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
tl_explorer_class_init (TlExplorerClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = tl_explorer_get_property;
  object_class->set_property = tl_explorer_set_property;
  object_class->dispose = tl_explorer_dispose;
  object_class->finalize = tl_explorer_finalize;
  install_properties (object_class);
}

static void
tl_explorer_init (TlExplorer *self)
{
  self->query = tl_query_new (NULL, TL_KNOWN_ALWAYS);
}

/**
 * tl_explorer_new:
 *
 * Returns: (transfer full): an explorer of nothing yet
 */
TlExplorer *
tl_explorer_new (void)
{
  return g_object_new (TL_TYPE_EXPLORER, NULL);
}

/**
 * tl_explorer_get_dataset:
 * @self: an explorer
 *
 * Returns: (transfer none) (nullable): the whole dataset
 */
TlDataset *
tl_explorer_get_dataset (TlExplorer *self)
{
  g_return_val_if_fail (TL_IS_EXPLORER (self), NULL);

  return self->dataset;
}

/**
 * tl_explorer_set_dataset:
 * @self: an explorer
 * @dataset: (nullable): a whole dataset
 *
 * Looks at another dataset. Without a filter and a day all of it is there at
 * once, however large it is.
 */
void
tl_explorer_set_dataset (TlExplorer *self, TlDataset *dataset)
{
  g_return_if_fail (TL_IS_EXPLORER (self));
  g_return_if_fail (dataset == NULL || TL_IS_DATASET (dataset));

  if (!g_set_object (&self->dataset, dataset))
    return;

  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_DATASET]);
  ask (self);
}

/**
 * tl_explorer_get_filter:
 * @self: an explorer
 *
 * Returns: (transfer none): what is wanted; good until it is set
 */
const TlFilter *
tl_explorer_get_filter (TlExplorer *self)
{
  g_return_val_if_fail (TL_IS_EXPLORER (self), NULL);

  return tl_query_get_filter (self->query);
}

/**
 * tl_explorer_set_filter:
 * @self: an explorer
 * @filter: (nullable): what is wanted; %NULL for everything
 *
 * Looks for something else. [property@Explorer:result] changes when it is
 * found: at once where there are few records.
 */
void
tl_explorer_set_filter (TlExplorer *self, const TlFilter *filter)
{
  g_return_if_fail (TL_IS_EXPLORER (self));

  take_query (self, tl_query_new (filter, tl_query_get_known_on (self->query)));
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_FILTER]);
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

/**
 * tl_explorer_get_known_on:
 * @self: an explorer
 *
 * Returns: a civil second of the day, or %TL_KNOWN_ALWAYS
 */
gint64
tl_explorer_get_known_on (TlExplorer *self)
{
  g_return_val_if_fail (TL_IS_EXPLORER (self), TL_KNOWN_ALWAYS);

  return tl_query_get_known_on (self->query);
}

/**
 * tl_explorer_set_known_on:
 * @self: an explorer
 * @second: a civil second of the day, or %TL_KNOWN_ALWAYS
 *
 * Looks at what was known on a day; see [method@Explorer.set_filter].
 */
void
tl_explorer_set_known_on (TlExplorer *self, gint64 second)
{
  g_return_if_fail (TL_IS_EXPLORER (self));

  if (second == tl_query_get_known_on (self->query))
    return;

  take_query (self, tl_query_new (tl_query_get_filter (self->query), second));
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_KNOWN_ON]);
}

/**
 * tl_explorer_get_group_by:
 * @self: an explorer
 *
 * Returns: what is grouped by
 */
TlGroupBy
tl_explorer_get_group_by (TlExplorer *self)
{
  g_return_val_if_fail (TL_IS_EXPLORER (self), TL_GROUP_BY_KIND);

  return self->group_by;
}

/**
 * tl_explorer_set_group_by:
 * @self: an explorer
 * @group_by: a #TlGroupBy
 *
 * Groups by something else.
 */
void
tl_explorer_set_group_by (TlExplorer *self, TlGroupBy group_by)
{
  g_return_if_fail (TL_IS_EXPLORER (self));

  if (group_by == self->group_by)
    return;

  self->group_by = group_by;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_GROUP_BY]);
}

/**
 * tl_explorer_get_result:
 * @self: an explorer
 *
 * Returns: (transfer none) (nullable): what was found last; while
 *   [property@Explorer:busy] is set that is not yet what is wanted
 */
TlResult *
tl_explorer_get_result (TlExplorer *self)
{
  g_return_val_if_fail (TL_IS_EXPLORER (self), NULL);

  return self->result;
}

/**
 * tl_explorer_get_busy:
 * @self: an explorer
 *
 * Returns: whether something is being looked for
 */
gboolean
tl_explorer_get_busy (TlExplorer *self)
{
  g_return_val_if_fail (TL_IS_EXPLORER (self), FALSE);

  return self->under_way != NULL;
}
