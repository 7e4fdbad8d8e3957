/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-window-private.h"

#include <glib/gi18n.h>

#include "tl-go-to-dialog.h"
#include "tl-measure-dialog.h"

/* Going to a time, zooming to a part of the calendar, and measuring. */

static const struct
{
  const char    *name;
  TlCalendarUnit unit;
} units[] = {
  { "day", TL_UNIT_DAY },
  { "month", TL_UNIT_MONTH },
  { "year", TL_UNIT_YEAR },
};

static void
go_to_date_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  TlWindow *self = TL_WINDOW (user_data);

  tl_go_to_dialog_show (GTK_WINDOW (self), self->timeline,
                        tl_window_get_language ());
}

static void
zoom_to_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  TlWindow   *self = TL_WINDOW (user_data);
  const char *name = g_variant_get_string (parameter, NULL);

  if (g_str_equal (name, "all"))
    tl_timeline_view_fit_all (self->timeline);
  for (gsize i = 0; i < G_N_ELEMENTS (units); i++)
    if (g_str_equal (units[i].name, name))
      tl_timeline_view_zoom_to_unit (self->timeline, units[i].unit);
}

/* The dataset in which the records have these numbers; NULL unless there are
 * just two. */
static TlDataset *
find_two (TlWindow *self, guint *first, guint *second)
{
  const char *const *ids = tl_explorer_get_selection (self->explorer);
  TlResult          *shown = tl_explorer_get_shown (self->explorer);
  TlDataset         *dataset;

  if (shown == NULL || tl_explorer_get_n_selected (self->explorer) != 2)
    return NULL;
  dataset = tl_result_get_dataset (shown);
  *first = tl_dataset_find_record (dataset, ids[0]);
  *second = tl_dataset_find_record (dataset, ids[1]);
  return *first != TL_NONE && *second != TL_NONE ? dataset : NULL;
}

static void
measure_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  TlWindow  *self = TL_WINDOW (user_data);
  guint      first;
  guint      second;
  TlDataset *dataset = find_two (self, &first, &second);

  if (dataset == NULL)
    tl_window_add_toast (self, tl_explorer_get_n_selected (self->explorer) == 1
                                   ? _ ("Ctrl+click a second record to measure")
                                   : _ ("Select two records to measure"));
  else
    tl_measure_dialog_show (GTK_WINDOW (self), dataset, first, second,
                            tl_window_get_language ());
}

void
tl_window_add_navigation (TlWindow *self)
{
  static const GActionEntry entries[] = {
    { "go-to-date", go_to_date_cb },
    { "measure", measure_cb },
    { "zoom-to", zoom_to_cb, "s" },
  };

  g_action_map_add_action_entries (G_ACTION_MAP (self), entries,
                                   G_N_ELEMENTS (entries), self);
}
