/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-problem.h"

#include <glib/gi18n.h>
#include <string.h>

/* The list of what is wrong in the input, and its one-line form, which is the
 * same as that of compilers, so that editors can jump to the place. */

#define N_SEVERITIES (TL_SEVERITY_NOTE + 1)
#define SHOWN_CHARS 60

struct _TlProblems
{
  GArray *list; /* (element-type TlProblem) */
  guint   counts[N_SEVERITIES];
};

static const struct
{
  const char *nick;
  const char *label;
} severities[N_SEVERITIES] = {
  [TL_SEVERITY_ERROR] = { "error", N_ ("error") },
  [TL_SEVERITY_WARNING] = { "warning", N_ ("warning") },
  [TL_SEVERITY_NOTE] = { "note", N_ ("note") },
};

static void
clear_problem (TlProblem *problem)
{
  g_free (problem->file);
  g_free (problem->message);
}

static int
compare_problems (gconstpointer a, gconstpointer b)
{
  const TlProblem *first = a;
  const TlProblem *second = b;
  int              order = g_strcmp0 (first->file, second->file);

  if (order == 0)
    order = (first->line > second->line) - (first->line < second->line);
  if (order == 0)
    order = (first->column > second->column) - (first->column < second->column);
  return order;
}

/* What a terminal or a label would act upon instead of showing it; among the
 * format characters are the bidirectional controls. */
static gboolean
must_be_spelled_out (gunichar character)
{
  GUnicodeType type = g_unichar_type (character);

  return type == G_UNICODE_CONTROL || type == G_UNICODE_FORMAT ||
         type == G_UNICODE_LINE_SEPARATOR ||
         type == G_UNICODE_PARAGRAPH_SEPARATOR ||
         type == G_UNICODE_PRIVATE_USE || type == G_UNICODE_UNASSIGNED;
}

static char *
spell_out (const char *text, gsize max_chars)
{
  g_autofree char *valid = g_utf8_make_valid (text, -1);
  GString         *shown = g_string_new (NULL);
  const char      *next = valid;

  for (gsize i = 0; *next != '\0' && i < max_chars; i++)
    {
      gunichar character = g_utf8_get_char (next);

      if (must_be_spelled_out (character))
        g_string_append_printf (shown, "\\u%04x", character);
      else
        g_string_append_unichar (shown, character);
      next = g_utf8_next_char (next);
    }
  if (*next != '\0')
    g_string_append (shown, "…");
  return g_string_free (shown, FALSE);
}

TlProblems *
tl_problems_new (void)
{
  TlProblems *self = g_new0 (TlProblems, 1);

  self->list = g_array_new (FALSE, FALSE, sizeof (TlProblem));
  g_array_set_clear_func (self->list, (GDestroyNotify)clear_problem);
  return self;
}

void
tl_problems_free (TlProblems *self)
{
  g_array_unref (self->list);
  g_free (self);
}

void
tl_problems_add (TlProblems *self,
                 TlSeverity  severity,
                 const char *file,
                 guint       line,
                 guint       column,
                 const char *code,
                 const char *format,
                 ...)
{
  TlProblem problem = {
    .severity = severity,
    .file = g_strdup (file),
    .line = line,
    .column = column,
    .code = code,
  };
  va_list arguments;

  va_start (arguments, format);
  problem.message = g_strdup_vprintf (format, arguments);
  va_end (arguments);
  g_array_append_val (self->list, problem);
  self->counts[severity]++;
}

guint
tl_problems_get_size (const TlProblems *self)
{
  return self->list->len;
}

const TlProblem *
tl_problems_get (const TlProblems *self, guint index)
{
  g_return_val_if_fail (index < self->list->len, NULL);

  return &g_array_index (self->list, TlProblem, index);
}

guint
tl_problems_count (const TlProblems *self, TlSeverity severity)
{
  return self->counts[severity];
}

void
tl_problems_sort (TlProblems *self)
{
  /* g_array_sort() is stable. */
  g_array_sort (self->list, compare_problems);
}

const char *
tl_severity_to_nick (TlSeverity severity)
{
  return severities[severity].nick;
}

const char *
tl_severity_get_label (TlSeverity severity)
{
  return _ (severities[severity].label);
}

char *
tl_problem_show_text (const char *text)
{
  return spell_out (text, SHOWN_CHARS);
}

char *
tl_problem_to_string (const TlProblem *problem)
{
  g_autofree char *file = spell_out (problem->file, G_MAXSIZE);

  if (problem->line == 0)
    return g_strdup_printf ("%s: %s: %s [%s]", file,
                            tl_severity_get_label (problem->severity),
                            problem->message, problem->code);
  return g_strdup_printf ("%s:%u:%u: %s: %s [%s]", file, problem->line,
                          problem->column,
                          tl_severity_get_label (problem->severity),
                          problem->message, problem->code);
}
