/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-problem-item.h"

struct _TlProblemItem
{
  GObject parent_instance;

  TlSeverity  severity;
  char       *place;
  char       *message;
  const char *code; /* static */
  char       *line;
};

G_DEFINE_FINAL_TYPE (TlProblemItem, tl_problem_item, G_TYPE_OBJECT)

static void
tl_problem_item_finalize (GObject *object)
{
  TlProblemItem *self = TL_PROBLEM_ITEM (object);

  g_free (self->place);
  g_free (self->message);
  g_free (self->line);

  G_OBJECT_CLASS (tl_problem_item_parent_class)->finalize (object);
}

static void
tl_problem_item_class_init (TlProblemItemClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = tl_problem_item_finalize;
}

static void
tl_problem_item_init (TlProblemItem *self)
{
}

TlProblemItem *
tl_problem_item_new (const TlProblem *problem)
{
  TlProblemItem *self = NULL;

  g_return_val_if_fail (problem != NULL, NULL);

  self = g_object_new (TL_TYPE_PROBLEM_ITEM, NULL);
  self->severity = problem->severity;
  self->place = problem->line > 0
                    ? g_strdup_printf ("%s:%u:%u", problem->file, problem->line,
                                       problem->column)
                    : g_strdup (problem->file);
  self->message = g_strdup (problem->message);
  self->code = problem->code;
  self->line = tl_problem_to_string (problem);
  return self;
}

TlSeverity
tl_problem_item_get_severity (TlProblemItem *self)
{
  g_return_val_if_fail (TL_IS_PROBLEM_ITEM (self), TL_SEVERITY_ERROR);

  return self->severity;
}

const char *
tl_problem_item_get_place (TlProblemItem *self)
{
  g_return_val_if_fail (TL_IS_PROBLEM_ITEM (self), NULL);

  return self->place;
}

const char *
tl_problem_item_get_message (TlProblemItem *self)
{
  g_return_val_if_fail (TL_IS_PROBLEM_ITEM (self), NULL);

  return self->message;
}

const char *
tl_problem_item_get_code (TlProblemItem *self)
{
  g_return_val_if_fail (TL_IS_PROBLEM_ITEM (self), NULL);

  return self->code;
}

const char *
tl_problem_item_get_line (TlProblemItem *self)
{
  g_return_val_if_fail (TL_IS_PROBLEM_ITEM (self), NULL);

  return self->line;
}
