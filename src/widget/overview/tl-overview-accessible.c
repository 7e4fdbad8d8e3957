/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-overview-private.h"

/* The part in view in words, for screen readers and tooltips. */

#define WORDS_MS 200
/* Longer parts are told by years, by months, else by days. */
#define YEARS_FROM (G_GINT64_CONSTANT (3653) * TL_SECONDS_PER_DAY)
#define MONTHS_FROM (G_GINT64_CONSTANT (93) * TL_SECONDS_PER_DAY)

static TlDate *
make_end (gint64 second, gint64 length)
{
  TlCivil          civil = tl_calendar_from_second (second);
  g_autofree char *edtf = NULL;

  if (length >= YEARS_FROM && civil.year >= 0 && civil.year <= 9999)
    edtf = g_strdup_printf ("%04d", (int)civil.year);
  else if (length >= MONTHS_FROM && civil.year >= 0 && civil.year <= 9999)
    edtf = g_strdup_printf ("%04d-%02d", (int)civil.year, civil.month);
  return edtf != NULL ? tl_date_new_from_edtf (edtf, NULL)
                      : tl_date_new_for_day (second);
}

char *
tl_overview_strip_dup_words (TlOverviewStrip *self)
{
  TlDateFormatter *formatter = self->timeline->formatter;
  gint64           from;
  gint64           to;
  g_autoptr (TlDate) first = NULL;
  g_autoptr (TlDate) last = NULL;

  if (formatter == NULL ||
      !tl_timeline_view_get_range (self->timeline, &from, &to))
    return NULL;
  first = make_end (from, to - from);
  last = make_end (to, to - from);
  return tl_date_formatter_format_range (formatter, first, last,
                                         TL_DATE_STYLE_FULL);
}

static gboolean
tell_cb (gpointer user_data)
{
  TlOverviewStrip *self = user_data;
  g_autofree char *words = tl_overview_strip_dup_words (self);
  TlScale          scale;
  double           from;
  double           to;

  self->words_id = 0;
  if (words == NULL || !tl_overview_strip_get_scale (self, &scale))
    return G_SOURCE_REMOVE;
  tl_overview_strip_get_view (self, &from, &to);
  gtk_accessible_update_property (
      GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_VALUE_MIN, scale.origin,
      GTK_ACCESSIBLE_PROPERTY_VALUE_MAX,
      scale.origin + scale.width / scale.px_per_unit,
      GTK_ACCESSIBLE_PROPERTY_VALUE_NOW, (from + to) / 2,
      GTK_ACCESSIBLE_PROPERTY_VALUE_TEXT, words,
      /* What reads sliders by themselves tells no more than their numbers. */
      GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, words, -1);
  return G_SOURCE_REMOVE;
}

void
tl_overview_strip_update_words (TlOverviewStrip *self)
{
  if (self->words_id == 0)
    self->words_id = g_timeout_add (WORDS_MS, tell_cb, self);
}
