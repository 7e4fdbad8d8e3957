/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tl-application.h"
#include "tl-frame-stats.h"
#include "tl-style.h"

G_BEGIN_DECLS

struct _TlApplication
{
  AdwApplication parent_instance;

  GSettings    *settings;    /* nullable */
  TlStyle      *style;       /* nullable: before startup */
  TlFrameStats *frame_stats; /* nullable: when asked for */
  char         *language;    /* nullable: asked for in this run; "" for the
                                environment's */
};

/* tl-application.c */

/* file, record: nullable. */
void tl_application_open_window (TlApplication *self,
                                 GFile         *file,
                                 const char    *record);

/* tl-application-language.c */

/* "" for that of the environment. (transfer full) */
char *tl_application_dup_language (TlApplication *self);
/* Before GTK is initialized. */
void tl_application_start_language (TlApplication *self);
/* Lets the action tell it. */
void tl_application_show_language (TlApplication *self);
/* Makes widgets run in the direction of the language. */
void tl_application_follow_direction (void);
void tl_application_change_language_cb (GSimpleAction *action,
                                        GVariant      *state,
                                        gpointer       user_data);

/* tl-application-actions.c */
void tl_application_add_actions (TlApplication *self);
void tl_application_set_color_scheme (TlApplication *self, const char *scheme);

G_END_DECLS
