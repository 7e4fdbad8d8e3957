/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-search-highlight.h"

#include "gui-test.h"

/* What is marked of a text, between brackets. */
static const struct
{
  const char *name;
  const char *search; /* nullable */
  const char *text;
  const char *marked;
} cases[] = {
  { "nothing", NULL, "Space talks", "Space talks" },
  { "blank", "  ", "Space talks", "Space talks" },
  { "no-match", "moon", "Space talks", "Space talks" },
  { "case", "space", "Space talks", "[Space] talks" },
  { "accents", "geneve", "À Genève", "À [Genève]" },
  { "two-words", "talks space", "Space and talks", "[Space] and [talks]" },
  { "twice", "a", "a b a", "[a] b [a]" },
  { "markup", "b", "<b>&amp;", "<[b]>&amp;" },
};

static gboolean
is_marked (PangoAttrIterator *iterator)
{
  PangoAttribute *ground =
      pango_attr_iterator_get (iterator, PANGO_ATTR_BACKGROUND);
  PangoAttribute *line =
      pango_attr_iterator_get (iterator, PANGO_ATTR_UNDERLINE);

  /* Never by colour alone. */
  g_assert_cmpint (ground != NULL, ==, line != NULL);
  return ground != NULL;
}

static char *
dup_marked (PangoAttrList *attributes, const char *text)
{
  GString           *marked = g_string_new (NULL);
  PangoAttrIterator *iterator = pango_attr_list_get_iterator (attributes);
  int                length = (int)strlen (text);

  do
    {
      int start = 0;
      int end = 0;

      pango_attr_iterator_range (iterator, &start, &end);
      end = MIN (end, length);
      if (start >= end)
        continue;
      if (is_marked (iterator))
        g_string_append_printf (marked, "[%.*s]", end - start, text + start);
      else
        g_string_append_len (marked, text + start, end - start);
    }
  while (pango_attr_iterator_next (iterator));
  pango_attr_iterator_destroy (iterator);
  return g_string_free (marked, FALSE);
}

static void
test_attributes (gconstpointer data)
{
  gsize i = GPOINTER_TO_SIZE (data);
  g_autoptr (PangoAttrList) attributes = NULL;
  g_autofree char *marked = NULL;

  attributes =
      tl_search_highlight_new_attributes (cases[i].search, cases[i].text);
  marked = dup_marked (attributes, cases[i].text);
  g_assert_cmpstr (marked, ==, cases[i].marked);
}

/* A label can be searched again and again, and be as it was. */
static void
test_label (void)
{
  GtkWidget       *label = g_object_ref_sink (gtk_label_new ("Space talks"));
  g_autofree char *marked = NULL;

  tl_search_highlight_label (GTK_LABEL (label), "space");
  tl_search_highlight_label (GTK_LABEL (label), "talk");
  marked = dup_marked (gtk_label_get_attributes (GTK_LABEL (label)),
                       gtk_label_get_text (GTK_LABEL (label)));
  g_assert_cmpstr (marked, ==, "Space [talk]s");

  tl_search_highlight_label (GTK_LABEL (label), NULL);
  g_assert_null (gtk_label_get_attributes (GTK_LABEL (label)));
  g_assert_finalize_object (label);
}

int
main (int argc, char **argv)
{
  if (!gui_test_init (&argc, &argv))
    return 0;
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path =
          g_strdup_printf ("/tl/search-highlight/%s", cases[i].name);

      g_test_add_data_func (path, GSIZE_TO_POINTER (i), test_attributes);
    }
  g_test_add_func ("/tl/search-highlight/label", test_label);
  return gui_test_run ();
}
