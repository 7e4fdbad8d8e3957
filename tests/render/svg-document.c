/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "svg-document.h"

#include <string.h>

/* Reads a written SVG back, as far as tests ask. */

static void
note_link (SvgDocument *self, const char *value)
{
  const char *hash = strstr (value, "url(#");

  if (hash != NULL)
    g_hash_table_add (self->links,
                      g_strndup (hash + 5, strcspn (hash + 5, ")")));
  else if (*value == '#' && strlen (value) > 1)
    g_hash_table_add (self->links, g_strdup (value + 1));
}

static void
start_cb (GMarkupParseContext *context,
          const char          *element,
          const char         **names,
          const char         **values,
          gpointer             data,
          GError             **error)
{
  SvgDocument *self = data;

  g_string_truncate (self->content, 0);
  self->n_groups += strcmp (element, "g") == 0;
  for (guint i = 0; names[i] != NULL; i++)
    {
      if (strcmp (names[i], "id") == 0)
        g_assert_true (g_hash_table_add (self->ids, g_strdup (values[i])));
      if (strcmp (names[i], "xlink:href") == 0 ||
          strstr (values[i], "url(") != NULL)
        note_link (self, values[i]);
      if (strcmp (element, "text") == 0 && strcmp (names[i], "x") == 0)
        self->text_x = g_ascii_strtod (values[i], NULL);
      if (strcmp (names[i], "textLength") == 0)
        self->text_length = TRUE;
    }
}

static void
end_cb (GMarkupParseContext *context,
        const char          *element,
        gpointer             data,
        GError             **error)
{
  SvgDocument *self = data;

  if (strcmp (element, "text") == 0)
    g_ptr_array_add (self->texts, g_strdup (self->content->str));
  if (strcmp (element, "title") == 0)
    g_ptr_array_add (self->titles, g_strdup (self->content->str));
}

static void
text_cb (GMarkupParseContext *context,
         const char          *text,
         gsize                length,
         gpointer             data,
         GError             **error)
{
  SvgDocument *self = data;

  g_string_append_len (self->content, text, (gssize)length);
}

static void
assert_links_exist (SvgDocument *self)
{
  GHashTableIter iter;
  gpointer       id;

  g_hash_table_iter_init (&iter, self->links);
  while (g_hash_table_iter_next (&iter, &id, NULL))
    g_assert_true (g_hash_table_contains (self->ids, id));
}

SvgDocument *
svg_document_parse (GBytes *bytes)
{
  static const GMarkupParser parser = { .start_element = start_cb,
                                        .end_element = end_cb,
                                        .text = text_cb };
  SvgDocument               *self = g_new0 (SvgDocument, 1);
  g_autoptr (GError) error = NULL;
  GMarkupParseContext *context =
      g_markup_parse_context_new (&parser, 0, self, NULL);
  gsize       size;
  const char *data = g_bytes_get_data (bytes, &size);

  self->texts = g_ptr_array_new_with_free_func (g_free);
  self->titles = g_ptr_array_new_with_free_func (g_free);
  self->ids = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->links = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->content = g_string_new (NULL);
  g_markup_parse_context_parse (context, data, (gssize)size, &error);
  g_assert_no_error (error);
  g_markup_parse_context_end_parse (context, &error);
  g_assert_no_error (error);
  g_markup_parse_context_free (context);
  assert_links_exist (self);
  return self;
}

void
svg_document_free (SvgDocument *self)
{
  g_ptr_array_unref (self->texts);
  g_ptr_array_unref (self->titles);
  g_hash_table_unref (self->ids);
  g_hash_table_unref (self->links);
  g_string_free (self->content, TRUE);
  g_free (self);
}
