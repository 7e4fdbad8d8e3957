/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tl-facet-private.h"
#include "tl-filter.h"
#include "tl-parallel.h"

G_BEGIN_DECLS

struct _TlFilter
{
  char   **values[TL_N_FACETS]; /* in the order of being added */
  char    *search;              /* nullable: as given, white space folded */
  char   **words;               /* nullable: folded words of search */
  gint64   from;
  gint64   to;
  gboolean certainly;
  gboolean contested_only;
};

static inline gboolean
tl_filter_has_range (const TlFilter *self)
{
  return self->from != G_MININT64 || self->to != G_MAXINT64;
}

static inline gboolean
tl_filter_has_values (const TlFilter *self, TlFacet facet)
{
  return self->values[facet][0] != NULL;
}

/* Whether a span is as the range wants it. */
static inline gboolean
tl_filter_passes_span (const TlFilter *self, TlSpan span)
{
  if (self->certainly && tl_filter_has_range (self))
    return span.earliest >= self->from && span.latest <= self->to;
  return span.earliest <= self->to && span.latest >= self->from;
}

/**
 * TlFilterPass:
 * @wanted: (element-type guint) (nullable): of each facet the numbers of the
 *   values that are wanted, sorted; %NULL when all are
 *
 * A filter put into the numbers of one dataset, for looking at many records.
 */
typedef struct
{
  const TlFilter *filter;
  TlDataset      *dataset;
  TlFacetReader   reader;
  GArray         *wanted[TL_N_FACETS];
} TlFilterPass;

void tl_filter_pass_init (TlFilterPass   *self,
                          const TlFilter *filter,
                          TlDataset      *dataset);
void tl_filter_pass_clear (TlFilterPass *self);
/* wanted: not NULL */
gboolean tl_filter_pass_wants (const GArray *wanted, guint value);
gboolean tl_filter_pass_has_facet (const TlFilterPass *self,
                                   TlFacet             facet,
                                   guint               record);
gboolean tl_filter_pass_has_words (const TlFilterPass *self, guint record);
gboolean tl_filter_has_all_words (const TlFilter *self, const char *text);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (TlFilterPass, tl_filter_pass_clear)

/* Leaves those of the records that pass. FALSE when cancelled. */
gboolean tl_filter_narrow (const TlFilter *self,
                           TlDataset      *dataset,
                           guint          *records,
                           guint          *n_records,
                           const TlWork   *work);

G_END_DECLS
