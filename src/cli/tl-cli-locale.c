/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-cli-locale.h"

#include <glib/gi18n.h>
#include <locale.h>
#include <string.h>

/* The language of the messages. gettext takes it from LANGUAGE, which it
 * ignores in the plain C locale; and command lines and output are UTF-8, which
 * the plain C locale cannot say. C.UTF-8 has neither fault and is everywhere.
 */

#define FALLBACK_LOCALE "C.UTF-8"

static gboolean
is_plain_c (int category)
{
  const char *name = setlocale (category, NULL);

  return name == NULL || strcmp (name, "C") == 0 || strcmp (name, "POSIX") == 0;
}

void
tl_cli_locale_init (void)
{
  const char *folder = g_getenv ("TREATYLINE_LOCALE_DIR");

  /* GLib decides at its first look-up, once and for all, whether contexts are
   * translated at all; before a locale is set it decides for yes. The language
   * can change later, by --lang or by that of a dataset. */
  (void)g_dgettext (GETTEXT_PACKAGE, "");

  setlocale (LC_ALL, "");
  if (!g_get_charset (NULL) || is_plain_c (LC_CTYPE))
    setlocale (LC_CTYPE, FALLBACK_LOCALE);
  bindtextdomain (GETTEXT_PACKAGE,
                  folder != NULL && folder[0] != '\0' ? folder : TL_LOCALE_DIR);
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  textdomain (GETTEXT_PACKAGE);
}

/* What LANGUAGE understands: "zh-Hant" becomes "zh_TW:zh", "pt-BR" becomes
 * "pt_BR:pt". */
static char *
make_posix_list (const char *language)
{
  g_auto (GStrv) tags = NULL;
  g_autofree char *bare = g_strndup (language, strcspn (language, ".@"));
  const char      *region = NULL;

  tags = g_strsplit_set (bare, "-_", -1);
  for (guint i = 1; tags[i] != NULL; i++)
    {
      if (strlen (tags[i]) == 2)
        region = tags[i];
      else if (region == NULL && g_ascii_strcasecmp (tags[i], "Hans") == 0)
        region = "CN";
      else if (region == NULL && g_ascii_strcasecmp (tags[i], "Hant") == 0)
        region = "TW";
    }
  if (region == NULL)
    return g_ascii_strdown (tags[0], -1);
  return g_strdup_printf ("%s_%s:%s", tags[0], region, tags[0]);
}

/* The messages of the program itself are English, as spoken in the US. */
static char *
make_comparable_list (const char *language)
{
  g_autofree char *list = make_posix_list (language);

  if (g_str_equal (list, "c") || g_str_equal (list, "posix") ||
      g_str_equal (list, "en_US:en"))
    return g_strdup ("en");
  return g_steal_pointer (&list);
}

gboolean
tl_cli_locale_speaks (const char *language)
{
  g_autofree char *wanted = make_comparable_list (language);
  g_autofree char *spoken =
      make_comparable_list (tl_cli_locale_get_language ());

  return g_str_equal (wanted, spoken);
}

void
tl_cli_locale_set_language (const char *language)
{
  g_autofree char *list = make_posix_list (language);

  if (is_plain_c (LC_MESSAGES))
    setlocale (LC_MESSAGES, FALLBACK_LOCALE);
  g_setenv ("LANGUAGE", list, TRUE);
  /* Naming the domain again makes gettext look at LANGUAGE again. */
  textdomain (GETTEXT_PACKAGE);
}

const char *
tl_cli_locale_get_language (void)
{
  return g_get_language_names ()[0];
}

gboolean
tl_cli_locale_is_language (const char *text)
{
  gsize primary = strspn (text, "abcdefghijklmnopqrstuvwxyz"
                                "ABCDEFGHIJKLMNOPQRSTUVWXYZ");

  if (primary < 2 || primary > 8)
    return FALSE;
  for (const char *p = text + primary; *p != '\0'; p++)
    if (!g_ascii_isalnum (*p) && strchr ("-_.@", *p) == NULL)
      return FALSE;
  return strchr ("-_.@", text[primary]) != NULL;
}
