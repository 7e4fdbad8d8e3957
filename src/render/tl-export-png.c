/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-export-png.h"

#include "tl-cairo-backend.h"
#include "tl-number.h"

#include <glib/gi18n.h>
#include <math.h>
#include <png.h>
#include <string.h>

/* PNG by libpng, from bands of the picture, so that a large one does not need
 * memory for all its pixels. Flat drawings are smaller and written faster
 * without filters. There is no date in the file. */

/* Cairo has 16 bits for the sides of an image and 24 for coordinates. */
#define MAX_SIDE 32767
#define MAX_SCALE 40.0
#define MAX_BAND_BYTES (8 * 1024 * 1024)
#define COMPRESSION_LEVEL 3
#define POINTS_PER_METER (96 / 0.0254)
#define MAX_TEXTS 8

typedef struct
{
  const TlScene  *scene;
  TlTextMeasurer *measurer;
  double          scale;
  int             width;
  int             height;
  int             band_height;
  const TlColor  *paper;   /* nullable: opaque colour behind everything */
  const char     *message; /* of what failed; static */
} Picture;

typedef struct
{
  png_text texts[MAX_TEXTS];
  int      n_texts;
} Texts;

/* The opaque rectangle that a scene begins with, if it does. */
static const TlColor *
find_paper (const TlScene *scene)
{
  const TlItem *item = NULL;

  for (guint i = 0; i < tl_scene_get_n_items (scene); i++)
    {
      item = tl_scene_get_item (scene, i);
      if (item->type != TL_ITEM_GROUP_BEGIN)
        break;
    }
  if (item == NULL || item->type != TL_ITEM_RECT || item->radius > 0 ||
      item->fill.kind != TL_PAINT_COLOR || item->fill.color.alpha < 1.0f ||
      item->rect.x > 0 || item->rect.y > 0 ||
      item->rect.x + item->rect.width < tl_scene_get_width (scene) ||
      item->rect.y + item->rect.height < tl_scene_get_height (scene))
    return NULL;
  return &item->fill.color;
}

static gboolean
check_scale (double scale, GError **error)
{
  g_autofree char *most = NULL;

  if (scale > 0 && scale <= MAX_SCALE)
    return TRUE;
  most = tl_number_format_decimal (MAX_SCALE, 0);
  g_set_error (error, TL_EXPORT_ERROR, TL_EXPORT_ERROR_SIZE,
               /* Translators: %s is the largest scale possible: always 40. */
               _ ("The scale must be above 0 and at most %s pixels per "
                  "point"),
               most);
  return FALSE;
}

static gboolean
check_sides (const TlScene *scene, double scale, GError **error)
{
  double points = MAX (tl_scene_get_width (scene), tl_scene_get_height (scene));
  double width = round (tl_scene_get_width (scene) * scale);
  double height = round (tl_scene_get_height (scene) * scale);

  g_autofree char *columns = NULL;
  g_autofree char *rows = NULL;
  g_autofree char *most = NULL;
  g_autofree char *fitting = NULL;

  if (width >= 1 && height >= 1 && width <= MAX_SIDE && height <= MAX_SIDE)
    return TRUE;
  columns = tl_number_format_decimal (width, 0);
  rows = tl_number_format_decimal (height, 0);
  most = tl_number_format (MAX_SIDE);
  fitting = tl_number_format_decimal (floor (MAX_SIDE / points * 100) / 100, 2);
  if (width < 1 || height < 1)
    g_set_error (error, TL_EXPORT_ERROR, TL_EXPORT_ERROR_SIZE,
                 /* Translators: %1$s and %2$s are the width and the height of
                  * the picture. */
                 _ ("A picture of %1$s × %2$s pixels shows nothing: choose a "
                    "larger size or scale"),
                 columns, rows);
  else
    g_set_error (
        error, TL_EXPORT_ERROR, TL_EXPORT_ERROR_SIZE,
        /* Translators: %1$s and %2$s are the width and the height of the
         * picture, %3$s is the most pixels a side can have, always 32,767, and
         * %4$s the largest scale at which it would fit: 2.50. */
        _ ("A PNG of %1$s × %2$s pixels is too large: its sides have %3$s "
           "pixels at most. Choose a scale of at most %4$s, a smaller size, or "
           "SVG."),
        columns, rows, most, fitting);
  return FALSE;
}

static void
add_text (Texts *self, const char *key, const char *text, const char *language)
{
  png_text *entry = &self->texts[self->n_texts];

  if (text == NULL || *text == '\0')
    return;
  g_return_if_fail (self->n_texts < MAX_TEXTS);

  self->n_texts++;
  /* libpng takes strings that are not const, and does not change them. */
  entry->compression = PNG_ITXT_COMPRESSION_NONE;
  entry->key = (char *)key;
  entry->text = (char *)text;
  entry->itxt_length = strlen (text);
  entry->lang = (char *)(language != NULL ? language : "");
  entry->lang_key = (char *)"";
}

static void
collect_texts (Texts                  *self,
               const TlExportMetadata *metadata,
               const char             *source)
{
  add_text (self, "Title", metadata->title, metadata->language);
  add_text (self, "Description", metadata->description, metadata->language);
  add_text (self, "Software", "Treatyline " TL_VERSION, NULL);
  add_text (self, "Source", source, NULL);
  add_text (self, "Filter", metadata->filter, NULL);
  add_text (self, "Range", metadata->range, NULL);
  add_text (self, "Known on", metadata->known_on, NULL);
}

/* (transfer full): "id sha256:…" */
static char *
make_source (const TlExportMetadata *metadata)
{
  if (metadata->dataset_sha256 == NULL)
    return g_strdup (metadata->dataset_id);
  return g_strdup_printf (
      "%s sha256:%s", metadata->dataset_id != NULL ? metadata->dataset_id : "",
      metadata->dataset_sha256);
}

static void
clear_band (cairo_t *cr, const TlColor *paper)
{
  cairo_save (cr);
  cairo_set_operator (cr, CAIRO_OPERATOR_SOURCE);
  if (paper != NULL)
    cairo_set_source_rgb (cr, (double)paper->red, (double)paper->green,
                          (double)paper->blue);
  else
    cairo_set_source_rgba (cr, 0, 0, 0, 0);
  cairo_paint (cr);
  cairo_restore (cr);
}

static gboolean
check_status (Picture *self, cairo_status_t status)
{
  if (status == CAIRO_STATUS_SUCCESS)
    return TRUE;
  self->message = cairo_status_to_string (status);
  return FALSE;
}

static gboolean
draw_band (Picture *self, cairo_surface_t *surface, int top)
{
  cairo_t       *cr = cairo_create (surface);
  cairo_status_t status;

  clear_band (cr, self->paper);
  cairo_translate (cr, 0, -top);
  cairo_scale (cr, self->scale, self->scale);
  tl_cairo_draw_scene (cr, self->scene, self->measurer);
  status = cairo_status (cr);
  cairo_destroy (cr);
  cairo_surface_flush (surface);
  return check_status (self, status);
}

static guint8
unpremultiply (guint32 channel, guint32 alpha)
{
  return (guint8)((channel * 255 + alpha / 2) / alpha);
}

static void
convert_row_opaque (const guint32 *from, guint8 *to, int width)
{
  for (int x = 0; x < width; x++, to += 3)
    {
      to[0] = (guint8)(from[x] >> 16);
      to[1] = (guint8)(from[x] >> 8);
      to[2] = (guint8)from[x];
    }
}

static void
convert_row (const guint32 *from, guint8 *to, int width)
{
  for (int x = 0; x < width; x++, to += 4)
    {
      guint32 alpha = from[x] >> 24;

      memset (to, 0, 4);
      if (alpha == 0)
        continue;
      to[0] = unpremultiply (from[x] >> 16 & 0xff, alpha);
      to[1] = unpremultiply (from[x] >> 8 & 0xff, alpha);
      to[2] = unpremultiply (from[x] & 0xff, alpha);
      to[3] = (guint8)alpha;
    }
}

static void
write_band (Picture         *self,
            cairo_surface_t *surface,
            int              n_rows,
            guint8          *row,
            png_structp      png)
{
  const guint8 *data = cairo_image_surface_get_data (surface);
  int           stride = cairo_image_surface_get_stride (surface);

  for (int y = 0; y < n_rows; y++)
    {
      const guint32 *from = (const void *)(data + (gsize)y * (gsize)stride);

      if (self->paper != NULL)
        convert_row_opaque (from, row, self->width);
      else
        convert_row (from, row, self->width);
      png_write_row (png, row);
    }
}

static void
append_cb (png_structp png, png_bytep data, gsize length)
{
  g_byte_array_append (png_get_io_ptr (png), data, (guint)length);
}

static void
flush_cb (png_structp png)
{
}

static void
error_cb (png_structp png, png_const_charp message)
{
  Picture *self = png_get_error_ptr (png);

  self->message = message;
  png_longjmp (png, 1);
}

static void
warning_cb (png_structp png, png_const_charp message)
{
  g_debug ("libpng: %s", message);
}

static void
write_header (const Picture *self,
              const Texts   *texts,
              png_structp    png,
              png_infop      info)
{
  png_uint_32 per_meter = (png_uint_32)lround (POINTS_PER_METER * self->scale);

  png_set_compression_level (png, COMPRESSION_LEVEL);
  png_set_filter (png, PNG_FILTER_TYPE_BASE, PNG_FILTER_NONE);
  png_set_IHDR (
      png, info, (png_uint_32)self->width, (png_uint_32)self->height, 8,
      self->paper != NULL ? PNG_COLOR_TYPE_RGB : PNG_COLOR_TYPE_RGB_ALPHA,
      PNG_INTERLACE_NONE, PNG_COMPRESSION_TYPE_DEFAULT,
      PNG_FILTER_TYPE_DEFAULT);
  png_set_sRGB (png, info, PNG_sRGB_INTENT_PERCEPTUAL);
  png_set_pHYs (png, info, per_meter, per_meter, PNG_RESOLUTION_METER);
  png_set_text (png, info, texts->texts, texts->n_texts);
  png_write_info (png, info);
}

/* libpng leaves by a jump when it fails: this function owns nothing, and
 * everything it uses was made before. */
static gboolean
write_file (Picture         *self,
            const Texts     *texts,
            cairo_surface_t *surface,
            guint8          *row,
            png_structp      png,
            png_infop        info)
{
  if (setjmp (png_jmpbuf (png)))
    return FALSE;
  write_header (self, texts, png, info);
  for (int top = 0; top < self->height; top += self->band_height)
    {
      if (!draw_band (self, surface, top))
        return FALSE;
      write_band (self, surface, MIN (self->band_height, self->height - top),
                  row, png);
    }
  png_write_end (png, info);
  return TRUE;
}

static gboolean
write_picture (Picture *self, const Texts *texts, GByteArray *bytes)
{
  g_autofree guint8 *row = g_malloc ((gsize)self->width * 4);
  cairo_surface_t   *surface = cairo_image_surface_create (
        CAIRO_FORMAT_ARGB32, self->width, self->band_height);
  png_structp png = png_create_write_struct (PNG_LIBPNG_VER_STRING, self,
                                             error_cb, warning_cb);
  png_infop   info = png != NULL ? png_create_info_struct (png) : NULL;
  gboolean    written = FALSE;

  if (info != NULL && check_status (self, cairo_surface_status (surface)))
    {
      png_set_write_fn (png, bytes, append_cb, flush_cb);
      written = write_file (self, texts, surface, row, png, info);
    }
  png_destroy_write_struct (&png, &info);
  cairo_surface_destroy (surface);
  return written;
}

static int
choose_band_height (int width, int height)
{
  return MIN (height, MAX (1, MAX_BAND_BYTES / (width * 4)));
}

GBytes *
tl_export_png (const TlScene          *scene,
               TlTextMeasurer         *measurer,
               double                  scale,
               const TlExportMetadata *metadata,
               GError                **error)
{
  g_autoptr (GByteArray) bytes = NULL;
  g_autofree char *source = make_source (metadata);
  Texts            texts = { .n_texts = 0 };
  Picture          picture = { .scene = scene,
                               .measurer = measurer,
                               .scale = scale,
                               .paper = find_paper (scene),
                               .message = "out of memory" };

  if (!check_scale (scale, error) || !check_sides (scene, scale, error))
    return NULL;
  picture.width = (int)round (tl_scene_get_width (scene) * scale);
  picture.height = (int)round (tl_scene_get_height (scene) * scale);
  picture.band_height = choose_band_height (picture.width, picture.height);
  collect_texts (&texts, metadata, source);
  bytes = g_byte_array_new ();
  if (!write_picture (&picture, &texts, bytes))
    {
      g_set_error (error, TL_EXPORT_ERROR, TL_EXPORT_ERROR_RENDER,
                   /* Translators: %s is a message of the drawing library. */
                   _ ("The PNG could not be drawn: %s"), picture.message);
      return NULL;
    }
  return g_byte_array_free_to_bytes (g_steal_pointer (&bytes));
}
