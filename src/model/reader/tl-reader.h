/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "tl-dataset.h"
#include "tl-problem.h"

G_BEGIN_DECLS

#define TL_READER_ERROR (tl_reader_error_quark ())
GQuark tl_reader_error_quark (void);

/**
 * TlReaderError:
 * @TL_READER_ERROR_SYNTAX: not JSON as RFC 8259 has it
 * @TL_READER_ERROR_FORMAT: JSON, but not a dataset of a version we know
 * @TL_READER_ERROR_LIMIT: larger or deeper than we read
 */
typedef enum
{
  TL_READER_ERROR_SYNTAX,
  TL_READER_ERROR_FORMAT,
  TL_READER_ERROR_LIMIT,
} TlReaderError;

/**
 * TlReaderProgress:
 * @n_records: records read so far
 * @fraction: how much of the file that is, from 0 to 1
 *
 * Told how far reading is, at most some twenty times a second, in the thread
 * that reads.
 */
typedef void (*TlReaderProgress) (guint64  n_records,
                                  double   fraction,
                                  gpointer user_data);

/**
 * TlReaderPreview:
 * @dataset: what was read so far
 *
 * Handed a first picture of a large file, in the thread that reads: when a
 * first piece of it has been read, and again whenever eight times as much has,
 * but not when the end is near. A preview has whatever stands in the file
 * before its events, and as many of them as were read; what refers to later
 * ones is not resolved. Files whose events come first, and small ones, have no
 * previews. To look at them takes time and memory: up to a third of what is
 * needed to put the dataset together, and a fourth of what it takes.
 */
typedef void (*TlReaderPreview) (TlDataset *dataset, gpointer user_data);

/**
 * TlReaderFeedback:
 * @progress: (nullable)
 * @preview: (nullable)
 * @user_data: for both
 *
 * What is told while a file is read. It changes nothing of what comes out.
 */
typedef struct
{
  TlReaderProgress progress;
  TlReaderPreview  preview;
  gpointer         user_data;
} TlReaderFeedback;

/* Reads a dataset: JSON or JSON Lines, either of them also packed with gzip.
 * Bad records are reported in problems and set aside; the
 * others load. NULL with error set (TL_READER_ERROR or G_IO_ERROR) when
 * nothing can be shown; the same error then also stands in problems with its
 * place, unless the file could not be read. (transfer full) */
TlDataset *tl_reader_load_file (GFile        *file,
                                GCancellable *cancellable,
                                TlProblems   *problems,
                                GError      **error) G_GNUC_WARN_UNUSED_RESULT;
/* The same, telling how far it is. */
TlDataset *
tl_reader_load_file_with_feedback (GFile                  *file,
                                   const TlReaderFeedback *feedback,
                                   GCancellable           *cancellable,
                                   TlProblems             *problems,
                                   GError **error) G_GNUC_WARN_UNUSED_RESULT;
/* name: what messages call the input. */
TlDataset *tl_reader_load_bytes (GBytes       *bytes,
                                 const char   *name,
                                 GCancellable *cancellable,
                                 TlProblems   *problems,
                                 GError      **error) G_GNUC_WARN_UNUSED_RESULT;
/* The built-in dataset's file: in $TREATYLINE_DATASETS_DIR when set, else
 * where it was installed. (transfer full) */
GFile *tl_reader_get_builtin_file (void) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
