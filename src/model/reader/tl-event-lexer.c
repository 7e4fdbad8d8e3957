/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-event-lexer.h"

#include "tl-json-scanner.h"
#include "tl-limits.h"

#include <string.h>

#define ONES G_GUINT64_CONSTANT (0x0101010101010101)
#define HIGH_BITS G_GUINT64_CONSTANT (0x8080808080808080)

/* The high bit of some byte is set when one of the eight is a quotation mark,
 * a backslash or a control character. */
static inline guint64
find_special (guint64 word)
{
  guint64 quotes = word ^ ONES * '"';
  guint64 backslashes = word ^ ONES * '\\';

  return (((quotes - ONES) & ~quotes) | ((backslashes - ONES) & ~backslashes) |
          ((word - ONES * 0x20) & ~word)) &
         HIGH_BITS;
}

/* Moves to the next byte that is not an ordinary character of a string; bits
 * gathers the high bits of those passed. */
static inline const char *
skip_ordinary (const char *next, const char *end, guint64 *bits)
{
  while (end - next >= 8)
    {
      guint64 word;

      memcpy (&word, next, sizeof word);
      if (find_special (word) != 0)
        break;
      *bits |= word;
      next += 8;
    }
  while (next < end && *next != '"' && *next != '\\' && (guchar)*next >= 0x20)
    *bits |= (guint64)(guchar)*next++;
  return next;
}

/* next: behind "\u". Returns what is behind the whole, or NULL. */
static const char *
skip_unicode_escape (const char *next, const char *end)
{
  guint unit;
  guint low;

  if (!tl_json_read_hex4 (next, end, &unit) || unit == 0)
    return NULL;
  next += 4;
  if (unit < 0xd800 || unit > 0xdfff)
    return next;
  if (unit > 0xdbff || end - next < 6 || next[0] != '\\' || next[1] != 'u' ||
      !tl_json_read_hex4 (next + 2, end, &low) || low < 0xdc00 || low > 0xdfff)
    return NULL;
  return next + 6;
}

/* next: behind the backslash. */
static const char *
skip_escape (const char *next, const char *end)
{
  if (next == end)
    return NULL;
  if (*next == 'u')
    return skip_unicode_escape (next + 1, end);
  return *next != '\0' && strchr ("\"\\/bfnrt", *next) != NULL ? next + 1
                                                               : NULL;
}

gboolean
tl_event_lexer_read_string (TlEventLexer *self, TlEventString *string)
{
  guint64     bits = 0;
  const char *next;

  if (!tl_event_lexer_take (self, '"'))
    return FALSE;
  string->start = self->next;
  string->escaped = FALSE;
  next = skip_ordinary (self->next, self->end, &bits);
  while (next != NULL && next < self->end && *next == '\\')
    {
      string->escaped = TRUE;
      next = skip_escape (next + 1, self->end);
      if (next != NULL)
        next = skip_ordinary (next, self->end, &bits);
    }
  if (next == NULL || next == self->end || *next != '"')
    return FALSE;
  string->length = (gsize)(next - string->start);
  self->next = next + 1;
  return string->length > 0 && string->length <= TL_LIMIT_STRING_BYTES &&
         ((bits & HIGH_BITS) == 0 ||
          g_utf8_validate_len (string->start, string->length, NULL));
}

gboolean
tl_event_lexer_read_plain (TlEventLexer *self, TlEventString *string)
{
  return tl_event_lexer_read_string (self, string) && !string->escaped;
}

/* Reads a key. Most writers keep to one order: the field behind the last one
 * is tried first. */
static gboolean
find_field (TlEventLexer       *self,
            const TlEventField *fields,
            guint               n_fields,
            guint              *field)
{
  gsize left;

  if (!tl_event_lexer_take (self, '"'))
    return FALSE;
  left = (gsize)(self->end - self->next);
  for (guint i = 0; i < n_fields; i++)
    {
      const TlEventField *one = &fields[*field];

      if (left > one->key_length && self->next[one->key_length] == '"' &&
          memcmp (self->next, one->key, one->key_length) == 0)
        {
          self->next += one->key_length + 1;
          return TRUE;
        }
      *field = (*field + 1) % n_fields;
    }
  return FALSE;
}

/* Behind a value: the comma before the next one, or the closing bracket. */
static gboolean
read_separator (TlEventLexer *self, char closing, gboolean *more)
{
  tl_event_lexer_skip_blanks (self);
  *more = tl_event_lexer_take (self, ',');
  if (!*more)
    return tl_event_lexer_take (self, closing);
  tl_event_lexer_skip_blanks (self);
  return TRUE;
}

static gboolean
has_required (const TlEventField *fields, guint n_fields, guint32 seen)
{
  for (guint i = 0; i < n_fields; i++)
    if (fields[i].required && (seen & (1U << i)) == 0)
      return FALSE;
  return TRUE;
}

gboolean
tl_event_lexer_read_object (TlEventLexer       *self,
                            const TlEventField *fields,
                            guint               n_fields,
                            gpointer            reader)
{
  guint32  seen = 0;
  guint    field = 0;
  gboolean more = TRUE;

  if (!tl_event_lexer_take (self, '{'))
    return FALSE;
  tl_event_lexer_skip_blanks (self);
  while (more)
    {
      if (!find_field (self, fields, n_fields, &field) ||
          (seen & (1U << field)) != 0)
        return FALSE;
      seen |= 1U << field;
      tl_event_lexer_skip_blanks (self);
      if (!tl_event_lexer_take (self, ':'))
        return FALSE;
      tl_event_lexer_skip_blanks (self);
      if (!fields[field].read (reader) || !read_separator (self, '}', &more))
        return FALSE;
      field = (field + 1) % n_fields;
    }
  return has_required (fields, n_fields, seen);
}

gboolean
tl_event_lexer_read_array (TlEventLexer *self,
                           TlEventRead   read,
                           gpointer      reader)
{
  gboolean more = TRUE;

  if (!tl_event_lexer_take (self, '['))
    return FALSE;
  tl_event_lexer_skip_blanks (self);
  if (tl_event_lexer_take (self, ']'))
    return TRUE;
  while (more)
    if (!read (reader) || !read_separator (self, ']', &more))
      return FALSE;
  return TRUE;
}
