/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-cli-table.h"

#include "tl-cli-output.h"
#include "tl-icu.h"
#include "tl-isolate.h"

/* Aligns by what a terminal shows: a Chinese letter takes two columns, a
 * combining accent none. Cells hold text from files, so nothing that a
 * terminal acts upon gets through. A terminal that knows of Arabic would turn
 * round whole rows: there, and only there, such a cell is isolated. */

#define GAP 2
#define MIN_CUT_WIDTH 20

#define FIRST_STRONG_ISOLATE "\u2068"
#define POP_DIRECTIONAL_ISOLATE "\u2069"

struct _TlCliTable
{
  guint      n_columns;
  GPtrArray *cells;
  guint     *widths; /* of the columns */
  gboolean   isolates;
};

TlCliTable *
tl_cli_table_new (guint n_columns)
{
  TlCliTable *self = g_new0 (TlCliTable, 1);

  self->n_columns = n_columns;
  self->cells = g_ptr_array_new_with_free_func (g_free);
  self->widths = g_new0 (guint, n_columns);
  self->isolates = tl_cli_is_terminal ();
  return self;
}

void
tl_cli_table_free (TlCliTable *self)
{
  if (self == NULL)
    return;
  g_ptr_array_unref (self->cells);
  g_free (self->widths);
  g_free (self);
}

static guint
get_char_width (gunichar c)
{
  if (g_unichar_iszerowidth (c))
    return 0;
  return g_unichar_iswide (c) ? 2 : 1;
}

static guint
get_width (const char *text)
{
  guint width = 0;

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    width += get_char_width (g_utf8_get_char (p));
  return width;
}

void
tl_cli_table_add (TlCliTable *self, const char *text)
{
  char *cell = tl_cli_clean (text != NULL ? text : "");
  guint column = self->cells->len % self->n_columns;

  self->widths[column] = MAX (self->widths[column], get_width (cell));
  g_ptr_array_add (self->cells, cell);
}

/* Up to where text takes less than width columns: whole letters, with all that
 * is put together with them. text: wider than that */
static gsize
find_cut (const char *text, guint width)
{
  const char *end = text;
  guint       used = 0;
  TlTextRange letter;

  while (used + get_char_width (g_utf8_get_char (end)) < width)
    {
      used += get_char_width (g_utf8_get_char (end));
      end = g_utf8_next_char (end);
    }
  letter = (TlTextRange){ (guint)(end - text),
                          (guint)(g_utf8_next_char (end) - text) };
  tl_icu_widen_to_clusters (text, &letter, 1);
  return letter.start;
}

/* At most width columns of text, the last an ellipsis when it was cut. */
static void
append_cut (const TlCliTable *self,
            GString          *line,
            const char       *text,
            guint             width)
{
  gboolean isolates = self->isolates && tl_has_right_to_left (text);

  if (isolates)
    g_string_append (line, FIRST_STRONG_ISOLATE);
  if (get_width (text) <= width)
    g_string_append (line, text);
  else
    {
      g_string_append_len (line, text, (gssize)find_cut (text, width));
      g_string_append (line, "…");
    }
  if (isolates)
    g_string_append (line, POP_DIRECTIONAL_ISOLATE);
}

static void
append_spaces (GString *line, guint n)
{
  for (guint i = 0; i < n; i++)
    g_string_append_c (line, ' ');
}

static void
print_row (const TlCliTable *self,
           guint             first,
           guint             cut_column,
           guint             cut_width)
{
  g_autoptr (GString) line = g_string_new (NULL);
  guint gap = 0;

  for (guint i = 0; i < self->n_columns; i++)
    {
      const char *cell = g_ptr_array_index (self->cells, first + i);
      guint       width = i == cut_column ? cut_width : self->widths[i];
      gsize       start;

      if (cell[0] != '\0')
        {
          append_spaces (line, gap);
          gap = 0;
        }
      start = line->len;
      append_cut (self, line, cell, width);
      /* Spaces wait for the next cell, so that no line ends in them. */
      gap += GAP + width - get_width (line->str + start);
    }
  g_string_append_c (line, '\n');
  tl_cli_print (line->str);
}

static guint
get_cut_width (const TlCliTable *self, guint width, guint cut_column)
{
  guint natural = self->widths[cut_column];
  guint others = 0;

  for (guint i = 0; i < self->n_columns; i++)
    others += (i == cut_column ? 0 : self->widths[i]) + (i > 0 ? GAP : 0);
  if (width == 0 || others + natural <= width)
    return natural;
  return MIN (natural,
              width > others + MIN_CUT_WIDTH ? width - others : MIN_CUT_WIDTH);
}

void
tl_cli_table_print (const TlCliTable *self, guint width, guint cut_column)
{
  guint cut_width = get_cut_width (self, width, cut_column);

  g_return_if_fail (self->cells->len % self->n_columns == 0);

  for (guint i = 0; i < self->cells->len; i += self->n_columns)
    print_row (self, i, cut_column, cut_width);
}
