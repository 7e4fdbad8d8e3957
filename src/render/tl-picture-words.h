/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tl-date-formatter.h"
#include "tl-picture-count.h"

G_BEGIN_DECLS

/* What a picture, and a file beside it, says of itself in words. */

/* "12 of 40 records shown · 3 contested". n_all: records of the dataset.
 * (transfer full) */
char *tl_picture_dup_subtitle (TlDateFormatter *formatter,
                               TlPictureCount   count,
                               guint n_all) G_GNUC_WARN_UNUSED_RESULT;
/* Of the day and the axis: "As known on 29 July 2020 · Quiet spans shortened".
 * known_on: civil second of the day, or TL_KNOWN_ALWAYS. (transfer full) */
char *tl_picture_dup_note (TlDateFormatter *formatter,
                           gint64           known_on,
                           gboolean is_proportional) G_GNUC_WARN_UNUSED_RESULT;
/* The first lines of a file of "Sources of this figure". filter: nullable. */
void tl_picture_append_sources_heading (GString    *text,
                                        const char *title,
                                        const char *subtitle,
                                        const char *filter,
                                        const char *note);

G_END_DECLS
