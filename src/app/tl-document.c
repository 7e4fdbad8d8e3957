/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-document.h"

#include "tl-reader.h"

/* Only one load counts at a time: a change during a load starts another one
 * when that has ended, and one that was stopped is not listened to any more.
 * Until a load has succeeded, everything that was loaded before stays as it
 * is; only what was read in part gives way to larger parts. */

/* Programs write a file in several steps; this long after the last of them it
 * is read. */
#define SETTLE_MS 250

/* A load, and what comes of it. Shared by the threads, one after the other. */
typedef struct
{
  TlDocument *document; /* kept by the callback of the task */
  GFile      *file;
  guint       serial;
  gboolean    wants_previews;
  TlDataset  *known;   /* nullable: the whole of an earlier version */
  TlDataset  *dataset; /* nullable */
  gboolean    is_known;
  TlProblems *problems;
  GError     *error; /* set when there is no dataset */
} TlLoad;

/* What a load tells on its way. */
typedef struct
{
  TlDocument *document;
  guint       serial;
  guint64     n_read;
  double      fraction;
  TlDataset  *preview; /* nullable */
} TlLoadNews;

struct _TlDocument
{
  GObject parent_instance;

  GFile          *file;
  gboolean        is_builtin;
  TlDocumentState state;
  gboolean        is_closed;
  gboolean        stale;
  gboolean        is_partial;
  gboolean        was_stopped;
  TlDataset      *dataset;
  TlProblems     *problems;
  GError         *error;

  guint         serial; /* of the load that counts */
  GCancellable *cancellable;
  gboolean      is_loading;
  gboolean      is_outdated; /* the file changed during the load */
  guint64       n_read;
  double        fraction;
  GFileMonitor *monitor;
  guint         settle_id;
};

enum
{
  SIGNAL_LOADED,
  SIGNAL_PREVIEW,
  SIGNAL_PROGRESS,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (TlDocument, tl_document, G_TYPE_OBJECT)

static void
load_free (TlLoad *load)
{
  g_clear_object (&load->file);
  g_clear_object (&load->known);
  g_clear_object (&load->dataset);
  g_clear_pointer (&load->problems, tl_problems_free);
  g_clear_error (&load->error);
  g_free (load);
}

static void
news_free (TlLoadNews *news)
{
  g_clear_object (&news->document);
  g_clear_object (&news->preview);
  g_free (news);
}

/* --- in the thread that reads --- */

static gboolean news_cb (gpointer user_data);

static void
send_news (const TlLoad *load,
           guint64       n_read,
           double        fraction,
           TlDataset    *preview)
{
  TlLoadNews *news = g_new0 (TlLoadNews, 1);

  news->document = g_object_ref (load->document);
  news->serial = load->serial;
  news->n_read = n_read;
  news->fraction = fraction;
  g_set_object (&news->preview, preview);
  g_main_context_invoke_full (NULL, G_PRIORITY_DEFAULT, news_cb, news,
                              (GDestroyNotify)news_free);
}

static void
progress_cb (guint64 n_records, double fraction, gpointer user_data)
{
  send_news (user_data, n_records, fraction, NULL);
}

static void
preview_cb (TlDataset *dataset, gpointer user_data)
{
  send_news (user_data, tl_dataset_get_n_records (dataset), 0, dataset);
}

static void
load_in_thread (GTask        *task,
                gpointer      source_object,
                gpointer      task_data,
                GCancellable *cancellable)
{
  TlLoad                *load = task_data;
  const TlReaderFeedback feedback = {
    .progress = progress_cb,
    .preview = load->wants_previews ? preview_cb : NULL,
    .user_data = load,
  };
  g_autoptr (TlDataset) dataset = NULL;

  load->problems = tl_problems_new ();
  dataset = tl_reader_load_file_with_feedback (
      load->file, &feedback, cancellable, load->problems, &load->error);
  load->is_known = dataset != NULL && load->known != NULL &&
                   tl_dataset_has_same_text (load->known, dataset);
  g_set_object (&load->dataset, dataset);
  tl_problems_sort (load->problems);
  /* From here on the load belongs to the main thread. */
  g_task_return_boolean (task, TRUE);
}

static void
prepare_search_in_thread (GTask        *task,
                          gpointer      source_object,
                          gpointer      dataset,
                          GCancellable *cancellable)
{
  tl_dataset_prepare_search (dataset);
  g_task_return_boolean (task, TRUE);
}

/* --- in the main thread --- */

static gboolean
prepare_search_cb (gpointer dataset)
{
  g_autoptr (GTask) task = g_task_new (NULL, NULL, NULL, NULL);

  g_task_set_name (task, "prepare search");
  g_task_set_task_data (task, g_object_ref (dataset), g_object_unref);
  g_task_run_in_thread (task, prepare_search_in_thread);
  return G_SOURCE_REMOVE;
}

static gboolean
news_cb (gpointer user_data)
{
  TlLoadNews *news = user_data;
  TlDocument *self = news->document;

  if (self->is_closed || !self->is_loading || news->serial != self->serial)
    return G_SOURCE_REMOVE;

  self->n_read = MAX (self->n_read, news->n_read);
  self->fraction = MAX (self->fraction, news->fraction);
  /* What was read once before in part may be more than that. */
  if (news->preview != NULL &&
      (self->dataset == NULL || tl_dataset_get_n_records (news->preview) >
                                    tl_dataset_get_n_records (self->dataset)))
    {
      g_set_object (&self->dataset, news->preview);
      self->is_partial = TRUE;
      self->state = TL_DOCUMENT_READY;
      g_signal_emit (self, signals[SIGNAL_PREVIEW], 0);
    }
  g_signal_emit (self, signals[SIGNAL_PROGRESS], 0);
  return G_SOURCE_REMOVE;
}

static void
take_failure (TlDocument *self)
{
  /* A part of what cannot be shown is not shown either. */
  if (self->is_partial)
    g_clear_object (&self->dataset);
  self->is_partial = FALSE;
  self->stale = self->dataset != NULL;
  if (self->dataset == NULL)
    self->state = TL_DOCUMENT_FAILED;
}

static void
take_load (TlDocument *self, TlLoad *load)
{
  g_clear_pointer (&self->problems, tl_problems_free);
  self->problems = g_steal_pointer (&load->problems);
  g_clear_error (&self->error);
  self->error = g_steal_pointer (&load->error);

  if (load->dataset == NULL)
    {
      take_failure (self);
      return;
    }

  /* Nothing that is shown need be made anew. */
  if (!load->is_known || self->dataset != load->known)
    g_set_object (&self->dataset, load->dataset);
  self->is_partial = FALSE;
  self->stale = FALSE;
  self->state = TL_DOCUMENT_READY;
}

static void
loaded_cb (GObject *object, GAsyncResult *async_result, gpointer user_data)
{
  g_autoptr (TlDocument) self = user_data;
  TlLoad *load = g_task_get_task_data (G_TASK (async_result));

  if (self->is_closed || load->serial != self->serial)
    return;

  self->is_loading = FALSE;
  take_load (self, load);
  g_signal_emit (self, signals[SIGNAL_LOADED], 0);
  if (self->is_outdated)
    tl_document_load (self);
  /* What was loaded is to be seen before it can be searched. */
  if (load->dataset != NULL && self->dataset == load->dataset)
    g_idle_add_full (G_PRIORITY_LOW, prepare_search_cb,
                     g_object_ref (load->dataset), g_object_unref);
}

static gboolean
settled_cb (gpointer user_data)
{
  TlDocument *self = TL_DOCUMENT (user_data);

  self->settle_id = 0;
  tl_document_load (self);
  return G_SOURCE_REMOVE;
}

static void
file_changed_cb (GFileMonitor     *monitor,
                 GFile            *file,
                 GFile            *other_file,
                 GFileMonitorEvent event,
                 gpointer          user_data)
{
  TlDocument *self = TL_DOCUMENT (user_data);

  if (event == G_FILE_MONITOR_EVENT_ATTRIBUTE_CHANGED ||
      event == G_FILE_MONITOR_EVENT_PRE_UNMOUNT)
    return;

  g_clear_handle_id (&self->settle_id, g_source_remove);
  self->settle_id = g_timeout_add (SETTLE_MS, settled_cb, self);
}

static void
tl_document_dispose (GObject *object)
{
  TlDocument *self = TL_DOCUMENT (object);

  tl_document_close (self);
  g_clear_object (&self->cancellable);
  g_clear_object (&self->file);
  g_clear_object (&self->dataset);
  g_clear_pointer (&self->problems, tl_problems_free);
  g_clear_error (&self->error);

  G_OBJECT_CLASS (tl_document_parent_class)->dispose (object);
}

static void
tl_document_class_init (TlDocumentClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = tl_document_dispose;

  /**
   * TlDocument::loaded:
   *
   * A load has ended: well, badly, or because it was stopped.
   */
  signals[SIGNAL_LOADED] =
      g_signal_new ("loaded", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                    NULL, NULL, NULL, G_TYPE_NONE, 0);
  /**
   * TlDocument::preview:
   *
   * While a large file is read, a part of it can be shown.
   */
  signals[SIGNAL_PREVIEW] =
      g_signal_new ("preview", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                    NULL, NULL, NULL, G_TYPE_NONE, 0);
  /**
   * TlDocument::progress:
   *
   * A load has begun, or has come further.
   */
  signals[SIGNAL_PROGRESS] =
      g_signal_new ("progress", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                    NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
tl_document_init (TlDocument *self)
{
}

TlDocument *
tl_document_new (GFile *file)
{
  TlDocument *self = NULL;

  g_return_val_if_fail (file == NULL || G_IS_FILE (file), NULL);

  self = g_object_new (TL_TYPE_DOCUMENT, NULL);
  self->is_builtin = file == NULL;
  self->file =
      file != NULL ? g_object_ref (file) : tl_reader_get_builtin_file ();
  return self;
}

static TlLoad *
make_load (TlDocument *self)
{
  TlLoad *load = g_new0 (TlLoad, 1);

  load->document = self;
  load->file = g_object_ref (self->file);
  load->serial = self->serial;
  load->wants_previews = self->dataset == NULL || self->is_partial;
  if (!load->wants_previews)
    g_set_object (&load->known, self->dataset);
  return load;
}

void
tl_document_load (TlDocument *self)
{
  g_autoptr (GTask) task = NULL;

  g_return_if_fail (TL_IS_DOCUMENT (self));

  self->is_outdated = self->is_loading;
  if (self->is_loading || self->is_closed)
    return;

  self->is_loading = TRUE;
  self->was_stopped = FALSE;
  self->serial++;
  self->n_read = 0;
  self->fraction = 0;
  if (self->dataset == NULL)
    self->state = TL_DOCUMENT_LOADING;

  g_clear_object (&self->cancellable);
  self->cancellable = g_cancellable_new ();
  /* Not the source of the task, which may end in its thread. */
  task = g_task_new (NULL, self->cancellable, loaded_cb, g_object_ref (self));
  g_task_set_name (task, "load dataset");
  g_task_set_check_cancellable (task, FALSE);
  g_task_set_task_data (task, make_load (self), (GDestroyNotify)load_free);
  g_task_run_in_thread (task, load_in_thread);
  g_signal_emit (self, signals[SIGNAL_PROGRESS], 0);
}

void
tl_document_stop (TlDocument *self)
{
  g_return_if_fail (TL_IS_DOCUMENT (self));

  if (!self->is_loading)
    return;

  g_cancellable_cancel (self->cancellable);
  /* The thread may be waiting for a slow disk: it is not waited for. */
  self->serial++;
  self->is_loading = FALSE;
  self->is_outdated = FALSE;
  self->was_stopped = TRUE;
  if (self->dataset == NULL)
    self->state = TL_DOCUMENT_STOPPED;
  g_signal_emit (self, signals[SIGNAL_LOADED], 0);
}

void
tl_document_watch (TlDocument *self)
{
  g_return_if_fail (TL_IS_DOCUMENT (self));

  if (self->monitor != NULL)
    return;

  /* A file that cannot be watched is shown all the same. */
  self->monitor =
      g_file_monitor_file (self->file, G_FILE_MONITOR_WATCH_MOVES, NULL, NULL);
  if (self->monitor != NULL)
    g_signal_connect_object (self->monitor, "changed",
                             G_CALLBACK (file_changed_cb), self, 0);
}

void
tl_document_close (TlDocument *self)
{
  g_return_if_fail (TL_IS_DOCUMENT (self));

  self->is_closed = TRUE;
  if (self->cancellable != NULL)
    g_cancellable_cancel (self->cancellable);
  g_clear_handle_id (&self->settle_id, g_source_remove);
  g_clear_object (&self->monitor);
}

GFile *
tl_document_get_file (TlDocument *self)
{
  g_return_val_if_fail (TL_IS_DOCUMENT (self), NULL);

  return self->file;
}

gboolean
tl_document_is_builtin (TlDocument *self)
{
  g_return_val_if_fail (TL_IS_DOCUMENT (self), FALSE);

  return self->is_builtin;
}

TlDocumentState
tl_document_get_state (TlDocument *self)
{
  g_return_val_if_fail (TL_IS_DOCUMENT (self), TL_DOCUMENT_EMPTY);

  return self->state;
}

TlDataset *
tl_document_get_dataset (TlDocument *self)
{
  g_return_val_if_fail (TL_IS_DOCUMENT (self), NULL);

  return self->dataset;
}

gboolean
tl_document_get_stale (TlDocument *self)
{
  g_return_val_if_fail (TL_IS_DOCUMENT (self), FALSE);

  return self->stale;
}

gboolean
tl_document_get_partial (TlDocument *self)
{
  g_return_val_if_fail (TL_IS_DOCUMENT (self), FALSE);

  return self->is_partial;
}

gboolean
tl_document_get_stopped (TlDocument *self)
{
  g_return_val_if_fail (TL_IS_DOCUMENT (self), FALSE);

  return self->was_stopped;
}

gboolean
tl_document_get_loading (TlDocument *self)
{
  g_return_val_if_fail (TL_IS_DOCUMENT (self), FALSE);

  return self->is_loading;
}

guint64
tl_document_get_progress (TlDocument *self, double *fraction)
{
  g_return_val_if_fail (TL_IS_DOCUMENT (self), 0);

  *fraction = self->fraction;
  return self->n_read;
}

const GError *
tl_document_get_error (TlDocument *self)
{
  g_return_val_if_fail (TL_IS_DOCUMENT (self), NULL);

  return self->error;
}

const TlProblems *
tl_document_get_problems (TlDocument *self)
{
  g_return_val_if_fail (TL_IS_DOCUMENT (self), NULL);

  return self->problems;
}

char *
tl_document_dup_name (TlDocument *self)
{
  g_autofree char *path = NULL;

  g_return_val_if_fail (TL_IS_DOCUMENT (self), NULL);

  path = g_file_get_path (self->file);
  return path != NULL ? g_filename_display_basename (path)
                      : g_file_get_parse_name (self->file);
}
