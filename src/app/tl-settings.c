/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-settings.h"

/* g_settings_new() ends the program when the schema is missing; a checkout
 * that was only compiled has none, and is still useful. */

GSettings *
tl_settings_new (void)
{
  GSettingsSchemaSource *source = g_settings_schema_source_get_default ();
  g_autoptr (GSettingsSchema) schema = NULL;

  if (source != NULL)
    schema = g_settings_schema_source_lookup (source, TL_APPLICATION_ID, TRUE);
  if (schema == NULL)
    return NULL;
  return g_settings_new_full (schema, NULL, NULL);
}
