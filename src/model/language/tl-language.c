/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-language.h"
#include "tl-plain-locale.h"

#include <glib/gi18n.h>
#include <locale.h>
#include <string.h>

/* The language of the messages. gettext takes it from LANGUAGE, which it
 * ignores in the plain C locale; and command lines and output are UTF-8, which
 * the plain C locale cannot say. C.UTF-8 is everywhere. */

#define FALLBACK_LOCALE "C.UTF-8"
#define SOURCE_LANGUAGE "en"
/* The language code of what is not determined. */
#define UNDETERMINED "und"
/* Chinese characters in a text of another language are most likely Chinese. */
#define LIKELY_HAN "zh_CN"
#define OPTION "--lang"
#define CATALOGUE "LC_MESSAGES" G_DIR_SEPARATOR_S GETTEXT_PACKAGE ".mo"

/* LANGUAGE as the environment had it; NULL when it had not. */
static char *environment_language;
/* PANGO_LANGUAGE as it was set here; NULL when it was not. */
static char *adopted_letters;

static gboolean
is_plain_c (int category)
{
  const char *name = setlocale (category, NULL);

  return name == NULL || strcmp (name, "C") == 0 || strcmp (name, "POSIX") == 0;
}

static const char *
get_folder (void)
{
  const char *folder = g_getenv ("TREATYLINE_LOCALE_DIR");

  return folder != NULL && folder[0] != '\0' ? folder : TL_LOCALE_DIR;
}

void
tl_language_init (void)
{
  /* GLib decides at its first look-up, once and for all, whether contexts are
   * translated at all; before a locale is set it decides for yes. The language
   * can change later, by --lang or by that of a dataset. */
  (void)g_dgettext (GETTEXT_PACKAGE, "");
  environment_language = g_strdup (g_getenv ("LANGUAGE"));

  setlocale (LC_ALL, "");
  if (!g_get_charset (NULL) || is_plain_c (LC_CTYPE))
    setlocale (LC_CTYPE, FALLBACK_LOCALE);
  bindtextdomain (GETTEXT_PACKAGE, get_folder ());
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
  if (region == NULL && g_ascii_strcasecmp (tags[0], "zh") == 0)
    region = "CN";
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
    return g_strdup (SOURCE_LANGUAGE);
  return g_steal_pointer (&list);
}

gboolean
tl_language_is_spoken (const char *language)
{
  g_autofree char *wanted = make_comparable_list (language);
  g_autofree char *spoken = make_comparable_list (tl_language_get ());

  return g_str_equal (wanted, spoken);
}

/* Messages of a locale that LANGUAGE has no say in are those of the source. */
static void
leave_plain_locale (void)
{
  const char *name = setlocale (LC_MESSAGES, NULL);

  if (is_plain_c (LC_MESSAGES) || g_str_has_prefix (name, "C."))
    if (!tl_plain_locale_set (LC_MESSAGES, UNDETERMINED))
      setlocale (LC_MESSAGES, FALLBACK_LOCALE);
}

void
tl_language_set (const char *language)
{
  if (language == NULL)
    {
      setlocale (LC_MESSAGES, "");
      if (environment_language != NULL)
        g_setenv ("LANGUAGE", environment_language, TRUE);
      else if (g_getenv ("LANGUAGE") != NULL)
        g_unsetenv ("LANGUAGE");
    }
  else
    {
      g_autofree char *list = make_posix_list (language);

      leave_plain_locale ();
      g_setenv ("LANGUAGE", list, TRUE);
    }
  /* Naming the domain again makes gettext look at LANGUAGE again. */
  textdomain (GETTEXT_PACKAGE);
}

void
tl_language_adopt_letters (void)
{
  g_autofree char *list = make_posix_list (tl_language_get ());
  g_autofree char *name = NULL;
  g_autofree char *preferred = NULL;

  if (g_str_equal (list, "c") || g_str_equal (list, "posix"))
    {
      g_free (list);
      list = g_strdup (SOURCE_LANGUAGE);
    }
  name = g_strndup (list, strcspn (list, ":"));
  preferred = g_strconcat (list, ":" LIKELY_HAN, NULL);
  if (!g_str_has_prefix (setlocale (LC_CTYPE, NULL), name))
    tl_plain_locale_set (LC_CTYPE, name);
  /* One that somebody else has set is left alone. */
  if (g_strcmp0 (g_getenv ("PANGO_LANGUAGE"), adopted_letters) == 0)
    {
      g_setenv ("PANGO_LANGUAGE", preferred, TRUE);
      g_free (adopted_letters);
      adopted_letters = g_steal_pointer (&preferred);
    }
}

void
tl_language_set_by_arguments (char **arguments)
{
  for (gsize i = 0; arguments[i] != NULL; i++)
    {
      const char *language = NULL;

      if (g_str_equal (arguments[i], "--"))
        return;
      if (g_str_has_prefix (arguments[i], OPTION "="))
        language = arguments[i] + strlen (OPTION "=");
      else if (g_str_equal (arguments[i], OPTION))
        language = arguments[i + 1];
      if (language != NULL && tl_language_is_valid (language))
        tl_language_set (language);
    }
}

const char *
tl_language_get (void)
{
  /* GLib's are freed when the language changes. */
  return g_intern_string (g_get_language_names ()[0]);
}

const char *
tl_language_get_translation (void)
{
  /* Translators: the BCP 47 code of the language you translate into, such as
   * “fr” or “zh-Hans”. The names of months and the order of day, month and
   * year are taken from it. */
  return C_ ("BCP 47 code of this translation", "en");
}

gboolean
tl_language_is_valid (const char *text)
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

static int
compare_names (gconstpointer a, gconstpointer b)
{
  g_autofree char *first = tl_language_dup_name (*(const char *const *)a);
  g_autofree char *second = tl_language_dup_name (*(const char *const *)b);

  return g_utf8_collate (first, second);
}

GStrv
tl_language_list (void)
{
  g_autoptr (GDir) folder = g_dir_open (get_folder (), 0, NULL);
  g_autoptr (GPtrArray) codes = g_ptr_array_new_with_free_func (g_free);
  const char *name;

  g_ptr_array_add (codes, g_strdup (SOURCE_LANGUAGE));
  while (folder != NULL && (name = g_dir_read_name (folder)) != NULL)
    {
      g_autofree char *catalogue =
          g_build_filename (get_folder (), name, CATALOGUE, NULL);

      if (tl_language_is_valid (name) && !g_str_equal (name, SOURCE_LANGUAGE) &&
          g_file_test (catalogue, G_FILE_TEST_IS_REGULAR))
        g_ptr_array_add (codes, g_strdup (name));
    }
  g_ptr_array_sort (codes, compare_names);
  g_ptr_array_add (codes, NULL);
  return (GStrv)g_ptr_array_free (g_steal_pointer (&codes), FALSE);
}
