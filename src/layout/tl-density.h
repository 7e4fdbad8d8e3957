/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tl-dataset.h"
#include "tl-warp.h"

G_BEGIN_DECLS

/* What is counted apart: each kind, and expirations, which are acts of treaties
 * but stand out everywhere. */
#define TL_DENSITY_EXPIRATION TL_N_KINDS
#define TL_DENSITY_N_SORTS (TL_N_KINDS + 1)

/**
 * TlDensity:
 *
 * How many records there are where in time, by kind: counted once, in fine
 * steps, so that any width can be drawn of it. Immutable and reference-counted;
 * may be made and used in any thread.
 */
typedef struct _TlDensity TlDensity;

/* Counts the records, each where its mark has its glyph. axis_from…axis_to is
 * what is covered; what lies outside is counted at its ends. Records with no
 * known date are counted apart. */
TlDensity *tl_density_new (TlDataset    *dataset,
                           const guint  *records,
                           guint         n_records,
                           const TlWarp *warp,
                           double        axis_from,
                           double        axis_to) G_GNUC_WARN_UNUSED_RESULT;
TlDensity *tl_density_ref (TlDensity *self);
void       tl_density_unref (TlDensity *self);
/* Adds up what lies in each of n_bars parts of the same length; bars has room
 * for so many. */
void  tl_density_get_bars (const TlDensity *self,
                           guint            n_bars,
                           guint (*bars)[TL_DENSITY_N_SORTS]);
guint tl_density_get_n_undated (const TlDensity *self);

/* Where on the axis a record counts, and its glyph is. FALSE for one with no
 * known date. */
gboolean
tl_density_place (const TlSpan *span, const TlWarp *warp, double *axis);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TlDensity, tl_density_unref)

G_END_DECLS
