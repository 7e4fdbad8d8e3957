/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-reader-private.h"

/* Gets the bytes of a dataset's file. They are read, not mapped: a mapped file
 * that somebody truncates meanwhile would end the program. */

#define BUILTIN_FILE "strategic-stability-2020.json"
#define CHUNK_BYTES (1024 * 1024)

/* What messages call the file: as short as the shell's user would. */
static char *
get_name (GFile *file)
{
  g_autofree char *folder_path = g_get_current_dir ();
  g_autoptr (GFile) folder = g_file_new_for_path (folder_path);
  char *name = g_file_get_relative_path (folder, file);

  return name != NULL ? name : g_file_get_parse_name (file);
}

/* The size as the file system tells it; 0 for pipes and the like. */
static guint64
get_told_size (GFileInputStream *stream, GCancellable *cancellable)
{
  g_autoptr (GFileInfo) info = g_file_input_stream_query_info (
      stream, G_FILE_ATTRIBUTE_STANDARD_SIZE, cancellable, NULL);

  return info != NULL ? g_file_info_get_attribute_uint64 (
                            info, G_FILE_ATTRIBUTE_STANDARD_SIZE)
                      : 0;
}

static GBytes *
read_stream (GInputStream *stream,
             const char   *name,
             GCancellable *cancellable,
             TlProblems   *problems,
             GError      **error)
{
  g_autoptr (GByteArray) content = g_byte_array_new ();
  gsize n_read;

  do
    {
      guint length = content->len;

      g_byte_array_set_size (content, length + CHUNK_BYTES);
      if (!g_input_stream_read_all (stream, content->data + length, CHUNK_BYTES,
                                    &n_read, cancellable, error))
        return NULL;
      g_byte_array_set_size (content, length + (guint)n_read);
      if (!tl_reader_check_size (content->len, name, problems, error))
        return NULL;
    }
  while (n_read == CHUNK_BYTES);
  return g_byte_array_free_to_bytes (g_steal_pointer (&content));
}

TlDataset *
tl_reader_load_file_with_progress (GFile           *file,
                                   TlReaderProgress progress,
                                   gpointer         progress_data,
                                   GCancellable    *cancellable,
                                   TlProblems      *problems,
                                   GError         **error)
{
  const TlReaderOptions options = { .progress = progress,
                                    .progress_data = progress_data };
  g_autoptr (GFileInputStream) stream = NULL;
  g_autoptr (GBytes) bytes = NULL;
  g_autofree char *name = NULL;

  g_return_val_if_fail (G_IS_FILE (file) && problems != NULL, NULL);

  stream = g_file_read (file, cancellable, error);
  if (stream == NULL)
    return NULL;
  name = get_name (file);
  if (!tl_reader_check_size (get_told_size (stream, cancellable), name,
                             problems, error))
    return NULL;
  bytes =
      read_stream (G_INPUT_STREAM (stream), name, cancellable, problems, error);
  if (bytes == NULL)
    return NULL;
  return tl_reader_load_with_options (bytes, name, &options, cancellable,
                                      problems, error);
}

TlDataset *
tl_reader_load_file (GFile        *file,
                     GCancellable *cancellable,
                     TlProblems   *problems,
                     GError      **error)
{
  return tl_reader_load_file_with_progress (file, NULL, NULL, cancellable,
                                            problems, error);
}

GFile *
tl_reader_get_builtin_file (void)
{
  const char *folder = g_getenv ("TREATYLINE_DATASETS_DIR");

  if (folder == NULL || *folder == '\0')
    folder = TL_DATASETS_DIR;
  return g_file_new_build_filename (folder, BUILTIN_FILE, NULL);
}
