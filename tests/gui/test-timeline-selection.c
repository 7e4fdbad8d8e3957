/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "timeline-stage.h"

#include "tl-filter.h"

/* Several selected records, and what is looked for among those that are shown.
 */

static void
assert_selection (Stage *stage, const guint *expected, guint n_expected)
{
  guint        n;
  const guint *records = tl_timeline_view_get_selection (stage->view, &n);

  g_assert_cmpuint (n, ==, n_expected);
  for (guint i = 0; i < n; i++)
    g_assert_cmpuint (records[i], ==, expected[i]);
  g_assert_cmpuint (tl_timeline_view_get_selected (stage->view), ==,
                    n > 0 ? records[n - 1] : TL_NONE);
}

#define assert_selected(stage, ...)                                            \
  G_STMT_START                                                                 \
  {                                                                            \
    const guint expected_[] = { __VA_ARGS__ };                                 \
    assert_selection (stage, expected_, G_N_ELEMENTS (expected_));             \
  }                                                                            \
  G_STMT_END

static void
count_cb (guint *count)
{
  (*count)++;
}

/* Three visible marks of different records. */
static void
find_marks (Stage *stage, guint marks[3])
{
  const TlView *view = stage->view->view;
  TlRect        lanes = tl_timeline_view_get_lanes (stage->view);
  guint         n = 0;

  for (guint i = 0; i < view->n_marks && n < 3; i++)
    {
      const TlMark *mark = &view->marks[i];

      if (mark->type == TL_MARK_RECORD && mark->glyph_x > 0 &&
          mark->glyph_x < lanes.width && mark->y > 0 &&
          mark->y < lanes.height &&
          tl_view_pick (view, mark->glyph_x, mark->y) == i)
        marks[n++] = i;
    }
  g_assert_cmpuint (n, ==, 3);
}

static guint
click_mark (Stage *stage, guint index, GdkModifierType modifiers)
{
  const TlMark *mark = &stage->view->view->marks[index];
  TlRect        lanes = tl_timeline_view_get_lanes (stage->view);

  tl_timeline_view_click (stage->view, lanes.x + mark->glyph_x,
                          lanes.y + mark->y -
                              tl_timeline_view_get_drawn_offset (stage->view),
                          1, modifiers);
  return mark->index;
}

static void
test_set (void)
{
  g_autoptr (Stage) stage = stage_open_random (STAGE_N_RECORDS);
  const guint records[] = { 9, 3, 100000, 9, 7 };
  guint       n_changed = 0;
  guint       n_selected = 0;

  g_signal_connect_swapped (stage->view, "selection-changed",
                            G_CALLBACK (count_cb), &n_changed);
  g_signal_connect_swapped (stage->view, "notify::selected",
                            G_CALLBACK (count_cb), &n_selected);
  tl_timeline_view_set_selection (stage->view, records, G_N_ELEMENTS (records));
  assert_selected (stage, 9, 3, 7);
  tl_timeline_view_set_selection (stage->view, records, G_N_ELEMENTS (records));
  g_assert_cmpuint (n_changed, ==, 1);
  g_assert_cmpuint (n_selected, ==, 1);
  /* The last one stays the last one. */
  tl_timeline_view_toggle_selected (stage->view, 3);
  assert_selected (stage, 9, 7);
  g_assert_cmpuint (n_changed, ==, 2);
  g_assert_cmpuint (n_selected, ==, 1);
  tl_timeline_view_toggle_selected (stage->view, 7);
  tl_timeline_view_toggle_selected (stage->view, 12);
  assert_selected (stage, 9, 12);
  tl_timeline_view_set_selected (stage->view, 12);
  assert_selected (stage, 12);
  tl_timeline_view_set_selected (stage->view, TL_NONE);
  assert_selection (stage, NULL, 0);
}

static void
test_click (void)
{
  g_autoptr (Stage) stage = stage_open_random (STAGE_N_RECORDS);
  TlRect lanes = tl_timeline_view_get_lanes (stage->view);
  guint  marks[3];
  guint  a;
  guint  b;

  find_marks (stage, marks);
  a = click_mark (stage, marks[0], 0);
  b = click_mark (stage, marks[1], GDK_CONTROL_MASK);
  assert_selected (stage, a, b);
  /* Not a click on nothing while one chooses several. */
  tl_timeline_view_click (stage->view, lanes.x + 1, STAGE_HEIGHT - 2, 1,
                          GDK_CONTROL_MASK);
  assert_selected (stage, a, b);
  click_mark (stage, marks[0], GDK_CONTROL_MASK);
  assert_selected (stage, b);
  tl_timeline_view_click (stage->view, lanes.x + 1, STAGE_HEIGHT - 2, 1, 0);
  assert_selection (stage, NULL, 0);
}

/* All between two clicks, in time, from wherever one begins. */
static void
test_range (void)
{
  g_autoptr (Stage) stage = stage_open_random (STAGE_N_RECORDS);
  guint        marks[3];
  guint        a;
  guint        b;
  guint        n;
  const guint *records;

  find_marks (stage, marks);
  a = click_mark (stage, marks[2], 0);
  b = click_mark (stage, marks[0], GDK_SHIFT_MASK);
  records = tl_timeline_view_get_selection (stage->view, &n);
  g_assert_cmpuint (n, ==, (guint)ABS ((int)a - (int)b) + 1);
  g_assert_cmpuint (records[0], ==, a);
  g_assert_cmpuint (records[n - 1], ==, b);
  for (guint i = 1; i < n; i++)
    g_assert_cmpint (ABS ((int)records[i] - (int)records[i - 1]), ==, 1);
  /* Anew from where it began. */
  b = click_mark (stage, marks[1], GDK_SHIFT_MASK);
  records = tl_timeline_view_get_selection (stage->view, &n);
  g_assert_cmpuint (records[0], ==, a);
  g_assert_cmpuint (records[n - 1], ==, b);
}

static void
test_band (void)
{
  g_autoptr (Stage) stage = stage_open_random (STAGE_N_RECORDS);
  TlRect              lanes = tl_timeline_view_get_lanes (stage->view);
  TlScale             before = stage_get_scale (stage);
  GtkEventController *gesture =
      stage_find_controller (stage, GTK_TYPE_GESTURE_DRAG);
  const TlMark *mark;
  guint         marks[3];

  find_marks (stage, marks);
  mark = &stage->view->view->marks[marks[1]];
  g_signal_emit_by_name (gesture, "drag-begin", lanes.x, lanes.y);
  /* As if Shift were held. */
  tl_timeline_view_begin_drag (stage->view, lanes.x + mark->glyph_x + 25,
                               lanes.y + mark->y + 9, TRUE);
  g_signal_emit_by_name (gesture, "drag-update", -20.0, -15.0);
  stage_wait_for_frame (stage);
  g_signal_emit_by_name (gesture, "drag-update", -50.0, -18.0);
  g_signal_emit_by_name (gesture, "drag-end", -50.0, -18.0);
  g_assert_true (tl_scale_equal (stage_get_scale (stage), before));
  g_assert_true (tl_timeline_view_get_selected (stage->view) != TL_NONE);
  for (guint i = 0; i < stage->view->view->n_marks; i++)
    {
      const TlMark *other = &stage->view->view->marks[i];
      TlRect        band = { mark->glyph_x - 25, mark->y - 9, 50, 18 };
      guint         n;
      const guint  *records = tl_timeline_view_get_selection (stage->view, &n);
      gboolean      is_chosen = FALSE;

      for (guint j = 0; j < n; j++)
        is_chosen |= records[j] == other->index;
      if (other->type == TL_MARK_RECORD)
        g_assert_cmpint (is_chosen, ==,
                         tl_rect_contains (band, other->glyph_x, other->y));
    }
}

static gboolean
is_among (const GArray *chosen, guint mark)
{
  for (guint i = 0; i < chosen->len; i++)
    if (g_array_index (chosen, TlChosenMark, i).mark == mark)
      return TRUE;
  return FALSE;
}

static gboolean
stands_for (Stage *stage, const TlMark *mark, guint record)
{
  guint        n = 1;
  const guint *members = &mark->index;

  if (mark->type == TL_MARK_LIFE)
    return FALSE;
  if (mark->type == TL_MARK_CLUSTER)
    members = tl_layout_get_cluster (
        stage->view->layout, stage->view->view->scale, mark->cluster, &n);
  for (guint i = 0; i < n; i++)
    if (members[i] == record)
      return TRUE;
  return FALSE;
}

/* In every group that a record stands in, its mark or its cluster shows that
 * it is selected, and no other does. */
static void
test_all_marks (void)
{
  g_autoptr (Stage) stage = stage_open_random (900);
  const guint records[] = { 20, 333, 610 };
  guint       n_several = 0;

  tl_timeline_view_set_group_by (stage->view, TL_GROUP_BY_ACTOR);
  stage_wait_for_frame (stage);
  tl_timeline_view_set_selection (stage->view, records, G_N_ELEMENTS (records));
  for (guint i = 0; i < 4; i++)
    {
      const TlView *view = stage->view->view;
      const GArray *chosen = tl_timeline_view_find_chosen (stage->view);

      n_several += chosen->len > G_N_ELEMENTS (records) ? 1 : 0;
      for (guint j = 0; j < view->n_marks; j++)
        {
          const TlMark *mark = &view->marks[j];
          gboolean      expected = stands_for (stage, mark, records[0]) ||
                              stands_for (stage, mark, records[1]) ||
                              stands_for (stage, mark, records[2]);

          g_assert_cmpint (is_among (chosen, j), ==, expected);
        }
      for (guint j = 0; j < chosen->len; j++)
        {
          TlChosenMark mark = g_array_index (chosen, TlChosenMark, j);

          g_assert_cmpint (
              mark.is_leading, ==,
              stands_for (stage, &view->marks[mark.mark], records[2]));
        }
      tl_viewport_zoom_at (stage->view->viewport, 400, 1.7);
    }
  g_assert_cmpuint (n_several, >, 0);
}

/* Some of the records: those of two years. */
static TlResult *
find_some (Stage *stage)
{
  TlDataset *dataset = tl_timeline_view_get_dataset (stage->view);
  guint      middle = tl_dataset_get_n_records (dataset) / 2;
  gint64     second = tl_dataset_get_entries (dataset)[middle].span.earliest;
  g_autoptr (TlFilter) filter = tl_filter_new ();
  g_autoptr (TlQuery) query = NULL;

  tl_filter_set_range (filter, second - 365 * TL_SECONDS_PER_DAY,
                       second + 365 * TL_SECONDS_PER_DAY);
  query = tl_query_new (filter, TL_KNOWN_ALWAYS);
  return tl_query_run (query, dataset, NULL, NULL);
}

/* What a filter hides is not selected any more; the others are. */
static void
test_filtered (void)
{
  g_autoptr (Stage) stage = stage_open_random (STAGE_N_RECORDS);
  g_autoptr (TlResult) some = find_some (stage);
  guint        n;
  const guint *records = tl_result_get_records (some, &n);
  guint        first = records[0];
  guint        second = records[1];
  const guint  selection[] = { 0, first, second, STAGE_N_RECORDS - 1 };

  g_assert_cmpuint (n, >, 1);
  g_assert_false (tl_result_contains (some, 0));
  g_assert_false (tl_result_contains (some, STAGE_N_RECORDS - 1));
  tl_timeline_view_set_selection (stage->view, selection, 4);
  tl_timeline_view_set_result (stage->view, some);
  assert_selected (stage, first, second);
}

/* Returns how many labels there are. */
static guint
assert_no_label_is_cut (Stage *stage)
{
  g_autoptr (TlView) view =
      tl_layout_get_view (stage->view->layout, stage->view->view->scale);
  guint n_labels = 0;

  for (guint i = 0; i < view->n_marks; i++)
    {
      const TlMark *mark = &view->marks[i];

      if (mark->label_place == TL_LABEL_NONE)
        continue;
      /* The drawn origin is that of a whole pixel. */
      g_assert_cmpfloat (mark->label.x, >=, -0.5);
      g_assert_cmpfloat (mark->label.x + mark->label.width, <=,
                         view->scale.width + 0.5);
      n_labels++;
    }
  return n_labels;
}

/* What was known on an earlier day stands in the view of all that is known
 * now; no label is cut at its edges, in languages with long words either. */
static void
test_labels_known_earlier (void)
{
  g_autoptr (TlDataset) dataset = gui_load_builtin ();
  g_autoptr (Stage) stage = stage_open (dataset);
  g_autoptr (TlFilter) all = tl_filter_new ();
  guint n_labels = 0;

  g_object_set (stage->view, "language", "de", NULL);
  stage_wait_for_frame (stage);
  for (int width = 700; width <= STAGE_WIDTH; width += 60)
    {
      stage_resize (stage, width, STAGE_HEIGHT);
      for (int day = 1; day <= 31; day += 5)
        {
          g_autoptr (TlQuery) query = tl_query_new (
              all, tl_calendar_day_number (2020, 7, day) * TL_SECONDS_PER_DAY);
          g_autoptr (TlResult) known =
              tl_query_run (query, dataset, NULL, NULL);

          tl_timeline_view_set_result (stage->view, known);
          stage_wait_for_frame (stage);
          n_labels += assert_no_label_is_cut (stage);
        }
    }
  g_assert_cmpuint (n_labels, >, 100);
}

static void
test_matches (void)
{
  g_autoptr (Stage) stage = stage_open_random (STAGE_N_RECORDS);
  g_autoptr (TlResult) some = find_some (stage);
  const TlView *view;
  TlMarking    *marking;

  tl_timeline_view_set_matches (stage->view, some, FALSE, NULL);
  g_assert_null (tl_timeline_view_get_marking (stage->view));
  tl_timeline_view_set_matches (stage->view, some, FALSE, "");
  g_assert_null (tl_timeline_view_get_marking (stage->view));

  tl_timeline_view_set_matches (stage->view, some, TRUE, "word");
  marking = tl_timeline_view_get_marking (stage->view);
  g_assert_true (tl_marking_get_dims (marking));
  g_assert_cmpstr (tl_marking_get_search (marking), ==, "word");
  g_assert_true (tl_timeline_view_get_marking (stage->view) == marking);
  stage_wait_for_frame (stage);
  view = stage->view->view;
  for (guint i = 0; i < view->n_marks; i++)
    if (view->marks[i].type == TL_MARK_RECORD)
      g_assert_true ((tl_marking_count (marking, view, &view->marks[i]) == 1) ==
                     tl_result_contains (some, view->marks[i].index));
  tl_timeline_view_set_matches (stage->view, NULL, FALSE, NULL);
  g_assert_null (tl_timeline_view_get_marking (stage->view));
}

static const struct
{
  const char *path;
  void (*test) (void);
} tests[] = {
  { "selection/set", test_set },
  { "selection/click", test_click },
  { "selection/range", test_range },
  { "selection/band", test_band },
  { "selection/all-marks", test_all_marks },
  { "selection/filtered", test_filtered },
  { "labels/known-earlier", test_labels_known_earlier },
  { "matches/set", test_matches },
};

int
main (int argc, char *argv[])
{
  if (!gui_test_init (&argc, &argv))
    return 0;
  for (guint i = 0; i < G_N_ELEMENTS (tests); i++)
    {
      g_autofree char *path =
          g_strconcat ("/tl/timeline-view/", tests[i].path, NULL);

      g_test_add_func (path, tests[i].test);
    }
  return gui_test_run ();
}
