/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tl-publications.h"

G_BEGIN_DECLS

/**
 * TlPublicationMark:
 * @x: where it stands, in pixels
 * @first: the first of its days, an index in the publications
 * @last: the last of them
 * @n_sources: how many sources were published on these days
 *
 * A tick of a scale of publication days: one day, or several that have no
 * room of their own. A plain value.
 */
typedef struct
{
  double x;
  guint  first;
  guint  last;
  guint  n_sources;
} TlPublicationMark;

GArray *tl_publication_marks_new (const TlPublications *publications,
                                  gint64                from,
                                  gint64                to,
                                  double width) G_GNUC_WARN_UNUSED_RESULT;
guint
tl_publication_marks_find (const GArray *marks, double x, double max_distance);

G_END_DECLS
