/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

/* Made-up datasets for measuring and testing: seeded, the same bytes every
 * time and everywhere. */

typedef enum
{
  GENERATE_PLAUSIBLE,   /* bursts over sixty years, a third with duration */
  GENERATE_ONE_DAY,     /* everything on one day */
  GENERATE_OVERLAPPING, /* every event lasts over the middle of the time */
  GENERATE_LONG_BAR,    /* one event lasts all the time, above single days */
} GenerateShape;

typedef struct
{
  guint64       n_events;
  GenerateShape shape;
  gboolean      lines; /* JSON Lines instead of one document */
} GenerateOptions;

typedef void (*GenerateSink) (const char *text, gsize length, gpointer data);

void generate_dataset (const GenerateOptions *options,
                       GenerateSink           sink,
                       gpointer               data);
/* The whole text. */
GBytes  *generate_bytes (const GenerateOptions *options);
gboolean generate_shape_from_nick (const char *nick, GenerateShape *shape);
