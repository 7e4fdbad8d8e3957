/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tl-filter.h"
#include "tl-parallel.h"

G_BEGIN_DECLS

/* The lists of ids are sorted. */
struct _TlFilter
{
  guint      kinds; /* a bit for each TlKind; 0: all */
  GPtrArray *actors;
  GPtrArray *sources;
  char      *search; /* nullable: as given, white space folded */
  char     **words;  /* nullable: folded words of search */
  gint64     from;
  gint64     to;
};

/* Leaves those of the records that pass. FALSE when cancelled. */
gboolean tl_filter_narrow (const TlFilter *self,
                           TlDataset      *dataset,
                           guint          *records,
                           guint          *n_records,
                           const TlWork   *work);

G_END_DECLS
