/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-window-private.h"

#include <glib/gi18n.h>

#include "tl-date-formatter.h"
#include "tl-number.h"
#include "tl-recent.h"

/* Shows what the document has when a load has ended: the dataset, a banner
 * over it, or the page that says why there is none. */

static void
set_dataset (TlWindow *self, TlDataset *dataset)
{
  g_set_object (&self->dataset, dataset);
  tl_explorer_set_dataset (self->explorer, dataset);
}

/* Of a dataset the band over the views tells more than the header could. */
static void
show_title (TlWindow *self)
{
  g_autofree char *name = tl_document_dup_name (self->document);
  const char      *title = name;

  if (self->dataset != NULL)
    title = tl_text_get (tl_dataset_get_title (self->dataset),
                         tl_window_get_language ());
  adw_view_switcher_title_set_title (self->switcher,
                                     self->dataset != NULL ? "" : name);
  gtk_window_set_title (GTK_WINDOW (self), title);
}

static char *
describe_stop (TlWindow *self)
{
  g_autoptr (TlDateFormatter) formatter =
      tl_date_formatter_new (tl_window_get_language ());
  guint            n_records = 0;
  g_autofree char *count = NULL;

  if (self->dataset == NULL)
    return NULL;
  if (!tl_document_get_partial (self->document))
    return g_strdup (_ ("Reading the file once more was stopped. You see what "
                        "was there before."));

  n_records = tl_dataset_get_n_records (self->dataset);
  count = tl_date_formatter_format_count (formatter, n_records);
  return g_strdup_printf (
      /* Translators: %s is a number. */
      ngettext ("Reading was stopped: you see only %s record of the file.",
                "Reading was stopped: you see only %s records of the file.",
                n_records),
      count);
}

static void
show_banner (TlWindow *self)
{
  const TlProblems *problems = tl_document_get_problems (self->document);
  gboolean          is_stopped = tl_document_get_stopped (self->document);
  guint             n_errors = 0;
  g_autofree char  *text = NULL;

  if (problems != NULL)
    n_errors = tl_problems_count (problems, TL_SEVERITY_ERROR);

  if (is_stopped)
    text = describe_stop (self);
  else if (tl_document_get_stale (self->document))
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
                    "Parts of the file were set aside: %s errors.", n_errors),
          count);
    }

  if (text != NULL)
    {
      gtk_label_set_text (self->banner_text, text);
      /* Until then nobody measures it. */
      gtk_widget_set_visible (GTK_WIDGET (self->banner), TRUE);
    }
  gtk_widget_set_visible (self->banner_reload, is_stopped);
  gtk_widget_set_visible (self->banner_problems, !is_stopped);
  gtk_revealer_set_reveal_child (self->banner,
                                 text != NULL && self->dataset != NULL);
}

static const TlProblem *
find_place (const TlProblems *problems)
{
  for (guint i = 0; problems != NULL && i < tl_problems_get_size (problems);
       i++)
    {
      const TlProblem *problem = tl_problems_get (problems, i);

      if (problem->severity == TL_SEVERITY_ERROR && problem->line > 0)
        return problem;
    }
  return NULL;
}

/* Which file, where in it, what is wrong and what to do. */
static char *
describe_failure (TlWindow *self)
{
  const TlProblem *problem =
      find_place (tl_document_get_problems (self->document));
  const GError    *error = tl_document_get_error (self->document);
  g_autofree char *line = NULL;
  g_autofree char *column = NULL;
  g_autofree char *place = NULL;
  g_autofree char *name =
      g_file_get_parse_name (tl_document_get_file (self->document));

  if (problem == NULL)
    return g_strjoin ("\n", name, error != NULL ? error->message : NULL, NULL);

  line = tl_number_format (problem->line);
  column = tl_number_format (problem->column);
  /* Translators: %1$s and %2$s are a place in a file, %3$s is a sentence that
   * says what is wrong there. */
  place = g_strdup_printf (_ ("Line %1$s, column %2$s: %3$s"), line, column,
                           problem->message);
  return g_strjoin ("\n", name, place, NULL);
}

static void
show_failure (TlWindow *self)
{
  const TlProblems *problems = tl_document_get_problems (self->document);
  g_autofree char  *text = describe_failure (self);
  /* The page takes markup, and a file's words are none. */
  g_autofree char *escaped = g_markup_escape_text (text, -1);

  adw_status_page_set_description (self->failed, escaped);
  gtk_widget_set_visible (self->failed_problems,
                          problems != NULL &&
                              tl_problems_get_size (problems) > 0);
  tl_window_show_page (self, "failed");
}

static void
show_new_dataset (TlWindow *self, TlDataset *dataset)
{
  set_dataset (self, dataset);
  tl_window_recall_axis (self);
  tl_window_recall_state (self);
  /* The arrow keys are for going through what one has opened. */
  gtk_widget_grab_focus (tl_window_get_view (self));
}

/* Selects the record that was asked for. In a part of the file it need not be
 * yet; and while the picture is still to be replaced, it cannot be revealed. */
static void
select_wanted (TlWindow *self)
{
  TlResult        *shown = tl_explorer_get_shown (self->explorer);
  g_autofree char *id = NULL;

  if (self->wanted == NULL || shown == NULL ||
      tl_timeline_view_get_dataset (self->timeline) !=
          tl_result_get_dataset (shown))
    return;
  id = g_steal_pointer (&self->wanted);
  if (!tl_document_get_partial (self->document))
    tl_window_show_record (self, id);
  else if (!tl_window_select_record (self, id))
    self->wanted = g_steal_pointer (&id);
}

/* The timeline shows another dataset, or another version of it. */
void
tl_window_follow_timeline (TlWindow *self)
{
  /* Of another document, its view is recalled first. */
  if (self->shows_document)
    select_wanted (self);
}

static void
show_dataset (TlWindow *self, TlDataset *dataset)
{
  gboolean was_partial = self->shows_part;

  self->shows_part = tl_document_get_partial (self->document);
  tl_window_show_page (self, "views");
  tl_window_enable_views (self, TRUE);
  if (!self->shows_document)
    show_new_dataset (self, dataset);
  else if (dataset != self->dataset)
    {
      /* Who has chosen another record meanwhile wants that. */
      if (tl_explorer_get_selected (self->explorer) != NULL)
        g_clear_pointer (&self->wanted, g_free);
      /* Keeps the selection, and the view unless that shows everything. */
      set_dataset (self, dataset);
    }
  select_wanted (self);

  /* The list of recent files is for what can be shown. */
  if ((!self->shows_document || was_partial) && !self->shows_part &&
      !tl_document_is_builtin (self->document))
    tl_recent_add (tl_document_get_file (self->document));
  self->shows_document = TRUE;
}

static void
show_no_dataset (TlWindow *self)
{
  set_dataset (self, NULL);
  tl_window_enable_views (self, FALSE);
  self->shows_document = FALSE;
  self->shows_part = FALSE;
  if (tl_document_get_state (self->document) == TL_DOCUMENT_STOPPED)
    tl_window_show_page (self, "stopped");
  else
    show_failure (self);
}

void
tl_window_show_document (TlWindow *self)
{
  TlDataset *dataset = tl_document_get_dataset (self->document);

  if (tl_document_get_state (self->document) == TL_DOCUMENT_STOPPED &&
      tl_window_go_back (self))
    return;
  tl_window_drop_previous (self);
  if (self->is_settled)
    tl_document_watch (self->document);

  if (dataset == NULL)
    show_no_dataset (self);
  else
    show_dataset (self, dataset);
  show_title (self);
  show_banner (self);
  tl_window_show_reading (self);
}
