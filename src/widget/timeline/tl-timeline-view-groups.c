/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-group-order.h"
#include "tl-timeline-view-private.h"

/* How the groups are arranged: which are folded, and in which order they
 * stand. Groups go by names here, which outlive the numbers of a dataset; see
 * tl-group-order.h. A layout is arranged anew at once, however many records
 * there are. */

static const char *const no_names[] = { NULL };

/* --- names and layouts --- */

/* What the layout of a result is to be arranged like. */
void
tl_timeline_view_list_arrangement (TlTimelineView *self,
                                   TlDataset      *dataset,
                                   TlGroupBy       group_by,
                                   TlArrangedKeys *keys)
{
  keys->order = tl_group_keys_from_strings (
      group_by, dataset, (const char *const *)self->groups.order);
  keys->folded = tl_group_keys_from_strings (
      group_by, dataset, (const char *const *)self->groups.folded);
  keys->serial = self->groups.serial;
}

void
tl_arranged_keys_clear (TlArrangedKeys *keys)
{
  g_clear_pointer (&keys->order, g_array_unref);
  g_clear_pointer (&keys->folded, g_array_unref);
}

TlArrangement
tl_arranged_keys_get (const TlArrangedKeys *keys)
{
  return (TlArrangement){
    .order = (const guint *)(void *)keys->order->data,
    .n_order = keys->order->len,
    .folded = (const guint *)(void *)keys->folded->data,
    .n_folded = keys->folded->len,
  };
}

/* Arranges the layout that there is, if it is not so already. */
void
tl_timeline_view_arrange (TlTimelineView *self)
{
  TlArrangedKeys keys;
  TlArrangement  arrangement;

  if (self->layout == NULL || self->groups.arranged == self->groups.serial)
    return;
  tl_timeline_view_list_arrangement (
      self, self->dataset, tl_layout_get_group_by (self->layout), &keys);
  arrangement = tl_arranged_keys_get (&keys);
  tl_timeline_view_take_layout (
      self, tl_layout_new_arranged (self->layout, &arrangement),
      self->two_lines);
  tl_arranged_keys_clear (&keys);
  self->groups.arranged = self->groups.serial;
  self->two_lines_height = 0;
  self->is_placed = FALSE;
}

static void
free_names (char ***names)
{
  g_clear_pointer (names, g_strfreev);
}

/* For finalize. */
void
tl_timeline_view_free_groups (TlTimelineView *self)
{
  free_names (&self->groups.order);
  free_names (&self->groups.folded);
}

/* FALSE when they are the same. */
static gboolean
take_names (char ***place, const char *const *names)
{
  const char *const *former =
      *place != NULL ? (const char *const *)*place : no_names;

  if (names == NULL)
    names = no_names;
  if (g_strv_equal (former, names))
    return FALSE;
  free_names (place);
  *place = g_strdupv ((char **)names);
  return TRUE;
}

/**
 * tl_timeline_view_set_arrangement:
 * @self: a timeline
 * @order: (nullable) (array zero-terminated=1): names of the groups that do not
 *   stand where they do by default
 * @folded: (nullable) (array zero-terminated=1): names of the folded groups
 *
 * Arranges the groups. Names are those of [method@Explorer.get_folded]; those
 * of other groupings count when the timeline is grouped by them.
 */
void
tl_timeline_view_set_arrangement (TlTimelineView    *self,
                                  const char *const *order,
                                  const char *const *folded)
{
  gboolean is_new;

  g_return_if_fail (TL_IS_TIMELINE_VIEW (self));

  is_new = take_names (&self->groups.order, order);
  is_new |= take_names (&self->groups.folded, folded);
  if (!is_new)
    return;

  self->groups.serial++;
  if (self->layout == NULL)
    return;
  tl_timeline_view_stop (self);
  tl_timeline_view_arrange (self);
  tl_timeline_view_place (self);
  gtk_widget_queue_allocate (GTK_WIDGET (self));
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/**
 * tl_timeline_view_get_folded:
 * @self: a timeline
 *
 * Returns: (transfer none) (array zero-terminated=1): names of the folded
 *   groups
 */
const char *const *
tl_timeline_view_get_folded (TlTimelineView *self)
{
  g_return_val_if_fail (TL_IS_TIMELINE_VIEW (self), no_names);

  return self->groups.folded != NULL ? (const char *const *)self->groups.folded
                                     : no_names;
}

/**
 * tl_timeline_view_get_group_order:
 * @self: a timeline
 *
 * Returns: (transfer none) (array zero-terminated=1): names of the groups that
 *   do not stand where they do by default
 */
const char *const *
tl_timeline_view_get_group_order (TlTimelineView *self)
{
  g_return_val_if_fail (TL_IS_TIMELINE_VIEW (self), no_names);

  return self->groups.order != NULL ? (const char *const *)self->groups.order
                                    : no_names;
}

/* --- commands --- */

/* The groups that the user sees, to be changed. */
static gboolean
has_groups (TlTimelineView *self)
{
  return tl_timeline_view_ensure_layout (self) && self->view->n_groups > 0;
}

static char *
dup_name (TlTimelineView *self, guint group)
{
  return tl_group_key_to_string (tl_layout_get_group_by (self->layout),
                                 self->dataset, self->view->groups[group].key);
}

/* The names of other groupings among them. */
static GPtrArray *
list_others (TlTimelineView *self, const char *const *names)
{
  TlGroupBy  group_by = tl_layout_get_group_by (self->layout);
  GPtrArray *others = g_ptr_array_new_null_terminated (0, g_free, TRUE);

  for (gsize i = 0; names[i] != NULL; i++)
    if (!tl_group_key_is_of (group_by, names[i]))
      g_ptr_array_add (others, g_strdup (names[i]));
  return others;
}

/* Takes both. Whoever keeps the arrangement hears of it. */
static void
change (TlTimelineView *self, GPtrArray *order, GPtrArray *folded)
{
  guint before = self->groups.serial;

  tl_timeline_view_set_arrangement (
      self,
      order != NULL ? (const char *const *)(void *)order->pdata
                    : tl_timeline_view_get_group_order (self),
      folded != NULL ? (const char *const *)(void *)folded->pdata
                     : tl_timeline_view_get_folded (self));
  if (self->groups.serial != before)
    tl_timeline_view_emit_arranged (self);
  g_clear_pointer (&order, g_ptr_array_unref);
  g_clear_pointer (&folded, g_ptr_array_unref);
}

/* Folds exactly the groups that fold says, of those that there are; what is
 * filtered out stays as it is. */
static void
change_folded (TlTimelineView *self, const gboolean *fold)
{
  const char *const *names = tl_timeline_view_get_folded (self);
  GPtrArray         *folded = list_others (self, names);
  g_autoptr (GHashTable) seen =
      g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; i < self->view->n_groups; i++)
    {
      char *name = dup_name (self, i);

      if (fold[i])
        g_ptr_array_add (folded, g_strdup (name));
      g_hash_table_add (seen, name);
    }
  for (gsize i = 0; names[i] != NULL; i++)
    if (tl_group_key_is_of (tl_layout_get_group_by (self->layout), names[i]) &&
        !g_hash_table_contains (seen, names[i]))
      g_ptr_array_add (folded, g_strdup (names[i]));
  change (self, NULL, folded);
}

static gboolean *
list_fold_states (TlTimelineView *self)
{
  gboolean *states = g_new (gboolean, self->view->n_groups + 1);

  for (guint i = 0; i < self->view->n_groups; i++)
    states[i] = self->view->groups[i].folded;
  return states;
}

/* Folds or unfolds a group of the view. */
void
tl_timeline_view_fold (TlTimelineView *self, guint group, gboolean folded)
{
  g_autofree gboolean *states = NULL;

  if (!has_groups (self) || group >= self->view->n_groups)
    return;
  states = list_fold_states (self);
  states[group] = folded;
  change_folded (self, states);
}

/* Folds all groups but one, which unfolds. */
void
tl_timeline_view_fold_others (TlTimelineView *self, guint group)
{
  g_autofree gboolean *states = NULL;

  if (!has_groups (self))
    return;
  states = list_fold_states (self);
  for (guint i = 0; i < self->view->n_groups; i++)
    states[i] = i != group;
  change_folded (self, states);
}

/* Moves a group of the view next to another one. */
void
tl_timeline_view_move_group_to (TlTimelineView *self,
                                guint           group,
                                guint           neighbour,
                                gboolean        after)
{
  TlGroupBy         group_by;
  TlArrangedKeys    keys;
  g_autofree guint *moved = NULL;
  guint             n_moved;
  GPtrArray        *order;

  if (!has_groups (self) || group >= self->view->n_groups ||
      neighbour >= self->view->n_groups)
    return;
  group_by = tl_layout_get_group_by (self->layout);
  tl_timeline_view_list_arrangement (self, self->dataset, group_by, &keys);
  moved =
      tl_group_order_move (tl_group_by_count_keys (group_by, self->dataset),
                           (const guint *)(void *)keys.order->data,
                           keys.order->len, self->view->groups[group].key,
                           self->view->groups[neighbour].key, after, &n_moved);
  tl_arranged_keys_clear (&keys);
  order = list_others (self, tl_timeline_view_get_group_order (self));
  for (guint i = 0; i < n_moved; i++)
    g_ptr_array_add (
        order, tl_group_key_to_string (group_by, self->dataset, moved[i]));
  change (self, order, NULL);
}

/* Gives the groups the order that they have by default. */
void
tl_timeline_view_reset_group_order (TlTimelineView *self)
{
  if (has_groups (self))
    change (self, list_others (self, tl_timeline_view_get_group_order (self)),
            NULL);
}

/* The group that a command without a target is for: that of the record where
 * the user is, else the topmost in sight; or TL_NONE. */
guint
tl_timeline_view_get_current_group (TlTimelineView *self)
{
  TlSpot spot = self->focused;
  guint  mark = TL_NONE;

  if (!has_groups (self))
    return TL_NONE;
  if (spot.record == TL_NONE)
    spot.record = self->selected;
  if (spot.record != TL_NONE)
    {
      g_autoptr (TlView) view =
          tl_layout_get_view (self->layout, self->view->scale);

      mark = tl_view_find_spot (view, spot);
      if (mark != TL_NONE)
        return view->marks[mark].group;
    }
  return tl_view_pick_group (self->view,
                             tl_viewport_get_offset (self->viewport) + 1);
}

/* Scrolls the lanes until the group is in sight. */
static void
reveal_group (TlTimelineView *self, guint key)
{
  double offset = tl_viewport_get_offset (self->viewport);
  double height = tl_viewport_get_height (self->viewport);

  for (guint i = 0; i < self->view->n_groups; i++)
    {
      const TlGroup *group = &self->view->groups[i];
      double         end = group->y + group->height;

      if (group->key != key)
        continue;
      if (group->y < offset || group->height > height)
        tl_viewport_set_offset (self->viewport, group->y);
      else if (end > offset + height)
        tl_viewport_set_offset (self->viewport, end - height);
    }
}

/* Moves a group one place up or down. */
void
tl_timeline_view_move_group (TlTimelineView *self, guint group, int direction)
{
  guint neighbour = group + (guint)direction;
  guint key;

  if (!has_groups (self) || group >= self->view->n_groups ||
      neighbour >= self->view->n_groups)
    return;
  key = self->view->groups[group].key;
  tl_timeline_view_move_group_to (self, group, neighbour, direction > 0);
  if (tl_timeline_view_ensure_layout (self))
    reveal_group (self, key);
}

/**
 * tl_timeline_view_toggle_group:
 * @self: a timeline
 *
 * Folds or unfolds the group of the selected record; without one, the topmost
 * group in sight.
 */
void
tl_timeline_view_toggle_group (TlTimelineView *self)
{
  guint group;

  g_return_if_fail (TL_IS_TIMELINE_VIEW (self));

  group = tl_timeline_view_get_current_group (self);
  if (group != TL_NONE)
    tl_timeline_view_fold (self, group, !self->view->groups[group].folded);
}

/**
 * tl_timeline_view_fold_all:
 * @self: a timeline
 *
 * Folds all groups.
 */
void
tl_timeline_view_fold_all (TlTimelineView *self)
{
  g_return_if_fail (TL_IS_TIMELINE_VIEW (self));

  tl_timeline_view_fold_others (self, TL_NONE);
}

/**
 * tl_timeline_view_unfold_all:
 * @self: a timeline
 *
 * Unfolds all groups of this grouping, also those that are filtered out.
 */
void
tl_timeline_view_unfold_all (TlTimelineView *self)
{
  g_return_if_fail (TL_IS_TIMELINE_VIEW (self));

  if (has_groups (self))
    change (self, NULL, list_others (self, tl_timeline_view_get_folded (self)));
}

/**
 * tl_timeline_view_move_group_up:
 * @self: a timeline
 *
 * Moves the group of the selected record before the one above.
 */
void
tl_timeline_view_move_group_up (TlTimelineView *self)
{
  g_return_if_fail (TL_IS_TIMELINE_VIEW (self));

  tl_timeline_view_move_group (self, tl_timeline_view_get_current_group (self),
                               -1);
}

/**
 * tl_timeline_view_move_group_down:
 * @self: a timeline
 *
 * Moves the group of the selected record behind the one below.
 */
void
tl_timeline_view_move_group_down (TlTimelineView *self)
{
  g_return_if_fail (TL_IS_TIMELINE_VIEW (self));

  tl_timeline_view_move_group (self, tl_timeline_view_get_current_group (self),
                               1);
}

/* A cluster of a folded group was opened, by click or Enter: it unfolds. */
gboolean
tl_timeline_view_unfold_mark (TlTimelineView *self, const TlMark *mark)
{
  if (!self->view->groups[mark->group].folded)
    return FALSE;
  tl_timeline_view_fold (self, mark->group, FALSE);
  return TRUE;
}
