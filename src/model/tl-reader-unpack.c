/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-limits.h"
#include "tl-reader-private.h"

#include <glib/gi18n.h>

/* Datasets packed with gzip. They are known by their first bytes, not by a
 * name, and unpacked piece by piece: a small file can hold a very large one. */

#define CHUNK_BYTES (256 * 1024)

/* The message names the limit. */
G_STATIC_ASSERT (TL_LIMIT_FILE_BYTES == 1024 * 1024 * 1024);

gboolean
tl_reader_check_size (guint64     size,
                      const char *name,
                      TlProblems *problems,
                      GError    **error)
{
  const char *message = _ ("The file has more than 1 GiB; split the dataset");

  if (size <= TL_LIMIT_FILE_BYTES)
    return TRUE;
  tl_problems_add (problems, TL_SEVERITY_ERROR, name, 0, 0, "file-too-large",
                   "%s", message);
  g_set_error_literal (error, TL_READER_ERROR, TL_READER_ERROR_LIMIT, message);
  return FALSE;
}

static gboolean
is_packed (GBytes *bytes)
{
  gsize         length;
  const guint8 *data = g_bytes_get_data (bytes, &length);

  return length >= 2 && data[0] == 0x1f && data[1] == 0x8b;
}

static GInputStream *
open_unpacked (GBytes *bytes)
{
  g_autoptr (GInputStream) packed =
      g_memory_input_stream_new_from_bytes (bytes);
  g_autoptr (GZlibDecompressor) converter =
      g_zlib_decompressor_new (G_ZLIB_COMPRESSOR_FORMAT_GZIP);

  return g_converter_input_stream_new (packed, G_CONVERTER (converter));
}

/* The whole stream, or nothing with error; *sound tells whose fault it was. */
static GByteArray *
read_unpacked (GInputStream *stream,
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
  return g_steal_pointer (&content);
}

GBytes *
tl_reader_unpack (GBytes       *bytes,
                  const char   *name,
                  GCancellable *cancellable,
                  TlProblems   *problems,
                  GError      **error)
{
  g_autoptr (GInputStream) stream = NULL;
  g_autoptr (GError) reason = NULL;
  GByteArray *content;
  const char *message = _ ("The file is packed with gzip, but damaged or cut "
                           "short; get it once more");

  if (!is_packed (bytes))
    return g_bytes_ref (bytes);
  stream = open_unpacked (bytes);
  content = read_unpacked (stream, name, cancellable, problems, &reason);
  if (content != NULL)
    return g_byte_array_free_to_bytes (content);
  if (reason->domain == TL_READER_ERROR ||
      g_error_matches (reason, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    {
      g_propagate_error (error, g_steal_pointer (&reason));
      return NULL;
    }
  tl_problems_add (problems, TL_SEVERITY_ERROR, name, 0, 0, "bad-gzip", "%s",
                   message);
  g_set_error_literal (error, TL_READER_ERROR, TL_READER_ERROR_SYNTAX, message);
  return NULL;
}
