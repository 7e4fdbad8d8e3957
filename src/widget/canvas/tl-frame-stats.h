/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * TlFrameTime:
 * @TL_FRAME_TIME_CPU: CPU time of the thread that draws
 * @TL_FRAME_TIME_WALL: time that passed
 */
typedef enum
{
  TL_FRAME_TIME_CPU,
  TL_FRAME_TIME_WALL,
} TlFrameTime;
#define TL_N_FRAME_TIMES (TL_FRAME_TIME_WALL + 1)

/**
 * TlFrameStats:
 *
 * Records how long each frame of some windows takes: from the moment the frame
 * clock begins with it until it is painted, with all that is done in between
 * (animation, layout, drawing). Turns of the clock that paint nothing are no
 * frames. For the main thread.
 */
typedef struct _TlFrameStats TlFrameStats;

TlFrameStats *tl_frame_stats_new (void) G_GNUC_WARN_UNUSED_RESULT;
TlFrameStats *tl_frame_stats_ref (TlFrameStats *self);
void          tl_frame_stats_unref (TlFrameStats *self);

void   tl_frame_stats_watch (TlFrameStats *self, GtkWidget *window);
void   tl_frame_stats_add (TlFrameStats *self, double cpu_ms, double wall_ms);
guint  tl_frame_stats_get_n_frames (const TlFrameStats *self);
double tl_frame_stats_get_quantile (const TlFrameStats *self,
                                    TlFrameTime         time,
                                    double              part);
char *
tl_frame_stats_to_text (const TlFrameStats *self) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TlFrameStats, tl_frame_stats_unref)

G_END_DECLS
