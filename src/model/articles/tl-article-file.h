/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * TlArticleFolder:
 *
 * An open folder of saved articles, out of which nothing leads: a file is
 * read only when it is a regular file with a plain name in that very folder.
 */
typedef struct _TlArticleFolder TlArticleFolder;

/* G_IO_ERROR. */
TlArticleFolder *tl_article_folder_open (GFile *folder, GError **error)
    G_GNUC_WARN_UNUSED_RESULT;
void tl_article_folder_free (TlArticleFolder *self);
/* The bytes of a file, never waiting for them. G_IO_ERROR:
 * G_IO_ERROR_NOT_FOUND when there is none of that name. (transfer full) */
GBytes *tl_article_folder_read (TlArticleFolder *self,
                                const char      *name,
                                GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TlArticleFolder, tl_article_folder_free)

G_END_DECLS
