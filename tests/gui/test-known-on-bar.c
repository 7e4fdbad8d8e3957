/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tests/assert-near.h"
#include "tl-known-on-bar.h"

#include "gui-test.h"
#include "many-sources.h"
#include "tl-calendar.h"
#include "tl-known-on-layout.h"
#include "tl-publication-scale.h"

/* The bar over the built-in dataset, and its parts. */

typedef struct
{
  TlDataset        *dataset;
  TlExplorer       *explorer;
  TlKnownOnStepper *stepper;
  GtkWidget        *window;
  GtkWidget        *bar;
  guint             n_results;
} Fixture;

static void
count_cb (GObject *object, GParamSpec *pspec, guint *count)
{
  (*count)++;
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  GtkSettings *settings = gtk_settings_get_default ();

  g_object_set (settings, "gtk-enable-animations", FALSE, NULL);
  fixture->dataset = gui_load_builtin ();
  fixture->explorer = tl_explorer_new ();
  tl_explorer_set_dataset (fixture->explorer, fixture->dataset);
  fixture->stepper = tl_known_on_stepper_new (fixture->explorer);
  fixture->bar =
      tl_known_on_bar_new (fixture->explorer, fixture->stepper, "en");
  g_signal_connect (fixture->explorer, "notify::result", G_CALLBACK (count_cb),
                    &fixture->n_results);
  fixture->window = gtk_window_new ();
  gtk_window_set_child (GTK_WINDOW (fixture->window), fixture->bar);
  gtk_window_set_default_size (GTK_WINDOW (fixture->window), 900, 100);
}

static void
present (Fixture *fixture)
{
  gtk_window_present (GTK_WINDOW (fixture->window));
  gui_wait_for (gtk_widget_get_mapped (fixture->bar) &&
                gtk_widget_get_width (fixture->bar) > 0);
  gui_settle (50);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  GtkWidget *bar = g_object_ref (fixture->bar);

  gtk_widget_set_default_direction (GTK_TEXT_DIR_LTR);
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  g_assert_finalize_object (bar);
  g_assert_finalize_object (fixture->stepper);
  g_assert_finalize_object (fixture->explorer);
  g_object_unref (fixture->dataset);
}

static gint64
get_second (const char *day)
{
  gint64 second;

  g_assert_true (tl_calendar_parse_day (day, &second));
  return second;
}

static void
assert_day (Fixture *fixture, const char *day)
{
  g_autofree char *found =
      tl_calendar_format_day (tl_explorer_get_known_on (fixture->explorer));

  g_assert_cmpstr (found, ==, day);
  g_assert_cmpint (tl_known_on_stepper_get_day (fixture->stepper), ==,
                   get_second (day));
}

static TlPublicationScale *
get_scale (Fixture *fixture)
{
  return TL_PUBLICATION_SCALE (
      gui_find (fixture->bar, TL_TYPE_PUBLICATION_SCALE));
}

/* The days that the built-in dataset's sources were published on. */
static const char *const days[] = { "2020-04-16", "2020-04-17", "2020-04-20",
                                    "2020-07-27", "2020-07-29" };

static void
test_steps (Fixture *fixture, gconstpointer data)
{
  guint last = G_N_ELEMENTS (days) - 1;

  g_assert_false (tl_known_on_stepper_can_step (fixture->stepper, -1));
  tl_known_on_stepper_set_active (fixture->stepper, TRUE);
  assert_day (fixture, days[last]);
  g_assert_false (tl_known_on_stepper_can_step (fixture->stepper, 1));
  for (guint i = last; i > 0; i--)
    {
      tl_known_on_stepper_step (fixture->stepper, -1);
      assert_day (fixture, days[i - 1]);
    }
  g_assert_false (tl_known_on_stepper_can_step (fixture->stepper, -1));
  tl_known_on_stepper_step (fixture->stepper, -1);
  assert_day (fixture, days[0]);
  for (guint i = 1; i <= last; i++)
    {
      tl_known_on_stepper_step (fixture->stepper, 1);
      assert_day (fixture, days[i]);
    }

  /* From between two of them, to either. */
  tl_known_on_stepper_set_day (fixture->stepper, get_second ("2020-05-05"));
  tl_known_on_stepper_step (fixture->stepper, -1);
  assert_day (fixture, "2020-04-20");
  tl_known_on_stepper_set_day (fixture->stepper, get_second ("2020-05-05"));
  tl_known_on_stepper_step (fixture->stepper, 1);
  assert_day (fixture, "2020-07-27");
}

static void
test_close (Fixture *fixture, gconstpointer data)
{
  tl_known_on_stepper_set_active (fixture->stepper, TRUE);
  tl_known_on_stepper_set_day (fixture->stepper, get_second ("2020-04-17"));
  g_assert_cmpuint (
      tl_result_get_n_shown (tl_explorer_get_result (fixture->explorer)), <,
      tl_dataset_get_n_records (fixture->dataset));

  tl_known_on_stepper_set_active (fixture->stepper, FALSE);
  g_assert_cmpint (tl_explorer_get_known_on (fixture->explorer), ==,
                   TL_KNOWN_ALWAYS);
  g_assert_cmpuint (
      tl_result_get_n_shown (tl_explorer_get_result (fixture->explorer)), ==,
      tl_dataset_get_n_records (fixture->dataset));

  /* One comes back to where one was. */
  tl_known_on_stepper_set_active (fixture->stepper, TRUE);
  assert_day (fixture, "2020-04-17");
}

/* Somebody else sets the day: links, what is remembered. */
static void
test_follows (Fixture *fixture, gconstpointer data)
{
  tl_explorer_set_known_on (fixture->explorer, get_second ("2020-04-18") + 99);
  g_assert_true (tl_known_on_stepper_get_active (fixture->stepper));
  g_assert_cmpint (tl_publication_scale_get_day (get_scale (fixture)), ==,
                   get_second ("2020-04-18"));
  gui_assert_has_text (fixture->bar, "18 April 2020");
  gui_assert_has_text (fixture->bar, "Last published: 17 April 2020");
  tl_explorer_set_known_on (fixture->explorer, TL_KNOWN_ALWAYS);
  g_assert_false (tl_known_on_stepper_get_active (fixture->stepper));
}

static void
test_other_dataset (Fixture *fixture, gconstpointer data)
{
  g_autoptr (TlDataset) again = gui_load_builtin ();
  g_autoptr (TlDataset) other = gui_load_fixture ("window.json");

  tl_known_on_stepper_set_active (fixture->stepper, TRUE);
  tl_known_on_stepper_set_day (fixture->stepper, get_second ("2020-04-17"));
  tl_explorer_set_dataset (fixture->explorer, again);
  assert_day (fixture, "2020-04-17");
  g_assert_true (tl_known_on_stepper_get_dataset (fixture->stepper) == again);

  tl_explorer_set_dataset (fixture->explorer, other);
  g_assert_false (tl_known_on_stepper_get_active (fixture->stepper));
  g_assert_cmpint (tl_explorer_get_known_on (fixture->explorer), ==,
                   TL_KNOWN_ALWAYS);
  tl_explorer_set_dataset (fixture->explorer, NULL);
  tl_known_on_stepper_set_active (fixture->stepper, TRUE);
  g_assert_cmpint (tl_explorer_get_known_on (fixture->explorer), ==,
                   TL_KNOWN_ALWAYS);
}

/* --- words --- */

static void
test_words (Fixture *fixture, gconstpointer data)
{
  tl_known_on_stepper_set_active (fixture->stepper, TRUE);
  tl_known_on_stepper_set_day (fixture->stepper, get_second ("2020-04-16"));
  tl_known_on_stepper_step (fixture->stepper, 1);
  gui_assert_has_text (fixture->bar, "17 April 2020");
  gui_assert_has_text (fixture->bar, "AMN, “Russia ready to talk hypersonic "
                                     "weapons with US, they claim”");
  gui_assert_has_text (fixture->bar, "records new");
  tl_known_on_stepper_step (fixture->stepper, -1);
  gui_assert_has_text (fixture->bar, "records not yet known");
  gui_assert_has_text (fixture->bar, "China Daily");
  tl_known_on_stepper_set_day (fixture->stepper, get_second ("2020-04-15"));
  gui_assert_has_text (fixture->bar, "Nothing was published yet");
  tl_known_on_stepper_set_day (fixture->stepper, get_second ("2020-08-15"));
  tl_known_on_stepper_set_day (fixture->stepper, get_second ("2020-08-16"));
  gui_assert_has_text (fixture->bar, "nothing changes");
}

/* What a step changes is told of the filter that is set, and not when that
 * changed at the same time. */
static void
test_words_filter (Fixture *fixture, gconstpointer data)
{
  g_autoptr (TlFilter) filter = tl_filter_new ();

  tl_known_on_stepper_set_active (fixture->stepper, TRUE);
  tl_known_on_stepper_set_day (fixture->stepper, get_second ("2020-04-16"));
  tl_filter_set_search (filter, "no such word");
  tl_explorer_set_filter (fixture->explorer, filter);
  gui_assert_lacks_text (fixture->bar, "new");
  gui_assert_lacks_text (fixture->bar, "not yet");
  tl_known_on_stepper_step (fixture->stepper, 1);
  gui_assert_has_text (fixture->bar, "nothing changes");
}

static void
assert_value_text (Fixture *fixture, const char *text)
{
  char *message = gtk_test_accessible_check_property (
      GTK_ACCESSIBLE (get_scale (fixture)), GTK_ACCESSIBLE_PROPERTY_VALUE_TEXT,
      text);

  g_assert_cmpstr (message, ==, NULL);
}

static void
test_accessible (Fixture *fixture, gconstpointer data)
{
  tl_known_on_stepper_set_active (fixture->stepper, TRUE);
  gtk_test_accessible_assert_role (get_scale (fixture),
                                   GTK_ACCESSIBLE_ROLE_SLIDER);
  assert_value_text (fixture, "29 July 2020");
  tl_known_on_stepper_step (fixture->stepper, -1);
  assert_value_text (fixture, "27 July 2020");
  for (guint i = 0; i < 5; i++)
    tl_known_on_stepper_step (fixture->stepper, -1);
  assert_value_text (fixture, "16 April 2020");
}

/* --- the slider --- */

static void
change (Fixture *fixture, GtkScrollType scroll, double value)
{
  gboolean handled;

  g_signal_emit_by_name (get_scale (fixture), "change-value", scroll, value,
                         &handled);
}

static double
get_value (Fixture *fixture)
{
  return gtk_range_get_value (GTK_RANGE (get_scale (fixture)));
}

static double
to_value (const char *day)
{
  return (double)(get_second (day) / TL_SECONDS_PER_DAY);
}

static void
test_slider (Fixture *fixture, gconstpointer data)
{
  present (fixture);
  tl_known_on_stepper_set_active (fixture->stepper, TRUE);
  gui_settle (50);
  assert_near (get_value (fixture), to_value ("2020-07-29"), 1e-9);

  change (fixture, GTK_SCROLL_STEP_BACKWARD, get_value (fixture) - 1);
  assert_day (fixture, "2020-07-28");
  change (fixture, GTK_SCROLL_PAGE_BACKWARD, get_value (fixture) - 30);
  assert_day (fixture, "2020-07-27");
  change (fixture, GTK_SCROLL_PAGE_BACKWARD, get_value (fixture) - 30);
  assert_day (fixture, "2020-04-20");
  change (fixture, GTK_SCROLL_PAGE_FORWARD, get_value (fixture) + 30);
  assert_day (fixture, "2020-07-27");
  change (fixture, GTK_SCROLL_JUMP, to_value ("2020-06-10") + 0.4);
  assert_day (fixture, "2020-06-10");
  /* A little more than what was published, on both sides. */
  change (fixture, GTK_SCROLL_START, -1e12);
  g_assert_cmpint (tl_explorer_get_known_on (fixture->explorer), <,
                   get_second (days[0]));
  g_assert_cmpuint (
      tl_result_get_n_shown (tl_explorer_get_result (fixture->explorer)), ==,
      0);
  change (fixture, GTK_SCROLL_PAGE_FORWARD, get_value (fixture) + 30);
  assert_day (fixture, days[0]);
  change (fixture, GTK_SCROLL_PAGE_BACKWARD, get_value (fixture) - 30);
  g_assert_cmpint (tl_explorer_get_known_on (fixture->explorer), <,
                   get_second (days[0]));
  change (fixture, GTK_SCROLL_END, 1e12);
  g_assert_cmpint (tl_explorer_get_known_on (fixture->explorer), >,
                   get_second ("2020-07-29"));
}

static GtkWidget *
find_slider (GtkWidget *widget)
{
  if (g_str_equal (gtk_widget_get_css_name (widget), "slider"))
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_slider (child);

      if (found != NULL)
        return found;
    }
  return NULL;
}

static double
get_slider_x (Fixture *fixture)
{
  GtkWidget      *scale = GTK_WIDGET (get_scale (fixture));
  graphene_rect_t box;

  g_assert_true (gtk_widget_compute_bounds (find_slider (scale), scale, &box));
  return (double)box.origin.x + (double)box.size.width / 2;
}

/* The ticks stand where the slider stands on their day. */
static void
assert_ticks_in_place (Fixture *fixture)
{
  TlPublicationScale *scale = get_scale (fixture);

  for (guint i = 0; i < G_N_ELEMENTS (days); i++)
    {
      double x = tl_publication_scale_get_x (scale, get_second (days[i]));

      g_assert_cmpfloat (x, >, 0);
      g_assert_cmpfloat (x, <, gtk_widget_get_width (GTK_WIDGET (scale)));
      tl_known_on_stepper_set_day (fixture->stepper, get_second (days[i]));
      gui_settle (50);
      assert_near (get_slider_x (fixture), x, 1.51);
      /* No day moves the scale. */
      assert_near (tl_publication_scale_get_x (scale, get_second (days[i])), x,
                   0.01);
    }
}

static void
test_ticks (Fixture *fixture, gconstpointer data)
{
  TlPublicationScale *scale = get_scale (fixture);
  gboolean            mirrored = GPOINTER_TO_INT (data);
  double              first;
  double              last;

  if (mirrored)
    gtk_widget_set_direction (GTK_WIDGET (scale), GTK_TEXT_DIR_RTL);
  present (fixture);
  tl_known_on_stepper_set_active (fixture->stepper, TRUE);
  gui_settle (50);
  assert_ticks_in_place (fixture);
  first = tl_publication_scale_get_x (scale, get_second (days[0]));
  last = tl_publication_scale_get_x (scale, get_second (days[4]));
  g_assert_cmpint (first < last, ==, !mirrored);
}

static void
test_snap (Fixture *fixture, gconstpointer data)
{
  gtk_window_set_default_size (GTK_WINDOW (fixture->window), 400, 100);
  present (fixture);
  tl_known_on_stepper_set_active (fixture->stepper, TRUE);
  gui_settle (50);
  /* A day is less than five pixels. */
  change (fixture, GTK_SCROLL_JUMP, to_value ("2020-04-21"));
  assert_day (fixture, "2020-04-20");
  /* From there one gets away. */
  change (fixture, GTK_SCROLL_JUMP, to_value ("2020-04-21"));
  assert_day (fixture, "2020-04-21");
}

/* --- many sources --- */

/* They are collected in a thread; until then there is no day. */
static void
test_many (Fixture *fixture, gconstpointer data)
{
  g_autoptr (TlDataset) many = load_many ();
  TlPublications *publications;
  guint           n_days;

  present (fixture);
  tl_explorer_set_dataset (fixture->explorer, many);
  tl_known_on_stepper_set_active (fixture->stepper, TRUE);
  g_assert_null (tl_known_on_stepper_get_publications (fixture->stepper));
  g_assert_false (tl_known_on_stepper_can_step (fixture->stepper, -1));
  gui_assert_has_text (fixture->bar, "Collecting");
  gui_wait_for (tl_known_on_stepper_get_publications (fixture->stepper) !=
                NULL);
  publications = tl_known_on_stepper_get_publications (fixture->stepper);
  n_days = tl_publications_get_n_days (publications);
  g_assert_cmpint (tl_explorer_get_known_on (fixture->explorer), ==,
                   tl_publications_get_day (publications, n_days - 1));
  gui_settle (50);

  /* Who leaves before they are collected is not brought back. */
  tl_explorer_set_dataset (fixture->explorer, fixture->dataset);
  tl_explorer_set_dataset (fixture->explorer, many);
  tl_known_on_stepper_set_active (fixture->stepper, TRUE);
  tl_known_on_stepper_set_active (fixture->stepper, FALSE);
  gui_settle (300);
  g_assert_cmpint (tl_explorer_get_known_on (fixture->explorer), ==,
                   TL_KNOWN_ALWAYS);
}

/* --- playing --- */

static void
test_play (Fixture *fixture, gconstpointer data)
{
  guint n_before;

  present (fixture);
  tl_known_on_stepper_set_playing (fixture->stepper, TRUE);
  g_assert_false (tl_known_on_stepper_get_playing (fixture->stepper));
  tl_known_on_stepper_set_active (fixture->stepper, TRUE);
  n_before = fixture->n_results;
  tl_known_on_stepper_set_playing (fixture->stepper, TRUE);
  /* From the end it begins anew. */
  assert_day (fixture, days[0]);
  g_assert_true (tl_known_on_stepper_get_playing (fixture->stepper));
  g_assert_nonnull (gui_find_named (fixture->bar, "Pause"));
  gui_wait_for (!tl_known_on_stepper_get_playing (fixture->stepper));
  assert_day (fixture, days[G_N_ELEMENTS (days) - 1]);
  g_assert_cmpuint (fixture->n_results - n_before, ==, G_N_ELEMENTS (days));
  g_assert_nonnull (gui_find_named (fixture->bar, "Play the Publications"));
}

static void
test_play_stops (Fixture *fixture, gconstpointer data)
{
  present (fixture);
  tl_known_on_stepper_set_active (fixture->stepper, TRUE);
  tl_known_on_stepper_set_playing (fixture->stepper, TRUE);
  change (fixture, GTK_SCROLL_JUMP, to_value ("2020-06-10"));
  g_assert_false (tl_known_on_stepper_get_playing (fixture->stepper));
  tl_known_on_stepper_set_playing (fixture->stepper, TRUE);
  tl_known_on_stepper_step (fixture->stepper, -1);
  g_assert_false (tl_known_on_stepper_get_playing (fixture->stepper));
  tl_known_on_stepper_set_playing (fixture->stepper, TRUE);
  tl_known_on_stepper_set_active (fixture->stepper, FALSE);
  g_assert_false (tl_known_on_stepper_get_playing (fixture->stepper));
}

/* --- places --- */

static graphene_rect_t
get_box (Fixture *fixture, GtkWidget *widget)
{
  graphene_rect_t box;

  g_assert_true (gtk_widget_compute_bounds (widget, fixture->bar, &box));
  return box;
}

static GtkWidget *
get_child (Fixture *fixture, guint index)
{
  GtkWidget *child = gtk_widget_get_first_child (fixture->bar);

  while (index-- > 0)
    child = gtk_widget_get_next_sibling (child);
  return child;
}

static void
allocate (Fixture *fixture, int width)
{
  int minimum;
  int height;

  gtk_widget_measure (fixture->bar, GTK_ORIENTATION_HORIZONTAL, -1, &minimum,
                      NULL, NULL, NULL);
  g_assert_cmpint (minimum, <=, 336);
  gtk_widget_measure (fixture->bar, GTK_ORIENTATION_VERTICAL, width, &height,
                      NULL, NULL, NULL);
  gtk_widget_allocate (fixture->bar, width, height, -1, NULL);
}

/* Nothing overlaps and nothing is cut, at any width and in both directions. */
static void
test_places (Fixture *fixture, gconstpointer data)
{
  static const int widths[] = { 336, 500, 639, 640, 900, 2000 };

  tl_known_on_stepper_set_active (fixture->stepper, TRUE);
  present (fixture);
  for (guint i = 0; i < 2 * G_N_ELEMENTS (widths); i++)
    {
      int width = widths[i / 2];

      gtk_widget_set_direction (fixture->bar, i % 2 == 0 ? GTK_TEXT_DIR_LTR
                                                         : GTK_TEXT_DIR_RTL);
      allocate (fixture, width);
      for (guint a = 0; a < 5; a++)
        {
          graphene_rect_t box = get_box (fixture, get_child (fixture, a));

          g_assert_cmpfloat (box.origin.x, >=, 0);
          g_assert_cmpfloat (box.origin.x + box.size.width, <=, width);
          for (guint b = 0; b < a; b++)
            {
              graphene_rect_t other = get_box (fixture, get_child (fixture, b));

              g_assert_false (graphene_rect_intersection (&box, &other, NULL) &&
                              box.size.width > 0);
            }
        }
    }
}

int
main (int argc, char **argv)
{
  static const struct
  {
    const char *path;
    void (*run) (Fixture *fixture, gconstpointer data);
  } tests[] = {
    { "/tl/known-on-bar/steps", test_steps },
    { "/tl/known-on-bar/close", test_close },
    { "/tl/known-on-bar/follows", test_follows },
    { "/tl/known-on-bar/other-dataset", test_other_dataset },
    { "/tl/known-on-bar/words", test_words },
    { "/tl/known-on-bar/words/filter", test_words_filter },
    { "/tl/known-on-bar/accessible", test_accessible },
    { "/tl/known-on-bar/slider", test_slider },
    { "/tl/known-on-bar/snap", test_snap },
    { "/tl/known-on-bar/play", test_play },
    { "/tl/known-on-bar/play/stops", test_play_stops },
    { "/tl/known-on-bar/places", test_places },
    { "/tl/known-on-bar/many", test_many },
  };

  if (!gui_test_init (&argc, &argv))
    return 0;
  for (gsize i = 0; i < G_N_ELEMENTS (tests); i++)
    g_test_add (tests[i].path, Fixture, NULL, set_up, tests[i].run, tear_down);
  g_test_add ("/tl/known-on-bar/ticks/ltr", Fixture, GINT_TO_POINTER (FALSE),
              set_up, test_ticks, tear_down);
  g_test_add ("/tl/known-on-bar/ticks/rtl", Fixture, GINT_TO_POINTER (TRUE),
              set_up, test_ticks, tear_down);
  return gui_test_run ();
}
