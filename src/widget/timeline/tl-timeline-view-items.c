/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-timeline-view-private.h"

/* The marks in sight as widgets, which is what assistive technology can read
 * and where the keyboard focus can be. They follow the picture when it has come
 * to rest, and never while it moves; that of the focus is always there. Items
 * of what stays in sight stay, so that nobody hears of them again. */

/* So long nothing must have moved. */
#define REST_MS 150
/* More marks than this are not read one by one; the focus reaches them all. */
#define MAX_ITEMS 400
#define UNKNOWN_LANE (TL_NONE - 1)

static TlRecordWords
get_words (TlTimelineView *self)
{
  return (TlRecordWords){ self->dataset, self->formatter, self->language };
}

static TlMarkItem *
get_item (TlTimelineView *self, guint i)
{
  return g_ptr_array_index (self->items, i);
}

static TlMarkKey
get_mark_key (const TlMark *mark)
{
  return (TlMarkKey){ mark->index, mark->lane, mark->count };
}

/* Of what is not in the picture nobody knows the lane. */
static TlMarkKey
get_focus_key (TlTimelineView *self)
{
  guint mark = tl_view_find_spot (self->view, self->focused);

  if (mark != TL_NONE)
    return get_mark_key (&self->view->marks[mark]);
  return (TlMarkKey){ self->focused.record,
                      self->focused.lane != TL_NONE ? self->focused.lane
                                                    : UNKNOWN_LANE,
                      1 };
}

/* --- words and places --- */

static void
name_item (TlTimelineView *self, TlMarkItem *item)
{
  TlMarkKey     key = tl_mark_item_get_key (item);
  TlRecordWords words = get_words (self);
  guint         n_shown;
  guint position = tl_layout_get_position (self->layout, key.record, &n_shown);
  g_autofree char *name = NULL;
  g_autofree char *certainty = NULL;

  if (key.count > 1)
    name = tl_record_words_dup_cluster_name (words, key.record, key.count,
                                             position, n_shown);
  else
    {
      name = tl_record_words_dup_name (words, key.record, position, n_shown);
      certainty = tl_record_words_dup_certainty (words, key.record);
    }
  tl_mark_item_set_words (item, name, certainty);
}

static TlRect
to_widget (TlTimelineView *self, TlRect area)
{
  TlRect lanes = tl_timeline_view_get_lanes (self);
  double left = MAX (area.x, 0);
  double right = MIN (area.x + area.width, lanes.width);

  return (TlRect){ lanes.x + left,
                   lanes.y + area.y - tl_timeline_view_get_drawn_offset (self),
                   MAX (right - left, 1), MAX (area.height, 1) };
}

static gboolean
is_in_sight (TlTimelineView *self, const TlMark *mark)
{
  TlRect outline = tl_mark_get_outline (mark);
  double top = tl_timeline_view_get_drawn_offset (self);

  return mark->type != TL_MARK_LIFE && outline.y + outline.height > top &&
         outline.y < top + tl_viewport_get_height (self->viewport);
}

/* --- what there should be --- */

typedef struct
{
  TlMarkKey key;
  TlRect    area;
} Wanted;

static int
compare_wanted (gconstpointer a, gconstpointer b)
{
  return tl_mark_key_compare (((const Wanted *)a)->key,
                              ((const Wanted *)b)->key);
}

static void
collect_marks (TlTimelineView *self, GArray *wanted)
{
  for (guint i = 0; i < self->view->n_marks && wanted->len < MAX_ITEMS; i++)
    {
      const TlMark *mark = &self->view->marks[i];
      Wanted        next = { get_mark_key (mark), { 0 } };

      if (!is_in_sight (self, mark))
        continue;
      next.area = to_widget (self, tl_mark_get_outline (mark));
      g_array_append_val (wanted, next);
    }
}

static gboolean
is_marked (const GArray *wanted, guint record)
{
  for (guint i = 0; i < wanted->len; i++)
    if (g_array_index (wanted, Wanted, i).key.record == record)
      return TRUE;
  return FALSE;
}

/* A flag says the same as its mark; it is read where that is not in sight. */
static void
collect_flags (TlTimelineView *self, GArray *wanted)
{
  double top = tl_timeline_view_get_lanes (self).y - self->view->flags_height;

  for (guint i = 0; i < self->view->n_flags; i++)
    {
      const TlFlag *flag = &self->view->flags[i];
      Wanted        next = { { flag->record, TL_NONE, 1 }, { 0 } };

      if (is_marked (wanted, flag->record))
        continue;
      next.area = to_widget (self, flag->rect);
      next.area.y = top + flag->rect.y;
      g_array_append_val (wanted, next);
    }
}

/* That of the focus is there wherever it is: it has the keyboard. */
static void
collect_focus (TlTimelineView *self, GArray *wanted)
{
  guint  mark = tl_view_find_spot (self->view, self->focused);
  Wanted next = { get_focus_key (self), { 0, 0, 1, 1 } };

  if (mark != TL_NONE)
    next.area =
        to_widget (self, tl_mark_get_outline (&self->view->marks[mark]));
  for (guint i = 0; i < wanted->len; i++)
    if (compare_wanted (&next, &g_array_index (wanted, Wanted, i)) == 0)
      return;
  g_array_append_val (wanted, next);
}

/* --- bringing the items there --- */

static void
drop_item (TlTimelineView *self, guint i)
{
  GtkWidget *item = GTK_WIDGET (get_item (self, i));

  g_ptr_array_remove_index (self->items, i);
  if (item == self->focus_item)
    self->focus_item = NULL;
  gtk_widget_unparent (item);
}

/* Where an item of that key is, or would be. */
static guint
find_place (TlTimelineView *self, TlMarkKey key)
{
  guint at = 0;

  while (at < self->items->len &&
         tl_mark_key_compare (tl_mark_item_get_key (get_item (self, at)), key) <
             0)
    at++;
  return at;
}

static void
put_item (TlTimelineView *self, GtkWidget *item, guint at)
{
  gtk_widget_insert_before (item, GTK_WIDGET (self),
                            at < self->items->len
                                ? GTK_WIDGET (get_item (self, at))
                                : self->scrollbar);
  g_ptr_array_insert (self->items, (int)at, item);
  name_item (self, TL_MARK_ITEM (item));
}

/* The item of the focus goes on as another one, with the focus on it. */
static void
rename_focus_item (TlTimelineView *self, TlMarkKey key)
{
  TlMarkItem *item = TL_MARK_ITEM (self->focus_item);

  if (tl_mark_key_compare (tl_mark_item_get_key (item), key) == 0)
    return;
  g_ptr_array_remove (self->items, item);
  tl_mark_item_set_key (item, key);
  put_item (self, GTK_WIDGET (item), find_place (self, key));
}

/* Both are in the same order. */
static void
merge_items (TlTimelineView *self, const GArray *wanted)
{
  guint at = 0;

  for (guint i = 0; i < wanted->len; i++)
    {
      const Wanted *next = &g_array_index (wanted, Wanted, i);
      int           order = 1;

      while (at < self->items->len &&
             (order = tl_mark_key_compare (
                  tl_mark_item_get_key (get_item (self, at)), next->key)) < 0)
        drop_item (self, at);
      if (at == self->items->len || order != 0)
        put_item (self, tl_mark_item_new (next->key), at);
      tl_mark_item_set_area (get_item (self, at++), next->area);
    }
  while (at < self->items->len)
    drop_item (self, at);
}

/* A flag has no mark in sight. */
static gboolean
is_flag_selected (TlTimelineView *self, guint record)
{
  for (guint i = 0; i < self->selection->len; i++)
    if (g_array_index (self->selection, guint, i) == record)
      return TRUE;
  return FALSE;
}

static gboolean
is_chosen (TlTimelineView *self, const GArray *chosen, TlMarkKey key)
{
  if (key.lane == TL_NONE)
    return is_flag_selected (self, key.record);
  for (guint i = 0; i < chosen->len; i++)
    {
      guint mark = g_array_index (chosen, TlChosenMark, i).mark;

      if (tl_mark_key_compare (get_mark_key (&self->view->marks[mark]), key) ==
          0)
        return TRUE;
    }
  return FALSE;
}

static gboolean
rest_cb (gpointer data)
{
  TlTimelineView *self = data;

  if (self->is_moving)
    {
      self->is_moving = FALSE;
      return G_SOURCE_CONTINUE;
    }
  self->rest_id = 0;
  tl_timeline_view_update_items (self);
  return G_SOURCE_REMOVE;
}

/* --- for the other files --- */

/* For init. */
void
tl_timeline_view_add_items (TlTimelineView *self)
{
  self->items = g_ptr_array_new ();
}

/* Brings the items up to date with the picture. */
void
tl_timeline_view_update_items (TlTimelineView *self)
{
  g_autoptr (GArray) wanted = NULL;

  if (self->items == NULL || !gtk_widget_get_mapped (GTK_WIDGET (self)) ||
      (self->view == NULL && self->dataset != NULL))
    return;
  if (self->focused.record == TL_NONE && self->focus_item != NULL &&
      gtk_widget_is_focus (self->focus_item))
    gtk_widget_grab_focus (GTK_WIDGET (self));
  wanted = g_array_new (FALSE, FALSE, sizeof (Wanted));
  if (self->view != NULL)
    {
      collect_marks (self, wanted);
      collect_flags (self, wanted);
      if (self->focused.record != TL_NONE)
        collect_focus (self, wanted);
      g_array_sort (wanted, compare_wanted);
      if (self->focused.record != TL_NONE && self->focus_item != NULL)
        rename_focus_item (self, get_focus_key (self));
    }
  merge_items (self, wanted);
  tl_timeline_view_update_items_selected (self);
  gtk_widget_queue_allocate (GTK_WIDGET (self));
}

/* Tells which of them are selected. */
void
tl_timeline_view_update_items_selected (TlTimelineView *self)
{
  const GArray *chosen;

  if (self->items == NULL || self->view == NULL || self->items->len == 0)
    return;
  chosen = tl_timeline_view_find_chosen (self);
  for (guint i = 0; i < self->items->len; i++)
    tl_mark_item_set_selected (
        get_item (self, i),
        is_chosen (self, chosen, tl_mark_item_get_key (get_item (self, i))));
}

/* The picture has changed. Costs nothing while it goes on changing. */
void
tl_timeline_view_touch_items (TlTimelineView *self)
{
  self->is_moving = self->rest_id != 0;
  if (self->rest_id == 0 && self->items != NULL)
    self->rest_id =
        g_timeout_add_full (G_PRIORITY_LOW, REST_MS, rest_cb, self, NULL);
}

/* The widget for the mark that the keyboard stands on. There must be a picture
 * and such a mark. */
GtkWidget *
tl_timeline_view_ensure_focus_item (TlTimelineView *self)
{
  TlMarkKey key = get_focus_key (self);
  guint     at = find_place (self, key);

  if (at == self->items->len ||
      tl_mark_key_compare (tl_mark_item_get_key (get_item (self, at)), key) !=
          0)
    {
      put_item (self, tl_mark_item_new (key), at);
      tl_timeline_view_update_items_selected (self);
    }
  self->focus_item = GTK_WIDGET (get_item (self, at));
  tl_timeline_view_touch_items (self);
  return self->focus_item;
}

/* Records and lanes are numbered anew: only that of the focus stays, and is
 * named anew when the next picture has come to rest. */
void
tl_timeline_view_forget_items (TlTimelineView *self)
{
  for (guint i = self->items != NULL ? self->items->len : 0; i-- > 0;)
    if (GTK_WIDGET (get_item (self, i)) != self->focus_item)
      drop_item (self, i);
  if (self->focus_item != NULL)
    tl_mark_item_set_key (TL_MARK_ITEM (self->focus_item),
                          (TlMarkKey){ 0, 0, 0 });
}

/* For size_allocate. */
void
tl_timeline_view_allocate_items (TlTimelineView *self)
{
  for (guint i = 0; i < self->items->len; i++)
    {
      TlRect        area = tl_mark_item_get_area (get_item (self, i));
      GtkAllocation allocation = { (int)area.x, (int)area.y,
                                   (int)MAX (area.width, 1),
                                   (int)MAX (area.height, 1) };

      gtk_widget_size_allocate (GTK_WIDGET (get_item (self, i)), &allocation,
                                -1);
    }
}

/* For dispose; may be called again. */
void
tl_timeline_view_remove_items (TlTimelineView *self)
{
  g_clear_handle_id (&self->rest_id, g_source_remove);
  self->focus_item = NULL;
  while (self->items != NULL && self->items->len > 0)
    drop_item (self, self->items->len - 1);
  g_clear_pointer (&self->items, g_ptr_array_unref);
}
