/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * TlPublicationPlayerFunc:
 * @n_days: so many publication days on
 *
 * Goes on. Returns: FALSE when that was the last step
 */
typedef gboolean (*TlPublicationPlayerFunc) (guint n_days, gpointer user_data);

/**
 * TlPublicationPlayer:
 *
 * Calls a function step by step, at a pace at which one can look at few days,
 * and in a minute for all of many.
 */
typedef struct _TlPublicationPlayer TlPublicationPlayer;

TlPublicationPlayer          *
tl_publication_player_new (TlPublicationPlayerFunc step,
                                    gpointer user_data) G_GNUC_WARN_UNUSED_RESULT;
void     tl_publication_player_free (TlPublicationPlayer *self);
void     tl_publication_player_start (TlPublicationPlayer *self, guint n_days);
void     tl_publication_player_stop (TlPublicationPlayer *self);
gboolean tl_publication_player_is_running (const TlPublicationPlayer *self);

/* The pace for so many publication days. interval_ms: (out) */
guint tl_publication_player_get_stride (guint n_days, guint *interval_ms);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TlPublicationPlayer, tl_publication_player_free)

G_END_DECLS
