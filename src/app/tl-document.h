/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "tl-dataset.h"
#include "tl-problem.h"

G_BEGIN_DECLS

/**
 * TlDocumentState:
 * @TL_DOCUMENT_EMPTY: nothing was loaded yet
 * @TL_DOCUMENT_LOADING: a load is under way, and there is nothing to show yet
 * @TL_DOCUMENT_READY: there is a dataset, or a part of it; a load may be under
 *   way
 * @TL_DOCUMENT_FAILED: nothing could be loaded
 * @TL_DOCUMENT_STOPPED: loading was stopped before there was anything to show
 */
typedef enum
{
  TL_DOCUMENT_EMPTY,
  TL_DOCUMENT_LOADING,
  TL_DOCUMENT_READY,
  TL_DOCUMENT_FAILED,
  TL_DOCUMENT_STOPPED,
} TlDocumentState;

/**
 * TlDocument:
 *
 * A dataset and the file it comes from: loads it off the main thread, watches
 * the file, and loads it again when it changes. A dataset that could once be
 * shown is kept when a later version of its file cannot. Of a large file parts
 * are there before the whole is.
 */
#define TL_TYPE_DOCUMENT (tl_document_get_type ())
G_DECLARE_FINAL_TYPE (TlDocument, tl_document, TL, DOCUMENT, GObject)

/* file: NULL for the built-in dataset. (transfer full) */
TlDocument *tl_document_new (GFile *file) G_GNUC_WARN_UNUSED_RESULT;

/* Starts to load, or to load again. Tells "progress", and "preview" as long as
 * there was nothing whole to show, and ends with the signal "loaded". */
void tl_document_load (TlDocument *self);
/* Stops the load that is under way, at once. What is there stays. */
void tl_document_stop (TlDocument *self);
/* From now on, loads when the file changes on disk. */
void tl_document_watch (TlDocument *self);
/* Stops loading and watching: nothing is signalled any more. */
void tl_document_close (TlDocument *self);

GFile          *tl_document_get_file (TlDocument *self);
gboolean        tl_document_is_builtin (TlDocument *self);
TlDocumentState tl_document_get_state (TlDocument *self);
/* (nullable) */
TlDataset *tl_document_get_dataset (TlDocument *self);
/* Whether the dataset is older than its file, which cannot be loaded. */
gboolean tl_document_get_stale (TlDocument *self);
/* Whether the dataset is only the beginning of its file. */
gboolean tl_document_get_partial (TlDocument *self);
/* Whether the last load was stopped. */
gboolean tl_document_get_stopped (TlDocument *self);
gboolean tl_document_get_loading (TlDocument *self);
/* How many records were read by the load that is under way; fraction: (out):
 * how much of the work that is, from 0 to 1. */
guint64 tl_document_get_progress (TlDocument *self, double *fraction);
/* (nullable): why the last load failed. */
const GError *tl_document_get_error (TlDocument *self);
/* (nullable): what the last load found wrong. */
const TlProblems *tl_document_get_problems (TlDocument *self);
/* The name of the file as people know it. (transfer full) */
char *tl_document_dup_name (TlDocument *self) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
