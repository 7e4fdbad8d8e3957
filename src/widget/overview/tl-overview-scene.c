/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-overview-scene.h"

#include <math.h>

#include "tl-ticks.h"

/* The scenes of the overview: bars of records by kind, one upon the other, on
 * an axis with as many ticks as have room in one line. */

/* At zoom 1. */
#define BARS_TOP 6.0
#define LABEL_BASELINE 39.0
#define LABEL_GAP 8.0
#define BAR_WIDTH 5.0
#define BAR_GAP 1.0
/* Bars of fewer records than this do not fill the height. */
#define FULL_FROM 6.0
#define BAR_LEAST 2.0
#define MATCH_HEIGHT 2.0
#define ALPHA_DIMMED 0.25
#define HEAD_SIZE 4.0
#define MAX_YEARS 300
#define SECONDS_PER_YEAR (365.25 * (double)TL_SECONDS_PER_DAY)

typedef struct
{
  double x0;
  double x1;
} Stretch;

typedef struct
{
  TlTextMeasurer *measurer;
  double          zoom;
} ScaledMeasurer;

static double
measure_scaled (const char *text, TlFontRole role, gpointer user_data)
{
  const ScaledMeasurer *scaled = user_data;

  return tl_text_measurer_measure_scaled (scaled->measurer, text, role,
                                          scaled->zoom, FALSE);
}

static TlColor
get_sort_color (const TlPalette *palette, guint sort)
{
  return sort == TL_DENSITY_EXPIRATION ? palette->expiration
                                       : palette->kind[sort];
}

/* --- ticks --- */

static gboolean
is_free (const GArray *taken, double x0, double x1)
{
  for (guint i = 0; i < taken->len; i++)
    {
      const Stretch *stretch = &g_array_index (taken, Stretch, i);

      if (x0 < stretch->x1 && x1 > stretch->x0)
        return FALSE;
    }
  return TRUE;
}

/* A label under its place, if there is room. */
static void
add_label (TlScene                 *scene,
           const TlOverviewPicture *picture,
           const char              *label,
           double                   x,
           GArray                  *taken)
{
  double     zoom = picture->zoom;
  TlFontRole font = TL_FONT_AXIS_MINOR;
  double     width = tl_text_measurer_measure_scaled (picture->measurer, label,
                                                      font, zoom, FALSE);
  double     gap = LABEL_GAP * zoom;
  double x0 = CLAMP (x - width / 2, 0, MAX (picture->scale.width - width, 0));

  if (x < 0 || x > picture->scale.width ||
      !is_free (taken, x0 - gap, x0 + width + gap))
    return;
  g_array_append_val (taken, ((Stretch){ x0, x0 + width }));
  tl_scene_add_line (scene, floor (x) + 0.5, TL_OVERVIEW_BARS_BOTTOM * zoom,
                     floor (x) + 0.5, (TL_OVERVIEW_BARS_BOTTOM + 3) * zoom,
                     tl_stroke (picture->palette->text_muted, 1));
  tl_scene_add_text (scene, label, x0, LABEL_BASELINE * zoom, width, font, zoom,
                     FALSE, picture->palette->text_muted);
}

static gboolean
is_in_break (const TlWarp *warp, gint64 second)
{
  for (guint i = 0; i < tl_warp_get_n_breaks (warp); i++)
    {
      const TlWarpBreak *gap = tl_warp_get_break (warp, i);

      if (second >= gap->from && second <= gap->to)
        return TRUE;
    }
  return FALSE;
}

/* The first seconds of years, of every tenth, hundredth, … where there are
 * many. */
static GArray *
list_years (const TlOverviewPicture *picture)
{
  GArray *years = g_array_new (FALSE, FALSE, sizeof (gint64));
  double  from = tl_warp_to_second (picture->warp, picture->axis_from);
  double  to = tl_warp_to_second (picture->warp, picture->axis_to);
  gint64  step = 1;
  gint64  year;

  while ((to - from) / (double)step > MAX_YEARS * SECONDS_PER_YEAR)
    step *= 10;
  year =
      tl_calendar_floor ((gint64)CLAMP (from, -9e18, 9e18), TL_UNIT_YEAR, step);
  for (guint i = 0; (double)year <= to && i < MAX_YEARS + 2; i++)
    {
      gint64 next = tl_calendar_next (year, TL_UNIT_YEAR, step);

      if ((double)year >= from)
        g_array_append_val (years, year);
      if (next <= year)
        break;
      year = next;
    }
  return years;
}

/* Those in shortened spans only where the others leave room. */
static void
add_years (TlScene                 *scene,
           const TlOverviewPicture *picture,
           const GArray            *years,
           GArray                  *taken)
{
  gint64 step =
      years->len > 1
          ? tl_calendar_from_second (g_array_index (years, gint64, 1)).year -
                tl_calendar_from_second (g_array_index (years, gint64, 0)).year
          : 1;

  for (guint shortened = 0; shortened < 2; shortened++)
    for (guint i = 0; i < years->len; i++)
      {
        gint64           year = g_array_index (years, gint64, i);
        g_autofree char *label = NULL;

        if (is_in_break (picture->warp, year) != (shortened != 0))
          continue;
        label = tl_date_formatter_format_tick (picture->formatter, year,
                                               TL_UNIT_YEAR, step, TRUE);
        add_label (
            scene, picture, label,
            tl_scale_to_x (picture->scale,
                           tl_warp_to_axis (picture->warp, (double)year)),
            taken);
      }
}

/* Where there are not two years, smaller units; the larger of them first. */
static void
add_ticks (TlScene *scene, const TlOverviewPicture *picture)
{
  ScaledMeasurer scaled = { picture->measurer, picture->zoom };
  g_autoptr (TlTicks) ticks =
      tl_ticks_new (picture->warp, picture->scale, picture->formatter,
                    measure_scaled, &scaled);
  g_autoptr (GArray) taken = g_array_new (FALSE, FALSE, sizeof (Stretch));
  g_autoptr (GArray) years = list_years (picture);

  for (guint i = 0; i < ticks->n_breaks; i++)
    tl_scene_add_rect (scene,
                       (TlRect){ ticks->breaks[i].x0, 0,
                                 ticks->breaks[i].x1 - ticks->breaks[i].x0,
                                 TL_OVERVIEW_BARS_BOTTOM * picture->zoom },
                       0,
                       tl_paint_color (tl_color_with_alpha (
                           picture->palette->shortened, 0.16)),
                       tl_stroke_none ());
  if (years->len > 1)
    add_years (scene, picture, years, taken);
  for (guint major = 0; major < 2 && years->len <= 1; major++)
    for (guint i = 0; i < ticks->n_ticks; i++)
      if (ticks->ticks[i].label != NULL &&
          (ticks->ticks[i].major != FALSE) == (major == 0))
        add_label (scene, picture, ticks->ticks[i].label, ticks->ticks[i].x,
                   taken);
}

/* --- bars --- */

/* Bars side by side over what the densities cover. */
typedef struct
{
  const TlOverviewPicture *picture;
  double                   x0;
  double                   pitch;
  guint                    n_bars;
  guint                    most; /* records of a bar */
} Bars;

static guint
add_up (const guint *bar)
{
  guint sum = 0;

  for (guint sort = 0; sort < TL_DENSITY_N_SORTS; sort++)
    sum += bar[sort];
  return sum;
}

/* Bursts are a hundred times as high as what is between them: by the root of
 * their numbers both are to be seen. */
static double
get_bar_height (const Bars *bars, guint n_records)
{
  double zoom = bars->picture->zoom;
  double room = (TL_OVERVIEW_BARS_BOTTOM - BARS_TOP) * zoom;
  double most = sqrt (MAX (bars->most, FULL_FROM));

  return n_records > 0 ? MAX (sqrt (n_records) / most * room, BAR_LEAST * zoom)
                       : 0;
}

static double
get_bar_x (const Bars *bars, guint bar)
{
  double x = bars->x0 + bar * bars->pitch;

  if (bars->picture->scale.mirrored)
    x = bars->picture->scale.width - x - bars->pitch;
  return x + BAR_GAP / 2;
}

static void
add_bar (TlScene     *scene,
         const Bars  *bars,
         guint        bar,
         const guint *sorts,
         double       alpha)
{
  guint  sum = add_up (sorts);
  double y = TL_OVERVIEW_BARS_BOTTOM * bars->picture->zoom;
  double per_record = sum > 0 ? get_bar_height (bars, sum) / sum : 0;

  for (guint i = 0; i < TL_DENSITY_N_SORTS; i++)
    {
      /* Expirations stand at the bottom of their bar. */
      guint   sort = (i + TL_DENSITY_EXPIRATION) % TL_DENSITY_N_SORTS;
      double  height = sorts[sort] * per_record;
      TlColor color = get_sort_color (bars->picture->palette, sort);

      if (sorts[sort] == 0)
        continue;
      y -= height;
      tl_scene_add_rect (
          scene,
          (TlRect){ get_bar_x (bars, bar), y, bars->pitch - BAR_GAP, height },
          0, tl_paint_color (tl_color_with_alpha (color, alpha)),
          tl_stroke_none ());
    }
}

static void
add_density (TlScene         *scene,
             const Bars      *bars,
             const TlDensity *density,
             double           alpha)
{
  g_autofree guint (*counts)[TL_DENSITY_N_SORTS] =
      g_malloc_n (bars->n_bars, sizeof *counts);

  tl_density_get_bars (density, bars->n_bars, counts);
  for (guint i = 0; i < bars->n_bars; i++)
    add_bar (scene, bars, i, counts[i], alpha);
}

static void
add_found (TlScene *scene, const Bars *bars, const TlDensity *density)
{
  const TlOverviewPicture *picture = bars->picture;
  g_autofree               guint (*counts)[TL_DENSITY_N_SORTS] =
      g_malloc_n (bars->n_bars, sizeof *counts);

  tl_density_get_bars (density, bars->n_bars, counts);
  for (guint i = 0; i < bars->n_bars; i++)
    if (add_up (counts[i]) > 0)
      tl_scene_add_rect (
          scene,
          (TlRect){ get_bar_x (bars, i),
                    TL_OVERVIEW_BARS_BOTTOM * picture->zoom,
                    bars->pitch - BAR_GAP, MATCH_HEIGHT * picture->zoom },
          0, tl_paint_color (picture->palette->match_line), tl_stroke_none ());
}

static Bars
make_bars (const TlOverviewPicture *picture)
{
  double px = picture->scale.px_per_unit;
  double width = (picture->axis_to - picture->axis_from) * px;
  double wanted = (BAR_WIDTH + BAR_GAP) * picture->zoom;
  Bars   bars = {
      .picture = picture,
      .x0 = (picture->axis_from - picture->scale.origin) * px,
      .n_bars = (guint)MAX (floor (width / wanted), 1),
  };
  g_autofree guint (*counts)[TL_DENSITY_N_SORTS] =
      g_malloc_n (bars.n_bars, sizeof *counts);

  bars.pitch = MAX (width / bars.n_bars, 2);
  tl_density_get_bars (picture->density, bars.n_bars, counts);
  for (guint i = 0; i < bars.n_bars; i++)
    bars.most = MAX (bars.most, add_up (counts[i]));
  return bars;
}

static void
add_bars (TlScene *scene, const TlOverviewPicture *picture)
{
  Bars bars;

  if (picture->density == NULL)
    return;
  bars = make_bars (picture);
  add_density (scene, &bars, picture->density,
               picture->matches == picture->density ? 1 : ALPHA_DIMMED);
  if (picture->matches != NULL && picture->matches != picture->density)
    add_density (scene, &bars, picture->matches, 1);
  if (picture->matches != NULL && picture->is_searched)
    add_found (scene, &bars, picture->matches);
}

TlScene *
tl_overview_paint_time (const TlOverviewPicture *picture)
{
  double   zoom = picture->zoom;
  TlScene *scene =
      tl_scene_new (picture->scale.width, TL_OVERVIEW_HEIGHT * zoom);

  add_ticks (scene, picture);
  tl_scene_add_line (scene, 0, floor (TL_OVERVIEW_BARS_BOTTOM * zoom) + 0.5,
                     picture->scale.width,
                     floor (TL_OVERVIEW_BARS_BOTTOM * zoom) + 0.5,
                     tl_stroke (picture->palette->line, 1));
  add_bars (scene, picture);
  return scene;
}

TlScene *
tl_overview_paint_marks (const TlOverviewPicture *picture)
{
  double   zoom = picture->zoom;
  double   head = HEAD_SIZE * zoom;
  TlColor  color = picture->palette->selection;
  TlScene *scene =
      tl_scene_new (picture->scale.width, TL_OVERVIEW_HEIGHT * zoom);

  if (!isnan (picture->known_on))
    {
      double   x = tl_scale_to_x (picture->scale, picture->known_on);
      TlStroke stroke = tl_stroke (picture->palette->today, 1.5 * zoom);

      stroke.dash[0] = 3 * zoom;
      stroke.dash[1] = 2 * zoom;
      tl_scene_add_line (scene, x, 0, x, TL_OVERVIEW_BARS_BOTTOM * zoom,
                         stroke);
    }
  for (guint i = 0; i < picture->n_selected; i++)
    {
      double  x = tl_scale_to_x (picture->scale, picture->selected[i]);
      TlPoint points[] = { { x - head, 0 },
                           { x + head, 0 },
                           { x, head * 1.4 } };

      tl_scene_add_line (scene, x, 0, x, TL_OVERVIEW_BARS_BOTTOM * zoom,
                         tl_stroke (color, 1.5 * zoom));
      tl_scene_add_path (scene, points, G_N_ELEMENTS (points), TRUE,
                         tl_paint_color (color), tl_stroke_none ());
    }
  return scene;
}
