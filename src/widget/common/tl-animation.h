/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * TlAnimationFunc:
 * @progress: 0–1, eased; exactly 1 at the last call
 */
typedef void (*TlAnimationFunc) (double progress, gpointer user_data);

/**
 * TlAnimation:
 *
 * Calls a function with every frame of a widget for a while, quickly at first
 * and ever slower. Where the desktop wants no animations, or the widget is not
 * on screen, it is at its end at once.
 */
typedef struct _TlAnimation TlAnimation;

TlAnimation *tl_animation_new (GtkWidget      *widget,
                               TlAnimationFunc step,
                               gpointer user_data) G_GNUC_WARN_UNUSED_RESULT;
void         tl_animation_free (TlAnimation *self);
void         tl_animation_start (TlAnimation *self, gint64 duration_us);
void         tl_animation_stop (TlAnimation *self);
gboolean     tl_animation_is_running (const TlAnimation *self);
gboolean     tl_animation_is_wanted (GtkWidget *widget);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TlAnimation, tl_animation_free)

G_END_DECLS
