/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tl-facet.h"

G_BEGIN_DECLS

/**
 * TlFilter:
 *
 * The one predicate of window, list, command line and export. Values of one
 * facet are alternatives, facets are combined: (talk or test) and (Lavrov).
 * An empty filter matches everything.
 */
typedef struct _TlFilter TlFilter;

TlFilter *tl_filter_new (void) G_GNUC_WARN_UNUSED_RESULT;
TlFilter *tl_filter_copy (const TlFilter *self) G_GNUC_WARN_UNUSED_RESULT;
void      tl_filter_free (TlFilter *self);
gboolean  tl_filter_is_empty (const TlFilter *self);
gboolean  tl_filter_equal (const TlFilter *self, const TlFilter *other);

/* Nicks of kinds and statuses, ids of the others, tags as they are. */
void tl_filter_add_value (TlFilter *self, TlFacet facet, const char *value);
void tl_filter_remove_value (TlFilter *self, TlFacet facet, const char *value);
gboolean
tl_filter_has_value (const TlFilter *self, TlFacet facet, const char *value);
/* In the order of being added, NULL-terminated, never NULL. */
const char *const *tl_filter_get_values (const TlFilter *self, TlFacet facet);
void               tl_filter_clear_facet (TlFilter *self, TlFacet facet);
void               tl_filter_add_kind (TlFilter *self, TlKind kind);
void               tl_filter_add_actor (TlFilter *self, const char *id);
void               tl_filter_add_source (TlFilter *self, const char *id);

/* As given, white space folded; NULL for none. */
const char *tl_filter_get_search (const TlFilter *self);
/* Words in any order; case and accents folded; NULL or "" for none. */
void tl_filter_set_search (TlFilter *self, const char *text);

/* Civil seconds, inclusive. FALSE when every time is wanted. */
gboolean tl_filter_get_range (const TlFilter *self, gint64 *from, gint64 *to);
/* G_MININT64 and G_MAXINT64 for an end that is open. */
void tl_filter_set_range (TlFilter *self, gint64 from, gint64 to);
void tl_filter_clear_range (TlFilter *self);
/* Whether the range keeps only what certainly happened in it, and not all that
 * possibly did. */
gboolean tl_filter_get_certainly (const TlFilter *self);
void     tl_filter_set_certainly (TlFilter *self, gboolean certainly);

/* Only records whose accounts contradict each other. */
gboolean tl_filter_get_contested_only (const TlFilter *self);
void     tl_filter_set_contested_only (TlFilter *self, gboolean contested_only);

/* One line for metadata and messages, the same in every language, for
 * example "kind=talk,test actor=lavrov search=\"space\"". (transfer full) */
char *tl_filter_to_string (const TlFilter *self);

gboolean
tl_filter_matches (const TlFilter *self, TlDataset *dataset, guint record);
/* Indices of the records that match, in time order. (transfer full)
 * (element-type guint) */
GArray *tl_filter_apply (const TlFilter *self,
                         TlDataset      *dataset) G_GNUC_WARN_UNUSED_RESULT;
/* The same, looking only at some of the records. (transfer full)
 * (element-type guint) */
GArray *
tl_filter_apply_within (const TlFilter *self,
                        TlDataset      *dataset,
                        const GArray   *candidates) G_GNUC_WARN_UNUSED_RESULT;
/* Everything that passes this filter passes the earlier one, too. */
gboolean tl_filter_refines (const TlFilter *self, const TlFilter *earlier);

/* A quotation passes when its event does, but the source is its own, and the
 * speaker counts as a participant. */
gboolean
tl_filter_matches_quote (const TlFilter *self, TlDataset *dataset, guint quote);
/* Indices of the quotations that match, in the dataset's order. (transfer full)
 * (element-type guint) */
GArray *tl_filter_apply_to_quotes (const TlFilter *self, TlDataset *dataset)
    G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TlFilter, tl_filter_free)

G_END_DECLS
