/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-record-scroll.h"

/* Rows have their places only after a frame. */
#define TICKS 2

typedef struct
{
  TlRecordList *list;
  guint         n_ticks;
  gboolean      else_first;
} Scroll;

static void
free_scroll (gpointer data)
{
  Scroll *self = data;

  g_object_unref (self->list);
  g_free (self);
}

static gboolean
scroll_cb (GtkWidget *rows, GdkFrameClock *clock, gpointer data)
{
  Scroll *self = data;
  guint   position = GTK_INVALID_LIST_POSITION;

  if (++self->n_ticks < TICKS)
    return G_SOURCE_CONTINUE;

  position = tl_record_list_find_selected (self->list);
  if (position == GTK_INVALID_LIST_POSITION && self->else_first &&
      g_list_model_get_n_items (G_LIST_MODEL (self->list)) > 0)
    position = 0;
  if (position != GTK_INVALID_LIST_POSITION)
    gtk_widget_activate_action (rows, "list.scroll-to-item", "u", position);
  return G_SOURCE_REMOVE;
}

static void
add_scroll (TlRecordList *self, GtkWidget *rows, gboolean else_first)
{
  Scroll *scroll = g_new0 (Scroll, 1);

  scroll->list = g_object_ref (self);
  scroll->else_first = else_first;
  gtk_widget_add_tick_callback (rows, scroll_cb, scroll, free_scroll);
}

void
tl_record_scroll_to_selected (TlRecordList *self, GtkWidget *rows)
{
  if (tl_record_list_find_selected (self) != GTK_INVALID_LIST_POSITION)
    add_scroll (self, rows, FALSE);
}

/* GTK 4.8 shows next to nothing when all the rows in view went away, until it
 * is told where to go. */
void
tl_record_scroll_after_change (TlRecordList *self, GtkWidget *rows)
{
  add_scroll (self, rows, TRUE);
}
