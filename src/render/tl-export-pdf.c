/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-export-pdf.h"

#include "tl-cairo-backend.h"
#include "tl-number.h"

#include <cairo-pdf.h>
#include <glib/gi18n.h>
#include <string.h>

/* PDF by cairo: vectors, and text that can be searched and copied. */

/* A PDF counts in 1/72 inch, a scene in 1/96. */
#define UNITS_PER_POINT 0.75

/* 200 inches: the largest page of PDF 1.5, and of many readers of later
 * versions. */
#define MAX_UNITS 14400.0

static cairo_status_t
append_cb (void *closure, const unsigned char *data, unsigned int length)
{
  g_byte_array_append (closure, data, length);
  return CAIRO_STATUS_SUCCESS;
}

/* (transfer full) (nullable) */
static char *
get_creation_date (void)
{
  const char *text = g_getenv ("SOURCE_DATE_EPOCH");
  gint64      seconds;
  g_autoptr (GDateTime) date = NULL;

  if (text == NULL ||
      !g_ascii_string_to_signed (text, 10, 0, G_MAXINT64, &seconds, NULL))
    return NULL;
  date = g_date_time_new_from_unix_utc (seconds);
  return date != NULL ? g_date_time_format (date, "%Y-%m-%dT%H:%M:%S") : NULL;
}

/* (transfer full): what the picture shows, in words that searches find. */
static char *
make_keywords (const TlExportMetadata *metadata)
{
  const struct
  {
    const char *name;
    const char *value;
  } parts[] = {
    { "dataset", metadata->dataset_id }, { "sha256", metadata->dataset_sha256 },
    { "filter", metadata->filter },      { "range", metadata->range },
    { "known on", metadata->known_on },  { "language", metadata->language },
  };
  GString *keywords = g_string_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    if (parts[i].value != NULL && *parts[i].value != '\0')
      g_string_append_printf (keywords, "%s%s: %s",
                              keywords->len > 0 ? ", " : "", parts[i].name,
                              parts[i].value);
  return g_string_free (keywords, FALSE);
}

static void
set_metadata (cairo_surface_t *surface, const TlExportMetadata *metadata)
{
  g_autofree char *date = get_creation_date ();
  g_autofree char *keywords = make_keywords (metadata);

  if (metadata->title != NULL)
    cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_TITLE,
                                    metadata->title);
  if (metadata->description != NULL)
    cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_SUBJECT,
                                    metadata->description);
  if (*keywords != '\0')
    cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_KEYWORDS,
                                    keywords);
  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_CREATOR,
                                  "Treatyline " TL_VERSION);
  /* What is no date leaves the entry out; without a call cairo would write
   * the time of the clock. */
  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_CREATE_DATE,
                                  date != NULL ? date : "");
}

/* Cairo before 1.17 writes dates without the "D:" that the standard asks for.
 * The seconds make room for it, so that nothing else in the file moves. */
static void
repair_date (GByteArray *bytes)
{
  static const char entry[] = "/CreationDate (";
  gsize             digits = strlen ("20200729120000");
  char *at = memmem (bytes->data, bytes->len, entry, strlen (entry));

  if (at == NULL)
    return;
  at += strlen (entry);
  if (at + digits >= (char *)bytes->data + bytes->len ||
      !g_ascii_isdigit (*at) || at[digits] != ')')
    return;
  memmove (at + 2, at, digits - 2);
  memcpy (at, "D:", 2);
}

static gboolean
check_size (const TlScene *scene, GError **error)
{
  double           width = tl_scene_get_width (scene);
  double           height = tl_scene_get_height (scene);
  g_autofree char *columns = NULL;
  g_autofree char *rows = NULL;
  g_autofree char *most = NULL;

  if (MAX (width, height) * UNITS_PER_POINT <= MAX_UNITS)
    return TRUE;
  columns = tl_number_format_decimal (width, 0);
  rows = tl_number_format_decimal (height, 0);
  most = tl_number_format_decimal (MAX_UNITS / UNITS_PER_POINT, 0);
  g_set_error (error, TL_EXPORT_ERROR, TL_EXPORT_ERROR_SIZE,
               /* Translators: %1$s and %2$s are the width and the height of the
                * picture, %3$s is the largest possible: always 19,200. */
               _ ("A PDF page cannot be %1$s × %2$s points large: its sides "
                  "are %3$s points at most. Choose a smaller size, or SVG."),
               columns, rows, most);
  return FALSE;
}

static cairo_status_t
draw_page (cairo_surface_t *surface,
           const TlScene   *scene,
           TlTextMeasurer  *measurer)
{
  cairo_t       *cr = cairo_create (surface);
  cairo_status_t status;

  cairo_scale (cr, UNITS_PER_POINT, UNITS_PER_POINT);
  tl_cairo_draw_scene (cr, scene, measurer);
  cairo_show_page (cr);
  status = cairo_status (cr);
  cairo_destroy (cr);
  cairo_surface_finish (surface);
  return status != CAIRO_STATUS_SUCCESS ? status
                                        : cairo_surface_status (surface);
}

GBytes *
tl_export_pdf (const TlScene          *scene,
               TlTextMeasurer         *measurer,
               const TlExportMetadata *metadata,
               GError                **error)
{
  g_autoptr (GByteArray) bytes = NULL;
  cairo_surface_t *surface;
  cairo_status_t   status;

  if (!check_size (scene, error))
    return NULL;
  bytes = g_byte_array_new ();
  surface = cairo_pdf_surface_create_for_stream (
      append_cb, bytes, tl_scene_get_width (scene) * UNITS_PER_POINT,
      tl_scene_get_height (scene) * UNITS_PER_POINT);
  set_metadata (surface, metadata);
  status = draw_page (surface, scene, measurer);
  cairo_surface_destroy (surface);
  if (status != CAIRO_STATUS_SUCCESS)
    {
      g_set_error (error, TL_EXPORT_ERROR, TL_EXPORT_ERROR_RENDER,
                   /* Translators: %s is a message of the drawing library. */
                   _ ("The PDF could not be drawn: %s"),
                   cairo_status_to_string (status));
      return NULL;
    }
  repair_date (bytes);
  return g_byte_array_free_to_bytes (g_steal_pointer (&bytes));
}
