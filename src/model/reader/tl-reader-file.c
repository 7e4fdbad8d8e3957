/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-limits.h"
#include "tl-reader-private.h"

/* Gets the bytes of a dataset's file. They are read, not mapped: a mapped file
 * that somebody truncates meanwhile would end the program. Only what is too
 * large to be held in memory is mapped all the same; such files grow at their
 * end or are replaced, which does no harm. */

#define BUILTIN_FILE "strategic-stability-2020.json"
#define CHUNK_BYTES (1024 * 1024)
/* How much of the work is done then. */
#define READ 0.1

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
read_stream (GInputStream          *stream,
             guint64                told_size,
             const char            *name,
             const TlReaderOptions *options,
             TlReaderMeter         *meter,
             GCancellable          *cancellable,
             TlProblems            *problems,
             GError               **error)
{
  g_autoptr (GByteArray) content = g_byte_array_new ();
  guint64 limit = tl_reader_options_get_held_bytes (options);
  gsize   n_read;

  do
    {
      guint length = content->len;

      g_byte_array_set_size (content, length + CHUNK_BYTES);
      if (!g_input_stream_read_all (stream, content->data + length, CHUNK_BYTES,
                                    &n_read, cancellable, error))
        return NULL;
      g_byte_array_set_size (content, length + (guint)n_read);
      if (!tl_reader_check_size (content->len, limit, name, problems, error))
        return NULL;
      if (told_size > 0)
        tl_reader_meter_tell (meter, 0,
                              (double)content->len / (double)told_size);
    }
  while (n_read == CHUNK_BYTES);
  return g_byte_array_free_to_bytes (g_steal_pointer (&content));
}

/* NULL when the file is none that can be mapped. */
static GBytes *
map_file (GFile *file)
{
  g_autofree char *path = g_file_get_path (file);
  g_autoptr (GMappedFile) mapped = NULL;

  if (path != NULL)
    mapped = g_mapped_file_new (path, FALSE, NULL);
  return mapped != NULL ? g_mapped_file_get_bytes (mapped) : NULL;
}

static GBytes *
get_bytes (GFile                 *file,
           const char            *name,
           const TlReaderOptions *options,
           TlReaderMeter         *meter,
           GCancellable          *cancellable,
           TlProblems            *problems,
           GError               **error)
{
  g_autoptr (GFileInputStream) stream = g_file_read (file, cancellable, error);
  GBytes *bytes = NULL;
  guint64 size;

  if (stream == NULL)
    return NULL;
  size = get_told_size (stream, cancellable);
  if (!tl_reader_check_size (size, TL_LIMIT_FILE_BYTES, name, problems, error))
    return NULL;
  tl_reader_meter_begin (meter, READ);
  if (size > tl_reader_options_get_held_bytes (options))
    bytes = map_file (file);
  if (bytes == NULL)
    bytes = read_stream (G_INPUT_STREAM (stream), size, name, options, meter,
                         cancellable, problems, error);
  return bytes;
}

TlDataset *
tl_reader_load_file_with_options (GFile                 *file,
                                  const TlReaderOptions *options,
                                  GCancellable          *cancellable,
                                  TlProblems            *problems,
                                  GError               **error)
{
  TlReaderMeter meter = { .feedback = options->feedback };
  g_autoptr (GBytes) bytes = NULL;
  g_autofree char *name = get_name (file);

  bytes = get_bytes (file, name, options, &meter, cancellable, problems, error);
  if (bytes == NULL)
    return NULL;
  return tl_reader_load_metered (bytes, name, options, &meter, cancellable,
                                 problems, error);
}

TlDataset *
tl_reader_load_file_with_feedback (GFile                  *file,
                                   const TlReaderFeedback *feedback,
                                   GCancellable           *cancellable,
                                   TlProblems             *problems,
                                   GError                **error)
{
  const TlReaderOptions options = { .feedback = feedback };

  g_return_val_if_fail (G_IS_FILE (file) && problems != NULL, NULL);

  return tl_reader_load_file_with_options (file, &options, cancellable,
                                           problems, error);
}

TlDataset *
tl_reader_load_file (GFile        *file,
                     GCancellable *cancellable,
                     TlProblems   *problems,
                     GError      **error)
{
  return tl_reader_load_file_with_feedback (file, NULL, cancellable, problems,
                                            error);
}

GFile *
tl_reader_get_builtin_file (void)
{
  const char *folder = g_getenv ("TREATYLINE_DATASETS_DIR");

  if (folder == NULL || *folder == '\0')
    folder = TL_DATASETS_DIR;
  return g_file_new_build_filename (folder, BUILTIN_FILE, NULL);
}
