/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-window-private.h"

#include <glib/gi18n.h>

#include "tl-citation-list.h"
#include "tl-citation.h"

/* Copying with sources, in the same words as treatyline-cli cite; and what the
 * view of quotations is grouped by. */

/* The dataset of what is shown: quotations and selected ids are of that. */
static TlDataset *
get_shown_dataset (TlWindow *self)
{
  TlResult *result = tl_explorer_get_result (self->explorer);

  return result != NULL ? tl_result_get_dataset (result) : NULL;
}

/* Takes text. */
static void
copy (TlWindow *self, char *text, const char *told)
{
  gdk_clipboard_set_text (gtk_widget_get_clipboard (GTK_WIDGET (self)), text);
  tl_window_add_toast (self, told);
  g_free (text);
}

/* Bibliographies have each title in its own language. */
static char *
write_list (const TlCitationList *list, const TlCitationFormat *format)
{
  const char *language = format->for_people ? tl_window_get_language () : NULL;
  g_autoptr (TlDateFormatter) formatter = tl_date_formatter_new (language);
  GString *text = g_string_new (NULL);

  tl_citation_list_write (list, format, formatter, language,
                          tl_sink_new_for_string (text));
  return g_string_free (text, FALSE);
}

static void
copy_quote (TlWindow *self, const char *id, const TlCitationFormat *format)
{
  TlDataset *dataset = get_shown_dataset (self);
  guint quote = dataset != NULL ? tl_dataset_find_quote (dataset, id) : TL_NONE;
  g_autoptr (TlCitationList) list = NULL;
  g_autofree char *told = NULL;

  if (quote == TL_NONE || format == NULL)
    return;

  list = tl_citation_list_new (dataset);
  tl_citation_list_add_quote (list, quote);
  /* Translators: %s is a format: "Text", "BibTeX (biblatex)". */
  told = g_strdup_printf (_ ("Quotation copied as %s"), gettext (format->name));
  copy (self, write_list (list, format), told);
}

/* As plain text, to be pasted into a sentence: without a line break. */
static void
copy_quote_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  TlWindow   *self = TL_WINDOW (user_data);
  const char *language = tl_window_get_language ();
  TlDataset  *dataset = get_shown_dataset (self);
  guint       quote = TL_NONE;
  g_autoptr (TlDateFormatter) formatter = NULL;

  if (dataset != NULL)
    quote =
        tl_dataset_find_quote (dataset, g_variant_get_string (parameter, NULL));
  if (quote == TL_NONE)
    return;

  formatter = tl_date_formatter_new (language);
  copy (self, tl_citation_format_quote (dataset, quote, formatter, language),
        _ ("Quotation copied"));
}

static void
copy_quote_as_cb (GSimpleAction *action,
                  GVariant      *parameter,
                  gpointer       user_data)
{
  const char *id = NULL;
  const char *nick = NULL;

  g_variant_get (parameter, "(&s&s)", &id, &nick);
  copy_quote (TL_WINDOW (user_data), id, tl_citation_find_format (nick));
}

static char *
describe_citation (guint n_records, const TlCitationFormat *format)
{
  g_autoptr (TlDateFormatter) formatter = tl_date_formatter_new (NULL);
  g_autofree char *count = NULL;

  if (n_records == 1)
    /* Translators: %s is a format: "Text", "BibTeX (biblatex)". */
    return g_strdup_printf (_ ("Citation copied as %s"),
                            gettext (format->name));
  count = tl_date_formatter_format_count (formatter, n_records);
  return g_strdup_printf (
      /* Translators: %1$s is a number, %2$s a format: "Text",
       * "BibTeX (biblatex)". */
      ngettext ("Citations of %1$s record copied as %2$s",
                "Citations of %1$s records copied as %2$s", n_records),
      count, gettext (format->name));
}

static void
copy_citation_cb (GSimpleAction *action,
                  GVariant      *parameter,
                  gpointer       user_data)
{
  TlWindow               *self = TL_WINDOW (user_data);
  const char *const      *ids = tl_explorer_get_selection (self->explorer);
  const TlCitationFormat *format =
      tl_citation_find_format (g_variant_get_string (parameter, NULL));
  TlDataset *dataset = get_shown_dataset (self);
  guint      n_records = 0;
  g_autoptr (TlCitationList) list = NULL;
  g_autofree char *told = NULL;

  if (dataset == NULL || format == NULL)
    return;

  list = tl_citation_list_new (dataset);
  for (guint i = 0; ids[i] != NULL; i++)
    {
      guint record = tl_dataset_find_record (dataset, ids[i]);

      if (record == TL_NONE)
        continue;
      tl_citation_list_add_record (list, record);
      n_records++;
    }
  if (n_records == 0)
    return;
  told = describe_citation (n_records, format);
  copy (self, write_list (list, format), told);
}

static void
change_group_quotes_cb (GSimpleAction *action,
                        GVariant      *state,
                        gpointer       user_data)
{
  TlWindow       *self = TL_WINDOW (user_data);
  const char     *nick = g_variant_get_string (state, NULL);
  TlQuoteGrouping grouping = TL_QUOTES_BY_SPEAKER;

  if (!tl_quote_grouping_from_nick (nick, &grouping))
    return;
  if (self->settings != NULL)
    g_settings_set_string (self->settings, "group-quotes", nick);
  g_simple_action_set_state (action, state);
}

static void
selection_changed_cb (TlWindow *self)
{
  GAction *action =
      g_action_map_lookup_action (G_ACTION_MAP (self), "copy-citation");

  g_simple_action_set_enabled (G_SIMPLE_ACTION (action),
                               tl_explorer_get_n_selected (self->explorer) > 0);
}

void
tl_window_add_citations (TlWindow *self)
{
  static const GActionEntry entries[] = {
    { "copy-citation", copy_citation_cb, "s" },
    { "copy-quote", copy_quote_cb, "s" },
    { "copy-quote-as", copy_quote_as_cb, "(ss)" },
    { "group-quotes", NULL, "s", "'speaker'", change_group_quotes_cb },
  };

  g_action_map_add_action_entries (G_ACTION_MAP (self), entries,
                                   G_N_ELEMENTS (entries), self);
  g_signal_connect_object (self->explorer, "notify::selection",
                           G_CALLBACK (selection_changed_cb), self,
                           G_CONNECT_SWAPPED);
  selection_changed_cb (self);
}

void
tl_window_recall_citations (TlWindow *self)
{
  g_autofree char *nick = NULL;

  if (self->settings == NULL)
    return;
  nick = g_settings_get_string (self->settings, "group-quotes");
  g_action_group_change_action_state (G_ACTION_GROUP (self), "group-quotes",
                                      g_variant_new_string (nick));
}
