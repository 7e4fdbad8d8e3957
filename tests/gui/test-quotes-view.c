/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gui-window.h"
#include "quotes-fixture.h"
#include "tl-quote-row-view.h"
#include "tl-quotes-view.h"

#include <string.h>

#define MANY 30000
/* A list has widgets for what is in sight, and some more. */
#define MAX_WIDGETS 500

static const char *const groupings[] = { "speaker", "event", "source" };

static TlQuotesView *
show_quotes (GuiWindow *fixture, GFile *file)
{
  GtkWidget *view = NULL;

  gui_window_show (fixture, file, NULL);
  g_action_group_change_action_state (G_ACTION_GROUP (fixture->window), "view",
                                      g_variant_new_string ("quotes"));
  view = gui_find (GTK_WIDGET (fixture->window), TL_TYPE_QUOTES_VIEW);
  g_assert_nonnull (view);
  gui_wait_for (gtk_widget_get_mapped (view));
  gui_wait_for (!tl_quotes_view_get_busy (TL_QUOTES_VIEW (view)));
  gui_settle (50);
  return TL_QUOTES_VIEW (view);
}

static const TlQuoteRows *
get_rows (TlQuotesView *view)
{
  return tl_quote_model_get_rows (tl_quotes_view_get_model (view));
}

static void
group_by (GuiWindow *fixture, TlQuotesView *view, const char *nick)
{
  g_action_group_change_action_state (G_ACTION_GROUP (fixture->window),
                                      "group-quotes",
                                      g_variant_new_string (nick));
  gui_wait_for (!tl_quotes_view_get_busy (view));
  gui_settle (50);
}

/* Of all quotations with the same words, the first. */
static guint
find_first_same (const TlQuoteRows *rows, guint quote)
{
  guint first = quote;

  for (guint same = tl_quote_rows_get_next_same (rows, quote); same != quote;
       same = tl_quote_rows_get_next_same (rows, same))
    first = MIN (first, same);
  return first;
}

/* Whose heading a quotation belongs under. */
static guint
get_group (const TlQuoteRows *rows, const TlQuote *quote)
{
  switch (tl_quote_rows_get_grouping (rows))
    {
    case TL_QUOTES_BY_EVENT:
      return quote->record;
    case TL_QUOTES_BY_SOURCE:
      return quote->source;
    case TL_QUOTES_BY_SPEAKER:
    default:
      return quote->speaker;
    }
}

/* Each quotation stands once, under its heading, and is counted there. */
static void
check_rows (const TlQuoteRows *rows)
{
  TlDataset *dataset = tl_quote_rows_get_dataset (rows);
  guint      n = tl_dataset_get_n_quotes (dataset);
  gboolean   each = tl_quote_rows_get_grouping (rows) == TL_QUOTES_BY_SOURCE;
  g_autofree guint *seen = g_new0 (guint, n);
  g_autoptr (GHashTable) groups = g_hash_table_new (NULL, NULL);
  const TlQuoteRow *heading = NULL;
  guint             n_below = 0;

  for (guint i = 0; i < tl_quote_rows_get_n_rows (rows); i++)
    {
      const TlQuoteRow *row = tl_quote_rows_get (rows, i);

      if (row->quote == TL_NONE)
        {
          g_assert_true (heading == NULL || n_below == heading->count);
          g_assert_true (
              g_hash_table_add (groups, GUINT_TO_POINTER (row->group)));
          heading = row;
          n_below = 0;
          continue;
        }
      g_assert_nonnull (heading);
      g_assert_cmpuint (row->group, ==, heading->group);
      g_assert_cmpuint (
          get_group (rows, tl_dataset_get_quote (dataset, row->quote)), ==,
          heading->group);
      seen[each ? row->quote : find_first_same (rows, row->quote)]++;
      n_below++;
    }
  g_assert_true (heading == NULL || n_below == heading->count);
  for (guint i = 0; i < n; i++)
    g_assert_cmpuint (seen[i], ==,
                      each || find_first_same (rows, i) == i ? 1 : 0);
}

static void
test_groups (GuiWindow *fixture, gconstpointer data)
{
  g_autofree char *json = quotes_fixture_make (230);
  g_autoptr (GFile) file = gui_write_file ("quotes.json", json);
  TlQuotesView *view = show_quotes (fixture, file);

  for (guint i = 0; i < G_N_ELEMENTS (groupings); i++)
    {
      const TlQuoteRows *rows = NULL;

      group_by (fixture, view, groupings[i]);
      rows = get_rows (view);
      g_assert_cmpstr (
          tl_quote_grouping_to_nick (tl_quote_rows_get_grouping (rows)), ==,
          groupings[i]);
      g_assert_cmpuint (tl_quote_rows_get_n_quotes (rows), ==,
                        i == 2 ? 230 : 184);
      check_rows (rows);
    }
  gui_assert_has_text (GTK_WIDGET (view), "230 quotations");
  gui_window_close (fixture);
}

static guint
find_row_of (TlQuotesView *view, const char *quote_id)
{
  GListModel *model = G_LIST_MODEL (tl_quotes_view_get_model (view));

  for (guint i = 0; i < g_list_model_get_n_items (model); i++)
    {
      g_autoptr (GtkStringObject) item = g_list_model_get_item (model, i);

      if (g_str_equal (gtk_string_object_get_string (item), quote_id))
        return i;
    }
  return GTK_INVALID_LIST_POSITION;
}

static void
test_also_in (GuiWindow *fixture, gconstpointer data)
{
  g_autofree char *json = quotes_fixture_make (5);
  g_autoptr (GFile) file = gui_write_file ("quotes.json", json);
  TlQuotesView *view = show_quotes (fixture, file);

  /* The fifth says what the fourth says, in the first report. */
  g_assert_cmpuint (find_row_of (view, "quote-3"), !=,
                    GTK_INVALID_LIST_POSITION);
  g_assert_cmpuint (find_row_of (view, "quote-4"), ==,
                    GTK_INVALID_LIST_POSITION);
  gui_assert_has_text (GTK_WIDGET (view), "Also in Paper 0, 20 Jul 2020");
  group_by (fixture, view, "source");
  g_assert_cmpuint (find_row_of (view, "quote-4"), !=,
                    GTK_INVALID_LIST_POSITION);
  gui_window_close (fixture);
}

/* What is selected here is selected everywhere, and the other way round. */
static void
test_selection (GuiWindow *fixture, gconstpointer data)
{
  g_autofree char *json = quotes_fixture_make (40);
  g_autoptr (GFile) file = gui_write_file ("quotes.json", json);
  TlQuotesView      *view = show_quotes (fixture, file);
  GtkSelectionModel *model =
      GTK_SELECTION_MODEL (tl_quotes_view_get_model (view));
  guint first = find_row_of (view, "quote-3");
  guint second = find_row_of (view, "quote-21");

  gtk_selection_model_select_item (model, first, TRUE);
  g_assert_cmpstr (gui_window_get_selected_id (fixture), ==, "event-0");
  g_assert_true (gtk_selection_model_is_selected (model, first));
  /* Another quotation of the same event is marked, too. */
  g_assert_true (
      gtk_selection_model_is_selected (model, find_row_of (view, "quote-5")));
  g_assert_false (gtk_selection_model_is_selected (model, second));
  /* Headings, and words without an event, select nothing. */
  g_assert_false (gtk_selection_model_select_item (model, 0, TRUE));
  g_assert_false (gtk_selection_model_select_item (
      model, find_row_of (view, "quote-6"), TRUE));
  g_assert_cmpstr (gui_window_get_selected_id (fixture), ==, "event-0");

  gui_window_activate (fixture, "select-record", "event-2");
  g_assert_true (gtk_selection_model_is_selected (model, second));
  g_assert_false (gtk_selection_model_is_selected (model, first));

  gtk_selection_model_select_item (model, first, FALSE);
  g_assert_true (gtk_selection_model_is_selected (model, first));
  g_assert_true (gtk_selection_model_is_selected (model, second));
  gtk_selection_model_unselect_item (model, second);
  g_assert_false (gtk_selection_model_is_selected (model, second));
  g_assert_cmpstr (gui_window_get_selected_id (fixture), ==, "event-0");
  gui_window_close (fixture);
}

/* While another view is shown, this one does nothing; then it catches up. */
static void
test_hidden (GuiWindow *fixture, gconstpointer data)
{
  TlQuotesView      *view = show_quotes (fixture, NULL);
  const TlQuoteRows *before = get_rows (view);

  g_action_group_change_action_state (G_ACTION_GROUP (fixture->window), "view",
                                      g_variant_new_string ("timeline"));
  gui_settle (50);
  g_action_group_change_action_state (G_ACTION_GROUP (fixture->window),
                                      "group-quotes",
                                      g_variant_new_string ("event"));
  gui_settle (50);
  g_assert_true (get_rows (view) == before);
  g_action_group_change_action_state (G_ACTION_GROUP (fixture->window), "view",
                                      g_variant_new_string ("quotes"));
  gui_wait_for (tl_quote_rows_get_grouping (get_rows (view)) ==
                TL_QUOTES_BY_EVENT);
  check_rows (get_rows (view));
  gui_window_close (fixture);
}

static guint
count_widgets (GtkWidget *root, GType type)
{
  guint n = G_TYPE_CHECK_INSTANCE_TYPE (root, type) ? 1 : 0;

  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    n += count_widgets (child, type);
  return n;
}

static void
test_many (GuiWindow *fixture, gconstpointer data)
{
  g_autofree char *json = quotes_fixture_make (MANY);
  g_autoptr (GFile) file = gui_write_file ("many.json", json);
  TlQuotesView *view = show_quotes (fixture, file);
  guint         n_rows = tl_quote_rows_get_n_rows (get_rows (view));

  g_assert_cmpuint (n_rows, ==, MANY * 4 / 5 + 3);
  g_assert_cmpuint (count_widgets (GTK_WIDGET (view), TL_TYPE_QUOTE_ROW_VIEW),
                    <, MAX_WIDGETS);
  /* The cards of what is selected elsewhere come into sight. */
  gui_window_activate (fixture, "select-record", "event-2900");
  gui_wait_for (gui_find_text (GTK_WIDGET (view), "Event 2900") != NULL);
  g_assert_cmpuint (count_widgets (GTK_WIDGET (view), TL_TYPE_QUOTE_ROW_VIEW),
                    <, MAX_WIDGETS);
  gui_window_close (fixture);
}

static void
test_empty (GuiWindow *fixture, gconstpointer data)
{
  g_autofree char *json = quotes_fixture_make (1);
  g_autofree char *none = NULL;
  g_autoptr (GFile) file = NULL;
  TlQuotesView *view = NULL;
  char         *quotes = strstr (json, "\"quotes\": [");

  g_assert_nonnull (quotes);
  none = g_strdup_printf ("%.*s\"quotes\": [] }", (int)(quotes - json), json);
  file = gui_write_file ("none.json", none);
  view = show_quotes (fixture, file);
  gui_assert_has_text (GTK_WIDGET (view), "No Quotations");
  gui_assert_lacks_text (GTK_WIDGET (view), "0 quotations");
  gui_window_close (fixture);
}

static void
test_remembered (GuiWindow *fixture, gconstpointer data)
{
  TlQuotesView *view = show_quotes (fixture, NULL);

  group_by (fixture, view, "source");
  gui_window_close (fixture);
  view = show_quotes (fixture, NULL);
  g_assert_cmpint (tl_quote_rows_get_grouping (get_rows (view)), ==,
                   TL_QUOTES_BY_SOURCE);
  group_by (fixture, view, "speaker");
  gui_window_close (fixture);
}

/* Every row, and every button of a card, has a name. */
static void
test_names (GuiWindow *fixture, gconstpointer data)
{
  TlQuotesView *view = show_quotes (fixture, NULL);
  GtkWidget    *list = gui_find (GTK_WIDGET (view), GTK_TYPE_LIST_VIEW);
  guint         n_cards = 0;

  for (GtkWidget *item = gtk_widget_get_first_child (list); item != NULL;
       item = gtk_widget_get_next_sibling (item))
    {
      g_autofree char *name = gui_dup_name (item);
      GtkWidget       *row = gtk_widget_get_first_child (item);
      g_autoptr (GPtrArray) buttons = gui_find_actions (item, "win.copy-quote");

      g_assert_cmpstr (name, ==,
                       tl_quote_row_view_get_spoken (TL_QUOTE_ROW_VIEW (row)));
      g_assert_cmpuint (strlen (name), >, 3);
      if (tl_quote_row_view_get_card (TL_QUOTE_ROW_VIEW (row)) == NULL)
        continue;
      n_cards++;
      g_assert_cmpuint (buttons->len, ==, 1);
    }
  g_assert_cmpuint (n_cards, >, 5);
  gui_window_close (fixture);
}

static void
text_read_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  *(char **)user_data =
      gdk_clipboard_read_text_finish (GDK_CLIPBOARD (object), result, NULL);
}

/* The first row that is a card: what the list has put around it. */
static GtkWidget *
find_card_item (TlQuotesView *view)
{
  GtkWidget *list = gui_find (GTK_WIDGET (view), GTK_TYPE_LIST_VIEW);

  for (GtkWidget *item = gtk_widget_get_first_child (list); item != NULL;
       item = gtk_widget_get_next_sibling (item))
    {
      GtkWidget *row = gtk_widget_get_first_child (item);

      if (tl_quote_row_view_get_card (TL_QUOTE_ROW_VIEW (row)) != NULL)
        return item;
    }
  return NULL;
}

/* All that the buttons of a card do is done by keys, too. */
static void
test_keys (GuiWindow *fixture, gconstpointer data)
{
  TlQuotesView    *view = show_quotes (fixture, NULL);
  GtkWidget       *item = find_card_item (view);
  GtkWidget       *row = gtk_widget_get_first_child (item);
  TlQuoteCard     *card = tl_quote_row_view_get_card (TL_QUOTE_ROW_VIEW (row));
  GtkWidget       *popover = NULL;
  g_autofree char *text = NULL;

  g_assert_true (gtk_widget_grab_focus (item));
  gtk_widget_activate_action (GTK_WIDGET (view), "quotes.copy", NULL);
  gdk_clipboard_read_text_async (gtk_widget_get_clipboard (GTK_WIDGET (view)),
                                 NULL, text_read_cb, &text);
  gui_wait_for (text != NULL);
  g_assert_nonnull (strstr (text, "Our hope is that this meeting"));
  g_assert_nonnull (strstr (text, "Christopher Ford"));

  gtk_widget_activate_action (GTK_WIDGET (view), "quotes.menu", NULL);
  popover = gui_find (GTK_WIDGET (card), GTK_TYPE_POPOVER_MENU);
  g_assert_nonnull (popover);
  gui_wait_for (gtk_widget_get_mapped (popover));
  gui_assert_has_text (popover, "BibTeX (biblatex)");
  gtk_popover_popdown (GTK_POPOVER (popover));
  gui_wait_for (gui_find (GTK_WIDGET (card), GTK_TYPE_POPOVER_MENU) == NULL);

  gtk_widget_activate (item);
  g_assert_true (gui_window_get_state (fixture, "show-pane"));
  gui_window_close (fixture);
}

static guint
count_found (TlDataset *dataset, const TlFilter *filter)
{
  guint n = 0;

  for (guint i = 0; i < tl_dataset_get_n_quotes (dataset); i++)
    n += tl_filter_matches_quote (filter, dataset, i) ? 1 : 0;
  return n;
}

/* What the window searches for is what treatyline-cli quotes finds; it is
 * marked where it stands. */
static void
test_search (GuiWindow *fixture, gconstpointer data)
{
  g_autoptr (TlExplorer) explorer = tl_explorer_new ();
  g_autoptr (TlDataset) dataset = gui_load_builtin ();
  g_autoptr (TlFilter) filter = tl_filter_new ();
  GtkWidget       *window = gtk_window_new ();
  GtkWidget       *view = tl_quotes_view_new (explorer, "en");
  GtkWidget       *label = NULL;
  PangoAttrList   *attributes = NULL;
  g_autofree char *marks = NULL;
  guint            n_found = 0;

  tl_explorer_set_dataset (explorer, dataset);
  gtk_window_set_default_size (GTK_WINDOW (window), 800, 600);
  gtk_window_set_child (GTK_WINDOW (window), view);
  gtk_window_present (GTK_WINDOW (window));
  gui_wait_for (gtk_widget_get_mapped (view));
  check_rows (get_rows (TL_QUOTES_VIEW (view)));

  tl_filter_set_search (filter, "lengthy");
  tl_explorer_set_filter (explorer, filter);
  gui_settle (50);
  n_found = count_found (dataset, filter);
  g_assert_cmpuint (n_found, >, 0);
  g_assert_cmpuint (
      tl_quote_rows_get_n_quotes (get_rows (TL_QUOTES_VIEW (view))), ==,
      n_found);
  label = gui_find_text (
      view, "“I do not remember a single instance over the past ten years when "
            "the Russian-U.S. consultations had been so lengthy, and with such "
            "an intensive and substantive agenda. It is not just talking, but "
            "such specific matters,”");
  g_assert_nonnull (label);
  attributes = gtk_label_get_attributes (GTK_LABEL (label));
  marks = pango_attr_list_to_string (attributes);
  g_assert_nonnull (strstr (marks, "underline"));

  tl_filter_set_search (filter, "nothing of the sort");
  tl_explorer_set_filter (explorer, filter);
  gui_settle (50);
  gui_assert_has_text (view, "No Quotation Is Shown");
  gtk_window_destroy (GTK_WINDOW (window));
  gui_settle (50);
}

static gboolean
is_marked (GtkWidget *label)
{
  g_autofree char *marks = NULL;

  marks =
      pango_attr_list_to_string (gtk_label_get_attributes (GTK_LABEL (label)));
  return strstr (marks, "underline") != NULL;
}

/* Who reads another language finds a quotation by its translation, which
 * stands below the words, under a heading of its own. */
static void
test_translation (GuiWindow *fixture, gconstpointer data)
{
  g_autoptr (TlExplorer) explorer = tl_explorer_new ();
  g_autoptr (TlDataset) dataset = gui_load_builtin ();
  g_autoptr (TlFilter) filter = tl_filter_new ();
  GtkWidget       *window = gtk_window_new ();
  GtkWidget       *view = tl_quotes_view_new (explorer, "ru");
  const TlQuote   *quote = tl_dataset_get_quote (dataset, 0);
  const char      *translation = tl_quote_get_translation (quote, "ru", NULL);
  g_autofree char *words = g_strdup_printf ("“%s”", quote->text);
  GtkWidget       *label = NULL;

  g_assert_nonnull (translation);
  tl_filter_set_search (filter, translation);
  tl_explorer_set_dataset (explorer, dataset);
  tl_explorer_set_filter (explorer, filter);
  gtk_window_set_default_size (GTK_WINDOW (window), 800, 600);
  gtk_window_set_child (GTK_WINDOW (window), view);
  gtk_window_present (GTK_WINDOW (window));
  gui_wait_for (gtk_widget_get_mapped (view) &&
                gui_find_text (view, words) != NULL);

  label = gui_find_text (view, translation);
  g_assert_nonnull (label);
  g_assert_true (gtk_widget_get_mapped (label));
  g_assert_true (is_marked (label));
  g_assert_false (is_marked (gui_find_text (view, words)));
  gui_assert_has_text (view, "Translation");
  gtk_window_destroy (GTK_WINDOW (window));
  gui_settle (50);
}

int
main (int argc, char **argv)
{
  static const GuiWindowTest tests[] = {
    { "/tl/quotes-view/also-in", test_also_in },
    { "/tl/quotes-view/empty", test_empty },
    { "/tl/quotes-view/groups", test_groups },
    { "/tl/quotes-view/hidden", test_hidden },
    { "/tl/quotes-view/keys", test_keys },
    { "/tl/quotes-view/many", test_many },
    { "/tl/quotes-view/names", test_names },
    { "/tl/quotes-view/remembered", test_remembered },
    { "/tl/quotes-view/search", test_search },
    { "/tl/quotes-view/selection", test_selection },
    { "/tl/quotes-view/translation", test_translation },
  };

  return gui_window_run (argc, argv, tests, G_N_ELEMENTS (tests));
}
