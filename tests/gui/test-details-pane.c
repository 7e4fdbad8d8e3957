/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-details-pane.h"

#include <gio/gio.h>

#include "gui-test.h"
#include "tl-account-row.h"
#include "tl-date-formatter.h"
#include "tl-quote-card.h"
#include "tl-reader.h"

typedef struct
{
  GtkWidget *window;
  GtkWidget *pane;
  TlDataset *dataset;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->dataset = gui_load_builtin ();
  fixture->window = gtk_window_new ();
  fixture->pane = tl_details_pane_new ();
  gtk_window_set_child (GTK_WINDOW (fixture->window), fixture->pane);
  gtk_window_set_default_size (GTK_WINDOW (fixture->window), 376, 800);
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

static void
show (Fixture *fixture, const char *id)
{
  guint record = tl_dataset_find_record (fixture->dataset, id);

  g_assert_cmpuint (record, !=, TL_NONE);
  tl_details_pane_set_record (TL_DETAILS_PANE (fixture->pane), record);
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
      tl_details_pane_set_record (TL_DETAILS_PANE (fixture->pane), i);
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
    }
}

/* The pane must not make a window of 360 px wider. */
static void
test_narrow (Fixture *fixture, gconstpointer data)
{
  for (guint i = 0; i < tl_dataset_get_n_records (fixture->dataset); i++)
    {
      int minimum = 0;

      tl_details_pane_set_record (TL_DETAILS_PANE (fixture->pane), i);
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
  show (fixture, "new-start-expiration");
  gui_assert_has_text (fixture->pane, "5 February 2021");
  gui_assert_has_text (fixture->pane, "192 days to run");
  g_unsetenv ("SOURCE_DATE_EPOCH");

  show (fixture, "asat-test");
  gui_assert_lacks_text (fixture->pane, "to run");
}

/* Other acts of the treaty are links, the act itself is not. */
static void
test_acts (Fixture *fixture, gconstpointer data)
{
  g_autofree char *text = NULL;
  guint            record = TL_NONE;
  guint            treaty = tl_dataset_find_treaty (fixture->dataset, "inf");
  const TlTreaty  *inf = tl_dataset_get_treaty (fixture->dataset, treaty);

  show (fixture, "inf-us-withdrawal");
  record = tl_dataset_find_record (fixture->dataset, "inf-us-withdrawal");
  gui_assert_has_text (fixture->pane, tl_text_get (inf->title, "en"));
  text = gui_dup_text (fixture->pane);
  for (guint i = 0; i < inf->n_acts; i++)
    {
      const char *title =
          tl_dataset_get_record_title (fixture->dataset, inf->acts[i], "en");
      g_auto (GStrv) parts = g_strsplit (text, title, -1);

      /* Once as the title of the pane, or once as a link. */
      g_test_message ("%s", title);
      if (inf->acts[i] == record)
        g_assert_cmpuint (g_strv_length (parts), ==, 2);
      else
        g_assert_cmpuint (g_strv_length (parts), >=, 2);
    }
}

static const char *
get_target (GtkWidget *widget)
{
  GVariant *target =
      gtk_actionable_get_action_target_value (GTK_ACTIONABLE (widget));

  return g_variant_get_string (target, NULL);
}

static void
test_actions (Fixture *fixture, gconstpointer data)
{
  GtkWidget *copy = NULL;
  GtkWidget *link = NULL;

  show (fixture, "ford-briefing");
  copy = gui_find_action (fixture->pane, "win.copy-quote");
  g_assert_nonnull (copy);
  g_assert_cmpuint (tl_dataset_find_quote (fixture->dataset, get_target (copy)),
                    !=, TL_NONE);
  link = gui_find_action (fixture->pane, "win.select-record");
  g_assert_nonnull (link);
  g_assert_cmpuint (
      tl_dataset_find_record (fixture->dataset, get_target (link)), !=,
      TL_NONE);
  /* The built-in dataset has no addresses. */
  g_assert_null (gui_find_action (fixture->pane, "win.open-link"));
}

/* Text from a dataset is text: no markup, no format; and addresses that are
 * none are not offered. */
static void
test_hostile_text (Fixture *fixture, gconstpointer data)
{
  static const char odd[] = "<b>B</b> &amp; %s %n \xd9\x85\xd8\xad";
  g_autofree char  *text = NULL;
  g_autofree char  *linked = NULL;
  g_autofree char  *path = NULL;
  g_autoptr (GFile) file = NULL;
  g_autoptr (TlProblems) problems = tl_problems_new ();
  g_autoptr (TlDataset) dataset = NULL;
  GtkWidget *link = NULL;

  text = gui_dup_builtin_text ("\"Russian anti-satellite missile test\"",
                               "\"<b>B</b> &amp; %s %n \xd9\x85\xd8\xad\"");
  linked = g_strdup (strstr (text, "\"language\": \"en\",\n      \"agency\""));
  g_assert_nonnull (linked);
  *strstr (text, "\"language\": \"en\",\n      \"agency\"") = '\0';
  g_free (path);
  path = g_strconcat (text, "\"url\": \"javascript:alert(1)\", ", linked, NULL);
  g_free (linked);
  linked = g_steal_pointer (&path);
  path = gui_write_file ("hostile.json", linked);

  file = g_file_new_for_path (path);
  dataset = tl_reader_load_file (file, NULL, problems, NULL);
  g_assert_nonnull (dataset);
  tl_details_pane_set_dataset (TL_DETAILS_PANE (fixture->pane), dataset);
  tl_details_pane_set_record (TL_DETAILS_PANE (fixture->pane),
                              tl_dataset_find_record (dataset, "asat-test"));
  gui_assert_has_text (fixture->pane, odd);

  tl_details_pane_set_record (
      TL_DETAILS_PANE (fixture->pane),
      tl_dataset_find_record (dataset, "lavrov-interview"));
  link = gui_find_action (fixture->pane, "win.open-link");
  g_assert_null (link);
  tl_details_pane_set_dataset (TL_DETAILS_PANE (fixture->pane),
                               fixture->dataset);
}

/* The pane keeps the focus when a link in it brings another record. */
static void
test_focus (Fixture *fixture, gconstpointer data)
{
  GtkWidget *link = NULL;
  GtkWidget *focus = NULL;

  show (fixture, "ford-briefing");
  link = gui_find_action (fixture->pane, "win.select-record");
  gtk_widget_grab_focus (link);
  g_assert_true (gtk_window_get_focus (GTK_WINDOW (fixture->window)) == link);

  show (fixture, "asat-test");
  focus = gtk_window_get_focus (GTK_WINDOW (fixture->window));
  g_assert_nonnull (focus);
  g_assert_true (gtk_widget_is_ancestor (focus, fixture->pane));
}

static void
test_mirrored (Fixture *fixture, gconstpointer data)
{
  graphene_rect_t chip = { 0 };
  GtkWidget      *label = NULL;

  gtk_widget_set_default_direction (GTK_TEXT_DIR_RTL);
  show (fixture, "satellite-test-july");
  gui_settle (100);
  label = gui_find (fixture->pane, gtk_image_get_type ());
  g_assert_nonnull (label);
  g_assert_true (gtk_widget_compute_bounds (label, fixture->pane, &chip));
  /* The first of the chips stands at the right. */
  g_assert_cmpfloat (chip.origin.x, >, 100);
  gtk_widget_set_default_direction (GTK_TEXT_DIR_LTR);
}

int
main (int argc, char **argv)
{
  static const struct
  {
    const char *path;
    void (*run) (Fixture *fixture, gconstpointer data);
  } tests[] = {
    { "/tl/details-pane/record/empty", test_empty },
    { "/tl/details-pane/record/notify", test_notify },
    { "/tl/details-pane/record/every", test_every_record },
    { "/tl/details-pane/record/narrow", test_narrow },
    { "/tl/details-pane/record/expiration", test_expiration },
    { "/tl/details-pane/record/acts", test_acts },
    { "/tl/details-pane/record/actions", test_actions },
    { "/tl/details-pane/record/hostile-text", test_hostile_text },
    { "/tl/details-pane/record/focus", test_focus },
    { "/tl/details-pane/record/mirrored", test_mirrored },
  };

  if (!gui_test_init (&argc, &argv))
    return 0;
  for (gsize i = 0; i < G_N_ELEMENTS (tests); i++)
    g_test_add (tests[i].path, Fixture, NULL, set_up, tests[i].run, tear_down);
  return g_test_run ();
}
