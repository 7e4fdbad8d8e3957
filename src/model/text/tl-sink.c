/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-sink.h"

static void
append_cb (const char *text, gpointer user_data)
{
  g_string_append (user_data, text);
}

/**
 * tl_sink_new_for_string:
 * @string: gets what is written
 *
 * Returns: a sink that appends to @string
 */
TlSink
tl_sink_new_for_string (GString *string)
{
  return (TlSink){ append_cb, string };
}
