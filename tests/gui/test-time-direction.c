/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "timeline-stage.h"

#include "tl-overview-private.h"
#include "tl-publication-scale.h"
#include "tl-time-axis.h"

/* Headings stand where lines begin, and early is where it was chosen to be:
 * each of the three choices, in text of both directions. */

typedef struct
{
  const char      *path;
  TlTimeDirection  direction;
  GtkTextDirection text;
  gboolean         mirrored;
} Case;

static const Case cases[] = {
  { "auto/ltr", TL_TIME_AUTO, GTK_TEXT_DIR_LTR, FALSE },
  { "auto/rtl", TL_TIME_AUTO, GTK_TEXT_DIR_RTL, TRUE },
  { "ltr/ltr", TL_TIME_LEFT_TO_RIGHT, GTK_TEXT_DIR_LTR, FALSE },
  { "ltr/rtl", TL_TIME_LEFT_TO_RIGHT, GTK_TEXT_DIR_RTL, FALSE },
  { "rtl/ltr", TL_TIME_RIGHT_TO_LEFT, GTK_TEXT_DIR_LTR, TRUE },
  { "rtl/rtl", TL_TIME_RIGHT_TO_LEFT, GTK_TEXT_DIR_RTL, TRUE },
};

/* x of the first and the last record, in pixels of the lanes. */
static void
find_ends (Stage *stage, double *first, double *last)
{
  const TlEntry *entries = tl_dataset_get_entries (stage->view->dataset);
  guint          n = tl_dataset_get_n_records (stage->view->dataset);
  TlWarp        *warp = tl_layout_get_warp (stage->view->layout);
  TlScale        scale = stage_get_scale (stage);

  *first = tl_scale_to_x (
      scale, tl_warp_to_axis (warp, (double)entries[0].span.earliest));
  *last = tl_scale_to_x (
      scale, tl_warp_to_axis (warp, (double)entries[n - 1].span.earliest));
}

static void
test_timeline (gconstpointer data)
{
  const Case *fixed = data;
  g_autoptr (Stage) stage = stage_open_random (STAGE_N_RECORDS);
  TlScale before;
  double  first;
  double  last;

  gtk_widget_set_direction (GTK_WIDGET (stage->view), fixed->text);
  tl_time_axis_set_direction (tl_time_axis_get (), fixed->direction);
  stage_wait_for_frame (stage);
  find_ends (stage, &first, &last);
  g_assert_cmpint (first > last, ==, fixed->mirrored);
  g_assert_cmpint (tl_timeline_view_get_lanes (stage->view).x > 0, ==,
                   fixed->text == GTK_TEXT_DIR_LTR);

  tl_viewport_zoom_at (stage->view->viewport, 400, 4);
  before = stage_get_scale (stage);
  stage_run (stage, "timeline.pan-left");
  g_assert_cmpint (stage_get_scale (stage).origin > before.origin, ==,
                   fixed->mirrored);

  tl_time_axis_set_direction (tl_time_axis_get (), TL_TIME_AUTO);
  stage_wait_for_frame (stage);
  g_assert_cmpint (tl_viewport_get_mirrored (stage->view->viewport), ==,
                   fixed->text == GTK_TEXT_DIR_RTL);
}

/* The slider of days and whoever asks the axis agree with the timeline. */
static void
test_slider (gconstpointer data)
{
  const Case *fixed = data;
  GtkWidget  *slider = g_object_ref_sink (tl_publication_scale_new ());

  gtk_widget_set_direction (slider, fixed->text);
  tl_time_axis_set_direction (tl_time_axis_get (), fixed->direction);
  g_assert_cmpint (tl_time_axis_is_mirrored (slider), ==, fixed->mirrored);
  g_assert_cmpint (gtk_range_get_inverted (GTK_RANGE (slider)), ==,
                   fixed->mirrored != (fixed->text == GTK_TEXT_DIR_RTL));
  tl_time_axis_set_direction (tl_time_axis_get (), TL_TIME_AUTO);
  g_assert_false (gtk_range_get_inverted (GTK_RANGE (slider)));
  g_assert_finalize_object (slider);
}

/* As the settings write it; what they cannot mean changes nothing. */
static void
test_words (void)
{
  TlTimeAxis *axis = tl_time_axis_get ();

  g_object_set (axis, "direction", "rtl", NULL);
  g_assert_cmpint (tl_time_axis_get_direction (axis), ==,
                   TL_TIME_RIGHT_TO_LEFT);
  g_object_set (axis, "direction", "upwards", NULL);
  g_assert_cmpint (tl_time_axis_get_direction (axis), ==,
                   TL_TIME_RIGHT_TO_LEFT);
  g_object_set (axis, "direction", "auto", NULL);
  g_assert_cmpint (tl_time_axis_get_direction (axis), ==, TL_TIME_AUTO);
}

int
main (int argc, char *argv[])
{
  if (!gui_test_init (&argc, &argv))
    return 0;
  g_test_add_func ("/tl/time-direction/words", test_words);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *timeline =
          g_strconcat ("/tl/time-direction/timeline/", cases[i].path, NULL);
      g_autofree char *slider =
          g_strconcat ("/tl/time-direction/slider/", cases[i].path, NULL);

      g_test_add_data_func (timeline, &cases[i], test_timeline);
      g_test_add_data_func (slider, &cases[i], test_slider);
    }
  return gui_test_run ();
}
