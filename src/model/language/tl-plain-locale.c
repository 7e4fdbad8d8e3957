/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-plain-locale.h"

#include <glib/gstdio.h>
#include <locale.h>
#include <unistd.h>

/* glibc looks for locales in the folder that LOCPATH names. One with a link to
 * the data of C.UTF-8 serves; the data is read at once, so the folder can go
 * again. */

/* (nullable) */
static const char *
find_data (void)
{
  static const char *const folders[] = {
    "/usr/lib/locale/C.utf8",
    "/usr/lib/locale/C.UTF-8",
    "/usr/lib64/locale/C.utf8",
  };

  for (gsize i = 0; i < G_N_ELEMENTS (folders); i++)
    if (g_file_test (folders[i], G_FILE_TEST_IS_DIR))
      return folders[i];
  return NULL;
}

static gboolean
set_from (const char *folder, int category, const char *locale)
{
  g_autofree char *before = g_strdup (g_getenv ("LOCPATH"));
  const char      *name;

  g_setenv ("LOCPATH", folder, TRUE);
  name = setlocale (category, locale);
  if (before != NULL)
    g_setenv ("LOCPATH", before, TRUE);
  else
    g_unsetenv ("LOCPATH");
  return name != NULL;
}

gboolean
tl_plain_locale_set (int category, const char *name)
{
  const char      *data = find_data ();
  g_autofree char *folder = NULL;
  g_autofree char *link = NULL;
  g_autofree char *link_name = g_strconcat (name, ".utf8", NULL);
  g_autofree char *locale = g_strconcat (name, ".UTF-8", NULL);
  gboolean         is_set;

  if (data == NULL)
    return FALSE;
  folder = g_dir_make_tmp ("treatyline-XXXXXX", NULL);
  if (folder == NULL)
    return FALSE;
  link = g_build_filename (folder, link_name, NULL);
  is_set = symlink (data, link) == 0 && set_from (folder, category, locale);
  g_unlink (link);
  g_rmdir (folder);
  return is_set;
}
