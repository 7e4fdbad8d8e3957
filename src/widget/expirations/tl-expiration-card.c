/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-expiration-card.h"

#include <glib/gi18n.h>

#include "tl-pane-parts.h"
#include "tl-row-layout.h"
#include "tl-search-highlight.h"
#include "tl-wrap-layout.h"

#define COUNTDOWN_CHARS 15

const char *
tl_expiration_group_get_title (TlExpirationGroup group)
{
  switch (group)
    {
    case TL_EXPIRATION_PAST:
      /* Translators: heading above treaties that have run out. */
      return C_ ("expirations", "Past");
    case TL_EXPIRATION_ANNOUNCED:
      /* Translators: heading above withdrawals from treaties that a party has
       * announced, when no source tells the day on which it goes. */
      return C_ ("expirations", "Announced, without a day");
    case TL_EXPIRATION_CALLED_OFF:
      /* Translators: heading above ends of treaties that were cancelled or are
       * denied. */
      return C_ ("expirations", "Called off or denied");
    case TL_EXPIRATION_AHEAD:
    default:
      /* Translators: heading above treaties that have not run out yet. */
      return C_ ("expirations", "Still to come");
    }
}

char *
tl_expiration_card_dup_countdown (TlPaneContext context, TlExpiration end)
{
  const TlEntry *entry = &tl_dataset_get_entries (context.dataset)[end.record];
  char          *words = NULL;

  if (end.group == TL_EXPIRATION_CALLED_OFF)
    return g_strdup (tl_status_get_label ((TlStatus)entry->status));
  if (end.group != TL_EXPIRATION_ANNOUNCED)
    words = tl_date_formatter_format_countdown_span (
        context.formatter, context.today, entry->span);
  if (words == NULL)
    /* Translators: in place of “192 days to run”, when no source tells when. */
    words = g_strdup (C_ ("countdown", "no day given"));
  return words;
}

static GtkWidget *
countdown_new (TlPaneContext context, TlExpiration end)
{
  g_autofree char *words = tl_expiration_card_dup_countdown (context, end);
  GtkWidget       *label = tl_pane_caption_new (words, "tl-expiration-time");

  gtk_label_set_width_chars (GTK_LABEL (label), COUNTDOWN_CHARS);
  gtk_label_set_max_width_chars (GTK_LABEL (label), COUNTDOWN_CHARS);
  gtk_widget_set_valign (label, GTK_ALIGN_START);
  gtk_widget_add_css_class (label, end.group == TL_EXPIRATION_AHEAD
                                       ? "tl-expiration-ahead"
                                       : "tl-expiration-past");
  return label;
}

static const char *
get_status_css_class (TlStatus status)
{
  switch (status)
    {
    case TL_STATUS_PLANNED:
    case TL_STATUS_ANNOUNCED:
      return "tl-chip-hollow";
    case TL_STATUS_ALLEGED:
    case TL_STATUS_DENIED:
    case TL_STATUS_CANCELLED:
      return "tl-chip-warning";
    case TL_STATUS_OCCURRED:
    default:
      return "tl-chip-plain";
    }
}

static GtkWidget *
chips_new (const TlRecord *record)
{
  GtkWidget *chips = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);

  gtk_widget_set_layout_manager (chips, tl_wrap_layout_new (6));
  gtk_widget_add_css_class (chips, "tl-expiration-chips");
  gtk_box_append (GTK_BOX (chips), tl_pane_kind_chip_new (record));
  gtk_box_append (GTK_BOX (chips),
                  tl_pane_chip_new (tl_status_get_label (record->status), NULL,
                                    get_status_css_class (record->status)));
  if (record->contested)
    gtk_box_append (GTK_BOX (chips),
                    tl_pane_chip_new (C_ ("record", "Contested"),
                                      "tl-contested-symbolic",
                                      "tl-chip-warning"));
  return chips;
}

static void
append_line (GtkWidget  *lines,
             const char *text,
             const char *css_class,
             const char *search)
{
  GtkWidget *label = NULL;

  if (text == NULL || *text == '\0')
    return;
  label = tl_pane_caption_new (text, css_class);
  if (search != NULL)
    tl_search_highlight_label (GTK_LABEL (label), search);
  gtk_box_append (GTK_BOX (lines), label);
}

static char *
join_names (TlPaneContext context, const guint *actors, guint n_actors)
{
  GString *names = g_string_new (NULL);

  for (guint i = 0; i < n_actors; i++)
    {
      const TlActor *actor = tl_dataset_get_actor (context.dataset, actors[i]);
      g_autofree char *name =
          tl_isolate (tl_text_get (actor->name, context.language));

      if (i > 0)
        g_string_append (names, C_ ("list of names", ", "));
      g_string_append (names, name);
    }
  return g_string_free (names, FALSE);
}

/* How sure it is, too, unless it is exact. */
static void
append_date (GtkWidget *lines, TlPaneContext context, const TlRecord *record)
{
  g_autofree char *when = NULL;
  g_autofree char *how_sure = NULL;

  when = tl_date_formatter_format (context.formatter, record->date,
                                   TL_DATE_STYLE_FULL);
  append_line (lines, when, "tl-strong", NULL);
  if (tl_span_is_exact (tl_date_get_span (record->date)))
    return;
  how_sure = tl_date_formatter_explain (context.formatter, record->date);
  append_line (lines, how_sure, "tl-detail", NULL);
}

static void
append_parties (GtkWidget      *lines,
                TlPaneContext   context,
                const TlRecord *record,
                const char     *search)
{
  const TlTreaty  *treaty = NULL;
  g_autofree char *parties = NULL;
  g_autofree char *line = NULL;

  treaty = tl_dataset_get_treaty (context.dataset, record->treaty);
  if (treaty->n_parties == 0)
    return;
  parties = join_names (context, treaty->parties, treaty->n_parties);
  /* Translators: %s are the names of the parties to a treaty. */
  line = g_strdup_printf (_ ("Parties: %s"), parties);
  append_line (lines, line, NULL, search);
}

static void
append_sources (GtkWidget *lines, TlPaneContext context, guint record)
{
  guint        n_sources;
  const guint *sources =
      tl_dataset_get_record_sources (context.dataset, record, &n_sources);
  GString         *names = g_string_new (NULL);
  g_autofree char *line = NULL;

  for (guint i = 0; i < n_sources; i++)
    {
      g_autofree char *name =
          tl_pane_context_dup_source_name (context, sources[i]);

      if (i > 0)
        /* Translators: between sources, each of which has a comma in it. */
        g_string_append (names, C_ ("list of sources", "; "));
      g_string_append (names, name);
    }
  /* Translators: %s are names of sources. */
  line = g_strdup_printf (ngettext ("Source: %s", "Sources: %s", n_sources),
                          names->str);
  g_string_free (names, TRUE);
  append_line (lines, line, "tl-detail", NULL);
}

static GtkWidget *
details_new (TlPaneContext context, TlExpiration end, const char *search)
{
  g_autoptr (TlRecord) record =
      tl_dataset_ref_record (context.dataset, end.record);
  const TlTreaty *treaty =
      tl_dataset_get_treaty (context.dataset, record->treaty);
  const char *full = tl_text_get (treaty->title, context.language);
  GtkWidget  *lines = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);

  append_line (lines, tl_text_get (record->title, context.language), "title-4",
               search);
  /* Some treaties go by one name only. */
  if (g_strcmp0 (full, tl_text_get (treaty->short_title, context.language)) !=
      0)
    append_line (lines, full, "tl-detail", search);
  append_date (lines, context, record);
  if (end.group == TL_EXPIRATION_PAST && record->status != TL_STATUS_OCCURRED)
    append_line (lines, _ ("No source here tells that it happened."),
                 "tl-detail", NULL);
  gtk_box_append (GTK_BOX (lines), chips_new (record));
  append_parties (lines, context, record, search);
  append_sources (lines, context, end.record);
  return lines;
}

GtkWidget *
tl_expiration_card_new (TlPaneContext context,
                        TlExpiration  end,
                        gboolean      is_narrow,
                        const char   *search)
{
  GtkWidget *card = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *details = details_new (context, end, search);

  gtk_widget_add_css_class (card, "tl-expiration");
  if (!is_narrow)
    gtk_widget_set_layout_manager (card, tl_row_layout_new (18));
  gtk_widget_set_hexpand (details, TRUE);
  gtk_box_append (GTK_BOX (card), countdown_new (context, end));
  gtk_box_append (GTK_BOX (card), details);
  return card;
}
