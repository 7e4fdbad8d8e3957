/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * TlDatasetPlaces:
 *
 * Where in a dataset's file something stands, for messages about a dataset
 * that was loaded long ago. Reads the file when it is asked first.
 */
typedef struct _TlDatasetPlaces TlDatasetPlaces;

/* path: (nullable): without, or when the file cannot be read any more, every
 * place is line 0, column 0. */
TlDatasetPlaces      *
tl_dataset_places_new (const char *path) G_GNUC_WARN_UNUSED_RESULT;
void tl_dataset_places_free (TlDatasetPlaces *self);
/* The value of key in the source, quotation, event or act with that id; the
 * start of what has the id when it has no such key. */
void tl_dataset_places_find (TlDatasetPlaces *self,
                             const char      *id,
                             const char      *key,
                             guint           *line,
                             guint           *column);
/* The value of key, which is text, in the account that source (an id) gives of
 * the event or act. */
void tl_dataset_places_find_account (TlDatasetPlaces *self,
                                     const char      *id,
                                     const char      *source,
                                     const char      *key,
                                     const char      *text,
                                     guint           *line,
                                     guint           *column);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TlDatasetPlaces, tl_dataset_places_free)

G_END_DECLS
