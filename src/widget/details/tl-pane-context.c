/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-pane-context.h"

#include <glib/gi18n.h>
#include <gtk/gtk.h>

/* Small wordings that several parts of the details pane share. Whatever comes
 * from a dataset is isolated before it is put into a sentence, because its
 * direction may differ from that of the interface. */

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
  return g_strdup_printf (C_ ("source", "%1$s, %2$s"), name, published);
}
