/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tl-export.h"

#include <glib/gstdio.h>
#include <signal.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <unistd.h>

typedef struct
{
  char *folder;
  char *path;
} Fixture;

static void
set_up (Fixture *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  self->folder = g_dir_make_tmp ("treatyline-XXXXXX", &error);
  g_assert_no_error (error);
  self->path = g_build_filename (self->folder, "picture.svg", NULL);
}

static guint
count_files (const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  guint n = 0;

  while (g_dir_read_name (dir) != NULL)
    n++;
  return n;
}

static void
tear_down (Fixture *self, gconstpointer data)
{
  g_autoptr (GDir) dir = g_dir_open (self->folder, 0, NULL);
  const char *name;

  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (self->folder, name, NULL);

      g_remove (path);
    }
  g_rmdir (self->folder);
  g_free (self->folder);
  g_free (self->path);
}

static gboolean
save (const char *path, const char *text, gboolean overwrite, GError **error)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static (text, strlen (text));

  return tl_export_save (path, bytes, overwrite, error);
}

static void
assert_saved (const char *path, const char *text, gboolean overwrite)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (save (path, text, overwrite, &error));
  g_assert_no_error (error);
}

static void
assert_content (const char *path, const char *wanted)
{
  g_autofree char *content = NULL;

  g_assert_true (g_file_get_contents (path, &content, NULL, NULL));
  g_assert_cmpstr (content, ==, wanted);
}

static mode_t
get_mode (const char *path)
{
  struct stat info;

  g_assert_cmpint (stat (path, &info), ==, 0);
  return info.st_mode & 07777;
}

static void
test_new (Fixture *self, gconstpointer data)
{
  mode_t mask = umask (027);

  assert_saved (self->path, "one", FALSE);
  umask (mask);
  assert_content (self->path, "one");
  g_assert_cmpint (get_mode (self->path), ==, 0640);
  g_assert_cmpuint (count_files (self->folder), ==, 1);
}

static void
test_exists (Fixture *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  assert_saved (self->path, "one", FALSE);
  g_assert_false (save (self->path, "two", FALSE, &error));
  g_assert_error (error, TL_EXPORT_ERROR, TL_EXPORT_ERROR_EXISTS);
  g_assert_nonnull (strstr (error->message, "picture.svg"));
  assert_content (self->path, "one");
  g_assert_cmpuint (count_files (self->folder), ==, 1);
}

static void
test_overwrite (Fixture *self, gconstpointer data)
{
  mode_t mask = umask (077);

  assert_saved (self->path, "one", TRUE);
  g_assert_cmpint (g_chmod (self->path, 0664), ==, 0);
  assert_saved (self->path, "two", TRUE);
  umask (mask);
  assert_content (self->path, "two");
  g_assert_cmpint (get_mode (self->path), ==, 0664);
  g_assert_cmpuint (count_files (self->folder), ==, 1);
}

/* Links stay links: to a file, to a name that is free, through another
 * link. */
static void
test_links (Fixture *self, gconstpointer data)
{
  g_autofree char *link = g_build_filename (self->folder, "link", NULL);
  g_autofree char *second = g_build_filename (self->folder, "second", NULL);
  g_autoptr (GError) error = NULL;

  g_assert_cmpint (symlink ("picture.svg", link), ==, 0);
  g_assert_cmpint (symlink (link, second), ==, 0);
  assert_saved (second, "one", FALSE);
  assert_content (self->path, "one");
  g_assert_false (save (link, "two", FALSE, &error));
  g_assert_error (error, TL_EXPORT_ERROR, TL_EXPORT_ERROR_EXISTS);
  assert_saved (second, "two", TRUE);
  assert_content (self->path, "two");
  g_assert_true (g_file_test (link, G_FILE_TEST_IS_SYMLINK));
  g_assert_true (g_file_test (second, G_FILE_TEST_IS_SYMLINK));
  g_assert_cmpuint (count_files (self->folder), ==, 3);
}

static void
test_loop (Fixture *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  g_assert_cmpint (symlink ("picture.svg", self->path), ==, 0);
  g_assert_false (save (self->path, "one", TRUE, &error));
  g_assert_error (error, G_FILE_ERROR, G_FILE_ERROR_LOOP);
}

static void
test_errors (Fixture *self, gconstpointer data)
{
  g_autofree char *no_folder =
      g_build_filename (self->folder, "none", "picture.svg", NULL);
  g_autofree char *in_file = g_build_filename (self->path, "picture.svg", NULL);
  g_autofree char *long_name = g_strnfill (300, 'x');
  g_autofree char *too_long = g_build_filename (self->folder, long_name, NULL);
  const struct
  {
    const char *path;
    int         code;
    const char *says;
  } cases[] = {
    { no_folder, G_FILE_ERROR_NOENT, "Create it" },
    { in_file, G_FILE_ERROR_NOTDIR, "not a folder" },
    { self->folder, G_FILE_ERROR_ISDIR, "Give the name of a file" },
    { too_long, G_FILE_ERROR_NAMETOOLONG, "shorter" },
    { "/dev/full", G_FILE_ERROR_NOSPC, "Free some space" },
  };

  assert_saved (self->path, "one", FALSE);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_false (save (cases[i].path, "two", TRUE, &error));
      g_assert_error (error, G_FILE_ERROR, cases[i].code);
      g_assert_nonnull (strstr (error->message, cases[i].says));
    }
  g_assert_cmpuint (count_files (self->folder), ==, 1);
}

/* A pipe gets the bytes, is not replaced, and needs no leave to overwrite. */
static void
test_pipe (Fixture *self, gconstpointer data)
{
  int              ends[2];
  char             read_back[8] = { 0 };
  g_autofree char *name = NULL;
  g_autofree char *link = g_build_filename (self->folder, "link", NULL);

  g_assert_cmpint (pipe (ends), ==, 0);
  name = g_strdup_printf ("/proc/self/fd/%d", ends[1]);
  g_assert_cmpint (symlink (name, link), ==, 0);
  assert_saved (link, "one", FALSE);
  g_assert_cmpint (read (ends[0], read_back, sizeof read_back), ==, 3);
  g_assert_cmpstr (read_back, ==, "one");
  g_assert_true (g_file_test (link, G_FILE_TEST_IS_SYMLINK));
  close (ends[0]);
  close (ends[1]);
}

/* What a full disk does: the old file stays whole, and nothing else is left. */
static void
test_no_room (Fixture *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *large = g_strnfill (100000, 'x');
  struct rlimit    before;
  struct rlimit    small;

  assert_saved (self->path, "one", FALSE);
  g_assert_cmpint (getrlimit (RLIMIT_FSIZE, &before), ==, 0);
  small = before;
  small.rlim_cur = 4096;
  signal (SIGXFSZ, SIG_IGN);
  g_assert_cmpint (setrlimit (RLIMIT_FSIZE, &small), ==, 0);
  g_assert_false (save (self->path, large, TRUE, &error));
  g_assert_cmpint (setrlimit (RLIMIT_FSIZE, &before), ==, 0);
  g_assert_nonnull (error);
  g_assert_nonnull (strstr (error->message, "too large"));
  assert_content (self->path, "one");
  g_assert_cmpuint (count_files (self->folder), ==, 1);
}

/* The superuser may write everything, so that he is somebody else here. */
static void
test_read_only (Fixture *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  uid_t user = geteuid ();

  assert_saved (self->path, "one", FALSE);
  g_assert_cmpint (g_chmod (self->path, 0444), ==, 0);
  if (user == 0)
    {
      g_assert_cmpint (chown (self->folder, 65534, (gid_t)-1), ==, 0);
      g_assert_cmpint (seteuid (65534), ==, 0);
    }
  g_assert_false (save (self->path, "two", TRUE, &error));
  g_assert_cmpint (seteuid (user), ==, 0);
  g_assert_error (error, G_FILE_ERROR, G_FILE_ERROR_ACCES);
  assert_content (self->path, "one");
  g_assert_cmpuint (count_files (self->folder), ==, 1);
}

static gpointer
save_cb (gpointer path)
{
  g_autoptr (GError) error = NULL;

  if (save (path, "one", FALSE, &error))
    return GUINT_TO_POINTER (1);
  g_assert_error (error, TL_EXPORT_ERROR, TL_EXPORT_ERROR_EXISTS);
  return NULL;
}

/* Of two who make the same new file at the same time, one is told so. */
static void
test_race (Fixture *self, gconstpointer data)
{
  for (guint i = 0; i < 40; i++)
    {
      GThread *thread = g_thread_new ("saver", save_cb, self->path);
      guint    n_saved = save_cb (self->path) != NULL;

      n_saved += g_thread_join (thread) != NULL;
      g_assert_cmpuint (n_saved, ==, 1);
      assert_content (self->path, "one");
      g_assert_cmpuint (count_files (self->folder), ==, 1);
      g_assert_cmpint (g_unlink (self->path), ==, 0);
    }
}

/* A file name alone is one in the current folder. */
static void
test_relative (Fixture *self, gconstpointer data)
{
  g_autofree char *before = g_get_current_dir ();

  g_assert_cmpint (g_chdir (self->folder), ==, 0);
  assert_saved ("picture.svg", "one", FALSE);
  assert_saved ("picture.svg", "two", TRUE);
  g_assert_cmpint (g_chdir (before), ==, 0);
  assert_content (self->path, "two");
}

#define ADD(name, function)                                                    \
  g_test_add ("/tl/file-saver/save/" name, Fixture, NULL, set_up, function,    \
              tear_down)

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  ADD ("new", test_new);
  ADD ("exists", test_exists);
  ADD ("overwrite", test_overwrite);
  ADD ("links", test_links);
  ADD ("loop", test_loop);
  ADD ("errors", test_errors);
  ADD ("pipe", test_pipe);
  ADD ("no-room", test_no_room);
  ADD ("read-only", test_read_only);
  ADD ("race", test_race);
  ADD ("relative", test_relative);
  return g_test_run ();
}
