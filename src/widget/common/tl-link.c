/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-link.h"

#include <gio/gio.h>

/* An address comes from a dataset, and so from a stranger. Here it is only
 * looked at. */

static gboolean
is_common (GUnicodeScript script)
{
  return script == G_UNICODE_SCRIPT_COMMON ||
         script == G_UNICODE_SCRIPT_INHERITED;
}

/* Letters of two scripts in one host can look like letters of one. */
static gboolean
mixes_scripts (const char *host)
{
  GUnicodeScript seen = G_UNICODE_SCRIPT_COMMON;

  for (const char *p = host; *p != '\0'; p = g_utf8_next_char (p))
    {
      GUnicodeScript script = g_unichar_get_script (g_utf8_get_char (p));

      if (is_common (script))
        continue;
      if (!is_common (seen) && script != seen)
        return TRUE;
      seen = script;
    }
  return FALSE;
}

/* GLib's parser passes over blanks and line breaks in an address; a browser
 * may see another address then. */
static gboolean
has_blanks (const char *url)
{
  for (const char *p = url; *p != '\0'; p++)
    if (*p == ' ' || g_ascii_iscntrl (*p))
      return TRUE;
  return FALSE;
}

static char *
dup_shown_host (const char *name)
{
  g_autofree char *unicode = g_hostname_to_unicode (name);

  if (unicode != NULL && !mixes_scripts (unicode))
    return g_steal_pointer (&unicode);
  return g_hostname_to_ascii (name);
}

gboolean
tl_link_is_allowed (const char *url, char **host)
{
  g_autoptr (GUri) uri = NULL;
  g_autofree char *shown = NULL;
  const char      *scheme = NULL;
  const char      *name = NULL;

  g_return_val_if_fail (url != NULL, FALSE);

  if (has_blanks (url))
    return FALSE;

  uri = g_uri_parse (url, G_URI_FLAGS_NONE, NULL);
  if (uri == NULL)
    return FALSE;

  scheme = g_uri_get_scheme (uri);
  name = g_uri_get_host (uri);
  if (g_strcmp0 (scheme, "http") != 0 && g_strcmp0 (scheme, "https") != 0)
    return FALSE;
  if (name == NULL || *name == '\0')
    return FALSE;

  shown = dup_shown_host (name);
  if (shown == NULL)
    return FALSE;
  if (host != NULL)
    *host = g_steal_pointer (&shown);
  return TRUE;
}
