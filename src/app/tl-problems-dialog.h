/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "tl-problem.h"

G_BEGIN_DECLS

/**
 * TlProblemsDialog:
 *
 * A window with everything that was found wrong in a file: place, how bad it
 * is, what is wrong and what to do. Its action "problems.copy" copies all of
 * it as text.
 */
#define TL_TYPE_PROBLEMS_DIALOG (tl_problems_dialog_get_type ())
G_DECLARE_FINAL_TYPE (
    TlProblemsDialog, tl_problems_dialog, TL, PROBLEMS_DIALOG, AdwWindow)

/* Copies what it needs of problems. */
GtkWindow *tl_problems_dialog_new (GtkWindow        *parent,
                                   const TlProblems *problems);

G_END_DECLS
