/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * TlPrintChoices:
 * @whole_range: all of time is printed, else what the window shows of it
 * @pages_wide: how many pages time is wide
 * @list_sources: whether sources follow at the end
 *
 * What somebody has chosen for printing, beside printer and paper. A plain
 * value.
 */
typedef struct
{
  gboolean whole_range;
  guint    pages_wide;
  gboolean list_sources;
} TlPrintChoices;

/* Of the time before, else defaults. settings: (nullable) */
TlPrintChoices tl_print_choices_recall (GSettings *settings);
void           tl_print_choices_remember (GSettings            *settings,
                                          const TlPrintChoices *choices);
/* Printer and paper of the time before, if there was one. */
void tl_print_choices_recall_paper (GSettings         *settings,
                                    GtkPrintOperation *operation);
void tl_print_choices_remember_paper (GSettings         *settings,
                                      GtkPrintOperation *operation);

/**
 * TlPrintTab:
 *
 * The page of the print dialog that asks for these choices.
 */
#define TL_TYPE_PRINT_TAB (tl_print_tab_get_type ())
G_DECLARE_FINAL_TYPE (TlPrintTab, tl_print_tab, TL, PRINT_TAB, GtkWidget)

GtkWidget *
tl_print_tab_new (const TlPrintChoices *choices) G_GNUC_WARN_UNUSED_RESULT;
TlPrintChoices tl_print_tab_get_choices (TlPrintTab *self);

G_END_DECLS
