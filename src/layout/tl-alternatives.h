/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tl-layout.h"

G_BEGIN_DECLS

/**
 * TlGhost:
 * @parent: mark of the view that it belongs to
 * @mark: where it stands, as a mark of the record; its label is a line
 * @span: the date that it stands for
 * @label: (transfer none): the date and who gives it
 * @plate: around mark and label
 *
 * A date that some accounts of a contested record give, and that is not the
 * record's own.
 */
typedef struct
{
  guint       parent;
  TlMark      mark;
  TlSpan      span;
  const char *label;
  TlRect      plate;
} TlGhost;

/**
 * TlAlternatives:
 *
 * The other dates of a contested record, made when it is selected; and where
 * they stand in a picture.
 */
typedef struct _TlAlternatives TlAlternatives;

TlAlternatives *tl_alternatives_new (TlLayout *layout,
                                     guint record) G_GNUC_WARN_UNUSED_RESULT;
void            tl_alternatives_free (TlAlternatives *self);
TlLayout       *tl_alternatives_get_layout (const TlAlternatives *self);
guint           tl_alternatives_get_n (const TlAlternatives *self);
GArray         *tl_alternatives_place (const TlAlternatives *self,
                                       const TlView         *view,
                                       guint parent) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TlAlternatives, tl_alternatives_free)

G_END_DECLS
