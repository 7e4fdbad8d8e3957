/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <json-glib/json-glib.h>
#include <locale.h>
#include <math.h>

#include "tl-svg-writer.h"

/* bench-growth OUT.svg JSON…: draws how times grow with the number of records,
 * both axes logarithmic, from what the benchmarks print with --json. Curves of
 * other programs are dashed, and left out where nothing was measured. */

#define WIDTH 880.0
#define HEIGHT 560.0
#define LEFT 76.0
#define RIGHT 236.0
#define TOP 78.0
#define BOTTOM 62.0
#define FIRST_DECADE_X 1 /* 10 records */
#define LAST_DECADE_X 6
#define FIRST_DECADE_Y -4 /* 0.1 µs, in ms */
#define LAST_DECADE_Y 4
#define FRAME_MS (1000 / 60.0)
#define LABEL_HEIGHT 17.0
#define MAX_POINTS 16

typedef struct
{
  const char *figure; /* its name in JSON */
  const char *label;
  const char *color;
  gboolean    is_other; /* another program */
  double      n[MAX_POINTS];
  double      ms[MAX_POINTS];
  guint       n_points;
  double      label_y;
} Curve;

typedef struct
{
  TlScene        *scene;
  TlTextMeasurer *measurer;
} Picture;

static Curve curves[] = {
  { "json-glib tree (reference)", "json-glib: read a file", "#8a8f98", TRUE },
  { "vis-timeline: pan step", "vis-timeline: pan step", "#b0763a", TRUE },
  { "read", "read a file", "#1c71d8", FALSE },
  { "plausible: create", "lay out", "#26794a", FALSE },
  { "search “ceasefire”", "search", "#813d9c", FALSE },
  { "plausible: pan step, geometry, scene", "pan step", "#c01c28", FALSE },
  { "plausible: pick", "find what is under the pointer", "#3d3846", FALSE },
};

/* --- figures --- */

static void
take_figure (JsonArray *figures, guint index, JsonNode *node, gpointer data)
{
  JsonObject *figure = json_node_get_object (node);
  const char *name = json_object_get_string_member (figure, "name");

  for (guint i = 0; i < G_N_ELEMENTS (curves); i++)
    {
      Curve *curve = &curves[i];

      if (g_strcmp0 (name, curve->figure) != 0 || curve->n_points == MAX_POINTS)
        continue;
      curve->n[curve->n_points] =
          (double)json_object_get_int_member (figure, "n");
      curve->ms[curve->n_points] =
          json_object_get_double_member (figure, "median");
      curve->n_points++;
    }
}

static gboolean
take_file (const char *path, GError **error)
{
  g_autoptr (JsonParser) parser = json_parser_new ();
  JsonNode *root;

  if (!json_parser_load_from_file (parser, path, error))
    return FALSE;
  root = json_parser_get_root (parser);
  if (root == NULL || !JSON_NODE_HOLDS_ARRAY (root))
    {
      g_set_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA,
                   "%s holds no figures", path);
      return FALSE;
    }
  json_array_foreach_element (json_node_get_array (root), take_figure, NULL);
  return TRUE;
}

/* --- the picture --- */

static TlColor
parse_color (const char *hex)
{
  guint64 value = g_ascii_strtoull (hex + 1, NULL, 16);

  return (TlColor){ (float)(value >> 16) / 255, (float)(value >> 8 & 255) / 255,
                    (float)(value & 255) / 255, 1 };
}

static double
get_x (double n)
{
  return LEFT + (log10 (n) - FIRST_DECADE_X) /
                    (LAST_DECADE_X - FIRST_DECADE_X) * (WIDTH - LEFT - RIGHT);
}

static double
get_y (double ms)
{
  return HEIGHT - BOTTOM -
         (log10 (ms) - FIRST_DECADE_Y) / (LAST_DECADE_Y - FIRST_DECADE_Y) *
             (HEIGHT - TOP - BOTTOM);
}

/* align: which part of the text stands before x. */
static void
add_text (Picture    *picture,
          const char *text,
          double      x,
          double      y,
          double      align,
          TlFontRole  role,
          const char *color)
{
  double width = tl_text_measurer_measure (text, role, picture->measurer);

  tl_scene_add_text (picture->scene, text, x - align * width, y, width, role, 1,
                     FALSE, parse_color (color));
}

static void
add_line (Picture    *picture,
          double      x0,
          double      y0,
          double      x1,
          double      y1,
          const char *color)
{
  tl_scene_add_line (picture->scene, x0, y0, x1, y1,
                     tl_stroke (parse_color (color), 1));
}

static void
add_axes (Picture *picture)
{
  static const char *const times[] = { "0.1 µs", "1 µs", "10 µs",
                                       "0.1 ms", "1 ms", "10 ms",
                                       "0.1 s",  "1 s",  "10 s" };
  static const char *const counts[] = { "10",     "100",     "1,000",
                                        "10,000", "100,000", "1,000,000" };

  for (int i = 0; i <= LAST_DECADE_Y - FIRST_DECADE_Y; i++)
    {
      double y = get_y (pow (10, FIRST_DECADE_Y + i));

      add_line (picture, LEFT, y, WIDTH - RIGHT, y, "#e8e8ea");
      add_text (picture, times[i], LEFT - 10, y + 4, 1, TL_FONT_AXIS_MINOR,
                "#5e5c64");
    }
  for (int i = 0; i <= LAST_DECADE_X - FIRST_DECADE_X; i++)
    {
      double x = get_x (pow (10, FIRST_DECADE_X + i));

      add_line (picture, x, TOP, x, HEIGHT - BOTTOM, "#f1f1f3");
      add_text (picture, counts[i], x, HEIGHT - BOTTOM + 18, 0.5,
                TL_FONT_AXIS_MINOR, "#5e5c64");
    }
  add_line (picture, LEFT, HEIGHT - BOTTOM, WIDTH - RIGHT, HEIGHT - BOTTOM,
            "#9a9996");
  add_text (picture, "Records in the dataset", (LEFT + WIDTH - RIGHT) / 2,
            HEIGHT - 16, 0.5, TL_FONT_LABEL, "#3d3846");
}

static void
add_frame_line (Picture *picture)
{
  TlStroke stroke = tl_stroke (parse_color ("#77767b"), 1);
  double   y = get_y (FRAME_MS);

  stroke.dash[0] = 1.5;
  stroke.dash[1] = 3;
  tl_scene_add_line (picture->scene, LEFT, y, WIDTH - RIGHT, y, stroke);
  add_text (picture, "a frame at 60 Hz", LEFT + 8, y - 5, 0, TL_FONT_DETAIL,
            "#5e5c64");
}

static void
add_curve (Picture *picture, const Curve *curve)
{
  TlPoint  points[MAX_POINTS];
  TlColor  color = parse_color (curve->color);
  TlStroke stroke = tl_stroke (color, 2);

  if (curve->is_other)
    {
      stroke.dash[0] = 5;
      stroke.dash[1] = 4;
    }
  for (guint i = 0; i < curve->n_points; i++)
    points[i] = (TlPoint){ get_x (curve->n[i]), get_y (curve->ms[i]) };
  tl_scene_add_path (picture->scene, points, curve->n_points, FALSE,
                     tl_paint_none (), stroke);
  for (guint i = 0; i < curve->n_points; i++)
    tl_scene_add_circle (
        picture->scene, (TlRect){ points[i].x - 3.5, points[i].y - 3.5, 7, 7 },
        tl_paint_color (color), tl_stroke (parse_color ("#ffffff"), 1.5));
}

/* Beside the last point: what it is, and the time there. */
static void
add_label (Picture *picture, const Curve *curve)
{
  double           ms = curve->ms[curve->n_points - 1];
  double           x = get_x (curve->n[curve->n_points - 1]);
  double           y = get_y (ms);
  g_autofree char *value =
      ms < 0.1   ? g_strdup_printf ("%.1f µs", ms * 1e3)
      : ms < 100 ? g_strdup_printf ("%.*f ms", ms < 10 ? 1 : 0, ms)
                 : g_strdup_printf ("%.2g s", ms / 1e3);
  g_autofree char *text = g_strdup_printf ("%s, %s", curve->label, value);

  if (fabs (curve->label_y - y) > 3)
    add_line (picture, x + 5, y, x + 13, curve->label_y, curve->color);
  add_text (picture, text, x + 16, curve->label_y + 4, 0, TL_FONT_LABEL,
            curve->color);
}

static int
compare_curves (gconstpointer a, gconstpointer b)
{
  const Curve *left = *(const Curve *const *)a;
  const Curve *right = *(const Curve *const *)b;

  return (left->label_y > right->label_y) - (left->label_y < right->label_y);
}

/* Labels that would overlap make room, from top to bottom. */
static void
add_labels (Picture *picture, GPtrArray *shown)
{
  double last_y = 0;

  for (guint i = 0; i < shown->len; i++)
    {
      Curve *curve = shown->pdata[i];

      curve->label_y = get_y (curve->ms[curve->n_points - 1]);
    }
  g_ptr_array_sort (shown, compare_curves);
  for (guint i = 0; i < shown->len; i++)
    {
      Curve *curve = shown->pdata[i];

      curve->label_y = MAX (curve->label_y, last_y + LABEL_HEIGHT);
      last_y = curve->label_y;
      add_label (picture, curve);
    }
}

static void
add_title (Picture *picture)
{
  tl_scene_add_rect (picture->scene, (TlRect){ 0, 0, WIDTH, HEIGHT }, 0,
                     tl_paint_color (parse_color ("#ffffff")),
                     tl_stroke_none ());
  add_text (picture, "How times grow with the number of records", 24, 36, 0,
            TL_FONT_TITLE, "#241f31");
  add_text (picture,
            "CPU time, median; dashed: other programs, same data and machine",
            24, 58, 0, TL_FONT_SUBTITLE, "#5e5c64");
}

static GBytes *
draw (TlTextMeasurer *measurer)
{
  g_autoptr (TlScene) scene = tl_scene_new (WIDTH, HEIGHT);
  g_autoptr (GPtrArray) shown = g_ptr_array_new ();
  Picture          picture = { scene, measurer };
  TlExportMetadata metadata = {
    .title = "How times grow with the number of records",
    .language = "en",
  };

  add_title (&picture);
  add_axes (&picture);
  add_frame_line (&picture);
  for (guint i = 0; i < G_N_ELEMENTS (curves); i++)
    if (curves[i].n_points > 0)
      {
        add_curve (&picture, &curves[i]);
        g_ptr_array_add (shown, &curves[i]);
      }
  add_labels (&picture, shown);
  return tl_svg_write (scene, measurer, &metadata);
}

int
main (int argc, char **argv)
{
  g_autoptr (TlTextMeasurer) measurer = NULL;
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GError) error = NULL;

  setlocale (LC_ALL, "C.UTF-8");
  if (argc < 3)
    {
      g_printerr ("usage: bench-growth OUT.svg JSON…\n");
      return 2;
    }
  for (int i = 2; i < argc; i++)
    if (!take_file (argv[i], &error))
      {
        g_printerr ("%s\n", error->message);
        return 1;
      }
  measurer = tl_text_measurer_new (NULL);
  bytes = draw (measurer);
  if (!g_file_set_contents (argv[1], g_bytes_get_data (bytes, NULL),
                            (gssize)g_bytes_get_size (bytes), &error))
    {
      g_printerr ("%s\n", error->message);
      return 3;
    }
  return 0;
}
