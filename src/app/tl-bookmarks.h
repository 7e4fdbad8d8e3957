/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Records that somebody wants to come back to: ids, for each dataset, in the
 * order of being added. They are the user's work: kept when the view of the
 * dataset is forgotten, and shared by all windows. */

/* dataset: its id. (transfer full) (array zero-terminated=1), never NULL. */
char   **tl_bookmarks_dup (const char *dataset) G_GNUC_WARN_UNUSED_RESULT;
gboolean tl_bookmarks_contain (const char *dataset, const char *record);
/* FALSE with error set when it cannot be written; then nothing has changed. */
gboolean tl_bookmarks_set (const char *dataset,
                           const char *record,
                           gboolean    is_bookmarked,
                           GError    **error);

G_END_DECLS
