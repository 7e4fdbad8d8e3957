/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-cli-json.h"

#include "tl-cli-output.h"

/* json-glib writes each element; the brackets around all are written here. */

/* A line end within the text of an element is layout: in strings json-glib
 * writes it as \n. */
static char *
indent (const char *json)
{
  g_auto (GStrv) lines = g_strsplit (json, "\n", -1);

  return g_strjoinv ("\n  ", lines);
}

void
tl_cli_json_print (TlCliJson *self, JsonBuilder *builder)
{
  g_autoptr (JsonGenerator) generator = json_generator_new ();
  g_autoptr (JsonNode) root = json_builder_get_root (builder);
  g_autofree char *json = NULL;
  g_autofree char *indented = NULL;

  json_generator_set_pretty (generator, TRUE);
  json_generator_set_root (generator, root);
  json = json_generator_to_data (generator, NULL);
  indented = indent (json);
  tl_cli_print (self->n_elements++ == 0 ? "[\n  " : ",\n  ");
  tl_cli_print (indented);
  json_builder_reset (builder);
}

void
tl_cli_json_finish (TlCliJson *self)
{
  tl_cli_print (self->n_elements == 0 ? "[]\n" : "\n]\n");
}

void
tl_cli_json_add_string (JsonBuilder *builder,
                        const char  *key,
                        const char  *value)
{
  json_builder_set_member_name (builder, key);
  if (value == NULL)
    json_builder_add_null_value (builder);
  else
    json_builder_add_string_value (builder, value);
}
