/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tl-dataset.h"

G_BEGIN_DECLS

/**
 * TlWarpBreak:
 * @from: first civil second of a shortened span
 * @to: first civil second after it
 * @axis_from: axis coordinate of @from
 * @axis_to: axis coordinate of @to
 */
typedef struct
{
  gint64 from;
  gint64 to;
  double axis_from;
  double axis_to;
} TlWarpBreak;

/**
 * TlWarp:
 *
 * A monotone, piecewise-linear map from civil seconds to an abstract axis
 * coordinate, whose unit is a day of unshortened time. The proportional warp
 * shortens nothing.
 */
typedef struct _TlWarp TlWarp;

TlWarp *tl_warp_new_proportional (void) G_GNUC_WARN_UNUSED_RESULT;
/* Shortens the quiet spans between the records; the same as proportional
 * where there are none. */
TlWarp  *tl_warp_new_for_dataset (TlDataset *dataset) G_GNUC_WARN_UNUSED_RESULT;
TlWarp  *tl_warp_ref (TlWarp *self);
void     tl_warp_unref (TlWarp *self);
gboolean tl_warp_is_proportional (const TlWarp *self);
double   tl_warp_to_axis (const TlWarp *self, double second);
double   tl_warp_to_second (const TlWarp *self, double axis);
guint    tl_warp_get_n_breaks (const TlWarp *self);
const TlWarpBreak *tl_warp_get_break (const TlWarp *self, guint index);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TlWarp, tl_warp_unref)

G_END_DECLS
