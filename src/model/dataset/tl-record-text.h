/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tl-dataset.h"

G_BEGIN_DECLS

/* Everything of a record that a search looks at, in every language it is
 * there, folded by tl_fold_for_search(), fields apart by line ends.
 * (transfer full) */
char *tl_record_text_fold (TlDataset *dataset,
                           guint      record) G_GNUC_WARN_UNUSED_RESULT;
/* The same for a quotation: its words, their translations and its speaker.
 * (transfer full) */
char *tl_record_text_fold_quote (TlDataset *dataset,
                                 guint      quote) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
