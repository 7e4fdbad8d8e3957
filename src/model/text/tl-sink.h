/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * TlSink:
 * @write: takes a piece of UTF-8 text
 * @user_data: handed to @write
 *
 * Where written text goes, piece by piece, so that a long list need not be
 * held in memory. A plain value.
 */
typedef struct
{
  void (*write) (const char *text, gpointer user_data);
  gpointer user_data;
} TlSink;

static inline void
tl_sink_write (TlSink sink, const char *text)
{
  sink.write (text, sink.user_data);
}

/* Appends to a GString, which must outlive it. */
TlSink tl_sink_new_for_string (GString *string);

G_END_DECLS
