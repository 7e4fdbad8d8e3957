/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-json-array.h"

/* json-glib writes each element; the brackets around all are written here. */

/* A line end within the text of an element is layout: in strings json-glib
 * writes it as \n. */
static char *
indent (const char *json)
{
  g_auto (GStrv) lines = g_strsplit (json, "\n", -1);

  return g_strjoinv ("\n  ", lines);
}

char *
tl_json_to_text (JsonBuilder *builder)
{
  g_autoptr (JsonGenerator) generator = json_generator_new ();
  g_autoptr (JsonNode) root = json_builder_get_root (builder);
  char *json;

  json_generator_set_pretty (generator, TRUE);
  json_generator_set_root (generator, root);
  json = json_generator_to_data (generator, NULL);
  json_builder_reset (builder);
  return json;
}

void
tl_json_array_add_text (TlJsonArray *self, const char *json)
{
  g_autofree char *indented = indent (json);

  tl_sink_write (self->sink, self->n_elements++ == 0 ? "[\n  " : ",\n  ");
  tl_sink_write (self->sink, indented);
}

void
tl_json_array_add (TlJsonArray *self, JsonBuilder *builder)
{
  g_autofree char *json = tl_json_to_text (builder);

  tl_json_array_add_text (self, json);
}

void
tl_json_array_finish (TlJsonArray *self)
{
  tl_sink_write (self->sink, self->n_elements == 0 ? "[]\n" : "\n]\n");
}

void
tl_json_add_string (JsonBuilder *builder, const char *key, const char *value)
{
  json_builder_set_member_name (builder, key);
  if (value == NULL)
    json_builder_add_null_value (builder);
  else
    json_builder_add_string_value (builder, value);
}
