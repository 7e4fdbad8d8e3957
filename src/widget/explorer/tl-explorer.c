/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-explorer-private.h"

/* What is wanted, and what was found. */

enum
{
  PROP_0,
  PROP_BUSY,
  PROP_DATASET,
  PROP_DIMS,
  PROP_FILTER,
  PROP_FOLDED,
  PROP_GROUP_BY,
  PROP_GROUP_ORDER,
  PROP_KNOWN_ON,
  PROP_RESULT,
  PROP_SELECTED,
  PROP_SELECTION,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (TlExplorer, tl_explorer, G_TYPE_OBJECT)

/* Takes query. */
static void
take_query (TlExplorer *self, TlQuery *query)
{
  g_clear_pointer (&self->query, tl_query_unref);
  self->query = query;
  tl_explorer_ask (self);
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
    case PROP_DIMS:
      g_value_set_boolean (value, self->dims);
      break;
    case PROP_FILTER:
      g_value_set_pointer (value, (gpointer)tl_explorer_get_filter (self));
      break;
    case PROP_FOLDED:
      g_value_set_boxed (value, self->folded);
      break;
    case PROP_GROUP_BY:
      g_value_set_int (value, (int)self->group_by);
      break;
    case PROP_GROUP_ORDER:
      g_value_set_boxed (value, self->group_order);
      break;
    case PROP_KNOWN_ON:
      g_value_set_int64 (value, tl_explorer_get_known_on (self));
      break;
    case PROP_RESULT:
      g_value_set_pointer (value, self->result);
      break;
    case PROP_SELECTED:
      g_value_set_string (value, tl_explorer_get_selected (self));
      break;
    case PROP_SELECTION:
      g_value_set_boxed (value, tl_explorer_get_selection (self));
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
    case PROP_DIMS:
      tl_explorer_set_dims (self, g_value_get_boolean (value));
      break;
    case PROP_FILTER:
      tl_explorer_set_filter (self, g_value_get_pointer (value));
      break;
    case PROP_FOLDED:
      tl_explorer_set_folded (self, g_value_get_boxed (value));
      break;
    case PROP_GROUP_BY:
      tl_explorer_set_group_by (self, (TlGroupBy)g_value_get_int (value));
      break;
    case PROP_GROUP_ORDER:
      tl_explorer_set_group_order (self, g_value_get_boxed (value));
      break;
    case PROP_KNOWN_ON:
      tl_explorer_set_known_on (self, g_value_get_int64 (value));
      break;
    case PROP_SELECTED:
      tl_explorer_set_selected (self, g_value_get_string (value));
      break;
    case PROP_SELECTION:
      tl_explorer_set_selection (self, g_value_get_boxed (value));
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
  g_clear_pointer (&self->shown, tl_result_unref);
  g_clear_object (&self->dataset);
  G_OBJECT_CLASS (tl_explorer_parent_class)->dispose (object);
}

static void
tl_explorer_finalize (GObject *object)
{
  tl_explorer_finalize_selection (TL_EXPLORER (object));
  tl_explorer_finalize_groups (TL_EXPLORER (object));
  tl_query_unref (TL_EXPLORER (object)->query);
  G_OBJECT_CLASS (tl_explorer_parent_class)->finalize (object);
}

static void
install_groups (void)
{
  const GParamFlags flags =
      G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

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
   * TlExplorer:folded: (attributes org.gtk.Property.get=tl_explorer_get_folded
   * org.gtk.Property.set=tl_explorer_set_folded)
   *
   * The names of the groups that are folded, of all groupings.
   */
  properties[PROP_FOLDED] =
      g_param_spec_boxed ("folded", NULL, NULL, G_TYPE_STRV, flags);
  /**
   * TlExplorer:group-order: (attributes
   * org.gtk.Property.get=tl_explorer_get_group_order
   * org.gtk.Property.set=tl_explorer_set_group_order)
   *
   * The names of the groups that do not stand where they do by default, of all
   * groupings.
   */
  properties[PROP_GROUP_ORDER] =
      g_param_spec_boxed ("group-order", NULL, NULL, G_TYPE_STRV, flags);
}

static void
install_wishes (void)
{
  const GParamFlags flags =
      G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

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
   * TlExplorer:dims: (attributes org.gtk.Property.get=tl_explorer_get_dims
   * org.gtk.Property.set=tl_explorer_set_dims)
   *
   * Whether a timeline shows dimmed what does not pass the filter, instead of
   * hiding it.
   */
  properties[PROP_DIMS] =
      g_param_spec_boolean ("dims", NULL, NULL, FALSE, flags);
  /**
   * TlExplorer:filter: (attributes org.gtk.Property.get=tl_explorer_get_filter
   * org.gtk.Property.set=tl_explorer_set_filter)
   *
   * What is wanted, a #TlFilter.
   */
  properties[PROP_FILTER] = g_param_spec_pointer ("filter", NULL, NULL, flags);
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
}

static void
install_findings (void)
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
   * TlExplorer:result: (attributes org.gtk.Property.get=tl_explorer_get_result)
   *
   * What was found, a #TlResult.
   */
  properties[PROP_RESULT] = g_param_spec_pointer ("result", NULL, NULL, found);
  /**
   * TlExplorer:selected: (attributes
   * org.gtk.Property.get=tl_explorer_get_selected
   * org.gtk.Property.set=tl_explorer_set_selected)
   *
   * The id of the record that was selected last, or %NULL.
   */
  properties[PROP_SELECTED] =
      g_param_spec_string ("selected", NULL, NULL, NULL, flags);
  /**
   * TlExplorer:selection: (attributes
   * org.gtk.Property.get=tl_explorer_get_selection
   * org.gtk.Property.set=tl_explorer_set_selection)
   *
   * The ids of all selected records.
   */
  properties[PROP_SELECTION] =
      g_param_spec_boxed ("selection", NULL, NULL, G_TYPE_STRV, flags);
}

static void
tl_explorer_class_init (TlExplorerClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = tl_explorer_get_property;
  object_class->set_property = tl_explorer_set_property;
  object_class->dispose = tl_explorer_dispose;
  object_class->finalize = tl_explorer_finalize;
  install_groups ();
  install_wishes ();
  install_findings ();
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
tl_explorer_init (TlExplorer *self)
{
  self->query = tl_query_new (NULL, TL_KNOWN_ALWAYS);
  tl_explorer_init_selection (self);
  tl_explorer_init_groups (self);
}

void
tl_explorer_notify_selection (TlExplorer *self, gboolean last_changed)
{
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SELECTION]);
  if (last_changed)
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SELECTED]);
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

/* A dataset that has grown or was corrected is still the same one. */
static gboolean
are_versions (TlDataset *a, TlDataset *b)
{
  return a != NULL && b != NULL &&
         g_str_equal (tl_dataset_get_id (a), tl_dataset_get_id (b));
}

/**
 * tl_explorer_set_dataset:
 * @self: an explorer
 * @dataset: (nullable): a whole dataset
 *
 * Looks at another dataset; of a newer version of the same one, the selection
 * stays. Without a filter and a day all of it is there at
 * once, however large it is.
 */
void
tl_explorer_set_dataset (TlExplorer *self, TlDataset *dataset)
{
  g_return_if_fail (TL_IS_EXPLORER (self));
  g_return_if_fail (dataset == NULL || TL_IS_DATASET (dataset));

  if (dataset == self->dataset)
    return;

  if (!are_versions (dataset, self->dataset))
    tl_explorer_set_selection (self, NULL);
  g_set_object (&self->dataset, dataset);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_DATASET]);
  tl_explorer_ask (self);
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
 * tl_explorer_get_shown:
 * @self: an explorer
 *
 * Returns: (transfer none) (nullable): what a timeline draws: the result, or,
 *   while [property@Explorer:dims] is set, all that is known on the day. It
 *   changes together with [property@Explorer:result]
 */
TlResult *
tl_explorer_get_shown (TlExplorer *self)
{
  g_return_val_if_fail (TL_IS_EXPLORER (self), NULL);

  return self->shown;
}

/**
 * tl_explorer_get_dims:
 * @self: an explorer
 *
 * Returns: whether what does not pass the filter is dimmed, not hidden
 */
gboolean
tl_explorer_get_dims (TlExplorer *self)
{
  g_return_val_if_fail (TL_IS_EXPLORER (self), FALSE);

  return self->dims;
}

/**
 * tl_explorer_set_dims:
 * @self: an explorer
 * @dims: whether to dim instead of hiding
 *
 * Dims what does not pass the filter, on the timeline.
 */
void
tl_explorer_set_dims (TlExplorer *self, gboolean dims)
{
  g_return_if_fail (TL_IS_EXPLORER (self));

  dims = !!dims;
  if (dims == self->dims)
    return;

  self->dims = dims;
  tl_explorer_ask (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_DIMS]);
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
