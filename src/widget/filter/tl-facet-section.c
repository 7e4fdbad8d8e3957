/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-facet-section.h"

#include "tl-facet-row.h"
#include "tl-filter-fold.h"
#include "tl-filter-words.h"
#include "tl-fold.h"
#include "tl-pane-context.h"
#include "tl-search-match.h"

#include <glib/gi18n.h>
#include <string.h>

/* The order of the values is that of their counts when the panel was opened:
 * while somebody chooses, numbers change but nothing moves under the pointer.
 * However many values there are, only some of them become rows. */

#define N_FEW 6
/* Not to hide one row behind a button that takes as much room. */
#define N_FEW_AT_MOST 8
#define N_SEARCHABLE 12
#define MAX_ROWS 100

struct _TlFacetSection
{
  GtkWidget parent_instance;

  TlExplorer      *explorer;
  TlFacet          facet;
  char            *language; /* nullable */
  TlDateFormatter *formatter;
  GPtrArray       *values; /* of char: in the order of rows */
  GHashTable      *rows;   /* value → GtkWidget: those that there are */
  gboolean         is_arranged;
  gboolean         shows_all;

  GtkWidget *fold;
  GtkLabel  *summary;
  GtkWidget *entry;
  GtkWidget *list;
  GtkWidget *all_button;
  GtkLabel  *rest;
};

G_DEFINE_FINAL_TYPE (TlFacetSection, tl_facet_section, GTK_TYPE_WIDGET)

static char *
dup_title (TlFacetSection *self, const char *value)
{
  return tl_filter_words_dup_value (tl_explorer_get_dataset (self->explorer),
                                    self->facet, value, self->language);
}

static const char *const *
get_chosen (TlFacetSection *self)
{
  return tl_filter_get_values (tl_explorer_get_filter (self->explorer),
                               self->facet);
}

/* --- which rows there are --- */

static gboolean
has_all_words (TlFacetSection *self, const char *value, char *const *words)
{
  g_autofree char *title = dup_title (self, value);
  g_autofree char *folded = tl_fold_for_search (title);

  for (gsize i = 0; words[i] != NULL; i++)
    if (strstr (folded, words[i]) == NULL)
      return FALSE;
  return TRUE;
}

static void
append_row (TlFacetSection *self, const char *value)
{
  g_autofree char *title = dup_title (self, value);
  GtkWidget *row = tl_facet_row_new (self->explorer, self->facet, value, title);

  gtk_box_append (GTK_BOX (self->list), row);
  g_hash_table_insert (
      self->rows, (gpointer)tl_facet_row_get_value (TL_FACET_ROW (row)), row);
}

static void
remove_rows (TlFacetSection *self)
{
  GtkWidget *row = NULL;

  g_hash_table_remove_all (self->rows);
  while ((row = gtk_widget_get_first_child (self->list)) != NULL)
    gtk_box_remove (GTK_BOX (self->list), row);
}

/* Returns how many more there are that match. */
static guint
append_found (TlFacetSection *self, char *const *words)
{
  guint n_more = 0;

  for (guint i = 0; i < self->values->len; i++)
    {
      const char *value = g_ptr_array_index (self->values, i);

      if (!has_all_words (self, value, words))
        continue;
      if (g_hash_table_size (self->rows) < MAX_ROWS)
        append_row (self, value);
      else
        n_more++;
    }
  return n_more;
}

static guint
get_n_first (TlFacetSection *self)
{
  guint n_values = self->values->len;

  if (self->shows_all)
    return MIN (n_values, MAX_ROWS);
  return n_values <= N_FEW_AT_MOST ? n_values : N_FEW;
}

/* The first values, and those that are chosen. */
static guint
append_first (TlFacetSection *self)
{
  const char *const *chosen = get_chosen (self);
  guint              n_first = get_n_first (self);

  for (guint i = 0; i < n_first; i++)
    append_row (self, g_ptr_array_index (self->values, i));
  for (gsize i = 0; chosen[i] != NULL; i++)
    if (!g_hash_table_contains (self->rows, chosen[i]))
      append_row (self, chosen[i]);
  return self->values->len - n_first;
}

/* n_more: how many that could be chosen have no row. */
static void
show_rest (TlFacetSection *self, guint n_more)
{
  gboolean         is_empty = g_hash_table_size (self->rows) == 0;
  g_autofree char *count =
      tl_date_formatter_format_count (self->formatter, n_more);
  g_autofree char *text = NULL;

  text = g_strdup_printf (
      /* Translators: %s is how many more kinds, participants, places, … there
       * are to choose from; choose words that fit all of them. */
      ngettext ("%s more: type to find it", "%s more: type to find them",
                n_more),
      count);
  gtk_label_set_text (self->rest, is_empty ? _ ("Nothing found") : text);
  gtk_widget_set_visible (GTK_WIDGET (self->rest), is_empty || n_more > 0);
}

static void
show_all_button (TlFacetSection *self)
{
  g_autofree char *count =
      tl_date_formatter_format_count (self->formatter, self->values->len);
  g_autofree char *text = NULL;

  if (self->shows_all)
    text = g_strdup (_ ("Show Fewer"));
  else
    /* Translators: %s is how many kinds, participants, places, … there are to
     * choose from. */
    text = g_strdup_printf (_ ("Show All %s"), count);
  gtk_button_set_label (GTK_BUTTON (self->all_button), text);
  gtk_widget_set_visible (self->all_button, self->values->len > N_FEW_AT_MOST);
}

static void
fill (TlFacetSection *self)
{
  const char *text = gtk_editable_get_text (GTK_EDITABLE (self->entry));
  g_auto (GStrv) words = tl_search_split_words (text);
  gboolean is_searching = words[0] != NULL;
  guint    n_more = 0;

  remove_rows (self);
  n_more = is_searching ? append_found (self, words) : append_first (self);
  show_all_button (self);
  if (is_searching)
    gtk_widget_set_visible (self->all_button, FALSE);
  show_rest (self, is_searching || self->shows_all ? n_more : 0);
  gtk_widget_set_visible (self->entry, self->values->len > N_SEARCHABLE);
}

/* --- what they say --- */

static void
update_summary (TlFacetSection *self)
{
  const char *const *chosen = get_chosen (self);
  g_autoptr (GString) text = g_string_new (NULL);

  for (gsize i = 0; chosen[i] != NULL; i++)
    {
      g_autofree char *title = dup_title (self, chosen[i]);
      g_autofree char *isolated = tl_isolate (title);

      if (i > 0)
        /* Translators: Stands between what was chosen: "Talk, Test". */
        g_string_append (text, C_ ("list", ", "));
      g_string_append (text, isolated);
    }
  gtk_label_set_text (self->summary, text->str);
}

static void
update_counts (TlFacetSection *self, const TlFacetCounts *counts)
{
  guint          n_values = tl_facet_counts_get_n_values (counts, self->facet);
  GHashTableIter rows;
  gpointer       row = NULL;
  g_autoptr (GHashTable) without = g_hash_table_new (NULL, NULL);

  g_hash_table_iter_init (&rows, self->rows);
  while (g_hash_table_iter_next (&rows, NULL, &row))
    g_hash_table_add (without, row);
  for (guint i = 0; i < n_values; i++)
    {
      row = g_hash_table_lookup (
          self->rows, tl_facet_counts_get_value (counts, self->facet, i));
      if (row == NULL)
        continue;
      tl_facet_row_set_count (
          row, tl_facet_counts_get_count (counts, self->facet, i),
          self->formatter);
      g_hash_table_remove (without, row);
    }
  g_hash_table_iter_init (&rows, without);
  while (g_hash_table_iter_next (&rows, &row, NULL))
    tl_facet_row_set_count (row, 0, self->formatter);
}

static void
take_order (TlFacetSection *self, const TlFacetCounts *counts)
{
  guint n_values = tl_facet_counts_get_n_values (counts, self->facet);

  g_ptr_array_set_size (self->values, 0);
  for (guint i = 0; i < n_values; i++)
    g_ptr_array_add (self->values, g_strdup (tl_facet_counts_get_value (
                                       counts, self->facet, i)));
  self->is_arranged = TRUE;
}

/* --- what somebody does --- */

/* The rows that come have their counts from the panel. */
static void
refill (TlFacetSection *self)
{
  fill (self);
  gtk_widget_activate_action (GTK_WIDGET (self), "panel.count", NULL);
}

static void
all_clicked_cb (TlFacetSection *self)
{
  self->shows_all = !self->shows_all;
  refill (self);
}

/* What is chosen, also where the section is folded. */
static GtkWidget *
summary_new (TlFacetSection *self)
{
  self->summary = GTK_LABEL (gtk_label_new (NULL));
  gtk_label_set_ellipsize (self->summary, PANGO_ELLIPSIZE_END);
  gtk_label_set_xalign (self->summary, 1);
  gtk_widget_set_hexpand (GTK_WIDGET (self->summary), TRUE);
  gtk_widget_add_css_class (GTK_WIDGET (self->summary), "tl-detail");
  return GTK_WIDGET (self->summary);
}

static void
make_entry (TlFacetSection *self)
{
  const char *name = tl_filter_words_get_find (self->facet);

  self->entry = gtk_search_entry_new ();
  g_object_set (self->entry, "placeholder-text", name, NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->entry),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  g_signal_connect_swapped (self->entry, "search-changed", G_CALLBACK (refill),
                            self);
}

static GtkWidget *
body_new (TlFacetSection *self)
{
  GtkWidget *body = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  make_entry (self);
  self->list = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  self->rest = GTK_LABEL (gtk_label_new (NULL));
  gtk_label_set_xalign (self->rest, 0);
  gtk_widget_add_css_class (GTK_WIDGET (self->rest), "tl-detail");
  self->all_button = gtk_button_new ();
  gtk_widget_add_css_class (self->all_button, "flat");
  gtk_widget_set_halign (self->all_button, GTK_ALIGN_START);
  g_signal_connect_swapped (self->all_button, "clicked",
                            G_CALLBACK (all_clicked_cb), self);
  gtk_box_append (GTK_BOX (body), self->entry);
  gtk_box_append (GTK_BOX (body), self->list);
  gtk_box_append (GTK_BOX (body), GTK_WIDGET (self->rest));
  gtk_box_append (GTK_BOX (body), self->all_button);
  return body;
}

static gboolean
tl_facet_section_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (TL_FACET_SECTION (widget)->fold);
}

static void
tl_facet_section_dispose (GObject *object)
{
  TlFacetSection *self = TL_FACET_SECTION (object);

  g_hash_table_remove_all (self->rows);
  g_clear_pointer (&self->fold, gtk_widget_unparent);
  g_clear_object (&self->explorer);
  G_OBJECT_CLASS (tl_facet_section_parent_class)->dispose (object);
}

static void
tl_facet_section_finalize (GObject *object)
{
  TlFacetSection *self = TL_FACET_SECTION (object);

  g_clear_pointer (&self->formatter, tl_date_formatter_free);
  g_ptr_array_unref (self->values);
  g_hash_table_unref (self->rows);
  g_free (self->language);
  G_OBJECT_CLASS (tl_facet_section_parent_class)->finalize (object);
}

static void
tl_facet_section_class_init (TlFacetSectionClass *klass)
{
  GObjectClass   *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = tl_facet_section_dispose;
  object_class->finalize = tl_facet_section_finalize;
  widget_class->grab_focus = tl_facet_section_grab_focus;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "facetsection");
}

static void
tl_facet_section_init (TlFacetSection *self)
{
  self->values = g_ptr_array_new_with_free_func (g_free);
  self->rows = g_hash_table_new (g_str_hash, g_str_equal);
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
}

GtkWidget *
tl_facet_section_new (TlExplorer *explorer, TlFacet facet, const char *language)
{
  TlFacetSection *self = NULL;

  g_return_val_if_fail (TL_IS_EXPLORER (explorer), NULL);

  self = g_object_new (TL_TYPE_FACET_SECTION, NULL);
  self->explorer = g_object_ref (explorer);
  self->facet = facet;
  self->language = g_strdup (language);
  self->formatter = tl_date_formatter_new (language);
  self->fold = tl_filter_fold_new (tl_filter_words_get_facet (facet),
                                   summary_new (self), body_new (self));
  gtk_widget_set_parent (self->fold, GTK_WIDGET (self));
  return GTK_WIDGET (self);
}

void
tl_facet_section_set_open (TlFacetSection *self, gboolean open)
{
  g_return_if_fail (TL_IS_FACET_SECTION (self));

  tl_filter_fold_set_open (TL_FILTER_FOLD (self->fold), open);
}

/**
 * tl_facet_section_arrange:
 * @self: a section
 *
 * Takes the order of the values from the counts that come next: for when the
 * panel is opened.
 */
void
tl_facet_section_arrange (TlFacetSection *self)
{
  g_return_if_fail (TL_IS_FACET_SECTION (self));

  self->is_arranged = FALSE;
}

/**
 * tl_facet_section_update:
 * @self: a section
 * @counts: what was counted
 *
 * Shows what each value would show.
 */
void
tl_facet_section_update (TlFacetSection *self, const TlFacetCounts *counts)
{
  g_return_if_fail (TL_IS_FACET_SECTION (self) && counts != NULL);

  if (!self->is_arranged ||
      tl_facet_counts_get_n_values (counts, self->facet) != self->values->len)
    {
      take_order (self, counts);
      fill (self);
    }
  update_counts (self, counts);
  update_summary (self);
  gtk_widget_set_visible (GTK_WIDGET (self), self->values->len > 0 ||
                                                 get_chosen (self)[0] != NULL);
}
