/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-timeline-view-private.h"

/* Where the keyboard stands on the timeline: on a mark, apart from what is
 * selected. The widget of that mark has the keyboard focus; before there is
 * such a mark the timeline has it itself. */

static gboolean
is_focus_within (TlTimelineView *self)
{
  GtkRoot   *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  return focus != NULL && (focus == GTK_WIDGET (self) ||
                           gtk_widget_is_ancestor (focus, GTK_WIDGET (self)));
}

static gboolean
is_same_spot (TlSpot a, TlSpot b)
{
  return a.record == b.record && a.lane == b.lane;
}

/* With nothing focused one begins with what is selected, else with what is in
 * sight. */
static TlSpot
find_start (TlTimelineView *self, int direction)
{
  const TlView *view = self->view;

  if (self->selected != TL_NONE)
    return (TlSpot){ self->selected, TL_NONE };
  for (guint i = 0; i < view->n_marks; i++)
    {
      const TlMark *mark =
          &view->marks[direction > 0 ? i : view->n_marks - 1 - i];

      if (mark->type != TL_MARK_LIFE && mark->glyph_x >= 0 &&
          mark->glyph_x <= view->scale.width)
        return (TlSpot){ mark->index, mark->lane };
    }
  return (TlSpot){ tl_layout_next_record (self->layout, TL_NONE, direction),
                   TL_NONE };
}

static void
go_to (TlTimelineView *self, TlSpot spot)
{
  if (spot.record == TL_NONE)
    return;
  tl_timeline_view_set_spot (self, spot);
  tl_timeline_view_reveal (self, spot);
}

static void
step_in_time (TlTimelineView *self, int direction)
{
  g_autoptr (TlView) view = NULL;

  if (!tl_timeline_view_ensure_layout (self))
    return;
  if (self->focused.record == TL_NONE)
    {
      go_to (self, find_start (self, direction));
      return;
    }
  view = tl_layout_get_view (self->layout,
                             tl_timeline_view_get_target_scale (self));
  go_to (self, tl_view_next_spot (view, self->focused, direction));
}

static void
step_among_lanes (TlTimelineView *self, int direction)
{
  if (!tl_timeline_view_ensure_layout (self))
    return;
  go_to (self, self->focused.record == TL_NONE
                   ? find_start (self, direction)
                   : tl_layout_next_lane_spot (self->layout, self->view->scale,
                                               self->focused, direction));
}

static void
go_to_end (TlTimelineView *self, int direction)
{
  if (tl_timeline_view_ensure_layout (self))
    go_to (self,
           (TlSpot){ tl_layout_next_record (self->layout, TL_NONE, direction),
                     TL_NONE });
}

/* The record nearest in time among those that are shown. */
static guint
find_nearest_shown (TlTimelineView *self, guint record, double axis)
{
  guint later;
  guint earlier;

  if (tl_result_contains (self->result, record))
    return record;
  later = tl_layout_next_record (self->layout, record, 1);
  earlier = tl_layout_next_record (self->layout, record, -1);
  if (later == TL_NONE)
    return TL_NONE;
  return ABS (tl_timeline_view_get_axis (self, later) - axis) <
                 ABS (tl_timeline_view_get_axis (self, earlier) - axis)
             ? later
             : earlier;
}

/* Where a record of that span would stand in another dataset. */
static guint
find_span (TlDataset *dataset, TlSpan span)
{
  const TlEntry *entries = tl_dataset_get_entries (dataset);
  guint          low = 0;
  guint          high = tl_dataset_get_n_records (dataset);

  while (low < high)
    {
      guint middle = (low + high) / 2;

      if (tl_span_compare (entries[middle].span, span) < 0)
        low = middle + 1;
      else
        high = middle;
    }
  return MIN (low, tl_dataset_get_n_records (dataset) - 1);
}

/* --- for the other files --- */

/* Moves the focus; the view stays where it is. */
void
tl_timeline_view_set_spot (TlTimelineView *self, TlSpot spot)
{
  if (is_same_spot (spot, self->focused))
    return;
  self->focused = spot;
  self->focus_item = NULL;
  if (is_focus_within (self))
    gtk_widget_grab_focus (GTK_WIDGET (self));
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/* Whoever selects somewhere else and comes back goes on from there. */
void
tl_timeline_view_follow_selected (TlTimelineView *self)
{
  if (self->selected != TL_NONE && !is_focus_within (self))
    tl_timeline_view_set_focused (self, self->selected);
}

/* The mark of the picture that the keyboard stands on, or TL_NONE. */
guint
tl_timeline_view_find_focused (TlTimelineView *self)
{
  return tl_view_find_spot (self->view, self->focused);
}

/* Whether the keyboard is here, and whoever uses it wants to see where. */
gboolean
tl_timeline_view_is_focus_shown (TlTimelineView *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));

  return is_focus_within (self) && GTK_IS_WINDOW (root) &&
         gtk_window_is_active (GTK_WINDOW (root)) &&
         (self->uses_keys || gtk_window_get_focus_visible (GTK_WINDOW (root)));
}

/* What a new picture shows is another selection of records, which may have
 * other numbers: before it changes, what the focus is on … */
TlFocusMemory
tl_timeline_view_remember_focus (TlTimelineView *self)
{
  guint record = self->focused.record;

  if (record == TL_NONE || self->dataset == NULL)
    return (TlFocusMemory){ .dataset = NULL };
  return (TlFocusMemory){
    .dataset = g_object_ref (self->dataset),
    .record = record,
  };
}

/* … and after it, the same or what is nearest to it in time. */
void
tl_timeline_view_recall_focus (TlTimelineView *self, TlFocusMemory memory)
{
  g_autoptr (TlDataset) before = memory.dataset;
  guint  record = TL_NONE;
  TlSpan span;

  tl_timeline_view_forget_items (self);
  self->focused = (TlSpot){ TL_NONE, TL_NONE };
  if (before != NULL && tl_dataset_get_n_records (self->dataset) > 0)
    {
      span = tl_dataset_get_entries (before)[memory.record].span;
      record = before == self->dataset
                   ? memory.record
                   : tl_dataset_find_record (
                         self->dataset,
                         tl_dataset_get_record_id (before, memory.record));
      if (record == TL_NONE)
        record = find_span (self->dataset, span);
      record = find_nearest_shown (
          self, record,
          tl_warp_to_axis (tl_layout_get_warp (self->layout),
                           (double)tl_span_get_middle (span)));
    }
  self->focused.record = record;
  tl_timeline_view_touch_items (self);
}

/* Enter: selects the record and shows it, or opens the cluster. */
void
tl_timeline_view_show_spot (TlTimelineView *self, TlSpot spot)
{
  g_autoptr (TlView) view = NULL;
  guint mark;

  if (!tl_timeline_view_ensure_layout (self))
    return;
  tl_timeline_view_set_spot (self, spot);
  view = tl_layout_get_view (self->layout, self->view->scale);
  mark = tl_view_find_spot (view, spot);
  if (mark != TL_NONE && view->marks[mark].type == TL_MARK_CLUSTER)
    {
      tl_timeline_view_open_cluster (self, &view->marks[mark]);
      return;
    }
  tl_timeline_view_set_selected (self, spot.record);
  tl_timeline_view_reveal (self, spot);
  tl_timeline_view_emit_activated (self, spot.record);
}

void
tl_timeline_view_show_focused (TlTimelineView *self)
{
  if (!tl_timeline_view_ensure_layout (self))
    return;
  if (self->focused.record != TL_NONE)
    tl_timeline_view_show_spot (self, self->focused);
  else if (self->selected != TL_NONE)
    tl_timeline_view_show_spot (self, (TlSpot){ self->selected, TL_NONE });
}

/* Ctrl and the space bar: adds what is there to what is selected, or takes it
 * out; of a cluster all that is in it is added. */
void
tl_timeline_view_toggle_spot (TlTimelineView *self, TlSpot spot)
{
  guint mark;

  if (!tl_timeline_view_ensure_layout (self))
    return;
  tl_timeline_view_set_spot (self, spot);
  mark = tl_view_find_spot (self->view, spot);
  if (mark != TL_NONE && self->view->marks[mark].type == TL_MARK_CLUSTER)
    tl_timeline_view_add_cluster (self, mark);
  else
    tl_timeline_view_toggle_selected (self, spot.record);
}

void
tl_timeline_view_toggle_focused (TlTimelineView *self)
{
  if (self->focused.record != TL_NONE)
    tl_timeline_view_toggle_spot (self, self->focused);
}

void
tl_timeline_view_focus_next (TlTimelineView *self)
{
  step_in_time (self, 1);
}

void
tl_timeline_view_focus_previous (TlTimelineView *self)
{
  step_in_time (self, -1);
}

void
tl_timeline_view_focus_down (TlTimelineView *self)
{
  step_among_lanes (self, 1);
}

void
tl_timeline_view_focus_up (TlTimelineView *self)
{
  step_among_lanes (self, -1);
}

void
tl_timeline_view_focus_first (TlTimelineView *self)
{
  go_to_end (self, 1);
}

void
tl_timeline_view_focus_last (TlTimelineView *self)
{
  go_to_end (self, -1);
}

/* The focus vfunc: one stop of the Tab key, whatever is in it. */
gboolean
tl_timeline_view_focus (GtkWidget *widget, GtkDirectionType direction)
{
  if (is_focus_within (TL_TIMELINE_VIEW (widget)))
    return FALSE;
  return gtk_widget_grab_focus (widget);
}

/**
 * tl_timeline_view_get_focused:
 * @self: a timeline
 *
 * Returns: index of the record that the keyboard stands on, the first one of a
 *   cluster, or %TL_NONE
 */
guint
tl_timeline_view_get_focused (TlTimelineView *self)
{
  g_return_val_if_fail (TL_IS_TIMELINE_VIEW (self), TL_NONE);

  return self->focused.record;
}

/**
 * tl_timeline_view_set_focused:
 * @self: a timeline
 * @record: index of a record; %TL_NONE, or one that is not shown, for none
 *
 * Puts the keyboard on a record, without selecting it or moving the view.
 */
void
tl_timeline_view_set_focused (TlTimelineView *self, guint record)
{
  g_return_if_fail (TL_IS_TIMELINE_VIEW (self));

  if (self->result == NULL || record == TL_NONE ||
      !tl_result_contains (self->result, record))
    record = TL_NONE;
  if (record != self->focused.record)
    tl_timeline_view_set_spot (self, (TlSpot){ record, TL_NONE });
}
