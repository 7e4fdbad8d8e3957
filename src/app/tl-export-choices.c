/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-export-choices.h"

#include <glib/gi18n.h>
#include <math.h>

#include "tl-date-formatter.h"

/* The settings hold words and numbers that somebody may have edited: what is
 * not understood is left as it was. */

/* Most pixels a side that cairo can hold. */
#define MAX_SIDE_PX 32767

void
tl_export_choices_recall (GSettings *settings, TlExportRequest *request)
{
  g_autofree char *format = NULL;
  g_autofree char *theme = NULL;

  g_return_if_fail (request != NULL);

  if (settings == NULL ||
      g_settings_get_boolean (settings, "export-whole-range"))
    {
      request->picture.from = G_MININT64;
      request->picture.to = G_MAXINT64;
    }
  if (settings == NULL)
    return;

  format = g_settings_get_string (settings, "export-format");
  theme = g_settings_get_string (settings, "export-theme");
  tl_export_format_from_nick (format, &request->format);
  tl_theme_from_nick (theme, &request->picture.theme);
  request->picture.width = g_settings_get_int (settings, "export-width");
  request->picture.height = g_settings_get_int (settings, "export-height");
  request->scale = g_settings_get_double (settings, "export-scale");
}

void
tl_export_choices_remember (GSettings *settings, const TlExportRequest *request)
{
  g_return_if_fail (request != NULL);

  if (settings == NULL)
    return;

  g_settings_set_string (settings, "export-format",
                         tl_export_format_to_nick (request->format));
  g_settings_set_string (settings, "export-theme",
                         tl_theme_to_nick (request->picture.theme));
  g_settings_set_int (settings, "export-width",
                      (int)lround (request->picture.width));
  g_settings_set_int (settings, "export-height",
                      (int)lround (request->picture.height));
  g_settings_set_double (settings, "export-scale", request->scale);
  g_settings_set_boolean (settings, "export-whole-range",
                          request->picture.from == G_MININT64);
}

GFile *
tl_export_choices_dup_folder (GSettings *settings)
{
  const char      *pictures = NULL;
  g_autofree char *uri = NULL;

  if (settings != NULL)
    uri = g_settings_get_string (settings, "export-folder");
  if (uri != NULL && *uri != '\0')
    return g_file_new_for_uri (uri);

  pictures = g_get_user_special_dir (G_USER_DIRECTORY_PICTURES);
  return pictures != NULL ? g_file_new_for_path (pictures) : NULL;
}

void
tl_export_choices_remember_folder (GSettings *settings, GFile *file)
{
  g_autoptr (GFile) folder = NULL;
  g_autofree char *uri = NULL;

  g_return_if_fail (G_IS_FILE (file));

  folder = g_file_get_parent (file);
  if (settings == NULL || folder == NULL)
    return;

  uri = g_file_get_uri (folder);
  g_settings_set_string (settings, "export-folder", uri);
}

static char *
format_size (double width, double height)
{
  g_autoptr (TlDateFormatter) formatter = tl_date_formatter_new (NULL);
  g_autofree char *columns = NULL;
  g_autofree char *rows = NULL;

  columns =
      tl_date_formatter_format_count (formatter, (guint64)llround (width));
  rows = tl_date_formatter_format_count (formatter, (guint64)llround (height));
  /* Translators: Width and height of a picture: "1,280 × 734". */
  return g_strdup_printf (C_ ("size", "%1$s × %2$s"), columns, rows);
}

gboolean
tl_export_choices_describe_size (const TlExportRequest *request,
                                 double                 width,
                                 double                 height,
                                 char                 **text)
{
  g_autofree char *points = format_size (width, height);
  g_autofree char *pixels = NULL;
  double           side_px = MAX (width, height);

  g_return_val_if_fail (request != NULL, FALSE);
  g_return_val_if_fail (text != NULL, FALSE);

  if (request->format != TL_EXPORT_PNG)
    {
      /* Translators: %s are two sides, a width and a height: "1,280 × 734". A
       * point is 1/96 inch. */
      *text = g_strdup_printf (_ ("%s points"), points);
      return TRUE;
    }

  side_px *= request->scale;
  pixels = format_size (width * request->scale, height * request->scale);
  if (side_px > MAX_SIDE_PX)
    {
      g_autoptr (TlDateFormatter) formatter = tl_date_formatter_new (NULL);
      g_autofree char *most = NULL;

      most = tl_date_formatter_format_count (formatter, MAX_SIDE_PX);
      *text = g_strdup_printf (
          /* Translators: %1$s are two sides, a width and a height: "40,000 ×
           * 20,000"; %2$s is the most pixels of one: always 32,767. */
          _ ("%1$s pixels are too many: a side may have %2$s at most. Choose a "
             "smaller size or scale, or save as SVG or PDF."),
          pixels, most);
      return FALSE;
    }
  /* Translators: %1$s and %2$s are two sides each, a width and a height:
   * "1,280 × 734 points, 2,560 × 1,468 pixels". A point is 1/96 inch. */
  *text = g_strdup_printf (_ ("%1$s points, %2$s pixels"), points, pixels);
  return TRUE;
}

const char *
tl_export_choices_get_advice (const GError *error)
{
  g_return_val_if_fail (error != NULL, NULL);

  if (g_error_matches (error, G_FILE_ERROR, G_FILE_ERROR_NOSPC))
    return _ ("Free some space, or choose another disk. Nothing was changed.");
  if (g_error_matches (error, G_FILE_ERROR, G_FILE_ERROR_ACCES) ||
      g_error_matches (error, G_FILE_ERROR, G_FILE_ERROR_PERM) ||
      g_error_matches (error, G_FILE_ERROR, G_FILE_ERROR_ROFS))
    return _ ("Choose a folder that you may write to.");
  if (error->domain == TL_EXPORT_ERROR)
    return _ ("Choose another size, scale or format.");
  return _ ("Nothing was changed. Choose another place and try again.");
}
