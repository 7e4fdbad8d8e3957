/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-record-scroll.h"

/* Rows have their places only after a frame. */
#define TICKS 2

typedef struct
{
  TlRecordList *list;
  guint         n_ticks;
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
  if (position != GTK_INVALID_LIST_POSITION)
    gtk_widget_activate_action (rows, "list.scroll-to-item", "u", position);
  return G_SOURCE_REMOVE;
}

void
tl_record_scroll_to_selected (TlRecordList *self, GtkWidget *rows)
{
  Scroll *scroll = NULL;

  if (tl_record_list_find_selected (self) == GTK_INVALID_LIST_POSITION)
    return;

  scroll = g_new0 (Scroll, 1);
  scroll->list = g_object_ref (self);
  gtk_widget_add_tick_callback (rows, scroll_cb, scroll, free_scroll);
}
