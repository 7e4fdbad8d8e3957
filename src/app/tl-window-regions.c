/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-window-private.h"

/* F6 leads from one region of the window to the next, whatever is in them:
 * Tab would go through all of that. */

typedef enum
{
  REGION_HEADER,
  REGION_VIEW, /* with all that stands above and below it */
  REGION_PANE,
  N_REGIONS,
} Region;

static GtkWidget *
get_header (TlWindow *self)
{
  return gtk_widget_get_ancestor (GTK_WIDGET (self->switcher),
                                  ADW_TYPE_HEADER_BAR);
}

static gboolean
is_in (GtkWidget *focus, GtkWidget *region)
{
  return focus == region || gtk_widget_is_ancestor (focus, region);
}

static Region
find_region (TlWindow *self)
{
  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (self));

  if (focus == NULL)
    return REGION_HEADER;
  if (is_in (focus, get_header (self)))
    return REGION_HEADER;
  return is_in (focus, GTK_WIDGET (self->side_pane)) ? REGION_PANE
                                                     : REGION_VIEW;
}

static gboolean
enter (GtkWidget *widget)
{
  return gtk_widget_grab_focus (widget) ||
         gtk_widget_child_focus (widget, GTK_DIR_TAB_FORWARD);
}

/* FALSE where nothing can take the keyboard. */
static gboolean
enter_region (TlWindow *self, Region region)
{
  switch (region)
    {
    case REGION_VIEW:
      return enter (tl_window_get_view (self));
    case REGION_PANE:
      g_action_group_change_action_state (G_ACTION_GROUP (self), "show-pane",
                                          g_variant_new_boolean (TRUE));
      return gtk_widget_child_focus (GTK_WIDGET (self->details),
                                     GTK_DIR_TAB_FORWARD);
    case REGION_HEADER:
    case N_REGIONS:
    default:
      return gtk_widget_child_focus (get_header (self), GTK_DIR_TAB_FORWARD);
    }
}

static void
switch_focus (TlWindow *self, guint step)
{
  guint region = find_region (self);

  for (guint i = 0; i < N_REGIONS; i++)
    {
      region = (region + step) % N_REGIONS;
      if (enter_region (self, (Region)region))
        break;
    }
  gtk_window_set_focus_visible (GTK_WINDOW (self), TRUE);
}

static void
switch_focus_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  switch_focus (TL_WINDOW (user_data), 1);
}

static void
switch_focus_back_cb (GSimpleAction *action,
                      GVariant      *parameter,
                      gpointer       user_data)
{
  switch_focus (TL_WINDOW (user_data), N_REGIONS - 1);
}

void
tl_window_add_regions (TlWindow *self)
{
  static const GActionEntry entries[] = {
    { "switch-focus", switch_focus_cb },
    { "switch-focus-back", switch_focus_back_cb },
  };

  g_action_map_add_action_entries (G_ACTION_MAP (self), entries,
                                   G_N_ELEMENTS (entries), self);
}
