/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tl-picture.h"

G_BEGIN_DECLS

/* What the files of the picture share: tl-picture.c puts it together,
 * tl-picture-output.c makes files of it. */
typedef struct
{
  const TlPictureOptions *options;
  TlPainter               painter;
  TlResult               *result;
  TlDataset              *dataset; /* of the result: as known on the day */
  TlDateFormatter        *formatter;
  TlWarp                 *warp;
  const guint            *records; /* of the result, or chosen */
  guint                   n_records;
  GArray                 *chosen; /* nullable: those of the result */
  TlLayout               *layout;
  TlView                 *view;
  TlTicks                *ticks;
  double                  width;
  double                  headings_width;
  GArray                 *drawn;   /* nullable: of the records, what is in it */
  GArray                 *sources; /* nullable: those that are listed */
  char                   *subtitle; /* what it says of its records */
  char                   *filter;   /* nullable: what it says of the filter */
  double                  header_height;
} TlComposer;

/* TL_EXPORT_ERROR_SIZE */
gboolean tl_picture_check_size (const TlPictureOptions *options,
                                GError                **error);
/* Borrows options and measurer. */
void tl_composer_init (TlComposer             *self,
                       const TlPictureOptions *options,
                       TlTextMeasurer         *measurer);
/* (transfer full) */
TlScene *tl_composer_compose (TlComposer *self, GError **error);
void     tl_composer_clear (TlComposer *self);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (TlComposer, tl_composer_clear)

G_END_DECLS
