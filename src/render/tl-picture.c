/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-picture-private.h"

#include <glib/gi18n.h>
#include <math.h>

#include "tl-citation.h"
#include "tl-filter-words.h"
#include "tl-group-order.h"
#include "tl-legend.h"
#include "tl-number.h"
#include "tl-picture-count.h"
#include "tl-picture-relations.h"
#include "tl-picture-words.h"

/* The whole exported picture. Its parts are painted as for the window and put
 * together: title, axis, lanes, legend, sources. When a height is asked for
 * that the lanes do not fit in, labels lose their second line, then rows become
 * clusters and lanes a little smaller; the picture is never cut. */

#define MARGIN 28.0
#define TITLE_BASELINE 44.0
#define SUBTITLE_BASELINE 65.0
#define HEADER_HEIGHT 84.0
#define FILTER_HEIGHT 18.0
#define FOOTER_GAP 14.0
#define SOURCE_HEIGHT 17.0
#define DEFAULT_WIDTH 1280.0
#define MIN_WIDTH 320.0
#define MAX_SIZE 100000.0

void
tl_picture_options_init (TlPictureOptions *options, TlDataset *dataset)
{
  *options = (TlPictureOptions){
    .dataset = dataset,
    .group_by = TL_GROUP_BY_KIND,
    .theme = TL_THEME_LIGHT,
    .from = G_MININT64,
    .to = G_MAXINT64,
    .today = tl_calendar_today (),
    .known_on = TL_KNOWN_ALWAYS,
  };
}

gboolean
tl_picture_options_mirror_time (const TlPictureOptions *options)
{
  g_return_val_if_fail (options != NULL, FALSE);

  return tl_time_direction_is_mirrored (options->time_direction,
                                        options->right_to_left);
}

static void
clear_layout (TlComposer *self)
{
  g_clear_pointer (&self->ticks, tl_ticks_free);
  g_clear_pointer (&self->view, tl_view_free);
  g_clear_pointer (&self->layout, tl_layout_unref);
}

void
tl_composer_clear (TlComposer *self)
{
  clear_layout (self);
  g_clear_pointer (&self->subtitle, g_free);
  g_clear_pointer (&self->filter, g_free);
  g_clear_pointer (&self->sources, g_array_unref);
  g_clear_pointer (&self->drawn, g_array_unref);
  g_clear_pointer (&self->chosen, g_array_unref);
  g_clear_pointer (&self->warp, tl_warp_unref);
  g_clear_pointer (&self->formatter, tl_date_formatter_free);
  g_clear_pointer (&self->result, tl_result_unref);
}

static int
compare_indices (gconstpointer a, gconstpointer b)
{
  guint first = *(const guint *)a;
  guint second = *(const guint *)b;

  return (first > second) - (first < second);
}

/* The named records that are known on the day, in the order of time. */
static void
choose_records (TlComposer *self)
{
  g_autoptr (GHashTable) found = g_hash_table_new (NULL, NULL);

  self->chosen = g_array_new (FALSE, FALSE, sizeof (guint));
  for (guint i = 0; self->options->only[i] != NULL; i++)
    {
      guint record =
          tl_dataset_find_record (self->dataset, self->options->only[i]);

      if (record != TL_NONE &&
          g_hash_table_add (found, GUINT_TO_POINTER (record)))
        g_array_append_val (self->chosen, record);
    }
  g_array_sort (self->chosen, compare_indices);
  self->records = (const guint *)(gconstpointer)self->chosen->data;
  self->n_records = self->chosen->len;
}

static void
find_records (TlComposer *self)
{
  /* Whoever names records wants these. */
  const TlFilter *filter =
      self->options->only == NULL ? self->options->filter : NULL;
  g_autoptr (TlQuery) query = tl_query_new (filter, self->options->known_on);

  self->result = tl_query_run (query, self->options->dataset, NULL, NULL);
  self->dataset = tl_result_get_dataset (self->result);
  self->records = tl_result_get_records (self->result, &self->n_records);
  if (self->options->only != NULL)
    choose_records (self);
}

/* A picture of a part says of which. */
static void
describe_filter (TlComposer *self)
{
  const TlPictureOptions *options = self->options;

  if (options->only != NULL)
    self->filter = g_strdup (_ ("Selected records only"));
  else if (options->filter != NULL)
    self->filter = tl_filter_words_format_filter (
        options->filter, self->dataset, options->language, self->formatter);
  self->header_height =
      HEADER_HEIGHT + (self->filter != NULL ? FILTER_HEIGHT : 0);
}

void
tl_composer_init (TlComposer             *self,
                  const TlPictureOptions *options,
                  TlTextMeasurer         *measurer)
{
  *self = (TlComposer){
    .options = options,
    .painter = { .palette = tl_palette_get (options->theme),
                 .measurer = measurer,
                 .titled = TRUE,
                 .right_to_left = options->right_to_left },
    .formatter = tl_date_formatter_new (NULL),
    .width = options->width > 0 ? options->width : DEFAULT_WIDTH,
  };
  tl_text_measurer_set_language (
      measurer, options->language != NULL
                    ? options->language
                    : tl_dataset_get_language (options->dataset));
  find_records (self);
  describe_filter (self);
  /* As in the window, the axis stays the same on every day. */
  if (options->proportional)
    self->warp = tl_warp_new_proportional ();
  else
    self->warp = tl_warp_new_for_dataset (options->dataset);
}

static gboolean
shows_all_time (const TlPictureOptions *options)
{
  return options->from == G_MININT64 && options->to == G_MAXINT64;
}

static TlScale
choose_scale (TlComposer *self, double width)
{
  const TlPictureOptions *options = self->options;
  TlScale                 scale = tl_layout_fit (self->layout, width,
                                                 tl_picture_options_mirror_time (options));
  double                  from;
  double                  to;

  if (shows_all_time (options))
    return scale;

  tl_layout_get_extent (self->layout, &from, &to);
  if (options->from != G_MININT64)
    from = tl_warp_to_axis (self->warp, (double)options->from);
  if (options->to != G_MAXINT64)
    to = tl_warp_to_axis (self->warp, (double)options->to + 1);
  if (to <= from)
    to = from + 1;
  return tl_scale_fit (scale, from, to, 8);
}

/* A name that would be cut at the edge of the paper is left out. */
static void
drop_cut_labels (TlTicks *ticks, double width)
{
  for (guint i = 0; i < ticks->n_ticks; i++)
    {
      TlTick *tick = &ticks->ticks[i];

      if (tick->label_x < 0 || tick->label_x + tick->label_width > width)
        g_clear_pointer (&tick->label, g_free);
    }
}

static TlLayout *
new_layout (TlComposer *self)
{
  TlGroupBy group_by = self->options->group_by;
  g_autoptr (GArray) order = tl_group_keys_from_strings (
      group_by, self->dataset, self->options->group_order);
  g_autoptr (GArray) folded = tl_group_keys_from_strings (
      group_by, self->dataset, self->options->folded);
  TlLayoutOptions layout_options = {
    .dataset = self->dataset,
    .records = self->records,
    .n_records = self->n_records,
    .group_by = group_by,
    .warp = self->warp,
    .formatter = self->formatter,
    .language = self->options->language,
    .measure = tl_text_measurer_measure,
    .measure_data = self->painter.measurer,
    .two_lines = TRUE,
    .zoom = 1,
    .today = self->options->today,
    .arrangement = { (const guint *)(void *)order->data, order->len,
                     (const guint *)(void *)folded->data, folded->len },
  };

  return tl_layout_new (&layout_options);
}

/* The range of time leaves out what the filter does not. */
static void
find_drawn (TlComposer *self)
{
  g_clear_pointer (&self->drawn, g_array_unref);
  g_clear_pointer (&self->sources, g_array_unref);
  if (shows_all_time (self->options))
    {
      self->drawn = g_array_new (FALSE, FALSE, sizeof (guint));
      if (self->n_records > 0)
        g_array_append_vals (self->drawn, self->records, self->n_records);
    }
  else
    self->drawn = tl_picture_collect_records (self->view);
  if (self->options->list_sources)
    self->sources = tl_picture_collect_sources (self->dataset, self->drawn);
}

/* Takes layout. */
static void
show_layout (TlComposer *self, TlLayout *layout)
{
  double  room = self->width - 2 * MARGIN;
  TlScale scale = { .width = room, .px_per_unit = 1 };

  clear_layout (self);
  self->layout = layout;
  self->view = tl_layout_get_view (self->layout, scale);
  self->headings_width =
      MIN (tl_painter_get_headings_width (self->painter, self->view), room / 3);
  g_clear_pointer (&self->view, tl_view_free);
  scale = choose_scale (self, room - self->headings_width);
  tl_layout_set_edges (self->layout, scale);
  self->view = tl_layout_get_view (self->layout, scale);
  self->ticks = tl_ticks_new (self->warp, scale, self->formatter,
                              tl_text_measurer_measure, self->painter.measurer);
  drop_cut_labels (self->ticks, scale.width);
  find_drawn (self);
}

static double
get_footer_height (TlComposer *self, const TlScene *legend)
{
  double height = FOOTER_GAP + tl_scene_get_height (legend) + MARGIN * 0.7;

  if (self->sources != NULL)
    height += FOOTER_GAP + SOURCE_HEIGHT * self->sources->len;
  return height;
}

static double
get_needed_height (TlComposer *self, const TlScene *legend)
{
  return self->header_height + tl_painter_get_axis_height (self->view) +
         self->view->height + get_footer_height (self, legend);
}

static TlScene *
new_legend (TlComposer *self)
{
  double width = self->width - 2 * MARGIN;

  return self->options->relations
             ? tl_legend_new_with_relations (self->painter, self->view, width)
             : tl_legend_new (self->painter, self->view, width);
}

static void
report_height (double height, double needed, GError **error)
{
  g_autofree char *given = tl_number_format ((gint64)height);
  g_autofree char *least = tl_number_format ((gint64)ceil (needed));

  g_set_error (
      error, TL_EXPORT_ERROR, TL_EXPORT_ERROR_SIZE,
      /* Translators: both numbers are heights in points; the plural goes by
       * %1$s. */
      ngettext ("A height of %1$s point is too small: the lanes need at least "
                "%2$s. Leave the height out to take what is needed.",
                "A height of %1$s points is too small: the lanes need at least "
                "%2$s. Leave the height out to take what is needed.",
                (gulong)height),
      given, least);
}

/* Tries from generous to dense until the lanes fit. The layouts share their
 * records, so that a try costs what it shows. */
static TlScene *
fit_layout (TlComposer *self, GError **error)
{
  static const struct
  {
    gboolean two_lines;
    guint    max_rows;
    double   zoom;
  } densities[] = {
    { TRUE, 0, 1 },     { FALSE, 0, 1 },    { FALSE, 6, 1 },
    { FALSE, 4, 1 },    { FALSE, 3, 1 },    { FALSE, 4, 0.85 },
    { FALSE, 3, 0.85 }, { FALSE, 2, 0.85 }, { FALSE, 1, 0.85 },
  };
  g_autoptr (TlLayout) layout = new_layout (self);
  TlScene *legend = NULL;
  double   needed = 0;

  for (guint i = 0; i < G_N_ELEMENTS (densities); i++)
    {
      g_clear_pointer (&legend, tl_scene_free);
      show_layout (self, tl_layout_new_with_rows (
                             layout, densities[i].two_lines,
                             densities[i].max_rows, densities[i].zoom));
      legend = new_legend (self);
      needed = get_needed_height (self, legend);
      if (self->options->height <= 0 || needed <= self->options->height)
        return legend;
    }

  tl_scene_free (legend);
  report_height (self->options->height, needed, error);
  return NULL;
}

static void
add_text (TlComposer *self,
          TlScene    *scene,
          const char *text,
          double      inset,
          double      baseline,
          double      max_width,
          TlFontRole  font,
          TlColor     color,
          gboolean    at_end)
{
  g_autofree char *cut = tl_text_measurer_ellipsize (self->painter.measurer,
                                                     text, font, 1, max_width);
  double width = tl_text_measurer_measure_scaled (self->painter.measurer, cut,
                                                  font, 1, FALSE);
  double x = inset;

  if (at_end != self->options->right_to_left)
    x = self->width - inset - width;
  tl_scene_add_text (scene, cut, x, baseline, width, font, 1, FALSE, color);
}

static void
add_header (TlComposer *self, TlScene *scene)
{
  g_autofree char *note =
      tl_picture_dup_note (self->formatter, self->options->known_on,
                           tl_warp_is_proportional (self->warp));
  const char *language = NULL;
  const char *title = tl_text_get_with_language (
      tl_dataset_get_title (self->dataset), self->options->language, &language);
  double room = self->width - 2 * MARGIN;

  tl_scene_set_language (scene, language);
  add_text (self, scene, title, MARGIN, TITLE_BASELINE, room, TL_FONT_TITLE,
            self->painter.palette->text, FALSE);
  tl_scene_set_language (scene, NULL);
  add_text (self, scene, self->subtitle, MARGIN, SUBTITLE_BASELINE,
            room / 2 - 8, TL_FONT_SUBTITLE, self->painter.palette->text_muted,
            FALSE);
  add_text (self, scene, note, MARGIN, SUBTITLE_BASELINE, room / 2 - 8,
            TL_FONT_SUBTITLE, self->painter.palette->text_muted, TRUE);
  if (self->filter != NULL)
    add_text (self, scene, self->filter, MARGIN,
              SUBTITLE_BASELINE + FILTER_HEIGHT, room, TL_FONT_SUBTITLE,
              self->painter.palette->text_muted, FALSE);
}

static void
append_clipped (TlScene *scene, TlScene *part, TlRect rect)
{
  tl_scene_begin_clip (scene, rect);
  tl_scene_append (scene, part, rect.x, rect.y);
  tl_scene_end_clip (scene);
  tl_scene_free (part);
}

/* Where there are two times, the axis says which one it is. */
static void
add_axis_title (TlComposer *self, TlScene *scene, TlRect headings)
{
  if (self->options->known_on == TL_KNOWN_ALWAYS)
    return;

  headings.y = self->header_height;
  headings.height = tl_painter_get_axis_height (self->view);
  append_clipped (scene,
                  /* Translators: Name of the time axis: when things happened,
                   * in contrast to when they were known. */
                  tl_painter_paint_axis_title (self->painter, self->view,
                                               C_ ("axis", "Happened"),
                                               headings.width),
                  headings);
}

static void
add_lanes (TlComposer *self, TlScene *scene, double height)
{
  double axis_height = tl_painter_get_axis_height (self->view);
  double start = MARGIN + self->headings_width;
  TlRect axis = { start, self->header_height, self->view->scale.width,
                  axis_height };
  TlRect lanes = { start, self->header_height + axis_height,
                   self->view->scale.width, height };
  TlRect headings = { MARGIN, lanes.y, self->headings_width, height };
  double top = floor (lanes.y) + 0.5;

  if (self->options->right_to_left)
    {
      axis.x = lanes.x = MARGIN;
      headings.x = MARGIN + self->view->scale.width;
    }
  append_clipped (
      scene,
      tl_painter_paint_grid (self->painter, self->view, self->ticks, height),
      lanes);
  append_clipped (
      scene, tl_painter_paint_axis (self->painter, self->view, self->ticks),
      axis);
  tl_scene_add_line (scene, MARGIN, top, self->width - MARGIN, top,
                     tl_stroke (self->painter.palette->line, 1));
  append_clipped (scene,
                  tl_painter_paint_headings (self->painter, self->view,
                                             self->headings_width, height),
                  headings);
  add_axis_title (self, scene, headings);
  append_clipped (
      scene, tl_painter_paint_lines (self->painter, self->view, height), lanes);
  if (self->options->relations)
    tl_picture_add_relations (self->painter, self->view, lanes, scene);
  append_clipped (scene,
                  tl_painter_paint_marks (self->painter, self->view, 0,
                                          self->view->scale.width),
                  lanes);
}

static void
add_sources (TlComposer *self, TlScene *scene, double y)
{
  for (guint i = 0; i < self->sources->len; i++)
    {
      guint            source = g_array_index (self->sources, guint, i);
      g_autofree char *citation = tl_citation_show_source (
          self->dataset, source, self->formatter, self->options->language);

      add_text (self, scene, citation, MARGIN, y + SOURCE_HEIGHT * (i + 0.7),
                self->width - 2 * MARGIN, TL_FONT_DETAIL,
                self->painter.palette->text_muted, FALSE);
    }
}

gboolean
tl_picture_check_size (const TlPictureOptions *options, GError **error)
{
  g_autofree char *least = NULL;
  g_autofree char *most = NULL;

  if ((options->width <= 0 || options->width >= MIN_WIDTH) &&
      options->width <= MAX_SIZE && options->height <= MAX_SIZE)
    return TRUE;

  least = tl_number_format ((gint64)MIN_WIDTH);
  most = tl_number_format ((gint64)MAX_SIZE);
  g_set_error (
      error, TL_EXPORT_ERROR, TL_EXPORT_ERROR_SIZE,
      /* Translators: the numbers are points: %1$s is always 320, the others
       * are always 100,000. */
      _ ("A picture is %1$s to %2$s points wide and at most %3$s high"), least,
      most, most);
  return FALSE;
}

TlScene *
tl_composer_compose (TlComposer *self, GError **error)
{
  g_autoptr (TlScene) legend = fit_layout (self, error);
  TlScene *scene;
  double   needed;
  double   height;
  double   lanes_height;
  double   y;

  if (legend == NULL)
    return NULL;

  self->subtitle = tl_picture_dup_subtitle (
      self->formatter, tl_picture_count_records (self->dataset, self->drawn),
      tl_dataset_get_n_records (self->dataset));
  needed = get_needed_height (self, legend);
  height = self->options->height > 0 ? self->options->height : ceil (needed);
  lanes_height = self->view->height + height - needed;
  scene = tl_scene_new (self->width, height);
  tl_scene_add_rect (scene, (TlRect){ 0, 0, self->width, height }, 0,
                     tl_paint_color (self->painter.palette->background),
                     tl_stroke_none ());
  add_header (self, scene);
  add_lanes (self, scene, lanes_height);
  y = self->header_height + tl_painter_get_axis_height (self->view) +
      lanes_height;
  tl_scene_add_line (scene, MARGIN, floor (y) + 0.5, self->width - MARGIN,
                     floor (y) + 0.5,
                     tl_stroke (self->painter.palette->line, 1));
  y += FOOTER_GAP;
  tl_scene_append (scene, legend, MARGIN, y);
  y += tl_scene_get_height (legend) + FOOTER_GAP;
  if (self->sources != NULL)
    add_sources (self, scene, y);
  return scene;
}

TlScene *
tl_picture_new (const TlPictureOptions *options,
                TlTextMeasurer         *measurer,
                GError                **error)
{
  g_auto (TlComposer) composer = { NULL };

  if (!tl_picture_check_size (options, error))
    return NULL;

  tl_composer_init (&composer, options, measurer);
  return tl_composer_compose (&composer, error);
}
