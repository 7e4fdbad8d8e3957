/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-timeline-view-private.h"

/* Makes layouts. That of few records is made at once. That of many is made in
 * another thread, while the former one goes on being drawn and used; then they
 * change places. One is made at a time: what changes meanwhile is taken up
 * together when it is ready, so that quick changes never queue up. */

/* Datasets of so many records are laid out at once. */
#define MAX_AT_ONCE 5000
/* The closest look, in axis units over the whole width. */
#define CLOSEST_DAY 1.0
#define CLOSEST_MINUTE (1.0 / (24 * 60))

/* What belongs together: what is shown, or was, or will be. */
typedef struct
{
  TlResult    *result; /* nullable */
  TlAxisFacts *facts;  /* nullable */
  TlLayout    *layout; /* nullable */
} Content;

struct _TlLayoutJob
{
  GWeakRef        view;
  gboolean        is_unwanted; /* only the main thread looks at it */
  gboolean        proportional;
  char           *language;
  TlLayoutOptions options;
  TlArrangedKeys  keys;
  Content         content; /* facts may have to be found out */
};

/* --- the axis --- */

static void
clear_facts (gpointer data)
{
  TlAxisFacts *self = data;

  tl_warp_unref (self->warp);
  g_object_unref (self->whole);
}

/* Drops a reference. */
void
tl_axis_facts_unref (TlAxisFacts *self)
{
  g_atomic_rc_box_release_full (self, clear_facts);
}

static void
include_second (TlAxisFacts *self, gint64 second)
{
  double axis = tl_warp_to_axis (self->warp, (double)second);

  self->from = MIN (self->from, axis);
  self->to = MAX (self->to, axis);
}

/* Nothing is to be seen within the finest unit of the dates. */
static TlAxisFacts *
find_axis_facts (TlDataset *whole, gboolean proportional)
{
  TlAxisFacts   *self = g_atomic_rc_box_new0 (TlAxisFacts);
  const TlEntry *entries = tl_dataset_get_entries (whole);
  guint          n_records = tl_dataset_get_n_records (whole);
  gint64         from = G_MAXINT64;
  gint64         to = G_MININT64;

  self->whole = g_object_ref (whole);
  self->proportional = proportional;
  self->warp = proportional ? tl_warp_new_proportional ()
                            : tl_warp_new_for_dataset (whole);
  self->closest_units = CLOSEST_DAY;
  self->from = G_MAXDOUBLE;
  self->to = -G_MAXDOUBLE;
  for (guint i = 0; i < n_records; i++)
    {
      const TlSpan *span = &entries[i].span;

      if (span->start_precision == TL_PRECISION_SECOND ||
          span->end_precision == TL_PRECISION_SECOND)
        self->closest_units = CLOSEST_MINUTE;
      if (span->start == TL_BOUND_KNOWN)
        {
          from = MIN (from, span->earliest);
          to = MAX (to, span->earliest);
        }
      if (span->end == TL_BOUND_KNOWN)
        {
          from = MIN (from, span->latest);
          to = MAX (to, span->latest);
        }
    }
  if (from <= to)
    {
      include_second (self, from);
      include_second (self, to);
    }
  return self;
}

static gboolean
are_current (const TlAxisFacts *facts, TlDataset *whole, gboolean proportional)
{
  return facts != NULL && facts->whole == whole &&
         facts->proportional == proportional;
}

/* --- a layout in the making --- */

static void
clear_content (Content *content)
{
  g_clear_pointer (&content->layout, tl_layout_unref);
  g_clear_pointer (&content->facts, tl_axis_facts_unref);
  g_clear_pointer (&content->result, tl_result_unref);
}

static void
free_content (gpointer data)
{
  clear_content (data);
  g_free (data);
}

static void
free_job (gpointer data)
{
  TlLayoutJob *job = data;

  g_weak_ref_clear (&job->view);
  clear_content (&job->content);
  tl_arranged_keys_clear (&job->keys);
  g_free (job->language);
  g_free (job);
}

static TlLayoutJob *
new_job (TlTimelineView *self)
{
  TlLayoutJob *job = g_new0 (TlLayoutJob, 1);

  if (self->formatter == NULL)
    self->formatter = tl_date_formatter_new (self->language);
  g_weak_ref_init (&job->view, self);
  job->content.result = tl_result_ref (self->wanted);
  job->proportional = self->proportional;
  job->language = g_strdup (self->language);
  if (are_current (self->facts, tl_result_get_whole (self->wanted),
                   self->proportional))
    job->content.facts = g_atomic_rc_box_acquire (self->facts);
  job->options = (TlLayoutOptions){
    .dataset = tl_result_get_dataset (job->content.result),
    .group_by = self->group_by,
    .formatter = self->formatter,
    .language = job->language,
    .measure = tl_text_measurer_measure,
    .measure_data = self->measurer,
    .zoom = tl_timeline_view_get_text_zoom (self),
    .today = tl_query_get_today (tl_result_get_query (self->wanted)),
  };
  job->options.records =
      tl_result_get_records (job->content.result, &job->options.n_records);
  tl_timeline_view_list_arrangement (self, job->options.dataset, self->group_by,
                                     &job->keys);
  job->options.arrangement = tl_arranged_keys_get (&job->keys);
  return job;
}

/* In any thread: formatter and measurer are not used. */
static void
run_job (TlLayoutJob *job)
{
  if (job->content.facts == NULL)
    job->content.facts = find_axis_facts (
        tl_result_get_whole (job->content.result), job->proportional);
  job->options.warp = job->content.facts->warp;
  job->content.layout = tl_layout_new (&job->options);
}

static gboolean
is_up_to_date (TlTimelineView *self)
{
  return self->layout != NULL && self->result == self->wanted &&
         tl_layout_get_group_by (self->layout) == self->group_by &&
         are_current (self->facts, tl_result_get_whole (self->wanted),
                      self->proportional);
}

/* --- changing places --- */

static void
free_content_cb (GTask        *task,
                 gpointer      source,
                 gpointer      content,
                 GCancellable *cancellable)
{
  free_content (content);
  g_task_return_boolean (task, TRUE);
}

/* To let go of many records takes a while, too. */
static void
retire (Content former)
{
  g_autoptr (GTask) task = NULL;

  if (former.result == NULL ||
      tl_result_get_n_all (former.result) <= MAX_AT_ONCE)
    {
      clear_content (&former);
      return;
    }
  task = g_task_new (NULL, NULL, NULL, NULL);
  g_task_set_task_data (task, g_memdup2 (&former, sizeof (Content)), NULL);
  g_task_run_in_thread (task, free_content_cb);
}

/* The same time stays in view, also where its axis is another one. */
static void
keep_range (TlTimelineView *self, const TlAxisFacts *facts)
{
  if (self->view == NULL || self->facts == facts)
    return;
  if (!tl_viewport_get_fitted (self->viewport))
    self->has_pending_range = tl_timeline_view_get_range (
        self, &self->pending_from, &self->pending_to);
  tl_timeline_view_stop (self);
}

/* Another dataset numbers its records in its own way. */
static void
change_result (TlTimelineView *self, TlResult *result)
{
  TlDataset *dataset = tl_result_get_dataset (result);
  GArray    *selection = tl_timeline_view_dup_selection_in (self, result);

  self->result = result;
  if (dataset != self->dataset)
    {
      tl_timeline_view_set_selected (self, TL_NONE);
      g_set_object (&self->dataset, dataset);
      g_object_notify (G_OBJECT (self), "dataset");
      /* Else who was told of it may have selected something. */
      if (selection->len == 0)
        {
          g_array_unref (selection);
          return;
        }
    }
  tl_timeline_view_take_selection (self, selection);
}

/* Shows what the job has made. */
static void
adopt (TlTimelineView *self, TlLayoutJob *job)
{
  Content       former = { self->result, self->facts, self->layout };
  TlFocusMemory focus = tl_timeline_view_remember_focus (self);
  gboolean      other_facts = self->facts != job->content.facts;

  keep_range (self, job->content.facts);
  tl_timeline_view_drop_view (self);
  tl_canvas_forget_layout (self->canvas);
  self->is_placed = FALSE;
  self->two_lines = FALSE;
  self->two_lines_height = 0;
  self->facts = g_steal_pointer (&job->content.facts);
  self->layout = g_steal_pointer (&job->content.layout);
  self->groups.arranged = job->keys.serial;
  if (other_facts)
    self->whole_fit.width = 0;
  change_result (self, g_steal_pointer (&job->content.result));
  tl_timeline_view_recall_focus (self, focus);
  retire (former);

  tl_timeline_view_arrange (self);
  tl_timeline_view_place (self);
  if (self->focused.record != TL_NONE && self->view != NULL &&
      tl_timeline_view_is_focus_shown (self))
    tl_timeline_view_reveal (self, self->focused);
  tl_timeline_view_update_actions (self);
  tl_timeline_view_update_accessible (self);
  gtk_widget_queue_allocate (GTK_WIDGET (self));
  gtk_widget_queue_draw (GTK_WIDGET (self));
  if (other_facts)
    g_object_notify (G_OBJECT (self), "shortens");
}

/* What it was made for may have been left behind meanwhile; but it is nearer to
 * what is wanted than what is drawn, if anything is. */
static void
job_done_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  TlLayoutJob *job = g_task_get_task_data (G_TASK (result));
  g_autoptr (TlTimelineView) self = g_weak_ref_get (&job->view);

  if (self == NULL || job->is_unwanted)
    return;
  self->job = NULL;
  if (self->layout != NULL || job->content.result == self->wanted)
    adopt (self, job);
  tl_timeline_view_update_layout (self);
}

static void
run_job_cb (GTask        *task,
            gpointer      source,
            gpointer      job,
            GCancellable *cancellable)
{
  run_job (job);
  g_task_return_boolean (task, TRUE);
}

/* --- for the other files --- */

/* Takes what is wanted for what is shown where there is no picture yet. */
void
tl_timeline_view_adopt_wanted (TlTimelineView *self)
{
  TlResult *former = self->result;

  /* Without a picture nobody stands anywhere. */
  tl_timeline_view_set_focused (self, TL_NONE);
  change_result (self, tl_result_ref (self->wanted));
  g_clear_pointer (&former, tl_result_unref);
}

/* Brings the layout up to date with what is wanted: as soon as it can be had,
 * or at once, but not before there is a place for it. */
void
tl_timeline_view_update_layout (TlTimelineView *self)
{
  g_autoptr (GTask) task = NULL;
  gboolean     is_large;
  TlLayoutJob *job;

  if (self->wanted == NULL || self->job != NULL || is_up_to_date (self))
    return;
  is_large = tl_result_get_n_all (self->wanted) > MAX_AT_ONCE;
  if (!is_large && gtk_widget_get_width (GTK_WIDGET (self)) <= 0)
    {
      tl_timeline_view_drop_layout (self);
      return;
    }
  job = new_job (self);
  if (!is_large)
    {
      run_job (job);
      adopt (self, job);
      free_job (job);
      return;
    }
  self->job = job;
  task = g_task_new (NULL, NULL, job_done_cb, NULL);
  g_task_set_task_data (task, job, free_job);
  g_task_run_in_thread (task, run_job_cb);
}

/* What is in the making is for nothing any more. */
void
tl_timeline_view_forget_job (TlTimelineView *self)
{
  if (self->job != NULL)
    self->job->is_unwanted = TRUE;
  self->job = NULL;
}

/* Takes the layout, in place of another one of the same records. */
void
tl_timeline_view_take_layout (TlTimelineView *self,
                              TlLayout       *layout,
                              gboolean        two_lines)
{
  tl_timeline_view_drop_view (self);
  tl_layout_unref (self->layout);
  self->layout = layout;
  self->two_lines = two_lines;
}

/* The same records in the same groups, with more or fewer lines a label. */
void
tl_timeline_view_set_two_lines (TlTimelineView *self, gboolean two_lines)
{
  TlLayout *layout = tl_layout_new_with_rows (
      self->layout, two_lines, 0, tl_layout_get_zoom (self->layout));

  tl_timeline_view_take_layout (self, layout, two_lines);
}

/* Whether labels of two lines are worth trying: they are for what may fit. */
gboolean
tl_timeline_view_may_have_two_lines (TlTimelineView *self)
{
  return tl_result_get_n_shown (self->result) <= MAX_AT_ONCE;
}
