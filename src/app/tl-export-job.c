/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-export-job.h"

#include <math.h>

#include "tl-cairo-backend.h"

typedef struct
{
  TlExportRequest *request;
  int              max_width_px;
  int              max_height_px;
  char            *path; /* nullable */
} TlJob;

static void
job_free (TlJob *job)
{
  tl_export_request_free (job->request);
  g_free (job->path);
  g_free (job);
}

void
tl_export_preview_free (TlExportPreview *self)
{
  g_return_if_fail (self != NULL);

  g_clear_pointer (&self->pixels, g_bytes_unref);
  g_free (self);
}

static void
destroy_surface (gpointer data)
{
  cairo_surface_destroy (data);
}

static TlExportPreview *
draw_preview (const TlScene *scene, TlTextMeasurer *measurer, const TlJob *job)
{
  TlExportPreview *preview = g_new0 (TlExportPreview, 1);
  cairo_surface_t *surface = NULL;
  cairo_t         *cr = NULL;
  double           scale = 1;

  preview->width = tl_scene_get_width (scene);
  preview->height = tl_scene_get_height (scene);
  scale = MIN (job->max_width_px / preview->width,
               job->max_height_px / preview->height);
  preview->width_px = (int)MAX (1, floor (preview->width * scale));
  preview->height_px = (int)MAX (1, floor (preview->height * scale));

  surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, preview->width_px,
                                        preview->height_px);
  cr = cairo_create (surface);
  cairo_scale (cr, scale, scale);
  tl_cairo_draw_scene (cr, scene, measurer);
  cairo_destroy (cr);
  cairo_surface_flush (surface);

  preview->stride = (gsize)cairo_image_surface_get_stride (surface);
  preview->pixels = g_bytes_new_with_free_func (
      cairo_image_surface_get_data (surface),
      preview->stride * (gsize)preview->height_px, destroy_surface, surface);
  return preview;
}

static void
preview_in_thread (GTask        *task,
                   gpointer      source_object,
                   gpointer      task_data,
                   GCancellable *cancellable)
{
  const TlJob *job = task_data;
  g_autoptr (TlTextMeasurer) measurer = tl_text_measurer_new (NULL);
  g_autoptr (TlScene) scene = NULL;
  g_autoptr (GError) error = NULL;

  scene = tl_picture_new (&job->request->picture, measurer, &error);
  if (scene == NULL)
    g_task_return_error (task, g_steal_pointer (&error));
  else if (!g_task_return_error_if_cancelled (task))
    g_task_return_pointer (task, draw_preview (scene, measurer, job),
                           (GDestroyNotify)tl_export_preview_free);
}

/* sources: nullable. */
static gboolean
save_files (const TlJob *job, GBytes *bytes, GBytes *sources, GError **error)
{
  g_autofree char *path = tl_export_request_dup_sources_path (job->path);

  return tl_export_save (job->path, bytes, TRUE, error) &&
         (sources == NULL || tl_export_save (path, sources, TRUE, error));
}

static void
save_in_thread (GTask        *task,
                gpointer      source_object,
                gpointer      task_data,
                GCancellable *cancellable)
{
  const TlJob *job = task_data;
  g_autoptr (TlTextMeasurer) measurer = tl_text_measurer_new (NULL);
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GBytes) sources = NULL;
  g_autoptr (GError) error = NULL;

  bytes = tl_picture_render_cited (
      &job->request->picture, measurer, job->request->format,
      job->request->scale, job->request->outlines,
      tl_citation_find_format ("text"),
      job->request->writes_sources ? &sources : NULL, &error);
  if (bytes == NULL)
    {
      g_task_return_error (task, g_steal_pointer (&error));
      return;
    }
  if (g_task_return_error_if_cancelled (task))
    return;

  /* From here on it is the file that tells how it ended. */
  g_task_set_check_cancellable (task, FALSE);
  if (save_files (job, bytes, sources, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, g_steal_pointer (&error));
}

static void
run (TlJob              *job,
     const char         *name,
     GTaskThreadFunc     func,
     GCancellable       *cancellable,
     GAsyncReadyCallback callback,
     gpointer            user_data)
{
  g_autoptr (GTask) task = NULL;

  task = g_task_new (NULL, cancellable, callback, user_data);
  g_task_set_name (task, name);
  g_task_set_task_data (task, job, (GDestroyNotify)job_free);
  g_task_run_in_thread (task, func);
}

void
tl_export_preview_async (const TlExportRequest *request,
                         int                    max_width_px,
                         int                    max_height_px,
                         GCancellable          *cancellable,
                         GAsyncReadyCallback    callback,
                         gpointer               user_data)
{
  TlJob *job = NULL;

  g_return_if_fail (request != NULL);
  g_return_if_fail (max_width_px > 0 && max_height_px > 0);

  job = g_new0 (TlJob, 1);
  job->request = tl_export_request_copy (request);
  job->max_width_px = max_width_px;
  job->max_height_px = max_height_px;
  run (job, "preview of an export", preview_in_thread, cancellable, callback,
       user_data);
}

TlExportPreview *
tl_export_preview_finish (GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (G_IS_TASK (result), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

void
tl_export_save_async (const TlExportRequest *request,
                      const char            *path,
                      GCancellable          *cancellable,
                      GAsyncReadyCallback    callback,
                      gpointer               user_data)
{
  TlJob *job = NULL;

  g_return_if_fail (request != NULL);
  g_return_if_fail (path != NULL);

  job = g_new0 (TlJob, 1);
  job->request = tl_export_request_copy (request);
  job->path = g_strdup (path);
  run (job, "export", save_in_thread, cancellable, callback, user_data);
}

gboolean
tl_export_save_finish (GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (G_IS_TASK (result), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}
