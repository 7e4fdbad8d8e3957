/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-timeline-view-private.h"

/* What is selected: any number of records, in the order of being chosen. The
 * last one is "selected": that is what commands and the details are about. */

void
tl_timeline_view_init_selection (TlTimelineView *self)
{
  self->selected = TL_NONE;
  self->selection = g_array_new (FALSE, FALSE, sizeof (guint));
  self->marks = g_array_new (FALSE, FALSE, sizeof (TlChosenMark));
  self->ghosts = g_array_new (FALSE, FALSE, sizeof (TlGhost));
  self->alternatives_of = TL_NONE;
}

/* What was made of the selection. */
static void
drop_derived (TlTimelineView *self)
{
  g_clear_pointer (&self->alternatives, tl_alternatives_free);
  self->alternatives_of = TL_NONE;
  g_clear_pointer (&self->chosen, tl_tally_free);
  g_clear_pointer (&self->leading, tl_tally_free);
}

void
tl_timeline_view_finalize_selection (TlTimelineView *self)
{
  drop_derived (self);
  g_array_unref (self->selection);
  g_array_unref (self->marks);
  g_array_unref (self->ghosts);
}

static guint
get_record (const GArray *selection, guint index)
{
  return g_array_index (selection, guint, index);
}

static gboolean
is_same (const GArray *a, const GArray *b)
{
  if (a->len != b->len)
    return FALSE;
  for (guint i = 0; i < a->len; i++)
    if (get_record (a, i) != get_record (b, i))
      return FALSE;
  return TRUE;
}

/* Takes selection, of records that there are, each once. */
void
tl_timeline_view_take_selection (TlTimelineView *self, GArray *selection)
{
  guint before = self->selected;

  if (is_same (selection, self->selection))
    {
      g_array_unref (selection);
      return;
    }
  g_array_unref (self->selection);
  self->selection = selection;
  self->selected =
      selection->len > 0 ? get_record (selection, selection->len - 1) : TL_NONE;
  drop_derived (self);
  tl_timeline_view_update_actions (self);
  tl_timeline_view_update_accessible (self);
  tl_timeline_view_update_items_selected (self);
  tl_timeline_view_follow_selected (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
  tl_timeline_view_emit_selection_changed (self, self->selected != before);
}

/* (transfer full): what was selected and is shown by the result, as it numbers
 * its records. */
GArray *
tl_timeline_view_dup_selection_in (TlTimelineView *self, const TlResult *result)
{
  TlDataset *dataset = tl_result_get_dataset (result);
  GArray    *selection = g_array_new (FALSE, FALSE, sizeof (guint));

  for (guint i = 0; i < self->selection->len; i++)
    {
      guint record = get_record (self->selection, i);

      if (dataset != self->dataset)
        record = tl_dataset_find_record (
            dataset, tl_dataset_get_record_id (self->dataset, record));
      if (record != TL_NONE && tl_result_contains (result, record))
        g_array_append_val (selection, record);
    }
  return selection;
}

/* --- the marks --- */

static TlTally *
create_tally (TlTimelineView *self, const guint *records, guint n)
{
  g_autoptr (TlRecordSet) set =
      tl_record_set_new (records, n, tl_dataset_get_n_records (self->dataset));

  return tl_tally_new (set);
}

static void
ensure_tallies (TlTimelineView *self)
{
  if (self->chosen != NULL)
    return;
  self->chosen = create_tally (self, (const guint *)self->selection->data,
                               self->selection->len);
  self->leading = create_tally (self, &self->selected, 1);
}

/* (transfer none): every mark of the view that stands for what is selected,
 * good until the next call. */
const GArray *
tl_timeline_view_find_chosen (TlTimelineView *self)
{
  const TlView *view = self->view;

  g_array_set_size (self->marks, 0);
  if (self->selection->len == 0)
    return self->marks;
  ensure_tallies (self);
  for (guint i = 0; i < view->n_marks; i++)
    {
      TlChosenMark chosen = { .mark = i };

      if (tl_tally_count (self->chosen, view, &view->marks[i]) == 0)
        continue;
      chosen.is_leading =
          tl_tally_count (self->leading, view, &view->marks[i]) > 0;
      g_array_append_val (self->marks, chosen);
    }
  return self->marks;
}

static void
ensure_alternatives (TlTimelineView *self)
{
  if (self->alternatives_of == self->selected &&
      (self->alternatives == NULL ||
       tl_alternatives_get_layout (self->alternatives) == self->layout))
    return;
  g_clear_pointer (&self->alternatives, tl_alternatives_free);
  self->alternatives = tl_alternatives_new (self->layout, self->selected);
  self->alternatives_of = self->selected;
}

/* (transfer none): the other dates of the selected record, at each of its
 * marks; good until the next call. */
const GArray *
tl_timeline_view_find_ghosts (TlTimelineView *self, const GArray *chosen)
{
  g_array_set_size (self->ghosts, 0);
  if (self->selected == TL_NONE)
    return self->ghosts;
  ensure_alternatives (self);
  for (guint i = 0; self->alternatives != NULL && i < chosen->len; i++)
    {
      TlChosenMark mark = g_array_index (chosen, TlChosenMark, i);
      g_autoptr (GArray) ghosts = NULL;

      if (!mark.is_leading)
        continue;
      ghosts =
          tl_alternatives_place (self->alternatives, self->view, mark.mark);
      g_array_append_vals (self->ghosts, ghosts->data, ghosts->len);
    }
  return self->ghosts;
}

/* --- choosing --- */

static GArray *
create_selection (const guint *records, guint n)
{
  GArray *selection = g_array_new (FALSE, FALSE, sizeof (guint));

  if (n > 0)
    g_array_append_vals (selection, records, n);
  return selection;
}

/* Appends what is not there yet. */
static void
add_record (GArray *selection, GHashTable *known, guint record)
{
  if (g_hash_table_add (known, GUINT_TO_POINTER (record)))
    g_array_append_val (selection, record);
}

static gboolean
is_chosen (TlTimelineView *self, guint record)
{
  for (guint i = 0; i < self->selection->len; i++)
    if (get_record (self->selection, i) == record)
      return TRUE;
  return FALSE;
}

/* A record of a mark that was clicked on. */
void
tl_timeline_view_click_record (TlTimelineView *self,
                               guint           record,
                               GdkModifierType modifiers)
{
  if ((modifiers & GDK_SHIFT_MASK) != 0)
    tl_timeline_view_select_range (self, record);
  else if ((modifiers & GDK_CONTROL_MASK) != 0)
    tl_timeline_view_toggle_selected (self, record);
  else
    tl_timeline_view_set_selected (self, record);
}

static void
add_mark (TlTimelineView *self,
          const TlMark   *mark,
          GArray         *selection,
          GHashTable     *known)
{
  const guint *members = &mark->index;
  guint        n = 1;

  if (mark->type == TL_MARK_CLUSTER)
    members = tl_layout_get_cluster (self->layout, self->view->scale,
                                     mark->cluster, &n);
  for (guint i = 0; i < n && selection->len < TL_TIMELINE_MAX_SELECTED; i++)
    add_record (selection, known, members[i]);
}

/* Ctrl or Shift and a click on a cluster. */
void
tl_timeline_view_add_cluster (TlTimelineView *self, guint mark)
{
  g_autoptr (GHashTable) known = g_hash_table_new (NULL, NULL);
  GArray *selection = create_selection (NULL, 0);

  for (guint i = 0; i < self->selection->len; i++)
    add_record (selection, known, get_record (self->selection, i));
  add_mark (self, &self->view->marks[mark], selection, known);
  tl_timeline_view_take_selection (self, selection);
}

/* The marks whose middle is in an area of the lanes, clusters with all that is
 * in them; adds: to what is selected already. */
void
tl_timeline_view_select_marks_within (TlTimelineView *self,
                                      TlRect          area,
                                      gboolean        adds)
{
  g_autoptr (GHashTable) known = g_hash_table_new (NULL, NULL);
  GArray *selection = create_selection (NULL, 0);

  for (guint i = 0; adds && i < self->selection->len; i++)
    add_record (selection, known, get_record (self->selection, i));
  for (guint i = 0; i < self->view->n_marks; i++)
    {
      const TlMark *mark = &self->view->marks[i];

      if (mark->type != TL_MARK_LIFE &&
          tl_rect_contains (area, mark->glyph_x, mark->y))
        add_mark (self, mark, selection, known);
    }
  tl_timeline_view_take_selection (self, selection);
}

/* The place of the first record that is not before it among those shown. */
static guint
find_place (const guint *records, guint n, guint record)
{
  guint low = 0;

  while (low < n)
    {
      guint middle = low + (n - low) / 2;

      if (records[middle] < record)
        low = middle + 1;
      else
        n = middle;
    }
  return low;
}

/**
 * tl_timeline_view_get_selected:
 * @self: a timeline
 *
 * Returns: index of the selected record, the one that was chosen last where
 *   there are several, or %TL_NONE
 */
guint
tl_timeline_view_get_selected (TlTimelineView *self)
{
  g_return_val_if_fail (TL_IS_TIMELINE_VIEW (self), TL_NONE);

  return self->selected;
}

/**
 * tl_timeline_view_set_selected:
 * @self: a timeline
 * @record: index of a record; %TL_NONE, or one that there is not, for none
 *
 * Selects a record and no other, without moving the view; see
 * [method@TimelineView.scroll_to_selected].
 */
void
tl_timeline_view_set_selected (TlTimelineView *self, guint record)
{
  tl_timeline_view_set_selection (self, &record, 1);
}

/**
 * tl_timeline_view_get_selection:
 * @self: a timeline
 * @n: (out): how many there are
 *
 * Returns: (transfer none) (array length=n): indices of the selected records
 *   in the order of being chosen; good until the selection changes
 */
const guint *
tl_timeline_view_get_selection (TlTimelineView *self, guint *n)
{
  g_return_val_if_fail (n != NULL, NULL);
  g_return_val_if_fail (TL_IS_TIMELINE_VIEW (self), NULL);

  *n = self->selection->len;
  return (const guint *)self->selection->data;
}

/**
 * tl_timeline_view_set_selection:
 * @self: a timeline
 * @records: (array length=n): indices of records; those that there are not, and
 *   repetitions, do not count
 * @n: how many
 *
 * Selects records, without moving the view. The last one becomes
 * [property@TimelineView:selected]. All marks of each of them show it, in all
 * groups that it stands in.
 */
void
tl_timeline_view_set_selection (TlTimelineView *self,
                                const guint    *records,
                                guint           n)
{
  g_autoptr (GHashTable) known = NULL;
  GArray *selection;
  guint   n_records;

  g_return_if_fail (TL_IS_TIMELINE_VIEW (self));
  g_return_if_fail (records != NULL || n == 0);

  known = g_hash_table_new (NULL, NULL);
  selection = create_selection (NULL, 0);
  n_records =
      self->dataset != NULL ? tl_dataset_get_n_records (self->dataset) : 0;
  for (guint i = 0; i < n; i++)
    if (records[i] < n_records)
      add_record (selection, known, records[i]);
  tl_timeline_view_take_selection (self, selection);
}

/**
 * tl_timeline_view_toggle_selected:
 * @self: a timeline
 * @record: index of a record that there is
 *
 * Takes the record out of the selection if it is in it; else adds it.
 */
void
tl_timeline_view_toggle_selected (TlTimelineView *self, guint record)
{
  GArray *selection;

  g_return_if_fail (TL_IS_TIMELINE_VIEW (self));
  g_return_if_fail (self->dataset != NULL &&
                    record < tl_dataset_get_n_records (self->dataset));

  selection = create_selection (NULL, 0);
  for (guint i = 0; i < self->selection->len; i++)
    {
      guint other = get_record (self->selection, i);

      if (other != record)
        g_array_append_val (selection, other);
    }
  if (!is_chosen (self, record))
    g_array_append_val (selection, record);
  tl_timeline_view_take_selection (self, selection);
}

/**
 * tl_timeline_view_select_range:
 * @self: a timeline
 * @record: index of a record that there is
 *
 * Selects all that is shown between the record that was chosen first and
 * another one, in time; the nearest 5000 where there are more.
 */
void
tl_timeline_view_select_range (TlTimelineView *self, guint record)
{
  const guint *records;
  GArray      *selection;
  guint        n;
  guint        from;
  guint        to;
  guint        anchor;

  g_return_if_fail (TL_IS_TIMELINE_VIEW (self));
  g_return_if_fail (self->result != NULL);

  anchor = self->selection->len > 0 ? get_record (self->selection, 0) : record;
  records = tl_result_get_records (self->result, &n);
  from = find_place (records, n, anchor);
  to = find_place (records, n, record);
  selection = create_selection (&anchor, 1);
  for (guint i = from; i != to && selection->len < TL_TIMELINE_MAX_SELECTED;)
    {
      i = i < to ? i + 1 : i - 1;
      if (i < n && records[i] != anchor)
        g_array_append_val (selection, records[i]);
    }
  tl_timeline_view_take_selection (self, selection);
}
