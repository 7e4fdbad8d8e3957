/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-timeline-view-private.h"

/* What is shown: a result, how it is grouped, and on what axis. */

/* There is nothing to keep of what was shown before. */
static void
replace_result (TlTimelineView *self, TlResult *result)
{
  TlDataset *dataset = result != NULL ? tl_result_get_dataset (result) : NULL;

  tl_timeline_view_drop_layout (self);
  self->has_pending_range = FALSE;
  self->is_reveal_pending = FALSE;
  self->whole_fit.width = 0;
  tl_viewport_fit (self->viewport);
  tl_viewport_set_offset (self->viewport, 0);
  tl_timeline_view_set_selected (self, TL_NONE);
  tl_timeline_view_set_focused (self, TL_NONE);
  g_clear_pointer (&self->result, tl_result_unref);
  self->result = result != NULL ? tl_result_ref (result) : NULL;
  if (g_set_object (&self->dataset, dataset))
    g_object_notify (G_OBJECT (self), "dataset");
  tl_timeline_view_update_actions (self);
  tl_timeline_view_update_accessible (self);
}

/* A dataset that has grown or was corrected is still the same one. */
static gboolean
are_versions (TlDataset *a, TlDataset *b)
{
  return a == b || g_str_equal (tl_dataset_get_id (a), tl_dataset_get_id (b));
}

/**
 * tl_timeline_view_get_result:
 * @self: a timeline
 *
 * Returns: (transfer none) (nullable): what is shown, which is not yet what was
 *   set last while that is being made ready
 */
TlResult *
tl_timeline_view_get_result (TlTimelineView *self)
{
  g_return_val_if_fail (TL_IS_TIMELINE_VIEW (self), NULL);

  return self->result;
}

/**
 * tl_timeline_view_set_result:
 * @self: a timeline
 * @result: (nullable): what to show
 *
 * Shows what a query found. Of the same whole dataset as before, or of another
 * version of it, the part of time in view stays, and the selection if it is
 * still shown; where there are many records, all changes together when the new
 * picture is ready. Of another dataset all is shown, with nothing selected.
 */
void
tl_timeline_view_set_result (TlTimelineView *self, TlResult *result)
{
  gboolean is_other;

  g_return_if_fail (TL_IS_TIMELINE_VIEW (self));

  if (result == self->wanted)
    return;

  is_other = result == NULL || self->wanted == NULL ||
             !are_versions (tl_result_get_whole (result),
                            tl_result_get_whole (self->wanted));
  g_clear_pointer (&self->wanted, tl_result_unref);
  self->wanted = result != NULL ? tl_result_ref (result) : NULL;
  if (is_other)
    replace_result (self, result);
  else if (self->layout == NULL)
    tl_timeline_view_adopt_wanted (self);
  tl_timeline_view_update_layout (self);
}

/**
 * tl_timeline_view_get_dataset:
 * @self: a timeline
 *
 * Returns: (transfer none) (nullable): what is shown
 */
TlDataset *
tl_timeline_view_get_dataset (TlTimelineView *self)
{
  g_return_val_if_fail (TL_IS_TIMELINE_VIEW (self), NULL);

  return self->dataset;
}

/**
 * tl_timeline_view_set_dataset:
 * @self: a timeline
 * @dataset: (nullable): what to show
 *
 * Shows all of a dataset: tl_timeline_view_set_result().
 */
void
tl_timeline_view_set_dataset (TlTimelineView *self, TlDataset *dataset)
{
  g_autoptr (TlResult) result = NULL;

  g_return_if_fail (TL_IS_TIMELINE_VIEW (self));
  g_return_if_fail (dataset == NULL || TL_IS_DATASET (dataset));

  if (dataset == self->dataset)
    return;

  if (dataset != NULL)
    result = tl_result_new_whole (dataset);
  tl_timeline_view_set_result (self, result);
}

/**
 * tl_timeline_view_get_group_by:
 * @self: a timeline
 *
 * Returns: what the lanes are grouped by
 */
TlGroupBy
tl_timeline_view_get_group_by (TlTimelineView *self)
{
  g_return_val_if_fail (TL_IS_TIMELINE_VIEW (self), TL_GROUP_BY_KIND);

  return self->group_by;
}

/**
 * tl_timeline_view_set_group_by:
 * @self: a timeline
 * @group_by: what to group the lanes by
 *
 * Groups the lanes; the same part of time stays in view, and the selection.
 */
void
tl_timeline_view_set_group_by (TlTimelineView *self, TlGroupBy group_by)
{
  g_return_if_fail (TL_IS_TIMELINE_VIEW (self));

  if (group_by == self->group_by)
    return;

  self->group_by = group_by;
  tl_timeline_view_update_layout (self);
  g_object_notify (G_OBJECT (self), "group-by");
}

/**
 * tl_timeline_view_set_axis_title:
 * @self: a timeline
 * @title: (nullable): a name for the axis
 *
 * Names the axis, for when another one stands beside it.
 */
void
tl_timeline_view_set_axis_title (TlTimelineView *self, const char *title)
{
  g_return_if_fail (TL_IS_TIMELINE_VIEW (self));

  title = g_intern_string (title);
  if (title == self->axis_title)
    return;

  self->axis_title = title;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/**
 * tl_timeline_view_get_proportional:
 * @self: a timeline
 *
 * Returns: whether quiet spans keep their full length
 */
gboolean
tl_timeline_view_get_proportional (TlTimelineView *self)
{
  g_return_val_if_fail (TL_IS_TIMELINE_VIEW (self), FALSE);

  return self->proportional;
}

/**
 * tl_timeline_view_set_proportional:
 * @self: a timeline
 * @proportional: whether quiet spans keep their full length
 *
 * Changes the axis; the same part of time stays in view.
 */
void
tl_timeline_view_set_proportional (TlTimelineView *self, gboolean proportional)
{
  g_return_if_fail (TL_IS_TIMELINE_VIEW (self));

  proportional = !!proportional;
  if (proportional == self->proportional)
    return;

  self->proportional = proportional;
  tl_timeline_view_update_layout (self);
  g_object_notify (G_OBJECT (self), "proportional");
}

/**
 * tl_timeline_view_get_shortens:
 * @self: a timeline
 *
 * Returns: whether the axis that is drawn leaves out parts of quiet spans;
 *   where records are spread evenly, none are quiet
 */
gboolean
tl_timeline_view_get_shortens (TlTimelineView *self)
{
  g_return_val_if_fail (TL_IS_TIMELINE_VIEW (self), FALSE);

  return self->facts != NULL && tl_warp_get_n_breaks (self->facts->warp) > 0;
}
