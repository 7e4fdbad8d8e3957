/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-window-private.h"

#include <glib/gi18n.h>

#include "tl-recent.h"
#include "tl-style.h"

/* Shows what the document has: the timeline with its details, the page that
 * says why there is none, or a banner. The selection lives in the timeline;
 * the details pane follows it. */

/* A load that takes less is not worth a picture of its own. */
#define LOADING_DELAY_MS 200

G_DEFINE_FINAL_TYPE (TlWindow, tl_window, ADW_TYPE_APPLICATION_WINDOW)

const char *
tl_window_get_language (void)
{
  return g_get_language_names ()[0];
}

void
tl_window_add_toast (TlWindow *self, const char *text)
{
  adw_toast_overlay_add_toast (self->toasts, adw_toast_new (text));
}

/* "53 records · 5 sources · 9 contested" */
static char *
format_subtitle (TlDataset *dataset)
{
  g_autoptr (TlDateFormatter) formatter =
      tl_date_formatter_new (tl_window_get_language ());
  guint            n_records = tl_dataset_get_n_records (dataset);
  guint            n_sources = tl_dataset_get_n_sources (dataset);
  const TlEntry   *entries = tl_dataset_get_entries (dataset);
  guint            n_contested = 0;
  g_autofree char *records = NULL;
  g_autofree char *sources = NULL;
  g_autofree char *contested = NULL;
  g_autofree char *counts[3] = { NULL };

  for (guint i = 0; i < n_records; i++)
    n_contested += entries[i].contested ? 1 : 0;

  counts[0] = tl_date_formatter_format_count (formatter, n_records);
  counts[1] = tl_date_formatter_format_count (formatter, n_sources);
  counts[2] = tl_date_formatter_format_count (formatter, n_contested);
  records = g_strdup_printf (
      /* Translators: %s is a number. */
      ngettext ("%s record", "%s records", n_records),
      counts[0]);
  sources = g_strdup_printf (
      /* Translators: %s is a number. */
      ngettext ("%s source", "%s sources", n_sources),
      counts[1]);
  contested = g_strdup_printf (
      /* Translators: %s is the number of records whose sources contradict each
       * other. */
      ngettext ("%s contested", "%s contested", n_contested),
      counts[2]);
  /* Translators: Three counts: "53 records · 5 sources · 9 contested". */
  return g_strdup_printf (
      C_ ("subtitle", "%s · %s · %s"), records, sources, contested);
}

static void
show_title (TlWindow *self)
{
  const char      *title = NULL;
  g_autofree char *subtitle = NULL;

  if (self->dataset == NULL)
    {
      g_autofree char *name = tl_document_dup_name (self->document);

      adw_window_title_set_title (self->title, name);
      adw_window_title_set_subtitle (self->title, NULL);
      gtk_window_set_title (GTK_WINDOW (self), name);
      return;
    }

  title = tl_text_get (tl_dataset_get_title (self->dataset),
                       tl_window_get_language ());
  subtitle = format_subtitle (self->dataset);
  adw_window_title_set_title (self->title, title);
  adw_window_title_set_subtitle (self->title, subtitle);
  gtk_window_set_title (GTK_WINDOW (self), title);
}

static void
show_banner (TlWindow *self)
{
  const TlProblems *problems = tl_document_get_problems (self->document);
  guint             n_errors = 0;
  g_autofree char  *text = NULL;

  if (problems != NULL)
    n_errors = tl_problems_count (problems, TL_SEVERITY_ERROR);

  if (tl_document_get_stale (self->document))
    text = g_strdup (_ ("The file has changed, but cannot be shown any more. "
                        "You see what was there before."));
  else if (n_errors > 0)
    {
      g_autoptr (TlDateFormatter) formatter =
          tl_date_formatter_new (tl_window_get_language ());
      g_autofree char *count =
          tl_date_formatter_format_count (formatter, n_errors);

      text = g_strdup_printf (
          /* Translators: %s is a number. Records with errors are left out of
           * the picture. */
          ngettext ("Part of the file was set aside: %s error.",
                    "Parts of the file were set aside: %s errors.",
                    n_errors),
          count);
    }

  if (text != NULL)
    gtk_label_set_text (self->banner_text, text);
  gtk_revealer_set_reveal_child (self->banner,
                                 text != NULL && self->dataset != NULL);
}

/* Which file, where in it, what is wrong and what to do. */
static char *
describe_failure (TlWindow *self)
{
  const TlProblems *problems = tl_document_get_problems (self->document);
  const GError     *error = tl_document_get_error (self->document);
  g_autofree char  *name = g_file_get_parse_name (
      tl_document_get_file (self->document));

  for (guint i = 0; problems != NULL && i < tl_problems_get_size (problems); i++)
    {
      const TlProblem *problem = tl_problems_get (problems, i);

      if (problem->severity == TL_SEVERITY_ERROR && problem->line > 0)
        /* Translators: A file, a line and a column in it, and a sentence that
         * says what is wrong there. */
        return g_strdup_printf (_ ("%s\nLine %u, column %u: %s"),
                                name,
                                problem->line,
                                problem->column,
                                problem->message);
    }
  /* Translators: A file, and a sentence that says what is wrong with it. */
  return g_strdup_printf (
      _ ("%s\n%s"), name, error != NULL ? error->message : "");
}

static void
show_failure (TlWindow *self)
{
  const TlProblems *problems = tl_document_get_problems (self->document);
  g_autofree char  *text = describe_failure (self);
  /* The page takes markup, and a file's words are none. */
  g_autofree char  *escaped = g_markup_escape_text (text, -1);

  adw_status_page_set_description (self->failed, escaped);
  gtk_widget_set_visible (self->failed_problems,
                          problems != NULL &&
                              tl_problems_get_size (problems) > 0);
  gtk_stack_set_visible_child_name (self->stack, "failed");
}

/* A newer version of the same file keeps the selection, and the view unless
 * that shows everything. */
static void
show_dataset (TlWindow *self, gboolean is_newer_version)
{
  TlDataset       *dataset = tl_document_get_dataset (self->document);
  TlViewport      *viewport = tl_timeline_view_get_viewport (self->timeline);
  guint            selected = tl_timeline_view_get_selected (self->timeline);
  gboolean         keeps_range = FALSE;
  gint64           from = 0;
  gint64           to = 0;
  g_autofree char *id = g_steal_pointer (&self->wanted);

  if (is_newer_version)
    {
      keeps_range = !tl_viewport_get_fitted (viewport) &&
                    tl_timeline_view_get_range (self->timeline, &from, &to);
      if (id == NULL && selected != TL_NONE)
        id = g_strdup (tl_dataset_get_record_id (self->dataset, selected));
    }

  g_set_object (&self->dataset, dataset);
  tl_details_pane_set_dataset (self->details, dataset);
  tl_timeline_view_set_dataset (self->timeline, dataset);
  if (keeps_range)
    tl_timeline_view_set_range (self->timeline, from, to);
  else if (!is_newer_version)
    tl_window_recall_view (self);
  if (id == NULL)
    return;
  if (is_newer_version)
    tl_timeline_view_set_selected (self->timeline,
                                   tl_dataset_find_record (dataset, id));
  else
    tl_window_select_record (self, id);
}

static void
show_document (TlWindow *self)
{
  TlDataset *dataset = tl_document_get_dataset (self->document);

  g_clear_handle_id (&self->loading_id, g_source_remove);
  gtk_spinner_stop (self->spinner);
  if (dataset == NULL)
    {
      g_clear_object (&self->dataset);
      show_failure (self);
    }
  else
    {
      if (dataset != self->dataset)
        show_dataset (self, self->dataset != NULL);
      gtk_stack_set_visible_child_name (self->stack, "timeline");
    }
  show_title (self);
  show_banner (self);
  tl_window_update_actions (self);
}

static void
document_loaded_cb (TlDocument *document, gpointer user_data)
{
  TlWindow *self = TL_WINDOW (user_data);

  /* The list of recent files is for what could be shown. */
  if (!tl_document_is_builtin (document) &&
      tl_document_get_state (document) == TL_DOCUMENT_READY)
    tl_recent_add (tl_document_get_file (document));
  if (self->is_settled)
    tl_document_watch (document);
  show_document (self);
}

static gboolean
still_loading_cb (gpointer user_data)
{
  TlWindow *self = TL_WINDOW (user_data);

  self->loading_id = 0;
  gtk_stack_set_visible_child_name (self->stack, "loading");
  gtk_spinner_start (self->spinner);
  return G_SOURCE_REMOVE;
}

static void
selected_changed_cb (TlWindow *self)
{
  guint selected = tl_timeline_view_get_selected (self->timeline);

  tl_details_pane_set_record (self->details, selected);
  tl_window_update_actions (self);
}

static void
record_activated_cb (TlWindow *self)
{
  g_action_group_change_action_state (
      G_ACTION_GROUP (self), "show-pane", g_variant_new_boolean (TRUE));
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

static void
after_paint_cb (GdkFrameClock *clock, gpointer user_data)
{
  g_signal_handlers_disconnect_by_func (clock, after_paint_cb, user_data);
  g_idle_add_full (
      G_PRIORITY_LOW, settle_cb, g_object_ref (user_data), g_object_unref);
}

static void
tl_window_map (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (tl_window_parent_class)->map (widget);

  if (!TL_WINDOW (widget)->is_settled)
    g_signal_connect_object (gtk_widget_get_frame_clock (widget),
                             "after-paint",
                             G_CALLBACK (after_paint_cb),
                             widget,
                             0);
}

static gboolean
tl_window_close_request (GtkWindow *window)
{
  tl_window_remember (TL_WINDOW (window));

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

static void
tl_window_dispose (GObject *object)
{
  TlWindow *self = TL_WINDOW (object);

  g_clear_handle_id (&self->loading_id, g_source_remove);
  drop_document (self);
  gtk_widget_dispose_template (GTK_WIDGET (self), TL_TYPE_WINDOW);
  g_clear_object (&self->dataset);
  g_clear_object (&self->settings);
  g_clear_pointer (&self->wanted, g_free);

  G_OBJECT_CLASS (tl_window_parent_class)->dispose (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_set_template_from_resource (
      widget_class, "/org/treatyline/Treatyline/ui/tl-window.ui");
  gtk_widget_class_bind_template_child (widget_class, TlWindow, toasts);
  gtk_widget_class_bind_template_child (widget_class, TlWindow, content);
  gtk_widget_class_bind_template_child (widget_class, TlWindow, title);
  gtk_widget_class_bind_template_child (widget_class, TlWindow, open_button);
  gtk_widget_class_bind_template_child (widget_class, TlWindow, menu_button);
  gtk_widget_class_bind_template_child (widget_class, TlWindow, banner);
  gtk_widget_class_bind_template_child (widget_class, TlWindow, banner_text);
  gtk_widget_class_bind_template_child (widget_class, TlWindow, stack);
  gtk_widget_class_bind_template_child (widget_class, TlWindow, spinner);
  gtk_widget_class_bind_template_child (widget_class, TlWindow, failed);
  gtk_widget_class_bind_template_child (
      widget_class, TlWindow, failed_problems);
  gtk_widget_class_bind_template_child (widget_class, TlWindow, flap);
  gtk_widget_class_bind_template_child (widget_class, TlWindow, timeline);
  gtk_widget_class_bind_template_child (widget_class, TlWindow, side_pane);
  gtk_widget_class_bind_template_child (widget_class, TlWindow, details);
  gtk_widget_class_bind_template_callback (widget_class, folded_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, reveal_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, selected_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, record_activated_cb);
}

static void
tl_window_class_init (TlWindowClass *klass)
{
  GObjectClass   *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  GtkWindowClass *window_class = GTK_WINDOW_CLASS (klass);

  object_class->dispose = tl_window_dispose;
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
  tl_timeline_view_set_language (self->timeline, tl_window_get_language ());
  tl_details_pane_set_language (self->details, tl_window_get_language ());
  tl_window_add_actions (self);
  tl_window_update_actions (self);

  theme_changed_cb (self);
  g_signal_connect_object (manager,
                           "notify::dark",
                           G_CALLBACK (theme_changed_cb),
                           self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (manager,
                           "notify::high-contrast",
                           G_CALLBACK (theme_changed_cb),
                           self,
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

  drop_document (self);
  g_free (self->wanted);
  self->wanted = g_strdup (record);
  self->document = tl_document_new (file);
  g_signal_connect (
      self->document, "loaded", G_CALLBACK (document_loaded_cb), self);
  tl_document_load (self->document);

  g_clear_handle_id (&self->loading_id, g_source_remove);
  self->loading_id =
      g_timeout_add (LOADING_DELAY_MS, still_loading_cb, self);
}

TlDocument *
tl_window_get_document (TlWindow *self)
{
  g_return_val_if_fail (TL_IS_WINDOW (self), NULL);

  return self->document;
}
