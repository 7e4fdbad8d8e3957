/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tl-dataset.h"

G_BEGIN_DECLS

/**
 * TlPublications:
 *
 * The days on which sources of a dataset were published: between two of them
 * nothing changes in what is known. A source whose date is inexact counts on
 * the last day it can have been, as in [method@Dataset.known_on]; one that has
 * no such day is left out. Immutable and reference-counted; may be used from
 * several threads.
 */
typedef struct _TlPublications TlPublications;

TlPublications *
tl_publications_new (TlDataset *dataset) G_GNUC_WARN_UNUSED_RESULT;
TlPublications *tl_publications_ref (TlPublications *self);
void            tl_publications_unref (TlPublications *self);

guint        tl_publications_get_n_days (const TlPublications *self);
gint64       tl_publications_get_day (const TlPublications *self, guint index);
const guint *tl_publications_get_sources (const TlPublications *self,
                                          guint                 index,
                                          guint                *n_sources);
guint        tl_publications_find (const TlPublications *self, gint64 second);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TlPublications, tl_publications_unref)

G_END_DECLS
