/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tl-article-matcher.h"

G_BEGIN_DECLS

/**
 * TlArticle:
 *
 * The saved text of a source, folded once for many excerpts.
 */
typedef struct _TlArticle TlArticle;

TlArticle *tl_article_new (const char *text) G_GNUC_WARN_UNUSED_RESULT;
void       tl_article_free (TlArticle *self);
TlMatch    tl_article_find (const TlArticle *self,
                            const char      *needle,
                            const char      *prefix,
                            const char      *suffix);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TlArticle, tl_article_free)

G_END_DECLS
