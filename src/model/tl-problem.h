/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef enum
{
  TL_SEVERITY_ERROR,   /* the record, or the file, is set aside */
  TL_SEVERITY_WARNING, /* loads, but is wrong: exit status 1 */
  TL_SEVERITY_NOTE,    /* worth knowing; does not change the exit status */
} TlSeverity;

/**
 * TlProblem:
 * @line: 1-based; 0 when the problem is not at a place
 * @column: 1-based, in Unicode characters
 * @code: kebab-case, never translated, e.g. "duplicate-id"
 * @message: a translated sentence that says what is wrong and what to do
 */
typedef struct
{
  TlSeverity  severity;
  char       *file;
  guint       line;
  guint       column;
  const char *code; /* static */
  char       *message;
} TlProblem;

/**
 * TlProblems:
 *
 * What was found wrong in the input, in order of place.
 */
typedef struct _TlProblems TlProblems;

TlProblems      *tl_problems_new (void) G_GNUC_WARN_UNUSED_RESULT;
void             tl_problems_free (TlProblems *self);
void             tl_problems_add (TlProblems *self,
                                  TlSeverity  severity,
                                  const char *file,
                                  guint       line,
                                  guint       column,
                                  const char *code,
                                  const char *format,
                                  ...) G_GNUC_PRINTF (7, 8);
guint            tl_problems_get_size (const TlProblems *self);
const TlProblem *tl_problems_get (const TlProblems *self, guint index);
guint tl_problems_count (const TlProblems *self, TlSeverity severity);
/* Stable sort by file, line, column. */
void        tl_problems_sort (TlProblems *self);
const char *tl_severity_to_nick (TlSeverity severity);
const char *tl_severity_get_label (TlSeverity severity);
/* A piece of the input, fit to stand in a message: clipped, with control
 * characters and bidirectional controls spelled out. (transfer full) */
char *tl_problem_show_text (const char *text);
/* "FILE:LINE:COLUMN: severity: message [code]" (transfer full) */
char *tl_problem_to_string (const TlProblem *problem);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TlProblems, tl_problems_free)

G_END_DECLS
