/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib-object.h>

#include "tl-problem.h"

G_BEGIN_DECLS

/**
 * TlProblemItem:
 *
 * A problem as an object, for lists.
 */
#define TL_TYPE_PROBLEM_ITEM (tl_problem_item_get_type ())
G_DECLARE_FINAL_TYPE (TlProblemItem, tl_problem_item, TL, PROBLEM_ITEM, GObject)

/* Copies problem. (transfer full) */
TlProblemItem *
tl_problem_item_new (const TlProblem *problem) G_GNUC_WARN_UNUSED_RESULT;

TlSeverity tl_problem_item_get_severity (TlProblemItem *self);
/* "FILE:LINE:COLUMN", or only the file. */
const char *tl_problem_item_get_place (TlProblemItem *self);
const char *tl_problem_item_get_message (TlProblemItem *self);
const char *tl_problem_item_get_code (TlProblemItem *self);
/* The whole as one line of text. */
const char *tl_problem_item_get_line (TlProblemItem *self);

G_END_DECLS
