/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-column-words.h"

#include "tl-vocabulary.h"

static void
measure_words (PangoLayout *layout, const char *text, int *longest)
{
  g_auto (GStrv) words = g_strsplit (text, " ", -1);

  for (gsize i = 0; words[i] != NULL; i++)
    {
      int width = 0;

      pango_layout_set_text (layout, words[i], -1);
      pango_layout_get_pixel_size (layout, &width, NULL);
      *longest = MAX (*longest, width);
    }
}

int
tl_column_measure_words (GtkWidget *widget, TlSortKey key)
{
  g_autoptr (PangoLayout) layout = gtk_widget_create_pango_layout (widget, "");
  int longest = 0;

  if (key == TL_SORT_KIND)
    {
      for (int kind = 0; kind < TL_N_KINDS; kind++)
        measure_words (layout, tl_kind_get_label ((TlKind)kind), &longest);
      for (int act = TL_ACT_ADOPTION; act < TL_N_ACTS; act++)
        measure_words (layout, tl_act_get_label ((TlAct)act), &longest);
    }
  if (key == TL_SORT_CERTAINTY)
    for (int status = 0; status < TL_N_STATUSES; status++)
      measure_words (layout, tl_status_get_phrase ((TlStatus)status, TRUE),
                     &longest);
  return longest;
}
