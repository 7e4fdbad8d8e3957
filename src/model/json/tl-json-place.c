/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-json-place.h"

#include <string.h>

/* Where something stands, for messages only: nothing here runs while the input
 * is sound. The text has been scanned, so brackets and quotation marks are
 * known to fit. */

#define BLOCK_BYTES 4096

/* A count of characters, or of lines, up to the beginning of a block. */
typedef struct
{
  guint line;
  guint column;
} Mark;

struct _TlJsonPlaces
{
  const char *data;
  gsize       length;
  GArray     *marks; /* (element-type Mark): as far as was needed */
};

static const char *
skip_blanks (const char *text)
{
  return text + strspn (text, " \t\r\n");
}

/* text: at the opening quotation mark; returns what is behind the closing. */
static const char *
skip_string (const char *text)
{
  text++;
  while (*text != '"')
    text += *text == '\\' ? 2 : 1;
  return text + 1;
}

static const char *
skip_value (const char *text)
{
  guint depth = 0;

  do
    switch (*text)
      {
      case '"':
        text = skip_string (text);
        break;
      case '[':
      case '{':
        depth++;
        text++;
        break;
      case ']':
      case '}':
        depth--;
        text++;
        break;
      default:
        /* A number, a word, or what separates values. */
        text += MAX (strcspn (text, "\"[]{}, \t\r\n"), depth > 0 ? 1 : 0);
        break;
      }
  while (depth > 0);
  return text;
}

static gboolean
is_key (const char *text, gsize length, const char *key, gboolean damaged)
{
  g_autofree char *unescaped = NULL;

  if (damaged || memchr (text, '\\', length) == NULL)
    return strlen (key) == length && memcmp (text, key, length) == 0;
  unescaped = tl_json_unescape (text, length);
  return strcmp (unescaped, key) == 0;
}

/* text: at "{"; NULL when the key is missing. */
static const char *
find_member (const char *text,
             const char *key,
             gboolean    damaged,
             gboolean    at_key)
{
  text = skip_blanks (text + 1);
  while (*text == '"')
    {
      const char *quote = text;
      gboolean    found;

      text = skip_string (text);
      found = is_key (quote + 1, (gsize)(text - quote) - 2, key, damaged);
      text = skip_blanks (skip_blanks (text) + 1);
      if (found)
        return at_key ? quote : text;
      text = skip_blanks (skip_value (text));
      if (*text == ',')
        text = skip_blanks (text + 1);
    }
  return NULL;
}

/* text: at "["; NULL when there are fewer. */
static const char *
find_element (const char *text, guint index)
{
  text = skip_blanks (text + 1);
  while (*text != ']')
    {
      if (index-- == 0)
        return text;
      text = skip_blanks (skip_value (text));
      if (*text == ',')
        text = skip_blanks (text + 1);
    }
  return NULL;
}

gsize
tl_json_locate (const char        *data,
                const TlJsonSlice *slice,
                const TlJsonStep  *steps,
                guint              n_steps,
                gboolean           at_key)
{
  const char *place = data + slice->start;

  for (guint i = 0; i < n_steps; i++)
    {
      const char *next = NULL;

      if (steps[i].key != NULL && *place == '{')
        next = find_member (place, steps[i].key, slice->damaged,
                            at_key && i == n_steps - 1);
      else if (steps[i].key == NULL && *place == '[')
        next = find_element (place, steps[i].index);
      if (next == NULL)
        break;
      place = next;
    }
  return (gsize)(place - data);
}

TlJsonPlaces *
tl_json_places_new (const char *data, gsize length)
{
  TlJsonPlaces *self = g_new0 (TlJsonPlaces, 1);
  Mark          first = { 1, 1 };

  self->data = data;
  self->length = length;
  self->marks = g_array_new (FALSE, FALSE, sizeof (Mark));
  g_array_append_val (self->marks, first);
  return self;
}

void
tl_json_places_free (TlJsonPlaces *self)
{
  g_array_unref (self->marks);
  g_free (self);
}

/* Bytes that only continue a character are not counted. */
static Mark
advance (Mark mark, const char *from, const char *to)
{
  for (const char *byte = from; byte < to; byte++)
    if (*byte == '\n')
      {
        mark.line++;
        mark.column = 1;
      }
    else if (((guchar)*byte & 0xc0) != 0x80)
      mark.column++;
  return mark;
}

void
tl_json_places_get (TlJsonPlaces *self,
                    gsize         offset,
                    guint        *line,
                    guint        *column)
{
  gsize block = MIN (offset, self->length) / BLOCK_BYTES;
  Mark  mark;

  while (self->marks->len <= block)
    {
      gsize start = (gsize)(self->marks->len - 1) * BLOCK_BYTES;

      mark = advance (g_array_index (self->marks, Mark, self->marks->len - 1),
                      self->data + start, self->data + start + BLOCK_BYTES);
      g_array_append_val (self->marks, mark);
    }
  mark = advance (g_array_index (self->marks, Mark, block),
                  self->data + block * BLOCK_BYTES,
                  self->data + MIN (offset, self->length));
  *line = mark.line;
  *column = mark.column;
}
