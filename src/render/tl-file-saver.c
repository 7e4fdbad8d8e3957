/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-export.h"

#include <errno.h>
#include <fcntl.h>
#include <gio/gio.h>
#include <glib/gi18n.h>
#include <glib/gstdio.h>
#include <stdio.h>
#include <sys/stat.h>
#include <unistd.h>

/* Saves a file whole or not at all: a temporary file in the same folder is
 * filled and synced, gets the permissions of the file it stands in for, and is
 * renamed. Until then the old file is untouched, and after an error nothing is
 * left behind. g_file_replace() would put a truncated file in its place when
 * the disk is full. */

#define TEMPORARY_NAME ".treatyline-XXXXXX"
#define MAX_LINKS 40

/* What to do about an error, by its cause. */
static const char *
get_advice (int cause)
{
  switch (cause)
    {
    case ENOSPC:
    case EDQUOT:
      return _ ("the disk is full. Free some space or choose another folder.");
    case EFBIG:
      return _ ("the file is too large for this place. Choose another folder.");
    case EACCES:
    case EPERM:
      return _ ("you may not write there. Choose another folder.");
    case EROFS:
      return _ ("the disk is read-only. Choose another folder.");
    case ENOENT:
      return _ ("the folder does not exist. Create it or choose another one.");
    case ENOTDIR:
      return _ ("a part of the path is not a folder. Choose another folder.");
    case EISDIR:
      return _ ("it is a folder. Give the name of a file.");
    case ENAMETOOLONG:
      return _ ("the name is too long. Choose a shorter one.");
    default:
      return g_strerror (cause);
    }
}

static gboolean
fail (const char *path, int cause, GError **error)
{
  g_autofree char *name = g_filename_display_name (path);

  g_set_error (error, G_FILE_ERROR, (int)g_file_error_from_errno (cause),
               /* Translators: %1$s is the path of a file, %2$s
                * says what happened, and what to do. */
               _ ("Cannot write “%1$s”: %2$s"), name, get_advice (cause));
  return FALSE;
}

static gboolean
fail_exists (const char *path, GError **error)
{
  g_autofree char *name = g_filename_display_name (path);

  g_set_error (error, TL_EXPORT_ERROR, TL_EXPORT_ERROR_EXISTS,
               /* Translators: %s is the path of a file. */
               _ ("“%s” exists already. Choose another name, or allow that it "
                  "is overwritten."),
               name);
  return FALSE;
}

/* Where path leads to, if it is a symbolic link; the end of the chain need
 * not exist. (transfer full) */
static char *
follow_links (const char *path)
{
  char *place = g_strdup (path);

  for (guint i = 0; i < MAX_LINKS; i++)
    {
      g_autofree char *target = g_file_read_link (place, NULL);
      g_autofree char *folder = NULL;

      if (target == NULL)
        break;
      folder = g_path_get_dirname (place);
      g_free (place);
      place = g_path_is_absolute (target)
                  ? g_steal_pointer (&target)
                  : g_build_filename (folder, target, NULL);
    }
  return place;
}

/* Returns: 0 or an errno. */
static int
write_all (int fd, const char *data, gsize size)
{
  while (size > 0)
    {
      gssize written = write (fd, data, size);

      if (written < 0 && errno == EINTR)
        continue;
      if (written < 0)
        return errno;
      data += written;
      size -= (gsize)written;
    }
  return 0;
}

/* A pipe or a device is written to; there is nothing to be kept. Not with
 * g_file_set_contents(), which replaces a symbolic link such as /dev/stdout
 * itself. */
static gboolean
write_into (const char *path, GBytes *bytes, GError **error)
{
  gsize       size;
  const char *data = g_bytes_get_data (bytes, &size);
  int         fd = g_open (path, O_WRONLY | O_CLOEXEC | O_NOCTTY, 0);
  int         result = fd < 0 ? errno : write_all (fd, data, size);

  if (fd >= 0 && close (fd) != 0 && result == 0)
    result = errno;
  return result == 0 || fail (path, result, error);
}

/* The owner can be kept by the superuser only, the group by its members. */
static void
copy_permissions (int fd, const struct stat *old)
{
  if (fchown (fd, (uid_t)-1, old->st_gid) != 0)
    g_debug ("The group of the file is not kept");
  if (fchown (fd, old->st_uid, (gid_t)-1) != 0)
    g_debug ("The owner of the file is not kept");
  if (fchmod (fd, old->st_mode & 07777) != 0)
    g_debug ("The permissions of the file are not kept");
}

/* Gives the temporary file its name unless a file has it already, also one
 * that was made a moment ago. Returns: 0 or an errno. */
static int
rename_to_new (const char *temporary, const char *path)
{
  int fd;
  int cause;

  if (renameat2 (AT_FDCWD, temporary, AT_FDCWD, path, RENAME_NOREPLACE) == 0)
    return 0;
  if (errno != EINVAL && errno != ENOSYS && errno != ENOTSUP)
    return errno;
  /* Some file systems do not know how: take the name first. */
  fd = g_open (path, O_CREAT | O_EXCL | O_WRONLY | O_CLOEXEC, 0666);
  if (fd < 0)
    return errno;
  close (fd);
  if (g_rename (temporary, path) == 0)
    return 0;
  cause = errno;
  g_unlink (path);
  return cause;
}

static void
sync_folder (const char *folder)
{
  int fd = g_open (folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC, 0);

  if (fd < 0)
    return;
  if (fsync (fd) != 0)
    g_debug ("The folder is not synced: %s", g_strerror (errno));
  close (fd);
}

/* old: of the file that is replaced, or NULL when there must be none.
 * Returns: 0 or an errno. */
static int
write_and_rename (const char        *temporary,
                  int                fd,
                  const char        *path,
                  const struct stat *old,
                  GBytes            *bytes)
{
  gsize       size;
  const char *data = g_bytes_get_data (bytes, &size);
  int         cause = write_all (fd, data, size);

  if (cause != 0)
    return cause;
  if (old != NULL)
    copy_permissions (fd, old);
  if (fsync (fd) != 0)
    return errno;
  if (old == NULL)
    return rename_to_new (temporary, path);
  return g_rename (temporary, path) == 0 ? 0 : errno;
}

static gboolean
save_regular (const char        *path,
              const struct stat *old,
              GBytes            *bytes,
              GError           **error)
{
  g_autofree char *folder = g_path_get_dirname (path);
  g_autofree char *temporary = g_build_filename (folder, TEMPORARY_NAME, NULL);
  int              fd = g_mkstemp_full (temporary, O_WRONLY | O_CLOEXEC, 0666);
  int              cause;

  if (fd < 0)
    return fail (path, errno, error);
  cause = write_and_rename (temporary, fd, path, old, bytes);
  close (fd);
  if (cause == 0)
    {
      sync_folder (folder);
      return TRUE;
    }
  g_unlink (temporary);
  return cause == EEXIST ? fail_exists (path, error)
                         : fail (path, cause, error);
}

gboolean
tl_export_save (const char *path,
                GBytes     *bytes,
                gboolean    overwrite,
                GError    **error)
{
  g_autofree char *place = NULL;
  struct stat      old;

  g_return_val_if_fail (path != NULL, FALSE);
  g_return_val_if_fail (bytes != NULL, FALSE);

  if (stat (path, &old) != 0)
    {
      if (errno != ENOENT)
        return fail (path, errno, error);
      place = follow_links (path);
      return save_regular (place, NULL, bytes, error);
    }
  if (S_ISDIR (old.st_mode))
    return fail (path, EISDIR, error);
  if (!S_ISREG (old.st_mode))
    return write_into (path, bytes, error);
  if (!overwrite)
    return fail_exists (path, error);
  if (euidaccess (path, W_OK) != 0)
    return fail (path, errno, error);
  place = follow_links (path);
  return save_regular (place, &old, bytes, error);
}
