/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-pane-context.h"

#include <glib/gi18n.h>
#include <gtk/gtk.h>

/* Small wordings that several parts of the details pane share. Whatever comes
 * from a dataset is isolated before it is put into a sentence, because its
 * direction may differ from that of the interface. */

#define FIRST_STRONG_ISOLATE "\xe2\x81\xa8"
#define POP_DIRECTIONAL_ISOLATE "\xe2\x81\xa9"

/* The blocks that Unicode keeps for scripts written from right to left. */
static gboolean
is_right_to_left (gunichar character)
{
  return (character >= 0x0590 && character <= 0x08ff) ||
         (character >= 0xfb1d && character <= 0xfdff) ||
         (character >= 0xfe70 && character <= 0xfeff) ||
         (character >= 0x10800 && character <= 0x10fff) ||
         (character >= 0x1e800 && character <= 0x1efff);
}

/* Latin, Cyrillic or Chinese text cannot disturb a sentence that itself runs
 * from left to right, so that the common case stays free of invisible
 * characters: they would end up in what people copy. */
static gboolean
needs_isolation (const char *text)
{
  if (gtk_widget_get_default_direction () == GTK_TEXT_DIR_RTL)
    return TRUE;

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    if (is_right_to_left (g_utf8_get_char (p)))
      return TRUE;
  return FALSE;
}

char *
tl_isolate (const char *text)
{
  g_return_val_if_fail (text != NULL, NULL);

  if (!needs_isolation (text))
    return g_strdup (text);
  return g_strconcat (FIRST_STRONG_ISOLATE, text, POP_DIRECTIONAL_ISOLATE,
                      NULL);
}

/* Where the publisher is not named, the title tells the source from the
 * others. */
static char *
dup_publisher_or_title (const TlSource *source, const char *language)
{
  const char      *publisher = tl_source_get_publisher_name (source, language);
  const char      *title = tl_text_get (source->title, language);
  g_autofree char *isolated = NULL;

  if (publisher != NULL)
    return tl_isolate (publisher);

  isolated = tl_isolate (title);
  /* Translators: The quotation marks of your language. */
  return g_strdup_printf (C_ ("quotation", "“%s”"), isolated);
}

char *
tl_pane_context_dup_source_name (TlPaneContext context, guint source)
{
  const TlSource  *data = tl_dataset_get_source (context.dataset, source);
  g_autofree char *name = dup_publisher_or_title (data, context.language);
  g_autofree char *published = NULL;

  published = tl_date_formatter_format (context.formatter, data->published,
                                        TL_DATE_STYLE_SHORT);
  /* Translators: A source, by its publisher and the day of publication:
   * "EIRNS, 29 Jul 2020". */
  return g_strdup_printf (C_ ("source", "%s, %s"), name, published);
}
