/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tl-layout.h"

G_BEGIN_DECLS

#define TL_CURVE_STEPS 64

/**
 * TlCurve:
 * @from: mark of the record that names the relation, or of its cluster;
 *   %TL_NONE where that is outside of the picture
 * @to: mark of the other one
 * @from_record: the record that names the relation
 * @to_record: the other one
 * @x: a cubic Bézier curve from the middle of one mark to that of the other
 * @y: the same
 * @covered: of %TL_CURVE_STEPS equal steps of its parameter, those that cross
 *   the label of a mark; there the curve is faint, so that it strikes nothing
 *   through
 * @label: (transfer none) (nullable): what the relation is, as the selected
 *   record has it; only where it has room
 * @label_rect: where it stands
 *
 * A relation between two records.
 */
typedef struct
{
  guint       from;
  guint       to;
  guint       from_record;
  guint       to_record;
  TlRelation  relation;
  double      x[4];
  double      y[4];
  guint64     covered;
  const char *label;
  TlRect      label_rect;
} TlCurve;

/**
 * TlCurves:
 * @curves: (array length=n_curves): in order of time
 * @n_hidden: relations that are in the picture and have no curve, because
 *   there are too many
 *
 * The relations in a picture. Immutable.
 */
typedef struct
{
  TlCurve *curves;
  guint    n_curves;
  guint    n_hidden;
} TlCurves;

TlCurves *tl_curves_new (const TlView *view,
                         guint         record,
                         guint         max_curves) G_GNUC_WARN_UNUSED_RESULT;
void      tl_curves_free (TlCurves *self);
void tl_curve_get_point (const TlCurve *curve, double t, double *x, double *y);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TlCurves, tl_curves_free)

G_END_DECLS
