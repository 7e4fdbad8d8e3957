/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* What a parser finds in a picture. */
typedef struct
{
  GPtrArray  *texts;  /* content of <text> */
  GPtrArray  *titles; /* content of <title> */
  GHashTable *ids;
  GHashTable *links; /* ids that are referred to */
  GString    *content;
  guint       n_groups;
  double      text_x;
  gboolean    text_length;
} SvgDocument;

/* Fails the test when it is not well-formed, has an id twice, or refers to one
 * that it does not have. */
SvgDocument *svg_document_parse (GBytes *bytes) G_GNUC_WARN_UNUSED_RESULT;
void         svg_document_free (SvgDocument *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SvgDocument, svg_document_free)

G_END_DECLS
