/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-details-pane.h"

#include <gio/gio.h>

#include "gui-test.h"
#include "tl-account-row.h"
#include "tl-account-scale.h"
#include "tl-date-formatter.h"
#include "tl-glyph-image.h"
#include "tl-quote-card.h"
#include "tl-resources.h"

#define WINDOW "window.json"

typedef struct
{
  GtkWidget *window;
  GtkWidget *pane;
  TlDataset *dataset;
} Fixture;

static void
ignore_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
}

/* Buttons without an action behind them could not be focused. */
static void
add_actions (GtkWidget *window)
{
  static const GActionEntry entries[] = {
    { "copy-quote", ignore_cb, "s" },
    { "open-link", ignore_cb, "s" },
    { "select-record", ignore_cb, "s" },
  };
  g_autoptr (GSimpleActionGroup) group = g_simple_action_group_new ();

  g_action_map_add_action_entries (G_ACTION_MAP (group), entries,
                                   G_N_ELEMENTS (entries), NULL);
  gtk_widget_insert_action_group (window, "win", G_ACTION_GROUP (group));
}

/* data: name of a fixture; NULL for the built-in dataset. */
static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->dataset =
      data != NULL ? gui_load_fixture (data) : gui_load_builtin ();
  fixture->window = gtk_window_new ();
  fixture->pane = tl_details_pane_new ();
  gtk_window_set_child (GTK_WINDOW (fixture->window), fixture->pane);
  gtk_window_set_default_size (GTK_WINDOW (fixture->window), 376, 800);
  add_actions (fixture->window);
  tl_details_pane_set_language (TL_DETAILS_PANE (fixture->pane), "en");
  tl_details_pane_set_dataset (TL_DETAILS_PANE (fixture->pane),
                               fixture->dataset);
  gtk_window_present (GTK_WINDOW (fixture->window));
  gui_wait_for (gtk_widget_get_mapped (fixture->pane));
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  GtkWidget *pane = g_object_ref (fixture->pane);

  gtk_window_destroy (GTK_WINDOW (fixture->window));
  gui_settle (20);
  g_assert_finalize_object (pane);
  g_assert_finalize_object (fixture->dataset);
}

/* The sources are the last part to come, and every record has some. */
static void
show_index (Fixture *fixture, guint record)
{
  tl_details_pane_set_record (TL_DETAILS_PANE (fixture->pane), record);
  gui_wait_for (gui_find_text (fixture->pane, "Sources") != NULL);
}

static void
show (Fixture *fixture, const char *id)
{
  guint record = tl_dataset_find_record (fixture->dataset, id);

  g_assert_cmpuint (record, !=, TL_NONE);
  show_index (fixture, record);
}

static guint
count (GtkWidget *widget, GType type)
{
  guint n = G_OBJECT_TYPE (widget) == type ? 1 : 0;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    n += count (child, type);
  return n;
}

static void
test_empty (Fixture *fixture, gconstpointer data)
{
  gui_assert_has_text (fixture->pane, "Nothing Is Selected");

  tl_details_pane_set_record (TL_DETAILS_PANE (fixture->pane), 0);
  gui_assert_lacks_text (fixture->pane, "Nothing Is Selected");

  tl_details_pane_set_record (TL_DETAILS_PANE (fixture->pane), TL_NONE);
  gui_assert_has_text (fixture->pane, "Nothing Is Selected");

  /* An index that does not exist is nothing, too. */
  tl_details_pane_set_record (TL_DETAILS_PANE (fixture->pane), 100000);
  g_assert_cmpuint (
      tl_details_pane_get_record (TL_DETAILS_PANE (fixture->pane)), ==,
      TL_NONE);
}

static void
count_cb (GObject *object, GParamSpec *pspec, gpointer user_data)
{
  (*(guint *)user_data)++;
}

static void
test_notify (Fixture *fixture, gconstpointer data)
{
  TlDetailsPane *pane = TL_DETAILS_PANE (fixture->pane);
  guint          n_record = 0;
  guint          n_dataset = 0;
  g_autoptr (TlDataset) other = gui_load_builtin ();

  g_signal_connect (pane, "notify::record", G_CALLBACK (count_cb), &n_record);
  g_signal_connect (pane, "notify::dataset", G_CALLBACK (count_cb), &n_dataset);

  tl_details_pane_set_record (pane, 2);
  tl_details_pane_set_record (pane, 2);
  g_object_set (pane, "record", 2u, NULL);
  g_assert_cmpuint (n_record, ==, 1);

  /* The record of another dataset means nothing in this one. */
  g_object_set (pane, "dataset", other, NULL);
  g_assert_cmpuint (n_dataset, ==, 1);
  g_assert_cmpuint (n_record, ==, 2);
  g_assert_cmpuint (tl_details_pane_get_record (pane), ==, TL_NONE);

  tl_details_pane_set_dataset (pane, NULL);
  g_assert_null (tl_details_pane_get_dataset (pane));
  g_signal_handlers_disconnect_by_func (pane, count_cb, &n_record);
  g_signal_handlers_disconnect_by_func (pane, count_cb, &n_dataset);
}

static void
assert_has_date (GtkWidget *pane, const TlDate *date)
{
  g_autoptr (TlDateFormatter) formatter = tl_date_formatter_new ("en");
  g_autofree char *when = NULL;
  g_autofree char *how_sure = NULL;

  when = tl_date_formatter_format (formatter, date, TL_DATE_STYLE_FULL);
  how_sure = tl_date_formatter_explain (formatter, date);
  gui_assert_has_text (pane, when);
  gui_assert_has_text (pane, how_sure);
}

static void
assert_has_account (Fixture *fixture, const TlAccount *account)
{
  const TlSource *source = NULL;

  source = tl_dataset_get_source (fixture->dataset, account->source);
  gui_assert_has_text (fixture->pane, tl_text_get (source->publisher, "en"));
  gui_assert_has_text (fixture->pane, tl_text_get (source->title, "en"));
  if (account->says != NULL)
    gui_assert_has_text (fixture->pane, account->says);
  if (account->date_words != NULL)
    gui_assert_has_text (fixture->pane, account->date_words);
  if (account->note != NULL)
    gui_assert_has_text (fixture->pane, tl_text_get (account->note, "en"));
  if (account->stance != TL_STANCE_SUPPORTS)
    gui_assert_has_text (fixture->pane, tl_stance_get_label (account->stance));
}

static void
assert_has_people (Fixture *fixture, const TlRecord *record)
{
  for (guint i = 0; i < record->n_actors; i++)
    {
      const TlActor *actor = NULL;

      actor = tl_dataset_get_actor (fixture->dataset, record->actors[i]);
      gui_assert_has_text (fixture->pane, tl_text_get (actor->name, "en"));
      if (actor->role != NULL)
        gui_assert_has_text (fixture->pane, tl_text_get (actor->role, "en"));
    }
  for (guint i = 0; i < record->n_quotes; i++)
    gui_assert_has_text (
        fixture->pane,
        tl_dataset_get_quote (fixture->dataset, record->quotes[i])->text);
}

/* Everything that the dataset tells of a record is in the pane. */
static void
test_every_record (Fixture *fixture, gconstpointer data)
{
  for (guint i = 0; i < tl_dataset_get_n_records (fixture->dataset); i++)
    {
      g_autoptr (TlRecord) record = tl_dataset_ref_record (fixture->dataset, i);

      g_test_message ("%s", record->id);
      show_index (fixture, i);
      gui_assert_has_text (fixture->pane, tl_text_get (record->title, "en"));
      gui_assert_has_text (fixture->pane, tl_status_get_label (record->status));
      assert_has_date (fixture->pane, record->date);
      if (record->summary != NULL)
        gui_assert_has_text (fixture->pane,
                             tl_text_get (record->summary, "en"));
      if (record->note != NULL)
        gui_assert_has_text (fixture->pane, tl_text_get (record->note, "en"));
      for (guint k = 0; k < record->n_accounts; k++)
        assert_has_account (fixture, &record->accounts[k]);
      assert_has_people (fixture, record);
      for (guint k = 0; k < record->n_related; k++)
        gui_assert_has_text (
            fixture->pane,
            tl_dataset_get_record_title (fixture->dataset,
                                         record->related[k].record, "en"));
      if (record->contested)
        gui_assert_has_text (fixture->pane, "Contested");
      else
        gui_assert_lacks_text (fixture->pane, "Contested");
      g_assert_cmpuint (count (fixture->pane, TL_TYPE_ACCOUNT_ROW), ==,
                        record->n_accounts);
      g_assert_cmpuint (count (fixture->pane, TL_TYPE_QUOTE_CARD), ==,
                        record->n_quotes);
      g_assert_cmpuint (count (fixture->pane, TL_TYPE_ACCOUNT_SCALE), ==,
                        record->contested && record->n_accounts > 1 ? 1u : 0u);
    }
}

/* The pane must not make a window of 360 px wider. */
static void
test_narrow (Fixture *fixture, gconstpointer data)
{
  for (guint i = 0; i < tl_dataset_get_n_records (fixture->dataset); i++)
    {
      int minimum = 0;

      show_index (fixture, i);
      gtk_widget_measure (fixture->pane, GTK_ORIENTATION_HORIZONTAL, -1,
                          &minimum, NULL, NULL, NULL);
      g_test_message ("%s", tl_dataset_get_record_id (fixture->dataset, i));
      g_assert_cmpint (minimum, <=, 280);
    }
}

static void
test_expiration (Fixture *fixture, gconstpointer data)
{
  g_setenv ("SOURCE_DATE_EPOCH", "1595894400", TRUE); /* 2020-07-28 */
  show (fixture, "pact-end");
  gui_assert_has_text (fixture->pane, "5 February 2021");
  gui_assert_has_text (fixture->pane, "192 days to run");
  g_unsetenv ("SOURCE_DATE_EPOCH");

  show (fixture, "pact-force");
  gui_assert_lacks_text (fixture->pane, "to run");
}

static void
test_disagreement (Fixture *fixture, gconstpointer data)
{
  show (fixture, "talks");
  gui_assert_has_text (fixture->pane, "27 or 28 July 2020");
  gui_assert_has_text (fixture->pane, "see Accounts");
  gui_assert_has_text (fixture->pane,
                       "different dates: 27 July 2020 (The Gazette");
  gui_assert_has_text (fixture->pane, "The report says “on July 27”");
  gtk_test_accessible_assert_property (
      gui_find (fixture->pane, TL_TYPE_ACCOUNT_SCALE),
      GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
      "The Gazette, 27 Jul 2020: 27 July 2020; “Talks of the twenty-eighth”, "
      "29 Jul 2020: 28 July 2020, “talked for 13 hours”");

  show (fixture, "test");
  gui_assert_lacks_text (fixture->pane, "see Accounts");
  gui_assert_has_text (fixture->pane, "Denied (source: The Gazette");
}

static GtkWidget *
find_link (Fixture *fixture, const char *id)
{
  g_autoptr (GPtrArray) links =
      gui_find_actions (fixture->pane, "win.select-record");

  for (guint i = 0; i < links->len; i++)
    {
      GVariant *target =
          gtk_actionable_get_action_target_value (g_ptr_array_index (links, i));

      if (g_str_equal (g_variant_get_string (target, NULL), id))
        return g_ptr_array_index (links, i);
    }
  return NULL;
}

/* What is related is a link, from both ends; a treaty's other acts are, and
 * the record itself is not. */
static void
test_links (Fixture *fixture, gconstpointer data)
{
  show (fixture, "talks");
  g_assert_nonnull (find_link (fixture, "test"));
  g_assert_nonnull (find_link (fixture, "pact-force"));
  g_assert_nonnull (find_link (fixture, "pact-end"));
  g_assert_null (find_link (fixture, "talks"));
  gui_assert_has_text (fixture->pane, "Made for this test.");

  show (fixture, "test");
  g_assert_nonnull (find_link (fixture, "talks"));
  g_assert_null (find_link (fixture, "pact-end"));

  show (fixture, "pact-end");
  gui_assert_has_text (fixture->pane, "The Long Pact");
  g_assert_nonnull (find_link (fixture, "pact-force"));
  g_assert_null (find_link (fixture, "pact-end"));
}

/* An address is offered only where it may be opened. */
static void
test_addresses (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GPtrArray) links = NULL;
  GVariant *target = NULL;

  show (fixture, "talks");
  links = gui_find_actions (fixture->pane, "win.open-link");
  g_assert_cmpuint (links->len, ==, 1);
  target =
      gtk_actionable_get_action_target_value (g_ptr_array_index (links, 0));
  g_assert_cmpstr (g_variant_get_string (target, NULL), ==,
                   "https://www.example.org/a?b=1&c=2");
  gui_assert_has_text (fixture->pane, "www.example.org");
}

static void
test_quotes (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GPtrArray) buttons = NULL;

  show (fixture, "talks");
  gui_assert_has_text (fixture->pane, "“We shall <b>go on</b> talking,”");
  gui_assert_has_text (fixture->pane, "28 July 2020, Town");
  gui_assert_has_text (fixture->pane, "In The Gazette, 27 Jul 2020");
  gui_assert_has_text (fixture->pane, "The same in The Gazette, 27 Jul 2020");
  gui_assert_has_text (fixture->pane,
                       "The same in “Talks of the twenty-eighth”");

  buttons = gui_find_actions (fixture->pane, "win.copy-quote");
  g_assert_cmpuint (buttons->len, ==, 2);
}

/* The words stand for everybody; below them what they mean, for those who read
 * another language that there is a translation into. */
static void
test_translation (Fixture *fixture, gconstpointer data)
{
  static const struct
  {
    const char      *language;
    const char      *shown; /* nullable: the language of the translation */
    GtkTextDirection direction;
  } readers[] = {
    { "en", NULL, GTK_TEXT_DIR_NONE },
    { "ru", "ru", GTK_TEXT_DIR_LTR },
    { "ar_EG", "ar", GTK_TEXT_DIR_RTL },
    { "zh_CN", "zh-Hans", GTK_TEXT_DIR_LTR },
    { "pl", NULL, GTK_TEXT_DIR_NONE },
  };
  guint record = tl_dataset_find_record (fixture->dataset, "lavrov-interview");
  g_autoptr (TlRecord) details =
      tl_dataset_ref_record (fixture->dataset, record);
  const TlQuote   *quote = NULL;
  g_autofree char *words = NULL;

  quote = tl_dataset_get_quote (fixture->dataset, details->quotes[0]);
  words = g_strdup_printf ("“%s”", quote->text);
  for (guint i = 0; i < G_N_ELEMENTS (readers); i++)
    {
      const char *translation = NULL;
      GtkWidget  *label = NULL;
      GtkWidget  *heading = NULL;

      tl_details_pane_set_language (TL_DETAILS_PANE (fixture->pane),
                                    readers[i].language);
      show (fixture, "lavrov-interview");
      gui_assert_has_text (fixture->pane, words);
      heading = gui_find_text (fixture->pane, "Translation");
      g_assert_nonnull (heading);
      g_assert_true (gtk_widget_get_mapped (heading) ==
                     (readers[i].shown != NULL));
      if (readers[i].shown == NULL)
        continue;
      translation = tl_text_find (quote->translation, readers[i].shown, NULL);
      label = gui_find_text (fixture->pane, translation);
      g_assert_nonnull (label);
      g_assert_cmpint (gtk_widget_get_direction (label), ==,
                       readers[i].direction);
      g_assert_true (gtk_widget_get_parent (label) ==
                     gtk_widget_get_parent (heading));
      gtk_test_accessible_assert_role (gtk_widget_get_parent (label),
                                       GTK_ACCESSIBLE_ROLE_GROUP);
    }
}

/* A search that found the record by a text in another language says by which,
 * as long as nothing is shown that it could mark. */
static void
test_reasons (Fixture *fixture, gconstpointer data)
{
  static const struct
  {
    const char *search;   /* nullable */
    const char *language; /* of the reader */
    gboolean    is_told;
  } searches[] = {
    { "Лавров", "en", TRUE },
    { "lavrov", "en", FALSE },
    { "лавров", "ru", FALSE },
    { NULL, "en", FALSE },
  };
  TlDetailsPane *pane = TL_DETAILS_PANE (fixture->pane);
  guint record = tl_dataset_find_record (fixture->dataset, "lavrov-interview");
  g_autoptr (TlRecord) details =
      tl_dataset_ref_record (fixture->dataset, record);
  g_autofree char *expected = NULL;

  expected = g_strdup_printf ("Found in another language: “%s”",
                              tl_text_find (details->title, "ru", NULL));
  show (fixture, "lavrov-interview");
  for (guint i = 0; i < G_N_ELEMENTS (searches); i++)
    {
      GtkWidget       *label = NULL;
      g_autofree char *marks = NULL;

      tl_details_pane_set_language (pane, searches[i].language);
      tl_details_pane_set_search (pane, searches[i].search);
      label = gui_find_text (fixture->pane, expected);
      g_assert_true ((label != NULL) == searches[i].is_told);
      if (label == NULL)
        continue;
      gui_wait_for (gtk_widget_get_mapped (label));
      marks = pango_attr_list_to_string (
          gtk_label_get_attributes (GTK_LABEL (label)));
      g_assert_nonnull (strstr (marks, "underline"));
    }
  /* Another record has another reason, or none. */
  tl_details_pane_set_language (pane, "en");
  tl_details_pane_set_search (pane, "Лавров");
  g_assert_nonnull (gui_find_text (fixture->pane, expected));
  tl_details_pane_set_record (pane, TL_NONE);
  g_assert_null (gui_find_text (fixture->pane, expected));
}

/* Text from a dataset is text: no markup, no entity, no format. */
static void
test_hostile_text (Fixture *fixture, gconstpointer data)
{
  show (fixture, "test");
  gui_assert_has_text (fixture->pane, "<b>Test</b> &amp; %s %n محادثات");
  gui_assert_has_text (fixture->pane, "Talks <i>begin</i> &amp; end");
}

/* The pane keeps the focus when a link in it brings another record. */
static void
test_focus (Fixture *fixture, gconstpointer data)
{
  GtkWidget *link = NULL;
  GtkWidget *focus = NULL;

  show (fixture, "talks");
  link = find_link (fixture, "test");
  gtk_widget_grab_focus (link);
  g_assert_true (gtk_window_get_focus (GTK_WINDOW (fixture->window)) == link);

  show (fixture, "test");
  focus = gtk_window_get_focus (GTK_WINDOW (fixture->window));
  g_assert_nonnull (focus);
  g_assert_true (gtk_widget_is_ancestor (focus, fixture->pane));
}

/* Tab goes through the controls and out of the pane, forward and back, and not
 * through the paragraphs; from a paragraph that was clicked it goes on with
 * what stands next. */
static void
test_tab (Fixture *fixture, gconstpointer data)
{
  GtkDirectionType directions[] = { GTK_DIR_TAB_FORWARD, GTK_DIR_TAB_BACKWARD };
  GtkWidget       *label = NULL;

  show (fixture, "talks");
  gui_settle (50);
  for (gsize i = 0; i < G_N_ELEMENTS (directions); i++)
    {
      guint n_stops = 0;

      gtk_window_set_focus (GTK_WINDOW (fixture->window), NULL);
      while (gtk_widget_child_focus (fixture->pane, directions[i]))
        {
          GtkWidget *focus =
              gtk_window_get_focus (GTK_WINDOW (fixture->window));

          g_assert_true (gtk_widget_is_ancestor (focus, fixture->pane));
          g_assert_false (GTK_IS_LABEL (focus));
          g_assert_cmpuint (++n_stops, <, 100);
        }
      /* The scroller, what copies the record, two for each of two quotations,
       * three links and one address. */
      g_assert_cmpuint (n_stops, ==, 10);
    }

  label = gui_find_text (fixture->pane, "They talked.");
  g_assert_nonnull (label);
  g_assert_true (gtk_widget_grab_focus (label));
  g_assert_true (gtk_widget_child_focus (fixture->pane, GTK_DIR_TAB_FORWARD));
  g_assert_true (
      GTK_IS_BUTTON (gtk_window_get_focus (GTK_WINDOW (fixture->window))));
}

static void
test_mirrored (Fixture *fixture, gconstpointer data)
{
  graphene_rect_t bounds = { 0 };
  GtkWidget      *image = NULL;

  gtk_widget_set_default_direction (GTK_TEXT_DIR_RTL);
  show (fixture, "talks");
  image = gui_find (fixture->pane, TL_TYPE_GLYPH_IMAGE);
  g_assert_nonnull (image);
  /* The first of the chips stands at the right. */
  gui_wait_for (gtk_widget_compute_bounds (image, fixture->pane, &bounds) &&
                bounds.origin.x > 188);
  gtk_widget_set_default_direction (GTK_TEXT_DIR_LTR);
}

int
main (int argc, char **argv)
{
  static const struct
  {
    const char *path;
    const char *fixture;
    void (*run) (Fixture *fixture, gconstpointer data);
  } tests[] = {
    { "/tl/details-pane/record/empty", NULL, test_empty },
    { "/tl/details-pane/record/notify", NULL, test_notify },
    { "/tl/details-pane/record/every", NULL, test_every_record },
    { "/tl/details-pane/record/narrow", NULL, test_narrow },
    { "/tl/details-pane/record/narrow-words", WINDOW, test_narrow },
    { "/tl/details-pane/record/expiration", WINDOW, test_expiration },
    { "/tl/details-pane/record/disagreement", WINDOW, test_disagreement },
    { "/tl/details-pane/record/links", WINDOW, test_links },
    { "/tl/details-pane/record/addresses", WINDOW, test_addresses },
    { "/tl/details-pane/record/quotes", WINDOW, test_quotes },
    { "/tl/details-pane/record/reasons", NULL, test_reasons },
    { "/tl/details-pane/record/translation", NULL, test_translation },
    { "/tl/details-pane/record/hostile-text", WINDOW, test_hostile_text },
    { "/tl/details-pane/record/focus", WINDOW, test_focus },
    { "/tl/details-pane/record/tab", WINDOW, test_tab },
    { "/tl/details-pane/record/mirrored", WINDOW, test_mirrored },
  };

  if (!gui_test_init (&argc, &argv))
    return 0;
  tl_resources_register_resource ();
  for (gsize i = 0; i < G_N_ELEMENTS (tests); i++)
    g_test_add (tests[i].path, Fixture, tests[i].fixture, set_up, tests[i].run,
                tear_down);
  return gui_test_run ();
}
