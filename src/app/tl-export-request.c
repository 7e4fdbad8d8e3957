/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-export-request.h"

#define DEFAULT_WIDTH 1280
/* Fine enough for print at the default width. */
#define DEFAULT_SCALE 2

TlExportRequest *
tl_export_request_new (TlDataset *dataset, const char *language)
{
  TlExportRequest *self = NULL;

  g_return_val_if_fail (TL_IS_DATASET (dataset), NULL);

  self = g_new0 (TlExportRequest, 1);
  tl_picture_options_init (&self->picture, g_object_ref (dataset));
  self->picture.language = g_strdup (language);
  self->picture.width = DEFAULT_WIDTH;
  self->format = TL_EXPORT_PNG;
  self->scale = DEFAULT_SCALE;
  return self;
}

void
tl_export_request_set_query (TlExportRequest *self, const TlQuery *query)
{
  g_return_if_fail (self != NULL && query != NULL);

  g_clear_pointer ((TlFilter **)&self->picture.filter, tl_filter_free);
  self->picture.filter = tl_filter_copy (tl_query_get_filter (query));
  self->picture.known_on = tl_query_get_known_on (query);
  self->picture.today = tl_query_get_today (query);
}

TlExportRequest *
tl_export_request_copy (const TlExportRequest *self)
{
  TlExportRequest *copy = NULL;

  g_return_val_if_fail (self != NULL, NULL);

  copy = g_memdup2 (self, sizeof *self);
  g_object_ref (copy->picture.dataset);
  copy->picture.language = g_strdup (self->picture.language);
  if (self->picture.filter != NULL)
    copy->picture.filter = tl_filter_copy (self->picture.filter);
  return copy;
}

void
tl_export_request_free (TlExportRequest *self)
{
  g_return_if_fail (self != NULL);

  g_clear_object (&self->picture.dataset);
  g_free ((char *)self->picture.language);
  if (self->picture.filter != NULL)
    tl_filter_free ((TlFilter *)self->picture.filter);
  g_free (self);
}
