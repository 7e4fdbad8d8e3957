/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tests/assert-near.h"
#include "tl-side-pane.h"

#include "gui-test.h"
#include "tl-row-layout.h"
#include "tl-wrap-layout.h"

typedef struct
{
  GtkWidget *window;
  GtkWidget *pane;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->window = gtk_window_new ();
  fixture->pane = tl_side_pane_new ();
  tl_side_pane_set_child (TL_SIDE_PANE (fixture->pane), gtk_label_new ("x"));
  gtk_window_set_child (GTK_WINDOW (fixture->window), fixture->pane);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  GtkWidget *pane = g_object_ref (fixture->pane);

  gtk_widget_set_default_direction (GTK_TEXT_DIR_LTR);
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  g_assert_finalize_object (pane);
}

static int
get_width (Fixture *fixture)
{
  return tl_side_pane_get_pane_width (TL_SIDE_PANE (fixture->pane));
}

static void
count_cb (GObject *object, GParamSpec *pspec, gpointer user_data)
{
  (*(guint *)user_data)++;
}

static void
test_width (Fixture *fixture, gconstpointer data)
{
  guint n_notified = 0;
  int   minimum = 0;
  int   natural = 0;

  g_signal_connect (fixture->pane, "notify::pane-width", G_CALLBACK (count_cb),
                    &n_notified);
  tl_side_pane_set_pane_width (TL_SIDE_PANE (fixture->pane), 400);
  g_object_set (fixture->pane, "pane-width", 400, NULL);
  g_assert_cmpuint (n_notified, ==, 1);

  /* Wishes are kept within reason, and never change what it needs. */
  tl_side_pane_set_pane_width (TL_SIDE_PANE (fixture->pane), 100000);
  g_assert_cmpint (get_width (fixture), ==, TL_SIDE_PANE_MAX_WIDTH);
  gtk_widget_measure (fixture->pane, GTK_ORIENTATION_HORIZONTAL, -1, &minimum,
                      &natural, NULL, NULL);
  g_assert_cmpint (minimum, ==, TL_SIDE_PANE_MIN_WIDTH);
  g_assert_cmpint (natural, ==, TL_SIDE_PANE_MAX_WIDTH);
  tl_side_pane_set_pane_width (TL_SIDE_PANE (fixture->pane), -5);
  g_assert_cmpint (get_width (fixture), ==, TL_SIDE_PANE_MIN_WIDTH);
}

static GtkEventController *
find_controller (GtkWidget *widget, GType type)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (widget);

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GtkEventController) controller =
          g_list_model_get_item (controllers, i);

      if (g_type_is_a (G_OBJECT_TYPE (controller), type))
        return controller;
    }
  return NULL;
}

/* The handle moves towards the arrow: where the pane stands at the right,
 * left makes it wider, and in a mirrored window the other way round. */
static void
test_keys (Fixture *fixture, gconstpointer data)
{
  GtkWidget          *handle = gtk_widget_get_first_child (fixture->pane);
  GtkEventController *key = NULL;
  gboolean            handled = FALSE;

  key = find_controller (handle, GTK_TYPE_EVENT_CONTROLLER_KEY);
  g_assert_nonnull (key);
  tl_side_pane_set_pane_width (TL_SIDE_PANE (fixture->pane), 400);
  g_signal_emit_by_name (key, "key-pressed", GDK_KEY_Left, 0, 0, &handled);
  g_assert_true (handled);
  g_assert_cmpint (get_width (fixture), >, 400);
  g_signal_emit_by_name (key, "key-pressed", GDK_KEY_Right, 0, 0, &handled);
  g_assert_cmpint (get_width (fixture), ==, 400);
  g_signal_emit_by_name (key, "key-pressed", GDK_KEY_a, 0, 0, &handled);
  g_assert_false (handled);

  gtk_widget_set_direction (fixture->pane, GTK_TEXT_DIR_RTL);
  g_signal_emit_by_name (key, "key-pressed", GDK_KEY_Left, 0, 0, &handled);
  g_assert_cmpint (get_width (fixture), <, 400);
}

static void
test_drag (Fixture *fixture, gconstpointer data)
{
  GtkWidget          *handle = gtk_widget_get_first_child (fixture->pane);
  GtkEventController *drag = find_controller (handle, GTK_TYPE_GESTURE_DRAG);

  gtk_window_set_default_size (GTK_WINDOW (fixture->window), 500, 100);
  gtk_window_present (GTK_WINDOW (fixture->window));
  gui_wait_for (gtk_widget_get_width (fixture->pane) == 500);
  g_signal_emit_by_name (drag, "drag-update", -30.0, 0.0);
  g_assert_cmpint (get_width (fixture), ==, 530);
}

static GtkWidget *
add_box (GtkWidget *parent, int width)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);

  gtk_widget_set_size_request (box, width, 20);
  gtk_widget_set_parent (box, parent);
  return box;
}

static graphene_rect_t
get_bounds (GtkWidget *child, GtkWidget *parent)
{
  graphene_rect_t bounds = { 0 };

  g_assert_true (gtk_widget_compute_bounds (child, parent, &bounds));
  return bounds;
}

/* Three boxes of 100 with 6 between: all in a line of 312, two in one of
 * 311, and from the right in a mirrored window. */
static void
test_wrap (Fixture *fixture, gconstpointer data)
{
  GtkWidget *parent = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  GtkWidget *boxes[3] = { NULL };
  int        height[2] = { 0 };

  gtk_widget_set_layout_manager (parent, tl_wrap_layout_new (6));
  g_object_ref_sink (parent);
  for (gsize i = 0; i < G_N_ELEMENTS (boxes); i++)
    boxes[i] = add_box (parent, 100);

  gtk_widget_measure (parent, GTK_ORIENTATION_VERTICAL, 312, &height[0], NULL,
                      NULL, NULL);
  gtk_widget_measure (parent, GTK_ORIENTATION_VERTICAL, 311, &height[1], NULL,
                      NULL, NULL);
  g_assert_cmpint (height[0], ==, 20);
  g_assert_cmpint (height[1], ==, 46);

  gtk_widget_allocate (parent, 311, 46, -1, NULL);
  assert_near (get_bounds (boxes[1], parent).origin.x, 106, 0.01);
  assert_near (get_bounds (boxes[2], parent).origin.x, 0, 0.01);
  assert_near (get_bounds (boxes[2], parent).origin.y, 26, 0.01);

  gtk_widget_set_direction (parent, GTK_TEXT_DIR_RTL);
  gtk_widget_queue_allocate (parent);
  gtk_widget_allocate (parent, 311, 46, -1, NULL);
  assert_near (get_bounds (boxes[0], parent).origin.x, 211, 0.01);
  g_assert_finalize_object (parent);
}

/* A box of 20, one that expands, one of 30: the second takes what is left of
 * 200, and stands in the middle from either side. */
static void
test_row (Fixture *fixture, gconstpointer data)
{
  GtkWidget *parent = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  GtkWidget *boxes[3] = { NULL };
  int        minimum = 0;
  int        height = 0;

  gtk_widget_set_layout_manager (parent, tl_row_layout_new (10));
  g_object_ref_sink (parent);
  boxes[0] = add_box (parent, 20);
  boxes[1] = add_box (parent, 40);
  boxes[2] = add_box (parent, 30);
  gtk_widget_set_hexpand (boxes[1], TRUE);
  gtk_widget_set_size_request (boxes[2], 30, 50);

  gtk_widget_measure (parent, GTK_ORIENTATION_HORIZONTAL, -1, &minimum, NULL,
                      NULL, NULL);
  gtk_widget_measure (parent, GTK_ORIENTATION_VERTICAL, 200, &height, NULL,
                      NULL, NULL);
  g_assert_cmpint (minimum, ==, 110);
  g_assert_cmpint (height, ==, 50);

  for (guint i = 0; i < 2; i++)
    {
      GtkTextDirection direction = i == 0 ? GTK_TEXT_DIR_LTR : GTK_TEXT_DIR_RTL;

      gtk_widget_set_direction (parent, direction);
      gtk_widget_queue_allocate (parent);
      gtk_widget_allocate (parent, 200, 50, -1, NULL);
      g_assert_cmpfloat_with_epsilon (get_bounds (boxes[1], parent).size.width,
                                      130, 0.01);
      g_assert_cmpfloat_with_epsilon (get_bounds (boxes[1], parent).origin.x,
                                      i == 0 ? 30 : 40, 0.01);
      g_assert_cmpfloat_with_epsilon (get_bounds (boxes[2], parent).origin.x,
                                      i == 0 ? 170 : 0, 0.01);
    }
  g_assert_finalize_object (parent);
}

int
main (int argc, char **argv)
{
  static const struct
  {
    const char *path;
    void (*run) (Fixture *fixture, gconstpointer data);
  } tests[] = {
    { "/tl/side-pane/pane-width", test_width },
    { "/tl/side-pane/keys", test_keys },
    { "/tl/side-pane/drag", test_drag },
    { "/tl/wrap-layout/allocate", test_wrap },
    { "/tl/row-layout/allocate", test_row },
  };

  if (!gui_test_init (&argc, &argv))
    return 0;
  for (gsize i = 0; i < G_N_ELEMENTS (tests); i++)
    g_test_add (tests[i].path, Fixture, NULL, set_up, tests[i].run, tear_down);
  return gui_test_run ();
}
