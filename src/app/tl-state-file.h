/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Small files in the user's state folder, one for each dataset, keyed by its
 * id. What cannot be read counts as empty: it is only a convenience. */

/* folder: "views" or "bookmarks". dataset: an id, which may be any text.
 * (transfer full) */
GKeyFile *tl_state_file_load (const char *folder,
                              const char *dataset) G_GNUC_WARN_UNUSED_RESULT;
/* Whole-old or whole-new, for the user's eyes only. FALSE with error set, an
 * errno of GFileError, when that cannot be written. */
gboolean tl_state_file_save (const char *folder,
                             const char *dataset,
                             GKeyFile   *key_file,
                             GError    **error);
/* Nothing happens where there is no such file. */
gboolean
tl_state_file_remove (const char *folder, const char *dataset, GError **error);

G_END_DECLS
