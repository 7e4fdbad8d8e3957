/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-label-direction.h"

#include "tl-text-direction.h"

static gboolean
runs_against (GtkLabel *label)
{
  gboolean right_to_left =
      gtk_widget_get_direction (GTK_WIDGET (label)) == GTK_TEXT_DIR_RTL;

  return tl_text_is_right_to_left (gtk_label_get_text (label), right_to_left) !=
         right_to_left;
}

/* Pango turns round the justification of lines that run against the label. */
static void
align_to_start_cb (GtkLabel *label)
{
  gtk_label_set_justify (label, runs_against (label) ? GTK_JUSTIFY_RIGHT
                                                     : GTK_JUSTIFY_LEFT);
}

static void
align_to_text_cb (GtkLabel *label)
{
  gtk_label_set_xalign (label, runs_against (label) ? 1 : 0);
}

static void
follow (GtkLabel *label, void (*align_cb) (GtkLabel *))
{
  g_return_if_fail (GTK_IS_LABEL (label));

  g_signal_connect (label, "notify::label", G_CALLBACK (align_cb), NULL);
  g_signal_connect (label, "direction-changed", G_CALLBACK (align_cb), NULL);
  align_cb (label);
}

/**
 * tl_label_align_to_start:
 * @label: a label with one paragraph, or with paragraphs that all run one way
 *
 * Puts all lines to the side where the window begins, as lines of a form or of
 * a list: names and titles stand in one column, in whatever script.
 */
void
tl_label_align_to_start (GtkLabel *label)
{
  follow (label, align_to_start_cb);
}

/**
 * tl_label_align_to_text:
 * @label: see tl_label_align_to_start(); it should fill its place
 *
 * Puts all lines to the side where the text begins: for a quotation, which is a
 * piece of another text.
 */
void
tl_label_align_to_text (GtkLabel *label)
{
  follow (label, align_to_text_cb);
}
