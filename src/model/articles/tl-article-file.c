/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-article-file.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

/* Reads saved articles. Their names come from a dataset, which may come from a
 * stranger: a name must not lead elsewhere, by a path or by a symbolic link,
 * and what it names must not make us wait, as a pipe would. */

/* Bytes of one article. */
#define MAX_ARTICLE_BYTES (64 * 1024 * 1024)

struct _TlArticleFolder
{
  int descriptor;
};

static void
set_error_from_errno (GError **error, const char *name, int code)
{
  g_set_error (error, G_IO_ERROR, (int)g_io_error_from_errno (code),
               /* Translators: %1$s is a file name, %2$s says why. */
               _ ("“%1$s” cannot be read: %2$s"), name, g_strerror (code));
}

TlArticleFolder *
tl_article_folder_open (GFile *folder, GError **error)
{
  g_autofree char *path = g_file_get_path (folder);
  TlArticleFolder *self;
  int              descriptor;

  if (path == NULL)
    {
      g_autofree char *uri = g_file_get_uri (folder);

      g_set_error (error, G_IO_ERROR, G_IO_ERROR_NOT_SUPPORTED,
                   /* Translators: %s is the address of a folder. */
                   _ ("“%s” is not a folder of this computer"), uri);
      return NULL;
    }
  descriptor = open (path, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
  if (descriptor < 0)
    {
      set_error_from_errno (error, path, errno);
      return NULL;
    }
  self = g_new0 (TlArticleFolder, 1);
  self->descriptor = descriptor;
  return self;
}

void
tl_article_folder_free (TlArticleFolder *self)
{
  if (self == NULL)
    return;
  close (self->descriptor);
  g_free (self);
}

static gboolean
is_plain_name (const char *name)
{
  return name[0] != '\0' && strchr (name, '/') == NULL &&
         strcmp (name, ".") != 0 && strcmp (name, "..") != 0;
}

static gboolean
check_regular (int descriptor, const char *name, GError **error)
{
  struct stat status;

  if (fstat (descriptor, &status) != 0)
    {
      set_error_from_errno (error, name, errno);
      return FALSE;
    }
  if (!S_ISREG (status.st_mode))
    {
      g_set_error (error, G_IO_ERROR, G_IO_ERROR_NOT_REGULAR_FILE,
                   /* Translators: %s is a file name. */
                   _ ("“%s” is not a regular file"), name);
      return FALSE;
    }
  if (status.st_size > MAX_ARTICLE_BYTES)
    {
      g_set_error (error, G_IO_ERROR, G_IO_ERROR_NOT_REGULAR_FILE,
                   /* Translators: %s is a file name. */
                   _ ("“%s” is larger than an article can be (64 MiB)"), name);
      return FALSE;
    }
  return TRUE;
}

/* Up to one byte more than an article may have, should the file grow. */
static GBytes *
read_all (int descriptor, const char *name, GError **error)
{
  g_autoptr (GByteArray) bytes = g_byte_array_new ();
  guint8 block[65536];
  gssize n_read;

  do
    {
      n_read = read (descriptor, block, sizeof block);
      if (n_read < 0 && errno == EINTR)
        continue;
      if (n_read < 0)
        {
          set_error_from_errno (error, name, errno);
          return NULL;
        }
      g_byte_array_append (bytes, block, (guint)n_read);
    }
  while (n_read != 0 && bytes->len <= MAX_ARTICLE_BYTES);
  return g_byte_array_free_to_bytes (g_steal_pointer (&bytes));
}

GBytes *
tl_article_folder_read (TlArticleFolder *self, const char *name, GError **error)
{
  GBytes *bytes = NULL;
  int     descriptor;

  if (!is_plain_name (name))
    {
      g_set_error (error, G_IO_ERROR, G_IO_ERROR_NOT_REGULAR_FILE,
                   /* Translators: %s is what stands in place of a file name. */
                   _ ("“%s” is not the plain name of a file"), name);
      return NULL;
    }
  descriptor =
      openat (self->descriptor, name,
              O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_NOCTTY | O_CLOEXEC);
  if (descriptor < 0)
    {
      if (errno == ELOOP)
        g_set_error (error, G_IO_ERROR, G_IO_ERROR_NOT_REGULAR_FILE,
                     /* Translators: %s is a file name. */
                     _ ("“%s” is a symbolic link"), name);
      else
        set_error_from_errno (error, name, errno);
      return NULL;
    }
  if (check_regular (descriptor, name, error))
    bytes = read_all (descriptor, name, error);
  close (descriptor);
  return bytes;
}
