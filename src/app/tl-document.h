/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "tl-dataset.h"
#include "tl-problem.h"

G_BEGIN_DECLS

/**
 * TlDocumentState:
 * @TL_DOCUMENT_EMPTY: nothing was loaded yet
 * @TL_DOCUMENT_LOADING: the first load is under way
 * @TL_DOCUMENT_READY: there is a dataset; a later load may be under way
 * @TL_DOCUMENT_FAILED: nothing could be loaded
 */
typedef enum
{
  TL_DOCUMENT_EMPTY,
  TL_DOCUMENT_LOADING,
  TL_DOCUMENT_READY,
  TL_DOCUMENT_FAILED,
} TlDocumentState;

/**
 * TlDocument:
 *
 * A dataset and the file it comes from: loads it off the main thread, watches
 * the file, and loads it again when it changes. A dataset that could once be
 * shown is kept when a later version of its file cannot.
 */
#define TL_TYPE_DOCUMENT (tl_document_get_type ())
G_DECLARE_FINAL_TYPE (TlDocument, tl_document, TL, DOCUMENT, GObject)

/* file: NULL for the built-in dataset. (transfer full) */
TlDocument *tl_document_new (GFile *file) G_GNUC_WARN_UNUSED_RESULT;

/* Starts to load, or to load again. Ends with the signal "loaded". */
void tl_document_load (TlDocument *self);
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
/* (nullable): why the last load failed. */
const GError *tl_document_get_error (TlDocument *self);
/* (nullable): what the last load found wrong. */
const TlProblems *tl_document_get_problems (TlDocument *self);
/* The name of the file as people know it. (transfer full) */
char *tl_document_dup_name (TlDocument *self) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
