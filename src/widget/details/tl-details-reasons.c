/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-details-reasons.h"

#include <glib/gi18n.h>
#include <string.h>

#include "tl-pane-context.h"
#include "tl-pane-parts.h"
#include "tl-search-highlight.h"
#include "tl-search-reason.h"

/* Who finds Lavrov by the Russian name sees nothing of that name in a window
 * that speaks English: one line says what was found. */

static char *
format_reason (const TlSearchReason *reason)
{
  g_autofree char *text = tl_isolate (reason->text);

  if (reason->is_translation)
    /* Translators: Why a search found a record; %s is from the translation of a
     * quotation into another language than the reader's. Use the quotation
     * marks of your language. */
    return g_strdup_printf (_ ("Found in a translated quotation: “%s”"), text);
  /* Translators: Why a search found a record, of which nothing that is shown
   * matches; %s is a title or a name in another language than the reader's. Use
   * the quotation marks of your language. */
  return g_strdup_printf (_ ("Found in another language: “%s”"), text);
}

/* What is looked for is marked in the text alone, which has a language of its
 * own. */
static PangoAttrList *
make_attributes (const TlSearchReason *reason,
                 const char           *sentence,
                 const char           *search)
{
  PangoAttrList *attributes = pango_attr_list_new ();
  g_autoptr (PangoAttrList) marks = pango_attr_list_new ();
  const char     *text = strstr (sentence, reason->text);
  PangoAttribute *language = NULL;

  g_return_val_if_fail (text != NULL, attributes);

  language =
      pango_attr_language_new (pango_language_from_string (reason->language));
  language->end_index = (guint)strlen (reason->text);
  pango_attr_list_insert (marks, language);
  tl_search_highlight_add (marks, search, reason->text);
  pango_attr_list_splice (attributes, marks, (int)(text - sentence), 0);
  return attributes;
}

static GtkWidget *
reason_new (const TlSearchReason *reason, const char *search)
{
  g_autofree char *sentence = format_reason (reason);
  GtkWidget       *label = tl_pane_text_new (sentence, "tl-detail");
  g_autoptr (PangoAttrList) attributes =
      make_attributes (reason, sentence, search);

  gtk_label_set_attributes (GTK_LABEL (label), attributes);
  return label;
}

void
tl_details_fill_reasons (GtkBox     *box,
                         TlDataset  *dataset,
                         guint       record,
                         const char *search,
                         const char *language)
{
  GtkWidget *child = NULL;
  g_autoptr (GPtrArray) reasons = NULL;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (box))) != NULL)
    gtk_box_remove (box, child);
  gtk_widget_set_visible (GTK_WIDGET (box), FALSE);
  if (dataset == NULL || record == TL_NONE || search == NULL)
    return;

  reasons = tl_search_explain (dataset, record, search, language);
  for (guint i = 0; i < reasons->len; i++)
    gtk_box_append (box, reason_new (g_ptr_array_index (reasons, i), search));
  gtk_widget_set_visible (GTK_WIDGET (box), reasons->len > 0);
}
