/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * TlIdTable:
 *
 * Finds numbers by the ids they stand for. The ids themselves stay where they
 * are: eight bytes a slot are all it takes. May be read from several threads
 * while nobody adds to it.
 */
typedef struct _TlIdTable TlIdTable;

/* Whether that is the id the number stands for. */
typedef gboolean (*TlIdTableEqual) (guint32       number,
                                    const char   *id,
                                    gsize         length,
                                    gconstpointer user_data);

TlIdTable *tl_id_table_new (void) G_GNUC_WARN_UNUSED_RESULT;
void       tl_id_table_free (TlIdTable *self);
/* Makes room for so many at once. */
void    tl_id_table_reserve (TlIdTable *self, gsize n_ids);
guint32 tl_id_table_hash (const char *id, gsize length);
/* FALSE when the id is there already; then known is its number. */
gboolean tl_id_table_add (TlIdTable     *self,
                          const char    *id,
                          gsize          length,
                          guint32        number,
                          TlIdTableEqual equal,
                          gconstpointer  user_data,
                          guint32       *known);
/* The number, or G_MAXUINT32. */
guint32 tl_id_table_find (const TlIdTable *self,
                          const char      *id,
                          gsize            length,
                          TlIdTableEqual   equal,
                          gconstpointer    user_data);
/* Replaces every number n by numbers[n]. */
void tl_id_table_renumber (TlIdTable *self, const guint *numbers);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TlIdTable, tl_id_table_free)

G_END_DECLS
