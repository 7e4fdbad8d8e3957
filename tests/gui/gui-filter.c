/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gui-filter.h"

#include "tl-facet-row.h"
#include "tl-facet-section.h"
#include "tl-filter-chips.h"
#include "tl-filter-panel.h"
#include "tl-range-editor.h"
#include "tl-result-band.h"

GtkWidget *
gui_filter_get_band (GuiWindow *fixture)
{
  return gui_find (GTK_WIDGET (fixture->window), TL_TYPE_RESULT_BAND);
}

GtkWidget *
gui_filter_get_chips (GuiWindow *fixture)
{
  return gui_find (GTK_WIDGET (fixture->window), TL_TYPE_FILTER_CHIPS);
}

const TlFilter *
gui_filter_get (GuiWindow *fixture)
{
  TlResult *result = tl_timeline_view_get_result (fixture->timeline);

  return tl_query_get_filter (tl_result_get_query (result));
}

void
gui_filter_assert (GuiWindow *fixture, const char *expected)
{
  g_autofree char *filter = tl_filter_to_string (gui_filter_get (fixture));

  g_assert_cmpstr (filter, ==, expected);
}

/* Opens the panel as its key does. */
GtkWidget *
gui_filter_open_panel (GuiWindow *fixture)
{
  GtkWidget *panel = NULL;

  gui_window_activate (fixture, "filter", NULL);
  panel = gui_find (GTK_WIDGET (fixture->window), TL_TYPE_FILTER_PANEL);
  g_assert_nonnull (panel);
  gui_wait_for (gtk_widget_get_mapped (panel));
  return panel;
}

/* GTK 4.8 complains of a pointer in a popover that goes with its window. */
void
gui_filter_close_panel (GuiWindow *fixture)
{
  GtkWidget *panel =
      gui_find (GTK_WIDGET (fixture->window), TL_TYPE_FILTER_PANEL);

  gtk_popover_popdown (
      GTK_POPOVER (gtk_widget_get_ancestor (panel, GTK_TYPE_POPOVER)));
  gui_wait_for (!gtk_widget_get_mapped (panel));
  gui_settle (50);
}

void
gui_filter_open_section (GtkWidget *section)
{
  tl_facet_section_set_open (TL_FACET_SECTION (section), TRUE);
  gui_settle (50);
}

GtkWidget *
gui_filter_get_section (GtkWidget *panel, TlFacet facet)
{
  GtkWidget *list =
      gtk_widget_get_parent (gui_find (panel, TL_TYPE_FACET_SECTION));
  GtkWidget *section = gtk_widget_get_first_child (list);

  for (guint i = 0; i < facet; i++)
    section = gtk_widget_get_next_sibling (section);
  g_assert_true (TL_IS_FACET_SECTION (section));
  return section;
}

void
gui_filter_open_all (GtkWidget *panel)
{
  for (guint facet = 0; facet < TL_N_FACETS; facet++)
    gui_filter_open_section (gui_filter_get_section (panel, (TlFacet)facet));
}

GtkWidget *
gui_filter_find_row (GtkWidget *root, const char *value)
{
  if (TL_IS_FACET_ROW (root) &&
      g_str_equal (tl_facet_row_get_value (TL_FACET_ROW (root)), value))
    return root;
  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = gui_filter_find_row (child, value);

      if (found != NULL)
        return found;
    }
  return NULL;
}

GtkCheckButton *
gui_filter_get_check (GtkWidget *section, const char *value)
{
  GtkWidget *row = gui_filter_find_row (section, value);

  g_assert_nonnull (row);
  return GTK_CHECK_BUTTON (gui_find (row, GTK_TYPE_CHECK_BUTTON));
}

void
gui_filter_toggle (GtkWidget *section, const char *value)
{
  g_signal_emit_by_name (gui_filter_get_check (section, value), "activate");
}

/* How many the query finds with that value alone in its facet. */
static guint
count_with (GuiWindow *fixture, TlFacet facet, const char *value)
{
  g_autoptr (TlFilter) filter = tl_filter_copy (gui_filter_get (fixture));
  g_autoptr (GArray) found = NULL;

  tl_filter_clear_facet (filter, facet);
  tl_filter_add_value (filter, facet, value);
  found = tl_filter_apply (filter,
                           tl_timeline_view_get_dataset (fixture->timeline));
  return found->len;
}

/* Every row of every section that stands there. Returns how many. */
guint
gui_filter_check_counts (GuiWindow *fixture, GtkWidget *root, TlFacet facet)
{
  guint n_rows = 0;

  if (TL_IS_FACET_ROW (root))
    {
      const char      *value = tl_facet_row_get_value (TL_FACET_ROW (root));
      guint            expected = count_with (fixture, facet, value);
      g_autofree char *count = g_strdup_printf ("%u", expected);
      g_autofree char *name = NULL;
      g_autofree char *ending = g_strdup_printf (
          ", %u %s", expected, expected == 1 ? "record" : "records");

      gui_assert_has_text (root, count);
      name = gui_dup_name (gtk_widget_get_first_child (root));
      g_assert_true (g_str_has_suffix (name, ending));
      g_assert_cmpint (gtk_widget_has_css_class (root, "tl-none"), ==,
                       expected == 0);
      g_assert_true (gtk_widget_is_sensitive (root));
      return 1;
    }
  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    n_rows += gui_filter_check_counts (fixture, child, facet);
  return n_rows;
}

guint
gui_filter_check_all_counts (GuiWindow *fixture, GtkWidget *panel)
{
  guint n_rows = 0;

  for (guint facet = 0; facet < TL_N_FACETS; facet++)
    n_rows += gui_filter_check_counts (
        fixture, gui_filter_get_section (panel, (TlFacet)facet),
        (TlFacet)facet);
  return n_rows;
}

GtkWidget *
gui_filter_get_date (GtkWidget *panel, const char *name)
{
  GtkWidget *entry = NULL;

  gtk_toggle_button_set_active (
      GTK_TOGGLE_BUTTON (gui_find_named (panel, "Time")), TRUE);
  entry = gtk_widget_get_next_sibling (
      gui_find_text (gui_find (panel, TL_TYPE_RANGE_EDITOR), name));
  g_assert_true (GTK_IS_ENTRY (entry));
  return entry;
}
