/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-window-private.h"

#include <glib/gi18n.h>

#include "tl-view-state.h"

/* How each dataset was looked at last. It is written a while after something
 * has changed, so that a crash loses little, and when the window turns to
 * something else. */

#define SAVE_DELAY_S 3
#define UNDO_TIMEOUT_S 15

/* A view that fits everything is remembered as such, so that it still does
 * when the dataset has grown. */
static void
capture_range (TlWindow *self, TlViewState *state)
{
  gint64 from;
  gint64 to;

  if (tl_timeline_view_shows_everything (self->timeline) ||
      !tl_timeline_view_get_range (self->timeline, &from, &to))
    return;
  state->from = from;
  state->to = to;
}

static void
set_strings (char ***strings, const char *const *value)
{
  g_strfreev (*strings);
  *strings = g_strdupv ((char **)value);
}

static TlViewState *
capture (TlWindow *self)
{
  TlViewState *state = tl_view_state_new ();

  if (!tl_document_is_builtin (self->document))
    state->file = g_file_get_uri (tl_document_get_file (self->document));
  g_free (state->view);
  state->view = g_strdup (adw_view_stack_get_visible_child_name (self->views));
  state->group_by = tl_explorer_get_group_by (self->explorer);
  set_strings (&state->folded, tl_explorer_get_folded (self->explorer));
  set_strings (&state->group_order,
               tl_explorer_get_group_order (self->explorer));
  set_strings (&state->selection, tl_explorer_get_selection (self->explorer));
  tl_filter_free (state->filter);
  state->filter = tl_filter_copy (tl_explorer_get_filter (self->explorer));
  state->dims = tl_explorer_get_dims (self->explorer);
  state->known_on = tl_explorer_get_known_on (self->explorer);
  state->proportional = tl_timeline_view_get_proportional (self->timeline);
  capture_range (self, state);
  return state;
}

/* Values that a newer version of the dataset no longer has would hide all. */
static void
drop_unknown_values (TlFilter *filter, TlDataset *dataset)
{
  for (int facet = 0; facet < TL_N_FACETS; facet++)
    {
      g_auto (GStrv) values =
          g_strdupv ((char **)tl_filter_get_values (filter, (TlFacet)facet));

      for (gsize i = 0; values[i] != NULL; i++)
        if (tl_facet_find_value (dataset, (TlFacet)facet, values[i]) == TL_NONE)
          tl_filter_remove_value (filter, (TlFacet)facet, values[i]);
    }
}

static void
apply (TlWindow *self, TlViewState *state)
{
  drop_unknown_values (state->filter, self->dataset);
  g_action_group_change_action_state (
      G_ACTION_GROUP (self), "group-by",
      g_variant_new_string (tl_group_by_to_nick (state->group_by)));
  tl_explorer_set_folded (self->explorer, (const char *const *)state->folded);
  tl_explorer_set_group_order (self->explorer,
                               (const char *const *)state->group_order);
  tl_timeline_view_set_proportional (self->timeline, state->proportional);
  tl_explorer_set_dims (self->explorer, state->dims);
  tl_explorer_set_known_on (self->explorer, state->known_on);
  tl_explorer_set_filter (self->explorer, state->filter);
  tl_explorer_set_selection (self->explorer,
                             (const char *const *)state->selection);
  if (state->from <= state->to)
    tl_timeline_view_set_range (self->timeline, state->from, state->to);
  else if (!tl_viewport_get_fitted (
               tl_timeline_view_get_viewport (self->timeline)))
    tl_timeline_view_fit_all (self->timeline);
  g_action_group_change_action_state (G_ACTION_GROUP (self), "view",
                                      g_variant_new_string (state->view));
}

static gboolean
has_state (TlWindow *self)
{
  return self->settings != NULL && self->dataset != NULL &&
         self->document != NULL && self->shows_document && !self->shows_part;
}

void
tl_window_save_state (TlWindow *self)
{
  g_autoptr (TlViewState) state = NULL;
  g_autoptr (GError) error = NULL;

  g_clear_handle_id (&self->state_id, g_source_remove);
  if (!has_state (self))
    return;
  state = capture (self);
  if (!tl_view_state_save (state, tl_dataset_get_id (self->dataset), &error))
    g_info ("The view is not remembered: %s", error->message);
}

static gboolean
save_cb (gpointer user_data)
{
  TlWindow *self = TL_WINDOW (user_data);

  self->state_id = 0;
  tl_window_save_state (self);
  return G_SOURCE_REMOVE;
}

static void
changed_cb (TlWindow *self)
{
  if (self->state_id == 0 && has_state (self))
    self->state_id = g_timeout_add_seconds (SAVE_DELAY_S, save_cb, self);
}

gboolean
tl_window_recall_state (TlWindow *self)
{
  g_autoptr (TlViewState) state = NULL;

  if (self->settings == NULL || self->dataset == NULL)
    return FALSE;
  state = tl_view_state_load (tl_dataset_get_id (self->dataset));
  if (state == NULL)
    return FALSE;
  apply (self, state);
  return TRUE;
}

/* --- starting afresh --- */

static void
undo_cb (AdwToast *toast, gpointer user_data)
{
  TlWindow    *self = TL_WINDOW (user_data);
  TlViewState *state = g_object_get_data (G_OBJECT (toast), "state");
  const char  *dataset = g_object_get_data (G_OBJECT (toast), "dataset");

  if (self->dataset != NULL &&
      g_str_equal (tl_dataset_get_id (self->dataset), dataset))
    apply (self, state);
}

/* Takes the state. */
static void
offer_undo (TlWindow *self, TlViewState *state)
{
  AdwToast *toast = adw_toast_new (_ ("Started afresh"));

  adw_toast_set_button_label (toast, _ ("_Undo"));
  /* To read it and to reach the button takes some longer. */
  adw_toast_set_timeout (toast, UNDO_TIMEOUT_S);
  g_object_set_data_full (G_OBJECT (toast), "state", state,
                          (GDestroyNotify)tl_view_state_free);
  g_object_set_data_full (G_OBJECT (toast), "dataset",
                          g_strdup (tl_dataset_get_id (self->dataset)), g_free);
  g_signal_connect_object (toast, "button-clicked", G_CALLBACK (undo_cb), self,
                           0);
  adw_toast_overlay_add_toast (self->toasts, toast);
}

/* Bookmarks are kept: they are not how one looks, but what one found. */
static void
start_afresh_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  TlWindow *self = TL_WINDOW (user_data);
  g_autoptr (TlViewState) whole = tl_view_state_new ();
  TlViewState *former = NULL;
  g_autoptr (GError) error = NULL;

  if (!has_state (self))
    return;
  former = capture (self);
  apply (self, whole);
  tl_window_recall_axis (self);
  g_clear_handle_id (&self->state_id, g_source_remove);
  if (!tl_view_state_forget (tl_dataset_get_id (self->dataset), &error))
    g_info ("The view is not forgotten: %s", error->message);
  offer_undo (self, former);
}

void
tl_window_add_state (TlWindow *self)
{
  static const GActionEntry entries[] = {
    { "start-afresh", start_afresh_cb },
  };
  static const char *const signals[] = {
    "notify::dims",     "notify::filter",      "notify::folded",
    "notify::group-by", "notify::group-order", "notify::known-on",
    "notify::selection"
  };

  g_action_map_add_action_entries (G_ACTION_MAP (self), entries,
                                   G_N_ELEMENTS (entries), self);
  for (gsize i = 0; i < G_N_ELEMENTS (signals); i++)
    g_signal_connect_object (self->explorer, signals[i],
                             G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (tl_timeline_view_get_viewport (self->timeline),
                           "notify", G_CALLBACK (changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->views, "notify::visible-child",
                           G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
}
