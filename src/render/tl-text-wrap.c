/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-text-wrap.h"

#include <pango/pango.h>
#include <string.h>

/* Lines are filled one after the other: how far the text goes on in one is
 * found by halving, so that a long text is not measured again for each word. */

typedef struct
{
  TlTextMeasurer *measurer;
  TlFontRole      font;
  double          width;
  const char     *text;
  PangoLogAttr   *attributes; /* one a character, and one more */
  int             n_chars;
} Wrap;

/* From one character to another, without spaces at its end. (transfer full) */
static char *
dup_part (const Wrap *self, int from, int to)
{
  const char *start = g_utf8_offset_to_pointer (self->text, from);
  const char *end = g_utf8_offset_to_pointer (start, to - from);

  return g_strchomp (g_strndup (start, (gsize)(end - start)));
}

static gboolean
fits (const Wrap *self, int from, int to)
{
  g_autofree char *part = dup_part (self, from, to);

  return tl_text_measurer_measure_scaled (self->measurer, part, self->font, 1,
                                          FALSE) <= self->width;
}

/* The last place up to which it fits; more than from. */
static int
find_end (const Wrap *self, int from)
{
  int low = from + 1;
  int high = self->n_chars;

  if (fits (self, from, high))
    return high;
  while (high - low > 1)
    {
      int middle = low + (high - low) / 2;

      if (fits (self, from, middle))
        low = middle;
      else
        high = middle;
    }
  return low;
}

/* Back to where a line may be broken, or a word. */
static int
find_break (const Wrap *self, int from, int end)
{
  if (end == self->n_chars)
    return end;
  for (int i = end; i > from; i--)
    if (self->attributes[i].is_line_break)
      return i;
  for (int i = end; i > from; i--)
    if (self->attributes[i].is_cursor_position)
      return i;
  /* A letter stays whole, however narrow the line. */
  while (!self->attributes[end].is_cursor_position)
    end++;
  return end;
}

/* Spaces at a break belong to no line. */
static int
skip_spaces (const Wrap *self, int at)
{
  while (at < self->n_chars && self->attributes[at].is_white)
    at++;
  return at;
}

GPtrArray *
tl_text_wrap (TlTextMeasurer *measurer,
              const char     *text,
              TlFontRole      font,
              double          width)
{
  GPtrArray *lines = g_ptr_array_new_with_free_func (g_free);
  Wrap       self = {
          measurer, font, width, text, NULL, (int)g_utf8_strlen (text, -1)
  };
  g_autofree PangoLogAttr *attributes =
      g_new0 (PangoLogAttr, (gsize)self.n_chars + 1);
  int at = 0;

  pango_get_log_attrs (text, (int)strlen (text), -1, NULL, attributes,
                       self.n_chars + 1);
  self.attributes = attributes;
  do
    {
      int end = self.n_chars > at ? find_end (&self, at) : at;

      end = find_break (&self, at, end);
      g_ptr_array_add (lines, dup_part (&self, at, end));
      at = skip_spaces (&self, end);
    }
  while (at < self.n_chars);
  return lines;
}
