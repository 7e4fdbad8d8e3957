/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tl-query.h"

G_BEGIN_DECLS

/**
 * TlListContent:
 * @TL_LIST_RECORDS: the records
 * @TL_LIST_QUOTES: their quotations
 * @TL_LIST_SOURCES: their sources, each once
 *
 * What a file that is no picture is about.
 */
typedef enum
{
  TL_LIST_RECORDS,
  TL_LIST_QUOTES,
  TL_LIST_SOURCES,
} TlListContent;

#define TL_N_LIST_CONTENTS (TL_LIST_SOURCES + 1)

/**
 * TlListFormat:
 * @nick: "csv", "bibtex"
 * @name: for people, untranslated
 * @suffix: how the name of a file ends, with the dot
 *
 * A format that a content can be written in.
 */
typedef struct
{
  const char *nick;
  const char *name;
  const char *suffix;
} TlListFormat;

/**
 * TlListExport:
 * @result: what is shown
 * @only: (nullable): ids of the records that are wanted; %NULL for all that are
 *   shown
 * @content: what is written of them
 * @format: nick of one of its formats
 * @language: (nullable): of titles and names
 *
 * A file that somebody wants to have. Owns all it points to.
 */
typedef struct
{
  TlResult     *result;
  char        **only;
  TlListContent content;
  char         *format;
  char         *language;
} TlListExport;

/* In the order of a menu. (transfer container) */
TlListFormat *
tl_list_content_dup_formats (TlListContent content,
                             guint        *n_formats) G_GNUC_WARN_UNUSED_RESULT;

TlListExport *tl_list_export_new (TlResult *result) G_GNUC_WARN_UNUSED_RESULT;
TlListExport      *
tl_list_export_copy (const TlListExport *self) G_GNUC_WARN_UNUSED_RESULT;
void tl_list_export_free (TlListExport *self);
/* The whole file. n_left_out: (out): records that the format has no place for.
 * Of a large dataset not for the main thread. (transfer full) */
GBytes *tl_list_export_render (const TlListExport *self,
                               guint *n_left_out) G_GNUC_WARN_UNUSED_RESULT;

/* Writes the file, whole or not at all, in a thread of its own; an existing one
 * is replaced. When cancelled before writing began, nothing is written. */
void tl_list_export_save_async (const TlListExport *self,
                                const char         *path,
                                GCancellable       *cancellable,
                                GAsyncReadyCallback callback,
                                gpointer            user_data);
/* Returns how many records were left out, or -1: TL_EXPORT_ERROR, G_FILE_ERROR
 * or G_IO_ERROR_CANCELLED. */
gssize tl_list_export_save_finish (GAsyncResult *result, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TlListExport, tl_list_export_free)

G_END_DECLS
