/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-json-scanner.h"

#include "tl-limits.h"

#include <glib/gi18n.h>
#include <string.h>

/* The words of the scanner's findings, and the text of escaped strings. */

/* The messages name the limits. */
G_STATIC_ASSERT (TL_LIMIT_DEPTH == 64);
G_STATIC_ASSERT (TL_LIMIT_RECORDS == 10000000);
G_STATIC_ASSERT (TL_LIMIT_STRING_BYTES == 1024 * 1024);
G_STATIC_ASSERT (TL_LIMIT_RECORD_BYTES == 16 * 1024 * 1024);

static const struct
{
  const char *code;
  const char *message;
} causes[] = {
  [TL_JSON_CANCELLED] = { "cancelled", N_ ("Reading was cancelled") },
  [TL_JSON_EMPTY] = { "empty-file",
                      N_ ("The file is empty; a dataset is expected") },
  [TL_JSON_NOT_UTF8_FILE] = { "not-utf-8",
                              N_ ("The file is not UTF-8 but UTF-16 or "
                                  "UTF-32; save it as UTF-8") },
  [TL_JSON_EXPECTED_VALUE] = { "expected-value",
                               N_ ("A value is expected here: a string in "
                                   "double quotes, a number, an object, an "
                                   "array, true, false or null") },
  [TL_JSON_EXPECTED_KEY] = { "expected-key",
                             N_ ("A key in double quotes is expected here") },
  [TL_JSON_EXPECTED_COLON] = { "expected-colon",
                               N_ ("A colon is expected between a key and its "
                                   "value") },
  [TL_JSON_EXPECTED_COMMA] = { "expected-comma",
                               N_ ("A comma or the closing bracket is expected "
                                   "here") },
  [TL_JSON_MISMATCHED_BRACKET] = { "mismatched-bracket",
                                   N_ ("This bracket does not fit the one that "
                                       "was opened; close arrays with ] and "
                                       "objects with }") },
  [TL_JSON_TRAILING_COMMA] = { "trailing-comma",
                               N_ ("JSON has no comma after the last element; "
                                   "remove it") },
  [TL_JSON_COMMENT] = { "comment", N_ ("JSON has no comments; remove it") },
  [TL_JSON_SINGLE_QUOTES] = { "single-quotes",
                              N_ ("JSON strings stand in double quotes, not in "
                                  "single ones") },
  [TL_JSON_UNKNOWN_WORD] = { "unknown-word",
                             N_ ("JSON knows only the words true, false and "
                                 "null; put text in double quotes") },
  [TL_JSON_BAD_NUMBER] = { "bad-number",
                           N_ ("This is not a number as JSON writes it; write "
                               "it like 12, -3 or 4.5e6") },
  [TL_JSON_LEADING_ZERO] = { "leading-zero",
                             N_ ("A number does not begin with a needless "
                                 "zero; remove it") },
  [TL_JSON_LEADING_PLUS] = { "leading-plus",
                             N_ ("A number does not begin with a plus sign; "
                                 "remove it") },
  [TL_JSON_LEADING_POINT] = { "leading-point",
                              N_ ("A number does not begin with a point; put a "
                                  "zero before it") },
  [TL_JSON_NUL_BYTE] = { "nul-byte",
                         N_ ("There is a NUL byte here; the file is damaged or "
                             "not a text file") },
  [TL_JSON_LINE_BREAK_IN_STRING] = { "line-break-in-string",
                                     N_ ("The string that begins here runs "
                                         "over the end of its line; close it, "
                                         "or write the line break as \\n") },
  [TL_JSON_UNTERMINATED_STRING] = { "unterminated-string",
                                    N_ ("The string that begins here is never "
                                        "closed") },
  [TL_JSON_UNTERMINATED_ARRAY] = { "unterminated-array",
                                   N_ ("The array that begins here is never "
                                       "closed; the file may be cut short") },
  [TL_JSON_UNTERMINATED_OBJECT] = { "unterminated-object",
                                    N_ ("The object that begins here is never "
                                        "closed; the file may be cut short") },
  [TL_JSON_TRAILING_TEXT] = { "trailing-text",
                              N_ ("The document ended before this; remove what "
                                  "follows") },
  [TL_JSON_TOO_DEEP] = { "too-deep",
                         N_ ("More than 64 arrays and objects are within each "
                             "other here") },
  [TL_JSON_TOO_MANY_RECORDS] = { "too-many-records",
                                 N_ ("The array has more than 10,000,000 "
                                     "elements from here on; split the "
                                     "dataset") },
  [TL_JSON_INVALID_UTF8] = { "invalid-utf-8",
                             N_ ("These bytes are not UTF-8; save the file as "
                                 "UTF-8") },
  [TL_JSON_CONTROL_CHARACTER] = { "control-character",
                                  N_ ("There is a control character in this "
                                      "string; remove it, or write a tab as "
                                      "\\t") },
  [TL_JSON_BAD_ESCAPE] = { "bad-escape",
                           N_ ("JSON does not know this escape; a backslash "
                               "itself is written \\\\") },
  [TL_JSON_LONE_SURROGATE] = { "lone-surrogate",
                               N_ ("This \\u escape is half of a surrogate "
                                   "pair; write both halves, or the character "
                                   "itself") },
  [TL_JSON_NUL_ESCAPE] = { "nul-escape",
                           N_ ("\\u0000 cannot stand in a text; remove it") },
  [TL_JSON_NUMBER_RANGE] = { "number-range",
                             N_ ("This number is too large to be kept "
                                 "exactly") },
  [TL_JSON_DUPLICATE_KEY] = { "duplicate-key",
                              N_ ("This key stands twice in one object; remove "
                                  "one of the two") },
  [TL_JSON_STRING_TOO_LONG] = { "string-too-long",
                                N_ ("This string has more than 1 MiB; shorten "
                                    "it") },
  [TL_JSON_RECORD_TOO_LONG] = { "record-too-long",
                                N_ ("This record has more than 16 MiB; split "
                                    "it") },
};

static guint
read_unit (const char *digits)
{
  guint unit = 0;

  for (int i = 0; i < 4; i++)
    unit = unit << 4 | (guint)g_ascii_xdigit_value (digits[i]);
  return unit;
}

/* escape: behind "\u"; returns what is behind the whole. */
static const char *
append_unicode_escape (GString *text, const char *escape)
{
  gunichar unit = read_unit (escape);

  if (unit >= 0xd800 && unit <= 0xdbff)
    {
      unit =
          0x10000 + ((unit - 0xd800) << 10) + (read_unit (escape + 6) - 0xdc00);
      escape += 6;
    }
  g_string_append_unichar (text, unit);
  return escape + 4;
}

static char
get_escaped (char letter)
{
  switch (letter)
    {
    case 'b':
      return '\b';
    case 'f':
      return '\f';
    case 'n':
      return '\n';
    case 'r':
      return '\r';
    case 't':
      return '\t';
    default:
      return letter;
    }
}

gboolean
tl_json_read_hex4 (const char *text, const char *end, guint *unit)
{
  *unit = 0;
  if (end - text < 4)
    return FALSE;
  for (int i = 0; i < 4; i++)
    {
      int digit = g_ascii_xdigit_value (text[i]);

      if (digit < 0)
        return FALSE;
      *unit = *unit << 4 | (guint)digit;
    }
  return TRUE;
}

char *
tl_json_unescape (const char *data, gsize length)
{
  GString    *text = g_string_sized_new (length + 1);
  const char *end = data + length;
  const char *backslash;

  while ((backslash = memchr (data, '\\', (gsize)(end - data))) != NULL)
    {
      g_string_append_len (text, data, backslash - data);
      if (backslash[1] == 'u')
        data = append_unicode_escape (text, backslash + 2);
      else
        {
          g_string_append_c (text, get_escaped (backslash[1]));
          data = backslash + 2;
        }
    }
  g_string_append_len (text, data, end - data);
  return g_string_free (text, FALSE);
}

const char *
tl_json_cause_to_code (TlJsonCause cause)
{
  g_return_val_if_fail (cause < G_N_ELEMENTS (causes), NULL);

  return causes[cause].code;
}

const char *
tl_json_cause_describe (TlJsonCause cause)
{
  g_return_val_if_fail (cause < G_N_ELEMENTS (causes), NULL);

  return _ (causes[cause].message);
}

gboolean
tl_json_cause_is_limit (TlJsonCause cause)
{
  return cause == TL_JSON_TOO_DEEP || cause == TL_JSON_TOO_MANY_RECORDS ||
         cause == TL_JSON_STRING_TOO_LONG || cause == TL_JSON_RECORD_TOO_LONG;
}
