/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-window-private.h"

#include "tl-language.h"
#include "tl-style.h"

/* The window and its parts. */

G_DEFINE_FINAL_TYPE (TlWindow, tl_window, ADW_TYPE_APPLICATION_WINDOW)

const char *
tl_window_get_language (void)
{
  return tl_language_get ();
}

/* A toast takes markup, and text is none. */
void
tl_window_add_toast (TlWindow *self, const char *text)
{
  adw_toast_overlay_add_toast (self->toasts, tl_window_toast_new (text));
}

/* libadwaita cuts what has no room in a line. */
AdwToast *
tl_window_toast_new (const char *text)
{
  g_autofree char *escaped = g_markup_escape_text (text, -1);
  AdwToast        *toast = adw_toast_new (escaped);
  GtkWidget       *label = g_object_new (
            GTK_TYPE_LABEL, "label", text, "xalign", 0.0, "wrap", TRUE, "wrap-mode",
            PANGO_WRAP_WORD_CHAR, "max-width-chars", 32, NULL);

  gtk_widget_add_css_class (label, "heading");
  adw_toast_set_custom_title (toast, label);
  return toast;
}

/* Pages are visible from when they are first shown: until then nothing chooses
 * fonts and colours for them. */
void
tl_window_show_page (TlWindow *self, const char *name)
{
  gtk_widget_set_visible (gtk_stack_get_child_by_name (self->stack, name),
                          TRUE);
  gtk_stack_set_visible_child_name (self->stack, name);
}

static void
record_activated_cb (TlWindow *self)
{
  g_action_group_change_action_state (G_ACTION_GROUP (self), "show-pane",
                                      g_variant_new_boolean (TRUE));
}

/* Narrow: the pane lies over the timeline, and only when it is asked for. */
static void
folded_changed_cb (TlWindow *self)
{
  gboolean folded = adw_flap_get_folded (self->flap);

  adw_flap_set_reveal_flap (self->flap, !folded && self->wants_pane);
}

static void
reveal_changed_cb (TlWindow *self)
{
  GAction *action = NULL;

  action = g_action_map_lookup_action (G_ACTION_MAP (self), "show-pane");
  /* While the template is being made there are no actions yet. */
  if (action != NULL)
    g_simple_action_set_state (
        G_SIMPLE_ACTION (action),
        g_variant_new_boolean (adw_flap_get_reveal_flap (self->flap)));
}

static GtkSizeRequestMode
get_main_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_CONSTANT_SIZE;
}

/* The timeline takes whatever is left: it has no natural width that would
 * compete with that of the pane. */
static void
measure_main (GtkWidget     *widget,
              GtkOrientation orientation,
              int            for_size,
              int           *minimum,
              int           *natural,
              int           *minimum_baseline,
              int           *natural_baseline)
{
  gtk_widget_measure (gtk_widget_get_first_child (widget), orientation,
                      for_size, minimum, natural, NULL, NULL);
  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    *natural = *minimum;
}

static void
allocate_main (GtkWidget *widget, int width, int height, int baseline)
{
  gtk_widget_allocate (gtk_widget_get_first_child (widget), width, height,
                       baseline, NULL);
}

static void
theme_changed_cb (TlWindow *self)
{
  tl_timeline_view_set_theme (self->timeline, tl_style_get_theme ());
}

static gboolean
settle_cb (gpointer user_data)
{
  TlWindow *self = TL_WINDOW (user_data);

  tl_window_settle (self);
  return G_SOURCE_REMOVE;
}

/* Icons, buttons that are nothing without one, the switcher, and words that
 * wait for a click and need fonts of their own, are not what one looks at
 * first. What there is keeps its place. */
static gboolean
show_rest_cb (gpointer user_data)
{
  TlWindow *self = TL_WINDOW (user_data);

  if (self->late_icons != NULL)
    tl_late_icons_show (self->late_icons);
  g_clear_pointer (&self->late_icons, tl_late_icons_free);
  if (self->details == NULL) /* closed meanwhile */
    return G_SOURCE_REMOVE;

  gtk_widget_set_visible (self->history_buttons, TRUE);
  gtk_widget_set_visible (self->zoom_buttons, TRUE);
  tl_window_add_switcher (self);
  gtk_widget_set_visible (GTK_WIDGET (self->details), TRUE);
  return G_SOURCE_REMOVE;
}

void
tl_window_connect_document (TlWindow *self)
{
  g_signal_connect_swapped (self->document, "loaded",
                            G_CALLBACK (tl_window_show_document), self);
  g_signal_connect_swapped (self->document, "preview",
                            G_CALLBACK (tl_window_show_document), self);
  g_signal_connect_swapped (self->document, "progress",
                            G_CALLBACK (tl_window_show_reading), self);
}

/* While reading may still be over in a moment, what one looks at first is not
 * there yet. */
static void
after_paint_cb (GdkFrameClock *clock, gpointer user_data)
{
  if (TL_WINDOW (user_data)->loading_id != 0)
    return;
  g_signal_handlers_disconnect_by_func (clock, after_paint_cb, user_data);
  g_idle_add_full (G_PRIORITY_HIGH_IDLE, show_rest_cb, g_object_ref (user_data),
                   g_object_unref);
  g_idle_add_full (G_PRIORITY_LOW, settle_cb, g_object_ref (user_data),
                   g_object_unref);
}

static void
tl_window_show (GtkWidget *widget)
{
  TlWindow *self = TL_WINDOW (widget);

  if (!self->is_settled && self->late_icons == NULL)
    self->late_icons = tl_late_icons_new (widget);
  GTK_WIDGET_CLASS (tl_window_parent_class)->show (widget);
}

static void
tl_window_map (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (tl_window_parent_class)->map (widget);

  if (!TL_WINDOW (widget)->is_settled)
    g_signal_connect_object (gtk_widget_get_frame_clock (widget), "after-paint",
                             G_CALLBACK (after_paint_cb), widget, 0);
}

static gboolean
tl_window_close_request (GtkWindow *window)
{
  tl_window_remember (TL_WINDOW (window));
  tl_window_save_state (TL_WINDOW (window));

  return GTK_WINDOW_CLASS (tl_window_parent_class)->close_request (window);
}

static void
drop_document (TlWindow *self)
{
  if (self->document == NULL)
    return;

  g_signal_handlers_disconnect_by_data (self->document, self);
  tl_document_close (self->document);
  g_clear_object (&self->document);
}

/* What is shown stays until there is something else to show. */
static void
put_document_aside (TlWindow *self)
{
  if (!self->shows_document)
    {
      drop_document (self);
      return;
    }
  tl_window_drop_previous (self);
  tl_document_stop (self->document);
  g_signal_handlers_disconnect_by_data (self->document, self);
  self->previous = g_steal_pointer (&self->document);
}

static void
tl_window_dispose (GObject *object)
{
  TlWindow *self = TL_WINDOW (object);

  g_clear_handle_id (&self->loading_id, g_source_remove);
  g_clear_handle_id (&self->state_id, g_source_remove);
  drop_document (self);
  tl_window_drop_previous (self);
  gtk_widget_dispose_template (GTK_WIDGET (self), TL_TYPE_WINDOW);
  g_clear_object (&self->dataset);
  g_clear_object (&self->known_on);
  g_clear_object (&self->explorer);
  g_clear_object (&self->bookmarks);
  g_clear_pointer (&self->history, tl_history_free);
  g_clear_object (&self->settings);
  g_clear_pointer (&self->late_icons, tl_late_icons_free);
  g_clear_pointer (&self->wanted, g_free);
  g_clear_pointer (&self->hub, g_free);
  g_clear_pointer (&self->hub_step, g_free);

  /* What goes may have asked for them. */
  g_clear_handle_id (&self->focus_id, g_source_remove);
  g_clear_handle_id (&self->note_id, g_source_remove);

  G_OBJECT_CLASS (tl_window_parent_class)->dispose (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_set_template_from_resource (
      widget_class, "/org/treatyline/Treatyline/ui/tl-window.ui");
  gtk_widget_class_bind_template_child (widget_class, TlWindow, toasts);
  gtk_widget_class_bind_template_child (widget_class, TlWindow, content);
  gtk_widget_class_bind_template_child (widget_class, TlWindow, switcher);
  gtk_widget_class_bind_template_child (widget_class, TlWindow, switcher_bar);
  gtk_widget_class_bind_template_child (widget_class, TlWindow, open_button);
  gtk_widget_class_bind_template_child (widget_class, TlWindow,
                                        open_icon_button);
  gtk_widget_class_bind_template_child (widget_class, TlWindow, export_buttons);
  gtk_widget_class_bind_template_child (widget_class, TlWindow, export_button);
  gtk_widget_class_bind_template_child (widget_class, TlWindow,
                                        no_export_button);
  gtk_widget_class_bind_template_child (widget_class, TlWindow,
                                        history_buttons);
  gtk_widget_class_bind_template_child (widget_class, TlWindow, menu_button);
  gtk_widget_class_bind_template_child (widget_class, TlWindow, filter_button);
  gtk_widget_class_bind_template_child (widget_class, TlWindow, banner);
  gtk_widget_class_bind_template_child (widget_class, TlWindow, banner_text);
  gtk_widget_class_bind_template_child (widget_class, TlWindow,
                                        banner_problems);
  gtk_widget_class_bind_template_child (widget_class, TlWindow, banner_reload);
  gtk_widget_class_bind_template_child (widget_class, TlWindow, stack);
  gtk_widget_class_bind_template_child (widget_class, TlWindow, reading);
  gtk_widget_class_bind_template_child (widget_class, TlWindow, reading_text);
  gtk_widget_class_bind_template_child (widget_class, TlWindow, reading_bar);
  gtk_widget_class_bind_template_child (widget_class, TlWindow, loading_title);
  gtk_widget_class_bind_template_child (widget_class, TlWindow, loading_text);
  gtk_widget_class_bind_template_child (widget_class, TlWindow, loading_bar);
  gtk_widget_class_bind_template_child (widget_class, TlWindow, loading_stop);
  gtk_widget_class_bind_template_child (widget_class, TlWindow, failed);
  gtk_widget_class_bind_template_child (widget_class, TlWindow,
                                        failed_problems);
  gtk_widget_class_bind_template_child (widget_class, TlWindow, flap);
  gtk_widget_class_bind_template_child (widget_class, TlWindow, main);
  gtk_widget_class_bind_template_child (widget_class, TlWindow, views_box);
  gtk_widget_class_bind_template_child (widget_class, TlWindow, views);
  gtk_widget_class_bind_template_child (widget_class, TlWindow, timeline_page);
  gtk_widget_class_bind_template_child (widget_class, TlWindow,
                                        known_on_revealer);
  gtk_widget_class_bind_template_child (widget_class, TlWindow, timeline);
  gtk_widget_class_bind_template_child (widget_class, TlWindow, timeline_bar);
  gtk_widget_class_bind_template_child (widget_class, TlWindow, zoom_buttons);
  gtk_widget_class_bind_template_child (widget_class, TlWindow, side_pane);
  gtk_widget_class_bind_template_child (widget_class, TlWindow, details);
  gtk_widget_class_bind_template_callback (widget_class, folded_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, reveal_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, record_activated_cb);
}

static void
tl_window_class_init (TlWindowClass *klass)
{
  GObjectClass   *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  GtkWindowClass *window_class = GTK_WINDOW_CLASS (klass);

  object_class->dispose = tl_window_dispose;
  widget_class->show = tl_window_show;
  widget_class->map = tl_window_map;
  window_class->close_request = tl_window_close_request;

  g_type_ensure (TL_TYPE_DETAILS_PANE);
  g_type_ensure (TL_TYPE_SIDE_PANE);
  g_type_ensure (TL_TYPE_TIMELINE_VIEW);
  bind_template (widget_class);
}

static void
tl_window_init (TlWindow *self)
{
  AdwStyleManager *manager = adw_style_manager_get_default ();

  self->wants_pane = TRUE;
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_widget_set_layout_manager (
      self->main, gtk_custom_layout_new (get_main_request_mode, measure_main,
                                         allocate_main));
  tl_timeline_view_set_language (self->timeline, tl_window_get_language ());
  tl_details_pane_set_language (self->details, tl_window_get_language ());
  self->explorer = tl_explorer_new ();
  g_object_bind_property (self->explorer, "group-by", self->timeline,
                          "group-by", G_BINDING_SYNC_CREATE);
  tl_window_add_actions (self);
  tl_window_add_views (self);
  tl_window_add_regions (self);
  tl_window_add_selection (self);
  tl_window_add_filter (self);
  tl_window_add_search (self);
  tl_window_add_citations (self);
  tl_window_add_export (self);
  tl_window_add_history (self);
  tl_window_add_bookmarks (self);
  tl_window_add_navigation (self);
  tl_window_add_state (self);
  tl_window_add_groups (self);
  tl_window_add_overview (self);
  tl_window_add_known_on (self);
  tl_window_add_relations (self);
  tl_window_add_print (self);
  tl_window_watch_reading (self);
  tl_window_update_actions (self);

  theme_changed_cb (self);
  g_signal_connect_object (manager, "notify::dark",
                           G_CALLBACK (theme_changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (manager, "notify::high-contrast",
                           G_CALLBACK (theme_changed_cb), self,
                           G_CONNECT_SWAPPED);
}

TlWindow *
tl_window_new (GtkApplication *application, GSettings *settings)
{
  TlWindow *self = NULL;

  g_return_val_if_fail (GTK_IS_APPLICATION (application), NULL);

  self = g_object_new (TL_TYPE_WINDOW, "application", application, NULL);
  g_set_object (&self->settings, settings);
  tl_window_recall (self);
  return self;
}

void
tl_window_open (TlWindow *self, GFile *file, const char *record)
{
  g_return_if_fail (TL_IS_WINDOW (self));
  g_return_if_fail (file == NULL || G_IS_FILE (file));

  tl_window_save_state (self);
  put_document_aside (self);
  g_clear_handle_id (&self->loading_id, g_source_remove);
  self->is_slow = FALSE;
  g_free (self->wanted);
  self->wanted = g_strdup (record);
  self->shows_document = FALSE;
  self->document = tl_document_new (file);
  tl_window_connect_document (self);
  tl_document_load (self->document);
}

TlDocument *
tl_window_get_document (TlWindow *self)
{
  g_return_val_if_fail (TL_IS_WINDOW (self), NULL);

  return self->document;
}

const char *
tl_window_get_dataset_id (TlWindow *self)
{
  g_return_val_if_fail (TL_IS_WINDOW (self), NULL);

  return self->dataset != NULL ? tl_dataset_get_id (self->dataset) : NULL;
}
