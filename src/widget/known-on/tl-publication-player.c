/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-publication-player.h"

/* A pace for any number of steps: slow ones while there are few of them, then
 * quicker ones, and at last several days a step. */

#define SLOWEST_MS 1800
#define QUICKEST_MS 600
#define WHOLE_MS 60000

struct _TlPublicationPlayer
{
  TlPublicationPlayerFunc step;
  gpointer                user_data;
  guint                   stride;
  guint                   source_id;
};

TlPublicationPlayer *
tl_publication_player_new (TlPublicationPlayerFunc step, gpointer user_data)
{
  TlPublicationPlayer *self = g_new0 (TlPublicationPlayer, 1);

  self->step = step;
  self->user_data = user_data;
  return self;
}

void
tl_publication_player_free (TlPublicationPlayer *self)
{
  if (self == NULL)
    return;
  tl_publication_player_stop (self);
  g_free (self);
}

static gboolean
step_cb (gpointer user_data)
{
  TlPublicationPlayer *self = user_data;

  if (self->step (self->stride, self->user_data))
    return G_SOURCE_CONTINUE;
  self->source_id = 0;
  return G_SOURCE_REMOVE;
}

void
tl_publication_player_start (TlPublicationPlayer *self, guint n_days)
{
  guint interval_ms;

  g_return_if_fail (self != NULL);

  tl_publication_player_stop (self);
  self->stride = tl_publication_player_get_stride (n_days, &interval_ms);
  self->source_id = g_timeout_add (interval_ms, step_cb, self);
}

void
tl_publication_player_stop (TlPublicationPlayer *self)
{
  g_return_if_fail (self != NULL);

  g_clear_handle_id (&self->source_id, g_source_remove);
}

gboolean
tl_publication_player_is_running (const TlPublicationPlayer *self)
{
  g_return_val_if_fail (self != NULL, FALSE);

  return self->source_id != 0;
}

guint
tl_publication_player_get_stride (guint n_days, guint *interval_ms)
{
  const guint max_steps = WHOLE_MS / QUICKEST_MS;
  guint       pace = n_days > 0 ? WHOLE_MS / n_days : SLOWEST_MS;

  g_return_val_if_fail (interval_ms != NULL, 1);

  *interval_ms = CLAMP (pace, QUICKEST_MS, SLOWEST_MS);
  return n_days > max_steps ? (n_days + max_steps - 1) / max_steps : 1;
}
