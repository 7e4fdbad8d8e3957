/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-window-private.h"

#include <glib/gi18n.h>

#include "tl-filter-words.h"
#include "tl-print-operation.h"

/* What the window shows, on paper. */

/* Takes part; nullable. */
static void
add_part (GPtrArray *parts, char *part)
{
  if (part != NULL)
    g_ptr_array_add (parts, part);
}

/* "Kind: Talk, Statement"; NULL when nothing of the facet is chosen. */
static char *
dup_facet (TlWindow *self, const TlFilter *filter, TlFacet facet)
{
  const char *const *values = tl_filter_get_values (filter, facet);
  g_autoptr (GString) names = g_string_new (NULL);

  if (values[0] == NULL)
    return NULL;
  for (gsize i = 0; values[i] != NULL; i++)
    {
      g_autofree char *name = tl_filter_words_dup_value (
          self->dataset, facet, values[i], tl_window_get_language ());

      if (i > 0)
        /* Translators: Between the names that are chosen: "Talk, Test". */
        g_string_append (names, C_ ("filter", ", "));
      g_string_append (names, name);
    }
  /* Translators: What is chosen of one sort: "Kind: Talk, Test". */
  return g_strdup_printf (C_ ("filter", "%s: %s"),
                          tl_filter_words_get_facet (facet), names->str);
}

/* (nullable) */
static char *
dup_filter_text (TlWindow *self)
{
  const TlFilter *filter = tl_explorer_get_filter (self->explorer);
  const char     *search = tl_filter_get_search (filter);
  g_autoptr (TlDateFormatter) formatter =
      tl_date_formatter_new (tl_window_get_language ());
  g_autoptr (GPtrArray) parts = g_ptr_array_new_with_free_func (g_free);

  if (tl_filter_is_empty (filter))
    return NULL;
  if (search != NULL)
    add_part (parts, tl_filter_words_format_search (search));
  for (guint facet = 0; facet < TL_N_FACETS; facet++)
    add_part (parts, dup_facet (self, filter, (TlFacet)facet));
  add_part (parts, tl_filter_words_format_range (filter, formatter));
  if (tl_filter_get_contested_only (filter))
    add_part (parts, g_strdup (_ ("Contested only")));
  g_ptr_array_add (parts, NULL);
  /* Translators: Between the parts of what is chosen: "Kind: Talk · Search:
   * “space”". */
  return g_strjoinv (C_ ("filter", " · "), (char **)parts->pdata);
}

static void
tell (TlWindow *self, const GError *error)
{
  g_autofree char *text = NULL;

  /* Translators: %s is what hindered it. */
  text = g_strdup_printf (_ ("Not printed: %s"), error->message);
  tl_window_add_toast (self, text);
}

static void
done_cb (TlWindow               *self,
         GtkPrintOperationResult result,
         GtkPrintOperation      *operation)
{
  const GError *own_error = tl_print_operation_get_error (operation);
  g_autoptr (GError) error = NULL;

  if (result == GTK_PRINT_OPERATION_RESULT_ERROR)
    gtk_print_operation_get_error (operation, &error);
  if (own_error != NULL)
    tell (self, own_error);
  else if (error != NULL)
    tell (self, error);
}

GtkPrintOperation *
tl_window_create_print_operation (TlWindow *self)
{
  g_autoptr (TlExportRequest) request = NULL;
  g_autofree char   *filter_text = NULL;
  GtkPrintOperation *operation = NULL;

  g_return_val_if_fail (TL_IS_WINDOW (self) && self->dataset != NULL, NULL);

  request = tl_window_create_export_request (self);
  filter_text = dup_filter_text (self);
  operation = tl_print_operation_new (request, filter_text, self->settings);
  g_signal_connect_object (operation, "done", G_CALLBACK (done_cb), self,
                           G_CONNECT_SWAPPED);
  return operation;
}

static void
print_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  TlWindow *self = TL_WINDOW (user_data);
  g_autoptr (GtkPrintOperation) operation = NULL;

  operation = tl_window_create_print_operation (self);
  /* While the dialog is open it keeps itself alive, and it tells by its signal
   * how it ended. */
  gtk_print_operation_run (operation, GTK_PRINT_OPERATION_ACTION_PRINT_DIALOG,
                           GTK_WINDOW (self), NULL);
}

static void
dataset_changed_cb (TlWindow *self)
{
  GAction *action = g_action_map_lookup_action (G_ACTION_MAP (self), "print");

  g_simple_action_set_enabled (G_SIMPLE_ACTION (action),
                               tl_explorer_get_dataset (self->explorer) !=
                                   NULL);
}

void
tl_window_add_print (TlWindow *self)
{
  static const GActionEntry entries[] = { { "print", print_cb } };

  g_action_map_add_action_entries (G_ACTION_MAP (self), entries,
                                   G_N_ELEMENTS (entries), self);
  g_signal_connect_object (self->explorer, "notify::dataset",
                           G_CALLBACK (dataset_changed_cb), self,
                           G_CONNECT_SWAPPED);
  dataset_changed_cb (self);
}
