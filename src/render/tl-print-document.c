/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-print-document.h"

#include <glib/gi18n.h>
#include <math.h>

#include "tl-filter-words.h"
#include "tl-group-order.h"
#include "tl-legend.h"
#include "tl-pagination.h"
#include "tl-picture-words.h"
#include "tl-print-sources.h"
#include "tl-print-view.h"
#include "tl-text-wrap.h"

/* What is the same on all pages is made once: layout, legend, headers and where
 * the lanes are parted. A page takes from the layout only the lanes and the
 * time that it shows. */

#define TITLE_BASELINE 20.0
#define SUBTITLE_BASELINE 40.0
#define SUBTITLE_LINE 16.0
#define FIRST_HEADER_HEIGHT 54.0
#define NEXT_HEADER_HEIGHT 24.0
#define NEXT_BASELINE 12.0
#define FOOTER_HEIGHT 20.0
#define FOOTER_BASELINE 4.0
#define LEGEND_GAP 8.0
/* Paper is long: few records stand in as many rows as they need. */
#define MAX_SPREAD 5000
#define SPREAD_ROWS 60
#define MIN_TIME_WIDTH 120.0
#define MIN_ROOM 60.0

struct _TlPrintDocument
{
  TlPainter        painter; /* borrows the measurer */
  TlResult        *result;
  TlDateFormatter *formatter;
  TlWarp          *warp;
  TlLayout        *layout;
  TlView          *whole; /* all pages side by side */
  TlScene         *legend;
  GArray          *strips;  /* element-type TlPageStrip */
  TlPrintSources  *sources; /* nullable */
  GPtrArray       *filter_lines;
  char            *language; /* nullable */
  char            *title;
  char            *counts;
  char            *note;
  gint64           known_on;
  guint            pages_wide;
  double           page_width;
  double           page_height;
  double           headings_width;
  double           time_width; /* of a page */
};

/* --- making --- */

static void
find_records (TlPrintDocument *self, const TlPictureOptions *options)
{
  g_autoptr (TlQuery) query = tl_query_new (options->filter, options->known_on);

  self->result = tl_query_run (query, options->dataset, NULL, NULL);
  /* The axis stays the same on every day. */
  self->warp = options->proportional
                   ? tl_warp_new_proportional ()
                   : tl_warp_new_for_dataset (options->dataset);
}

static void
make_layout (TlPrintDocument *self, const TlPictureOptions *options)
{
  TlDataset *dataset = tl_result_get_dataset (self->result);
  g_autoptr (GArray) order = tl_group_keys_from_strings (
      options->group_by, dataset, options->group_order);
  g_autoptr (GArray) folded =
      tl_group_keys_from_strings (options->group_by, dataset, options->folded);
  TlLayoutOptions layout_options = {
    .dataset = dataset,
    .group_by = options->group_by,
    .warp = self->warp,
    .formatter = self->formatter,
    .language = self->language,
    .measure = tl_text_measurer_measure,
    .measure_data = self->painter.measurer,
    .two_lines = TRUE,
    .zoom = 1,
    .today = options->today,
    .arrangement = { (const guint *)(void *)order->data, order->len,
                     (const guint *)(void *)folded->data, folded->len },
  };

  layout_options.records =
      tl_result_get_records (self->result, &layout_options.n_records);
  if (layout_options.n_records <= MAX_SPREAD)
    layout_options.max_rows = SPREAD_ROWS;
  self->layout = tl_layout_new (&layout_options);
}

static TlScale
choose_scale (TlPrintDocument *self, const TlPictureOptions *options)
{
  TlScale scale =
      tl_layout_fit (self->layout, self->time_width * self->pages_wide,
                     tl_picture_options_mirror_time (options));
  double from;
  double to;

  if (options->from == G_MININT64 && options->to == G_MAXINT64)
    return scale;

  tl_layout_get_extent (self->layout, &from, &to);
  if (options->from != G_MININT64)
    from = tl_warp_to_axis (self->warp, (double)options->from);
  if (options->to != G_MAXINT64)
    to = tl_warp_to_axis (self->warp, (double)options->to + 1);
  return tl_scale_fit (scale, from, MAX (to, from + 1), 8);
}

static void
make_view (TlPrintDocument *self, const TlPictureOptions *options)
{
  TlScale scale = { .width = self->page_width, .px_per_unit = 1 };
  g_autoptr (TlView) groups =
      tl_layout_get_view_within (self->layout, scale, 0, -1);

  self->headings_width =
      MIN (tl_painter_get_headings_width (self->painter, groups),
           self->page_width / 3);
  self->time_width = self->page_width - self->headings_width;
  scale = choose_scale (self, options);
  tl_layout_set_edges (self->layout, scale);
  self->whole = tl_layout_get_view (self->layout, scale);
  self->legend = tl_legend_new (self->painter, self->whole, self->page_width);
}

static double
get_header_height (const TlPrintDocument *self, gboolean is_first)
{
  if (!is_first)
    return NEXT_HEADER_HEIGHT;
  return FIRST_HEADER_HEIGHT + SUBTITLE_LINE * self->filter_lines->len;
}

static double
get_footer_height (const TlPrintDocument *self)
{
  return LEGEND_GAP + tl_scene_get_height (self->legend) + FOOTER_HEIGHT;
}

/* Height for lanes on a page. */
static double
get_room (const TlPrintDocument *self, gboolean is_first)
{
  return self->page_height - get_header_height (self, is_first) -
         tl_painter_get_axis_height (self->whole) - get_footer_height (self);
}

static gboolean
part_lanes (TlPrintDocument *self, GError **error)
{
  g_autoptr (GArray) borders = NULL;

  if (self->time_width < MIN_TIME_WIDTH || get_room (self, TRUE) < MIN_ROOM)
    {
      g_set_error_literal (error, TL_EXPORT_ERROR, TL_EXPORT_ERROR_SIZE,
                           _ ("The paper is too small for the timeline"));
      return FALSE;
    }
  borders = tl_pagination_list_borders (self->whole);
  self->strips =
      tl_pagination_break (borders, self->whole->height, get_room (self, TRUE),
                           get_room (self, FALSE));
  return TRUE;
}

static void
make_words (TlPrintDocument *self, const TlPrintOptions *options)
{
  const TlText    *title = tl_dataset_get_title (options->picture.dataset);
  g_autofree char *filter = NULL;

  self->title = g_strdup (tl_text_get (title, self->language));
  self->note = tl_picture_dup_note (self->formatter, self->known_on,
                                    options->picture.proportional);
  if (options->picture.filter != NULL)
    filter = tl_filter_words_format_filter (
        options->picture.filter, tl_result_get_dataset (self->result),
        self->language, self->formatter);
  if (filter != NULL)
    self->filter_lines = tl_text_wrap (self->painter.measurer, filter,
                                       TL_FONT_SUBTITLE, self->page_width);
  else
    self->filter_lines = g_ptr_array_new ();
}

static void
add_sources (TlPrintDocument *self, const TlPrintOptions *options)
{
  TlDataset *dataset = tl_result_get_dataset (self->result);
  g_autoptr (GArray) drawn = tl_picture_collect_records (self->whole);

  self->counts = tl_picture_dup_subtitle (
      self->formatter, tl_picture_count_records (dataset, drawn),
      tl_dataset_get_n_records (dataset));
  if (!options->list_sources)
    return;
  self->sources = tl_print_sources_new (
      dataset, drawn, self->formatter, self->language, self->painter.measurer,
      self->page_width, self->page_height - NEXT_HEADER_HEIGHT - FOOTER_HEIGHT);
}

TlPrintDocument *
tl_print_document_new (const TlPrintOptions *options,
                       TlTextMeasurer       *measurer,
                       GError              **error)
{
  g_autoptr (TlPrintDocument) self = NULL;
  const TlPictureOptions *picture = NULL;

  g_return_val_if_fail (options != NULL && measurer != NULL, NULL);

  picture = &options->picture;
  self = g_new0 (TlPrintDocument, 1);
  self->painter = (TlPainter){ .palette = tl_palette_get (TL_THEME_PRINT),
                               .measurer = measurer,
                               .titled = TRUE,
                               .right_to_left = picture->right_to_left };
  self->formatter = tl_date_formatter_new (NULL);
  self->language = g_strdup (picture->language);
  self->known_on = picture->known_on;
  self->page_width = options->page_width;
  self->page_height = options->page_height;
  self->pages_wide = CLAMP (options->pages_wide, 1, TL_PRINT_MAX_PAGES_WIDE);
  tl_text_measurer_set_language (
      measurer, picture->language != NULL
                    ? picture->language
                    : tl_dataset_get_language (picture->dataset));
  find_records (self, picture);
  make_layout (self, picture);
  make_view (self, picture);
  make_words (self, options);
  if (!part_lanes (self, error))
    return NULL;
  add_sources (self, options);
  return g_steal_pointer (&self);
}

void
tl_print_document_free (TlPrintDocument *self)
{
  if (self == NULL)
    return;
  g_clear_pointer (&self->sources, tl_print_sources_free);
  g_clear_pointer (&self->strips, g_array_unref);
  g_clear_pointer (&self->filter_lines, g_ptr_array_unref);
  g_clear_pointer (&self->legend, tl_scene_free);
  g_clear_pointer (&self->whole, tl_view_free);
  g_clear_pointer (&self->layout, tl_layout_unref);
  g_clear_pointer (&self->warp, tl_warp_unref);
  g_clear_pointer (&self->formatter, tl_date_formatter_free);
  g_clear_pointer (&self->result, tl_result_unref);
  g_free (self->language);
  g_free (self->title);
  g_free (self->counts);
  g_free (self->note);
  g_free (self);
}

guint
tl_print_document_get_n_lanes_pages (const TlPrintDocument *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->strips->len * self->pages_wide;
}

guint
tl_print_document_get_n_pages (const TlPrintDocument *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return tl_print_document_get_n_lanes_pages (self) +
         (self->sources != NULL ? tl_print_sources_get_n_pages (self->sources)
                                : 0);
}

/* --- a page --- */

static void
add_text (TlPrintDocument *self,
          TlScene         *scene,
          const char      *text,
          double           baseline,
          double           max_width,
          TlFontRole       font,
          TlColor          color,
          gboolean         at_end)
{
  g_autofree char *cut = tl_text_measurer_ellipsize (self->painter.measurer,
                                                     text, font, 1, max_width);
  double width = tl_text_measurer_measure_scaled (self->painter.measurer, cut,
                                                  font, 1, FALSE);
  double x =
      at_end != self->painter.right_to_left ? self->page_width - width : 0;

  tl_scene_add_text (scene, cut, x, baseline, width, font, 1, FALSE, color);
}

static void
add_first_header (TlPrintDocument *self, TlScene *scene)
{
  const TlPalette *palette = self->painter.palette;
  double           half = self->page_width / 2 - 8;

  add_text (self, scene, self->title, TITLE_BASELINE, self->page_width,
            TL_FONT_TITLE, palette->text, FALSE);
  add_text (self, scene, self->counts, SUBTITLE_BASELINE, half,
            TL_FONT_SUBTITLE, palette->text_muted, FALSE);
  add_text (self, scene, self->note, SUBTITLE_BASELINE, half, TL_FONT_SUBTITLE,
            palette->text_muted, TRUE);
  for (guint i = 0; i < self->filter_lines->len; i++)
    add_text (self, scene, self->filter_lines->pdata[i],
              SUBTITLE_BASELINE + SUBTITLE_LINE * (i + 1), self->page_width,
              TL_FONT_SUBTITLE, palette->text, FALSE);
}

static void
add_next_header (TlPrintDocument *self, TlScene *scene)
{
  const TlPalette *palette = self->painter.palette;
  double           half = self->page_width / 2 - 8;

  add_text (self, scene, self->title, NEXT_BASELINE, half, TL_FONT_DETAIL,
            palette->text_muted, FALSE);
  add_text (self, scene, self->note, NEXT_BASELINE, half, TL_FONT_DETAIL,
            palette->text_muted, TRUE);
}

static void
add_page_number (TlPrintDocument *self, TlScene *scene, guint page)
{
  g_autofree char *number =
      tl_date_formatter_format_count (self->formatter, page + 1);
  g_autofree char *n_pages = tl_date_formatter_format_count (
      self->formatter, tl_print_document_get_n_pages (self));
  g_autofree char *text =
      /* Translators: at the foot of a printed page: "Page 2 of 7". */
      g_strdup_printf (_ ("Page %1$s of %2$s"), number, n_pages);

  add_text (self, scene, text, self->page_height - FOOTER_BASELINE,
            self->page_width, TL_FONT_DETAIL, self->painter.palette->text_muted,
            TRUE);
}

/* The scale of the pages in a column, from the early end. */
static TlScale
get_page_scale (const TlPrintDocument *self, guint column)
{
  TlScale scale = self->whole->scale;

  scale.origin += column * self->time_width / scale.px_per_unit;
  scale.width = self->time_width;
  return scale;
}

static void
paint_lanes_page (TlPrintDocument *self, TlScene *scene, guint page)
{
  guint       row = page / self->pages_wide;
  TlPageStrip strip = g_array_index (self->strips, TlPageStrip, row);
  TlScale     scale = get_page_scale (self, page % self->pages_wide);
  g_autoptr (TlView) view =
      tl_layout_get_view_within (self->layout, scale, strip.y0, strip.y1);
  TlPrintView parts = {
    .painter = self->painter,
    .view = view,
    .strip = strip,
    .axis_title =
        /* Translators: Name of the time axis: when things happened, in
         * contrast to when they were known. */
    self->known_on != TL_KNOWN_ALWAYS ? C_ ("axis", "Happened") : NULL,
    .top = get_header_height (self, row == 0),
    .width = self->page_width,
    .headings_width = self->headings_width,
  };

  if (page == 0)
    add_first_header (self, scene);
  else
    add_next_header (self, scene);
  tl_print_view_paint (&parts, scene);
  tl_scene_append (scene, self->legend, 0,
                   self->page_height - get_footer_height (self) + LEGEND_GAP);
}

static void
paint_sources_page (TlPrintDocument *self, TlScene *scene, guint page)
{
  g_autoptr (TlScene) sources = tl_print_sources_paint_page (
      self->sources, page, self->painter.measurer, self->painter.palette,
      self->painter.right_to_left);

  add_next_header (self, scene);
  tl_scene_append (scene, sources, 0, NEXT_HEADER_HEIGHT);
}

TlScene *
tl_print_document_paint_page (TlPrintDocument *self, guint page)
{
  guint    n_lanes_pages;
  TlScene *scene;

  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (page < tl_print_document_get_n_pages (self), NULL);

  n_lanes_pages = tl_print_document_get_n_lanes_pages (self);
  scene = tl_scene_new (self->page_width, self->page_height);
  if (page < n_lanes_pages)
    paint_lanes_page (self, scene, page);
  else
    paint_sources_page (self, scene, page - n_lanes_pages);
  add_page_number (self, scene, page);
  return scene;
}
