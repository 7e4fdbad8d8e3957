/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-label-direction.h"

/* Where the lines of a label end up on the screen, in windows of both
 * directions, whichever way its text runs. */

#define WIDTH 170
#define LATIN "Long words that need more than one line of the label"
#define ARABIC "كلمات طويلة تحتاج إلى أكثر من سطر واحد في هذه اللافتة"

typedef struct
{
  const char      *path;
  GtkTextDirection direction;
  const char      *text;
  gboolean         starts_right; /* aligned to the start of the window */
  gboolean         text_right;   /* aligned to its own start */
} Case;

static const Case cases[] = {
  { "ltr/latin", GTK_TEXT_DIR_LTR, LATIN, FALSE, FALSE },
  { "ltr/arabic", GTK_TEXT_DIR_LTR, ARABIC, FALSE, TRUE },
  { "rtl/latin", GTK_TEXT_DIR_RTL, LATIN, TRUE, FALSE },
  { "rtl/arabic", GTK_TEXT_DIR_RTL, ARABIC, TRUE, TRUE },
  { "rtl/number", GTK_TEXT_DIR_RTL, "2020", TRUE, TRUE },
};

/* A line that is so nearly full stands on both sides. */
#define FULL_PX 6

/* Whether there is more room on the left of every line than on its right. */
static gboolean
is_at_right (GtkLabel *label)
{
  PangoLayout     *layout = gtk_label_get_layout (label);
  PangoLayoutIter *iter = pango_layout_get_iter (layout);
  int              width = gtk_widget_get_width (GTK_WIDGET (label));
  int              n_right = 0;
  int              n_left = 0;
  int              x;

  gtk_label_get_layout_offsets (label, &x, NULL);
  do
    {
      PangoRectangle line;

      pango_layout_iter_get_line_extents (iter, NULL, &line);
      line.x = x + line.x / PANGO_SCALE;
      line.width /= PANGO_SCALE;
      n_right += line.x > width - line.x - line.width + FULL_PX;
      n_left += line.x + FULL_PX < width - line.x - line.width;
    }
  while (pango_layout_iter_next_line (iter));
  pango_layout_iter_free (iter);
  g_assert_true ((n_right == 0) != (n_left == 0));
  return n_right > 0;
}

static GtkLabel *
new_label (const Case *fixed)
{
  GtkWidget *label = g_object_ref_sink (gtk_label_new (NULL));

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_set_direction (label, fixed->direction);
  return GTK_LABEL (label);
}

static void
place (GtkLabel *label)
{
  int width;
  int height;

  gtk_widget_measure (GTK_WIDGET (label), GTK_ORIENTATION_HORIZONTAL, -1,
                      &width, NULL, NULL, NULL);
  width = MAX (width, WIDTH);
  gtk_widget_measure (GTK_WIDGET (label), GTK_ORIENTATION_VERTICAL, width, NULL,
                      &height, NULL, NULL);
  gtk_widget_allocate (GTK_WIDGET (label), width, height, -1, NULL);
}

static void
test_start (gconstpointer data)
{
  const Case *fixed = data;
  GtkLabel   *label = new_label (fixed);

  tl_label_align_to_start (label);
  gtk_label_set_text (label, fixed->text);
  place (label);
  g_assert_cmpint (is_at_right (label), ==, fixed->starts_right);
  g_assert_finalize_object (label);
}

static void
test_text (gconstpointer data)
{
  const Case *fixed = data;
  GtkLabel   *label = new_label (fixed);

  tl_label_align_to_text (label);
  gtk_label_set_text (label, fixed->text);
  place (label);
  g_assert_cmpint (is_at_right (label), ==, fixed->text_right);
  g_assert_finalize_object (label);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  if (!gtk_init_check ())
    {
      g_print ("1..0 # SKIP no display\n");
      return 0;
    }
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *start =
          g_strconcat ("/tl/label-direction/start/", cases[i].path, NULL);
      g_autofree char *text =
          g_strconcat ("/tl/label-direction/text/", cases[i].path, NULL);

      g_test_add_data_func (start, &cases[i], test_start);
      g_test_add_data_func (text, &cases[i], test_text);
    }
  return g_test_run ();
}
