/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-record-link.h"

char *
tl_record_link_new (const char *record, const char *dataset)
{
  g_autofree char *query = NULL;
  g_autofree char *path = NULL;

  g_return_val_if_fail (record != NULL, NULL);

  path = g_uri_escape_string (record, NULL, FALSE);
  if (dataset == NULL)
    return g_strconcat (TL_RECORD_LINK_SCHEME ":", path, NULL);
  query = g_uri_escape_string (dataset, NULL, FALSE);
  return g_strconcat (TL_RECORD_LINK_SCHEME ":", path, "?dataset=", query,
                      NULL);
}

/* The value of "dataset"; NULL when there is none. */
static char *
dup_dataset (const char *query)
{
  g_autoptr (GHashTable) values = NULL;

  if (query == NULL)
    return NULL;
  values = g_uri_parse_params (query, -1, "&", G_URI_PARAMS_NONE, NULL);
  return values != NULL ? g_strdup (g_hash_table_lookup (values, "dataset"))
                        : NULL;
}

gboolean
tl_record_link_parse (const char *link, char **record, char **dataset)
{
  g_autoptr (GUri) uri = NULL;
  g_autofree char *id = NULL;

  g_return_val_if_fail (link != NULL, FALSE);

  uri = g_uri_parse (link, G_URI_FLAGS_ENCODED_QUERY | G_URI_FLAGS_ENCODED_PATH,
                     NULL);
  if (uri == NULL ||
      !g_str_equal (g_uri_get_scheme (uri), TL_RECORD_LINK_SCHEME))
    return FALSE;
  id = g_uri_unescape_string (g_uri_get_path (uri), NULL);
  if (id == NULL || *id == '\0' || !g_utf8_validate (id, -1, NULL))
    return FALSE;

  if (dataset != NULL)
    *dataset = dup_dataset (g_uri_get_query (uri));
  if (record != NULL)
    *record = g_steal_pointer (&id);
  return TRUE;
}
