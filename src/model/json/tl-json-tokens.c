/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-json-scanner-private.h"

#include "tl-limits.h"

#include <math.h>
#include <string.h>

/* Strings, numbers and words, exactly as RFC 8259 has them. */

#define MAX_LISTED_FAULTS 10000

gsize
tl_json_get_offset (const TlJsonScanner *self, const char *place)
{
  return (gsize)(place - self->data);
}

gboolean
tl_json_fail (TlJsonScanner *self, TlJsonCause cause, const char *place)
{
  self->fatal->cause = cause;
  self->fatal->offset = tl_json_get_offset (self, place);
  self->fatal->other = 0;
  return FALSE;
}

void
tl_json_damage (TlJsonScanner *self,
                TlJsonCause    cause,
                gsize          offset,
                gsize          other)
{
  TlJsonFault fault = { cause, offset, other };

  self->n_damages++;
  if (self->index->faults->len < MAX_LISTED_FAULTS)
    g_array_append_val (self->index->faults, fault);
  else
    self->index->n_faults_more++;
}

void
tl_json_skip_blanks (TlJsonScanner *self)
{
  while (self->next < self->end && (*self->next == ' ' || *self->next == '\n' ||
                                    *self->next == '\r' || *self->next == '\t'))
    self->next++;
}

gboolean
tl_json_fail_at_next (TlJsonScanner *self, TlJsonCause expected)
{
  if (self->next < self->end)
    switch (*self->next)
      {
      case '\0':
        return tl_json_fail (self, TL_JSON_NUL_BYTE, self->next);
      case '/':
      case '#':
        return tl_json_fail (self, TL_JSON_COMMENT, self->next);
      case '\'':
        return tl_json_fail (self, TL_JSON_SINGLE_QUOTES, self->next);
      default:
        break;
      }
  return tl_json_fail (self, expected, self->next);
}

/* next is behind "\u". */
static void
scan_unicode_escape (TlJsonScanner *self)
{
  const char *escape = self->next - 2;
  guint       unit;
  guint       low;

  if (!tl_json_read_hex4 (self->next, self->end, &unit))
    {
      tl_json_damage (self, TL_JSON_BAD_ESCAPE,
                      tl_json_get_offset (self, escape), 0);
      return;
    }
  self->next += 4;
  if (unit == 0)
    tl_json_damage (self, TL_JSON_NUL_ESCAPE, tl_json_get_offset (self, escape),
                    0);
  if (unit < 0xd800 || unit > 0xdfff)
    return;
  if (unit <= 0xdbff && self->end - self->next >= 6 && self->next[0] == '\\' &&
      self->next[1] == 'u' &&
      tl_json_read_hex4 (self->next + 2, self->end, &low) && low >= 0xdc00 &&
      low <= 0xdfff)
    self->next += 6;
  else
    tl_json_damage (self, TL_JSON_LONE_SURROGATE,
                    tl_json_get_offset (self, escape), 0);
}

/* next is behind "\", which is not the last byte. */
static void
scan_escape (TlJsonScanner *self)
{
  char letter = *self->next;

  if (letter == 'u')
    {
      self->next++;
      scan_unicode_escape (self);
    }
  else if (letter != '\0' && strchr ("\"\\/bfnrt", letter) != NULL)
    self->next++;
  else
    /* The letter itself is looked at again: it may be a line break. */
    tl_json_damage (self, TL_JSON_BAD_ESCAPE,
                    tl_json_get_offset (self, self->next) - 1, 0);
}

/* next is at a byte above 0x7f: checks all that follow up to the next ASCII. */
static void
scan_multibyte_run (TlJsonScanner *self)
{
  const char *run = self->next;
  const char *bad = NULL;

  while (self->next < self->end && (guchar)*self->next >= 0x80)
    self->next++;
  if (!g_utf8_validate_len (run, (gsize)(self->next - run), &bad))
    tl_json_damage (self, TL_JSON_INVALID_UTF8, tl_json_get_offset (self, bad),
                    0);
}

static gboolean
is_plain (char byte)
{
  guchar value = (guchar)byte;

  return value >= 0x20 && value < 0x80 && value != '"' && value != '\\';
}

/* next is at a control character within a string that began at start. */
static gboolean
scan_control_character (TlJsonScanner *self, const char *start)
{
  if (*self->next == '\0')
    return tl_json_fail (self, TL_JSON_NUL_BYTE, self->next);
  if (*self->next == '\n' || *self->next == '\r')
    return tl_json_fail (self, TL_JSON_LINE_BREAK_IN_STRING, start);
  tl_json_damage (self, TL_JSON_CONTROL_CHARACTER,
                  tl_json_get_offset (self, self->next), 0);
  self->next++;
  return TRUE;
}

gboolean
tl_json_scan_string (TlJsonScanner *self, gboolean *has_escapes)
{
  const char *start = self->next++;

  *has_escapes = FALSE;
  while (TRUE)
    {
      while (self->next < self->end && is_plain (*self->next))
        self->next++;
      if (self->next == self->end)
        return tl_json_fail (self, TL_JSON_UNTERMINATED_STRING, start);
      if (*self->next == '"')
        break;
      if (*self->next == '\\')
        {
          *has_escapes = TRUE;
          self->next++;
          if (self->next == self->end)
            return tl_json_fail (self, TL_JSON_UNTERMINATED_STRING, start);
          scan_escape (self);
        }
      else if ((guchar)*self->next >= 0x80)
        scan_multibyte_run (self);
      else if (!scan_control_character (self, start))
        return FALSE;
    }
  if (self->next - start - 1 > TL_LIMIT_STRING_BYTES)
    tl_json_damage (self, TL_JSON_STRING_TOO_LONG,
                    tl_json_get_offset (self, start), 0);
  self->next++;
  return TRUE;
}

static gboolean
skip_digits (TlJsonScanner *self)
{
  const char *start = self->next;

  while (self->next < self->end && g_ascii_isdigit (*self->next))
    self->next++;
  return self->next > start;
}

static void
check_range (TlJsonScanner *self, const char *start, gboolean is_integer)
{
  gsize            length = (gsize)(self->next - start);
  g_autofree char *text = NULL;
  gboolean         fits;

  /* 18 digits always fit, and what has no exponent is finite. */
  if (length <= 18 && memchr (start, 'e', length) == NULL &&
      memchr (start, 'E', length) == NULL)
    return;
  text = g_strndup (start, length);
  if (is_integer)
    fits =
        g_ascii_string_to_signed (text, 10, G_MININT64, G_MAXINT64, NULL, NULL);
  else
    fits = isfinite (g_ascii_strtod (text, NULL));
  if (!fits)
    tl_json_damage (self, TL_JSON_NUMBER_RANGE,
                    tl_json_get_offset (self, start), 0);
}

static gboolean
scan_integer_part (TlJsonScanner *self, const char *start)
{
  if (self->next < self->end && *self->next == '0')
    {
      self->next++;
      if (self->next < self->end && g_ascii_isdigit (*self->next))
        return tl_json_fail (self, TL_JSON_LEADING_ZERO, start);
      return TRUE;
    }
  return skip_digits (self) || tl_json_fail (self, TL_JSON_BAD_NUMBER, start);
}

gboolean
tl_json_scan_number (TlJsonScanner *self)
{
  const char *start = self->next;
  gboolean    is_integer = TRUE;

  if (*self->next == '-')
    self->next++;
  if (!scan_integer_part (self, start))
    return FALSE;
  if (self->next < self->end && *self->next == '.')
    {
      is_integer = FALSE;
      self->next++;
      if (!skip_digits (self))
        return tl_json_fail (self, TL_JSON_BAD_NUMBER, start);
    }
  if (self->next < self->end && (*self->next == 'e' || *self->next == 'E'))
    {
      is_integer = FALSE;
      self->next++;
      if (self->next < self->end && (*self->next == '+' || *self->next == '-'))
        self->next++;
      if (!skip_digits (self))
        return tl_json_fail (self, TL_JSON_BAD_NUMBER, start);
    }
  if (self->next < self->end &&
      (g_ascii_isalnum (*self->next) || *self->next == '.'))
    return tl_json_fail (self, TL_JSON_BAD_NUMBER, start);
  check_range (self, start, is_integer);
  return TRUE;
}

gboolean
tl_json_scan_word (TlJsonScanner *self, TlJsonType *type)
{
  static const struct
  {
    const char *word;
    TlJsonType  type;
  } words[] = {
    { "true", TL_JSON_BOOLEAN },
    { "false", TL_JSON_BOOLEAN },
    { "null", TL_JSON_NULL },
  };
  const char *start = self->next;
  gsize       length;

  while (self->next < self->end &&
         (g_ascii_isalnum (*self->next) || *self->next == '_'))
    self->next++;
  length = (gsize)(self->next - start);
  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    if (strlen (words[i].word) == length &&
        memcmp (words[i].word, start, length) == 0)
      {
        *type = words[i].type;
        return TRUE;
      }
  return tl_json_fail (self, TL_JSON_UNKNOWN_WORD, start);
}
