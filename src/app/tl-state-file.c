/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-state-file.h"

#include <errno.h>
#include <glib/gstdio.h>

/* What is larger was not written by this program. */
#define MAX_SIZE (1024 * 1024)

/* An id may be longer than names of files, and hold what these cannot. */
static char *
dup_path (const char *folder, const char *dataset)
{
  g_autofree char *hash =
      g_compute_checksum_for_string (G_CHECKSUM_SHA256, dataset, -1);
  g_autofree char *name = g_strconcat (hash, ".ini", NULL);

  return g_build_filename (g_get_user_state_dir (), "treatyline", folder, name,
                           NULL);
}

GKeyFile *
tl_state_file_load (const char *folder, const char *dataset)
{
  g_autofree char *path = NULL;
  GKeyFile        *key_file = g_key_file_new ();
  GStatBuf         info;
  g_autoptr (GError) error = NULL;

  g_return_val_if_fail (folder != NULL, NULL);
  g_return_val_if_fail (dataset != NULL, NULL);

  path = dup_path (folder, dataset);
  if (g_stat (path, &info) != 0 || !S_ISREG (info.st_mode) ||
      info.st_size > MAX_SIZE)
    return key_file;
  if (!g_key_file_load_from_file (key_file, path, G_KEY_FILE_NONE, &error))
    g_info ("%s: %s", path, error->message);
  return key_file;
}

gboolean
tl_state_file_save (const char *folder,
                    const char *dataset,
                    GKeyFile   *key_file,
                    GError    **error)
{
  g_autofree char *path = NULL;
  g_autofree char *parent = NULL;
  g_autofree char *text = NULL;
  gsize            length;

  g_return_val_if_fail (folder != NULL, FALSE);
  g_return_val_if_fail (dataset != NULL, FALSE);
  g_return_val_if_fail (key_file != NULL, FALSE);

  path = dup_path (folder, dataset);
  parent = g_path_get_dirname (path);
  if (g_mkdir_with_parents (parent, 0700) != 0)
    {
      int code = errno;

      g_set_error (error, G_FILE_ERROR, (int)g_file_error_from_errno (code),
                   "%s: %s", parent, g_strerror (code));
      return FALSE;
    }
  text = g_key_file_to_data (key_file, &length, NULL);
  return g_file_set_contents_full (path, text, (gssize)length,
                                   G_FILE_SET_CONTENTS_CONSISTENT, 0600, error);
}

gboolean
tl_state_file_remove (const char *folder, const char *dataset, GError **error)
{
  g_autofree char *path = NULL;
  int              code;

  g_return_val_if_fail (folder != NULL, FALSE);
  g_return_val_if_fail (dataset != NULL, FALSE);

  path = dup_path (folder, dataset);
  if (g_unlink (path) == 0 || errno == ENOENT)
    return TRUE;
  code = errno;
  g_set_error (error, G_FILE_ERROR, (int)g_file_error_from_errno (code),
               "%s: %s", path, g_strerror (code));
  return FALSE;
}
