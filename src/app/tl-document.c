/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-document.h"

#include "tl-reader.h"

/* Only one load runs at a time: a change during a load starts another one
 * when that has ended. Until a load has succeeded, everything that was loaded
 * before stays as it is. */

/* Programs write a file in several steps; this long after the last of them it
 * is read. */
#define SETTLE_MS 250

typedef struct
{
  TlDataset  *dataset; /* nullable */
  TlProblems *problems;
  GError     *error; /* set when there is no dataset */
} TlLoadResult;

struct _TlDocument
{
  GObject parent_instance;

  GFile          *file;
  gboolean        is_builtin;
  TlDocumentState state;
  gboolean        stale;
  TlDataset      *dataset;
  TlProblems     *problems;
  GError         *error;

  GCancellable *cancellable;
  gboolean      is_loading;
  gboolean      is_outdated; /* the file changed during the load */
  GFileMonitor *monitor;
  guint         settle_id;
};

enum
{
  SIGNAL_LOADED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (TlDocument, tl_document, G_TYPE_OBJECT)

static void
load_result_free (TlLoadResult *result)
{
  g_clear_object (&result->dataset);
  g_clear_pointer (&result->problems, tl_problems_free);
  g_clear_error (&result->error);
  g_free (result);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TlLoadResult, load_result_free)

static void
load_in_thread (GTask        *task,
                gpointer      source_object,
                gpointer      task_data,
                GCancellable *cancellable)
{
  TlLoadResult *result = g_new0 (TlLoadResult, 1);

  result->problems = tl_problems_new ();
  result->dataset = tl_reader_load_file (task_data, cancellable,
                                         result->problems, &result->error);
  tl_problems_sort (result->problems);
  g_task_return_pointer (task, result, (GDestroyNotify)load_result_free);
}

static gboolean
is_same_version (TlDataset *a, TlDataset *b)
{
  return a != NULL && b != NULL &&
         g_strcmp0 (tl_dataset_get_sha256 (a), tl_dataset_get_sha256 (b)) == 0;
}

static void
take_result (TlDocument *self, TlLoadResult *result)
{
  g_clear_pointer (&self->problems, tl_problems_free);
  self->problems = g_steal_pointer (&result->problems);
  g_clear_error (&self->error);
  self->error = g_steal_pointer (&result->error);

  if (result->dataset == NULL)
    {
      if (self->dataset == NULL)
        self->state = TL_DOCUMENT_FAILED;
      self->stale = self->dataset != NULL;
      return;
    }

  if (!is_same_version (self->dataset, result->dataset))
    g_set_object (&self->dataset, result->dataset);
  self->stale = FALSE;
  self->state = TL_DOCUMENT_READY;
}

static void
loaded_cb (GObject *object, GAsyncResult *async_result, gpointer user_data)
{
  TlDocument *self = TL_DOCUMENT (object);
  g_autoptr (TlLoadResult) result = NULL;

  result = g_task_propagate_pointer (G_TASK (async_result), NULL);
  self->is_loading = FALSE;
  /* Nothing is returned only when the document was closed meanwhile. */
  if (result == NULL)
    return;

  take_result (self, result);
  g_signal_emit (self, signals[SIGNAL_LOADED], 0);
  if (self->is_outdated)
    tl_document_load (self);
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
   * A load has ended, well or badly.
   */
  signals[SIGNAL_LOADED] =
      g_signal_new ("loaded", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                    NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
tl_document_init (TlDocument *self)
{
  self->cancellable = g_cancellable_new ();
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

void
tl_document_load (TlDocument *self)
{
  g_autoptr (GTask) task = NULL;

  g_return_if_fail (TL_IS_DOCUMENT (self));

  self->is_outdated = self->is_loading;
  if (self->is_loading)
    return;

  self->is_loading = TRUE;
  if (self->dataset == NULL)
    self->state = TL_DOCUMENT_LOADING;

  task = g_task_new (self, self->cancellable, loaded_cb, NULL);
  g_task_set_name (task, "load dataset");
  g_task_set_task_data (task, g_object_ref (self->file), g_object_unref);
  g_task_run_in_thread (task, load_in_thread);
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
