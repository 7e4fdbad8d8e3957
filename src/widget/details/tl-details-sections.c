/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-details-sections.h"

#include <glib/gi18n.h>

#include "tl-account-row.h"
#include "tl-account-scale.h"
#include "tl-citation.h"
#include "tl-disagreement.h"
#include "tl-pane-parts.h"
#include "tl-quote-card.h"

/* Built anew for each record: a few dozen widgets, well below what can be
 * felt, and nothing can be left over from the record before. */

static GtkBox *
append_section (GtkBox *box, TlPaneContext context, const char *title, guint n)
{
  GtkWidget *section = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);

  gtk_widget_add_css_class (section, "tl-section");
  gtk_box_append (GTK_BOX (section), tl_pane_heading_new (context, title, n));
  gtk_box_append (box, section);
  return GTK_BOX (section);
}

/* What contradicts is said in words, with a sign, before the accounts. */
static void
append_disagreement (GtkBox         *section,
                     TlPaneContext   context,
                     const TlRecord *record)
{
  g_autoptr (GPtrArray) sentences = tl_disagreement_describe (context, record);

  for (guint i = 0; i < sentences->len; i++)
    {
      GtkWidget *row = NULL;

      row = tl_pane_fact_new (
          "tl-contested-symbolic",
          /* Translators: Names a sign before a sentence about sources that
           * contradict each other. */
          _ ("Contradiction"),
          tl_pane_text_new (g_ptr_array_index (sentences, i), NULL));
      gtk_widget_add_css_class (row, "tl-disagreement");
      gtk_box_append (section, row);
    }
}

/* How reports differ is seen best where they stand on one scale. */
static void
append_scale (GtkBox *section, TlPaneContext context, const TlRecord *record)
{
  GtkWidget *scale = NULL;

  if (record->contested && record->n_accounts > 1)
    scale = tl_account_scale_new (context, record);
  if (scale != NULL)
    gtk_box_append (section, scale);
}

void
tl_details_append_accounts (GtkBox         *box,
                            TlPaneContext   context,
                            const TlRecord *record)
{
  GtkBox *section = NULL;

  if (record->n_accounts == 0)
    return;

  section = append_section (box, context, _ ("Accounts"), record->n_accounts);
  append_disagreement (section, context, record);
  append_scale (section, context, record);
  for (guint i = 0; i < record->n_accounts; i++)
    gtk_box_append (section,
                    tl_account_row_new (context, &record->accounts[i]));
}

void
tl_details_append_quotes (GtkBox         *box,
                          TlPaneContext   context,
                          const TlRecord *record,
                          guint           index)
{
  GtkBox *section = NULL;

  if (record->n_quotes == 0)
    return;

  section = append_section (box, context, _ ("Quotes"), record->n_quotes);
  for (guint i = 0; i < record->n_quotes; i++)
    gtk_box_append (section, tl_quote_card_new (context, record->quotes[i]));
}

void
tl_details_append_related (GtkBox         *box,
                           TlPaneContext   context,
                           const TlRecord *record,
                           guint           index)
{
  GtkBox *section = NULL;

  if (record->n_related == 0)
    return;

  section = append_section (box, context, _ ("Related"), record->n_related);
  for (guint i = 0; i < record->n_related; i++)
    {
      const TlRelated *related = &record->related[i];

      gtk_box_append (section, tl_pane_record_link_new (
                                   context, related->record,
                                   tl_relation_get_label (related->relation,
                                                          related->inverse)));
    }
}

/* A treaty with its acts, save the one that is shown already. */
static void
append_treaty (GtkBox *box, TlPaneContext context, guint treaty, guint shown)
{
  const TlTreaty *data = tl_dataset_get_treaty (context.dataset, treaty);
  GtkBox         *section = NULL;
  guint           n_others = 0;

  for (guint i = 0; i < data->n_acts; i++)
    n_others += data->acts[i] != shown ? 1 : 0;

  section = append_section (
      box, context, tl_text_get (data->title, context.language), n_others);
  if (data->summary != NULL)
    gtk_box_append (
        section,
        tl_pane_text_new (tl_text_get (data->summary, context.language), NULL));
  for (guint i = 0; i < data->n_acts; i++)
    if (data->acts[i] != shown)
      gtk_box_append (section,
                      tl_pane_record_link_new (context, data->acts[i], NULL));
}

void
tl_details_append_treaties (GtkBox         *box,
                            TlPaneContext   context,
                            const TlRecord *record,
                            guint           index)
{
  if (record->treaty != TL_NONE)
    append_treaty (box, context, record->treaty, index);

  for (guint i = 0; i < record->n_treaties; i++)
    if (record->treaties[i] != record->treaty)
      append_treaty (box, context, record->treaties[i], index);
}

static void
append_source (GtkBox *section, TlPaneContext context, guint source)
{
  const TlSource  *data = tl_dataset_get_source (context.dataset, source);
  g_autofree char *citation = NULL;
  GtkWidget       *row = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);
  GtkWidget       *link = NULL;

  citation = tl_citation_show_source (context.dataset, source,
                                      context.formatter, context.language);
  gtk_box_append (GTK_BOX (row), tl_pane_text_new (citation, NULL));
  if (data->note != NULL)
    gtk_box_append (
        GTK_BOX (row),
        tl_pane_text_new (tl_text_get (data->note, context.language),
                          "tl-detail"));
  if (data->url != NULL)
    link = tl_pane_address_link_new (data->url);
  if (link != NULL)
    gtk_box_append (GTK_BOX (row), link);
  gtk_widget_add_css_class (row, "tl-source");
  gtk_box_append (section, row);
}

static void
add_source (GArray *sources, guint source)
{
  for (guint i = 0; i < sources->len; i++)
    if (g_array_index (sources, guint, i) == source)
      return;
  g_array_append_val (sources, source);
}

void
tl_details_append_sources (GtkBox         *box,
                           TlPaneContext   context,
                           const TlRecord *record,
                           guint           index)
{
  g_autoptr (GArray) sources = g_array_new (FALSE, FALSE, sizeof (guint));
  GtkBox *section = NULL;

  for (guint i = 0; i < record->n_accounts; i++)
    add_source (sources, record->accounts[i].source);
  for (guint i = 0; i < record->n_quotes; i++)
    add_source (
        sources,
        tl_dataset_get_quote (context.dataset, record->quotes[i])->source);
  if (sources->len == 0)
    return;

  section = append_section (box, context, _ ("Sources"), sources->len);
  for (guint i = 0; i < sources->len; i++)
    append_source (section, context, g_array_index (sources, guint, i));
}
