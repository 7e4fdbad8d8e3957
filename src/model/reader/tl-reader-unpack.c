/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-limits.h"
#include "tl-reader-private.h"

#include <glib/gi18n.h>

/* Datasets packed with gzip. They are known by their first bytes, not by a
 * name, and unpacked piece by piece: a small file can hold a very large one. */

#define CHUNK_BYTES (256 * 1024)
/* How much of the work is done then. */
#define UNPACKED 0.4

guint64
tl_reader_options_get_held_bytes (const TlReaderOptions *self)
{
  return self->held_bytes > 0 ? self->held_bytes : TL_LIMIT_HELD_BYTES;
}

gboolean
tl_reader_check_size (guint64     size,
                      guint64     limit,
                      const char *name,
                      TlProblems *problems,
                      GError    **error)
{
  g_autofree char *most = NULL;
  g_autofree char *message = NULL;

  if (size <= limit)
    return TRUE;
  most = g_format_size_full (limit, G_FORMAT_SIZE_IEC_UNITS);
  if (limit >= TL_LIMIT_FILE_BYTES)
    message = g_strdup_printf (
        /* Translators: %s is a size, like "64.0 GiB". */
        _ ("The file has more than %s; split the dataset"), most);
  else
    message = g_strdup_printf (
        /* Translators: %s is a size, like "1.0 GiB". A file that is not packed
         * may be larger. */
        _ ("The text has more than %s, which is too much to be held in "
           "memory; save it as a file that is not packed"),
        most);
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
open_unpacked (GInputStream *packed)
{
  g_autoptr (GZlibDecompressor) converter =
      g_zlib_decompressor_new (G_ZLIB_COMPRESSOR_FORMAT_GZIP);

  return g_converter_input_stream_new (packed, G_CONVERTER (converter));
}

static double
get_fraction (GInputStream *packed, GBytes *bytes)
{
  return (double)g_seekable_tell (G_SEEKABLE (packed)) /
         (double)g_bytes_get_size (bytes);
}

/* The whole stream, or nothing with error. */
static GByteArray *
read_unpacked (GBytes                *bytes,
               const char            *name,
               const TlReaderOptions *options,
               TlReaderMeter         *meter,
               GCancellable          *cancellable,
               TlProblems            *problems,
               GError               **error)
{
  g_autoptr (GInputStream) packed =
      g_memory_input_stream_new_from_bytes (bytes);
  g_autoptr (GInputStream) stream = open_unpacked (packed);
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
      tl_reader_meter_tell (meter, 0, get_fraction (packed, bytes));
    }
  while (n_read == CHUNK_BYTES);
  return g_steal_pointer (&content);
}

GBytes *
tl_reader_unpack (GBytes                *bytes,
                  const char            *name,
                  const TlReaderOptions *options,
                  TlReaderMeter         *meter,
                  GCancellable          *cancellable,
                  TlProblems            *problems,
                  GError               **error)
{
  g_autoptr (GError) reason = NULL;
  GByteArray *content;
  const char *message = _ ("The file is packed with gzip, but damaged or cut "
                           "short; get it once more");

  if (!is_packed (bytes))
    return g_bytes_ref (bytes);
  tl_reader_meter_begin (meter, UNPACKED);
  content = read_unpacked (bytes, name, options, meter, cancellable, problems,
                           &reason);
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
