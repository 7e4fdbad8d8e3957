/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-event-scan.h"

#include <string.h>

/* JSON Lines: the header object in the first line, then one event to a line.
 * It is known by its first line, which is a whole document although more
 * follows; as one document such a text would be an error. */

static const char *
find_first_line_end (const char *data, gsize length)
{
  return length > 0 ? memchr (data, '\n', length) : NULL;
}

static gboolean
has_more (const char *next, const char *end)
{
  while (next < end && strchr (" \t\r\n", *next) != NULL && *next != '\0')
    next++;
  return next < end;
}

static gboolean
is_header (const char *data, const TlJsonIndex *index)
{
  static const char   format[] = "\"treatyline-dataset\"";
  const TlJsonMember *member = tl_json_index_find (index, "format");

  return member != NULL &&
         member->value.end - member->value.start == strlen (format) &&
         memcmp (data + member->value.start, format, strlen (format)) == 0 &&
         tl_json_index_find (index, "events") == NULL;
}

gboolean
tl_json_is_lines (const char *data, gsize length)
{
  const char *line_end = find_first_line_end (data, length);
  g_autoptr (TlJsonIndex) index = NULL;
  TlJsonFault fatal;

  if (line_end == NULL || !has_more (line_end, data + length))
    return FALSE;
  index = tl_json_index_new (data, (gsize)(line_end - data), NULL, &fatal);
  return index != NULL && index->root.type == TL_JSON_OBJECT &&
         is_header (data, index);
}

TlJsonIndex *
tl_json_index_new_from_lines (const char   *data,
                              gsize         length,
                              TlEventScan  *events,
                              GCancellable *cancellable,
                              TlJsonFault  *fatal)
{
  const char *line_end = find_first_line_end (data, length);
  gsize       start = (gsize)(line_end - data);
  g_autoptr (GArray) keys = tl_json_keys_new ();
  g_autoptr (TlJsonIndex) index =
      tl_json_index_new (data, start, cancellable, fatal);
  TlJsonMember  member = { .key = "events",
                           .key_length = strlen ("events"),
                           .key_offset = start,
                           .value = { start, length, TL_JSON_ARRAY, FALSE } };
  TlJsonScanner scanner = {
    .data = data,
    .next = line_end + 1,
    .end = data + length,
    .cancellable = cancellable,
    .index = index,
    .fatal = fatal,
    .keys = keys,
  };

  if (index == NULL)
    return NULL;
  member.elements = g_array_new (FALSE, FALSE, sizeof (TlJsonSlice));
  g_array_append_val (index->members, member);
  if (!tl_event_scan_lines (events, &scanner))
    return NULL;
  return g_steal_pointer (&index);
}
