/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-search-highlight.h"

#include "tl-search-match.h"

/* How a text shows what was found in it: the same in every view. The yellow
 * is thin enough for dark words on a light ground and light words on a dark
 * one, and the line below says it without colour. Neither changes how wide
 * the text is, so that nothing moves while somebody types. */

static const struct
{
  guint16 red;
  guint16 green;
  guint16 blue;
  guint16 alpha;
} ground = { 0xf5f5, 0xc2c2, 0x1111, 0x5999 };

/* Takes attribute. */
static void
insert (PangoAttrList *attributes, PangoAttribute *attribute, TlTextRange range)
{
  attribute->start_index = range.start;
  attribute->end_index = range.end;
  pango_attr_list_insert (attributes, attribute);
}

/**
 * tl_search_highlight_add:
 * @attributes: a list
 * @search: (nullable): what somebody looks for
 * @text: the text that the list is for
 *
 * Adds to a list of attributes what marks the parts of a text that the words of
 * a search match.
 */
void
tl_search_highlight_add (PangoAttrList *attributes,
                         const char    *search,
                         const char    *text)
{
  g_autofree TlTextRange *ranges = NULL;
  guint                   n_ranges = 0;

  g_return_if_fail (attributes != NULL && text != NULL);

  n_ranges = tl_search_find_matches (search, text, &ranges);
  for (guint i = 0; i < n_ranges; i++)
    {
      insert (attributes,
              pango_attr_background_new (ground.red, ground.green, ground.blue),
              ranges[i]);
      insert (attributes, pango_attr_background_alpha_new (ground.alpha),
              ranges[i]);
      insert (attributes, pango_attr_underline_new (PANGO_UNDERLINE_SINGLE),
              ranges[i]);
    }
}

/**
 * tl_search_highlight_new_attributes:
 * @search: (nullable): what somebody looks for
 * @text: a text
 *
 * What marks the parts of a text that the words of a search match, see
 * [func@search_find_matches].
 *
 * Returns: (transfer full): attributes for a label with that text; an empty
 *   list when nothing matches
 */
PangoAttrList *
tl_search_highlight_new_attributes (const char *search, const char *text)
{
  PangoAttrList *attributes = NULL;

  g_return_val_if_fail (text != NULL, NULL);

  attributes = pango_attr_list_new ();
  tl_search_highlight_add (attributes, search, text);
  return attributes;
}

/**
 * tl_search_highlight_label:
 * @label: a label of plain text
 * @search: (nullable): what somebody looks for
 *
 * Marks what matches in a label, in place of all attributes it had.
 */
void
tl_search_highlight_label (GtkLabel *label, const char *search)
{
  g_autoptr (PangoAttrList) attributes = NULL;

  g_return_if_fail (GTK_IS_LABEL (label));

  if (search != NULL)
    attributes =
        tl_search_highlight_new_attributes (search, gtk_label_get_text (label));
  gtk_label_set_attributes (label, attributes);
}
