/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-export.h"

#include "tl-export-pdf.h"
#include "tl-export-png.h"
#include "tl-svg-writer.h"

#include <glib/gi18n.h>
#include <string.h>

/* The formats a picture can be written in. */

static const char *const format_nicks[] = {
  [TL_EXPORT_PNG] = "png",
  [TL_EXPORT_SVG] = "svg",
  [TL_EXPORT_PDF] = "pdf",
};

/* clang-format off */
G_DEFINE_QUARK (tl-export-error-quark, tl_export_error)
/* clang-format on */

static gboolean
check_size (const TlScene *scene, GError **error)
{
  if (tl_scene_get_width (scene) > 0 && tl_scene_get_height (scene) > 0)
    return TRUE;
  g_set_error_literal (
      error, TL_EXPORT_ERROR, TL_EXPORT_ERROR_SIZE,
      _ ("The picture has no area: choose a width and a height above 0"));
  return FALSE;
}

gboolean
tl_export_format_from_nick (const char *nick, TlExportFormat *format)
{
  g_return_val_if_fail (nick != NULL, FALSE);

  for (guint i = 0; i < G_N_ELEMENTS (format_nicks); i++)
    if (g_ascii_strcasecmp (nick, format_nicks[i]) == 0)
      {
        *format = (TlExportFormat)i;
        return TRUE;
      }
  return FALSE;
}

gboolean
tl_export_format_from_name (const char *name, TlExportFormat *format)
{
  const char *dot;

  g_return_val_if_fail (name != NULL, FALSE);

  dot = strrchr (name, '.');
  return dot != NULL && tl_export_format_from_nick (dot + 1, format);
}

const char *
tl_export_format_to_nick (TlExportFormat format)
{
  g_return_val_if_fail ((guint)format < G_N_ELEMENTS (format_nicks), NULL);

  return format_nicks[format];
}

GBytes *
tl_export_render (const TlScene          *scene,
                  TlTextMeasurer         *measurer,
                  TlExportFormat          format,
                  double                  scale,
                  gboolean                outlines,
                  const TlExportMetadata *metadata,
                  GError                **error)
{
  static const TlExportMetadata nothing = { 0 };

  g_return_val_if_fail (scene != NULL, NULL);
  g_return_val_if_fail (measurer != NULL, NULL);

  if (metadata == NULL)
    metadata = &nothing;
  if (!check_size (scene, error))
    return NULL;
  switch (format)
    {
    case TL_EXPORT_PNG:
      return tl_export_png (scene, measurer, scale, metadata, error);
    case TL_EXPORT_SVG:
      return outlines ? tl_svg_write_outlines (scene, measurer, metadata)
                      : tl_svg_write (scene, measurer, metadata);
    case TL_EXPORT_PDF:
      return tl_export_pdf (scene, measurer, metadata, error);
    default:
      g_return_val_if_reached (NULL);
    }
}
