/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tl-dataset.h"

G_BEGIN_DECLS

/**
 * TlSearchReason:
 * @text: the part of a text that matches, with what stands around it
 * @language: the language of @text
 * @is_translation: whether it is out of the translation of a quotation
 *
 * What a record was found by, though nothing of it is to be seen: a text in
 * another language than the reader's.
 */
typedef struct
{
  char    *text;
  char    *language;
  gboolean is_translation;
} TlSearchReason;

/* (transfer full) (element-type TlSearchReason): of every word of search that
 * none of the record's texts in the language has, the first text in another
 * language that has it. search and language: nullable. */
GPtrArray *tl_search_explain (TlDataset  *dataset,
                              guint       record,
                              const char *search,
                              const char *language) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
