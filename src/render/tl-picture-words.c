/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-picture-words.h"

#include <glib/gi18n.h>

#include "tl-plain-text.h"
#include "tl-query.h"

/* Wordings under the title of a picture. What the dataset says is put on one
 * line of plain text. */

char *
tl_picture_dup_subtitle (TlDateFormatter *formatter,
                         TlPictureCount   count,
                         guint            n_all)
{
  g_autofree char *shown =
      tl_date_formatter_format_count (formatter, count.n_shown);
  g_autofree char *all = tl_date_formatter_format_count (formatter, n_all);
  g_autofree char *number =
      tl_date_formatter_format_count (formatter, count.n_contested);
  g_autofree char *contested = g_strdup_printf (
      /* Translators: %s is the number of records whose reports disagree. */
      ngettext ("%s contested", "%s contested", count.n_contested), number);

  if (count.n_shown < n_all)
    return g_strdup_printf (
        /* Translators: under the title of a picture: "12 of 40 records shown
         * · 3 contested". The plural goes by %2$s, the number of all records;
         * %3$s is “3 contested”. */
        ngettext ("%1$s of %2$s record shown · %3$s",
                  "%1$s of %2$s records shown · %3$s", n_all),
        shown, all, contested);
  return g_strdup_printf (
      /* Translators: under the title of a picture: "40 records · 6
       * contested". The plural goes by %1$s; %2$s is “6 contested”. */
      ngettext ("%1$s record · %2$s", "%1$s records · %2$s", n_all), all,
      contested);
}

char *
tl_picture_dup_note (TlDateFormatter *formatter,
                     gint64           known_on,
                     gboolean         is_proportional)
{
  g_autofree char *day = NULL;

  if (known_on == TL_KNOWN_ALWAYS)
    return is_proportional ? g_strdup ("")
                           : g_strdup (_ ("Quiet spans shortened"));

  day = tl_date_formatter_format_day (formatter, known_on, TL_DATE_STYLE_FULL);
  if (is_proportional)
    /* Translators: note in a picture: only what had been published by that
     * day is shown. */
    return g_strdup_printf (_ ("As known on %s"), day);
  /* Translators: note in a picture: only what had been published by that day
   * is shown, and spans without records are shortened. */
  return g_strdup_printf (_ ("As known on %s · Quiet spans shortened"), day);
}

static void
append_line (GString *text, const char *words)
{
  g_autofree char *line = tl_plain_text_to_line (words);

  if (*line != '\0')
    g_string_append_printf (text, "%s\n", line);
}

void
tl_picture_append_sources_heading (GString    *text,
                                   const char *title,
                                   const char *subtitle,
                                   const char *filter,
                                   const char *note)
{
  g_autofree char *heading = NULL;

  /* Translators: the first line of a file that belongs to a picture; %s is the
   * picture's title. */
  heading = g_strdup_printf (_ ("Sources of this figure: %s"), title);
  append_line (text, heading);
  append_line (text, subtitle);
  if (filter != NULL)
    append_line (text, filter);
  append_line (text, note);
  g_string_append_c (text, '\n');
}
