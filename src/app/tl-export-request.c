/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-export-request.h"

#include <string.h>

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

void
tl_export_request_set_only (TlExportRequest *self, const char *const *ids)
{
  g_return_if_fail (self != NULL);

  g_strfreev ((char **)self->picture.only);
  self->picture.only = NULL;
  if (ids != NULL && ids[0] != NULL)
    self->picture.only = (const char *const *)g_strdupv ((char **)ids);
}

char *
tl_export_request_dup_sources_path (const char *path)
{
  TlExportFormat format;
  gsize          length;

  g_return_val_if_fail (path != NULL, NULL);

  length = strlen (path);
  if (tl_export_format_from_name (path, &format))
    length = (gsize)(strrchr (path, '.') - path);
  return g_strdup_printf ("%.*s.sources.txt", (int)length, path);
}

void
tl_export_request_set_groups (TlExportRequest   *self,
                              const char *const *order,
                              const char *const *folded)
{
  g_return_if_fail (self != NULL);

  g_strfreev ((char **)self->picture.group_order);
  g_strfreev ((char **)self->picture.folded);
  self->picture.group_order = (const char *const *)g_strdupv ((char **)order);
  self->picture.folded = (const char *const *)g_strdupv ((char **)folded);
}

TlExportRequest *
tl_export_request_copy (const TlExportRequest *self)
{
  TlExportRequest *copy = NULL;

  g_return_val_if_fail (self != NULL, NULL);

  copy = g_memdup2 (self, sizeof *self);
  g_object_ref (copy->picture.dataset);
  copy->picture.language = g_strdup (self->picture.language);
  copy->picture.group_order =
      (const char *const *)g_strdupv ((char **)self->picture.group_order);
  copy->picture.folded =
      (const char *const *)g_strdupv ((char **)self->picture.folded);
  if (self->picture.filter != NULL)
    copy->picture.filter = tl_filter_copy (self->picture.filter);
  copy->picture.only =
      (const char *const *)g_strdupv ((char **)self->picture.only);
  return copy;
}

void
tl_export_request_free (TlExportRequest *self)
{
  g_return_if_fail (self != NULL);

  g_clear_object (&self->picture.dataset);
  g_free ((char *)self->picture.language);
  g_strfreev ((char **)self->picture.group_order);
  g_strfreev ((char **)self->picture.folded);
  if (self->picture.filter != NULL)
    tl_filter_free ((TlFilter *)self->picture.filter);
  g_strfreev ((char **)self->picture.only);
  g_free (self);
}
