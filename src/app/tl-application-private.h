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
};

/* tl-application-actions.c */
void tl_application_add_actions (TlApplication *self);
void tl_application_set_color_scheme (TlApplication *self, const char *scheme);

G_END_DECLS
