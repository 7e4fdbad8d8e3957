/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-recent.h"

#define MAX_ITEMS 8
#define MIME_TYPE "application/vnd.treatyline+json"

void
tl_recent_add (GFile *file)
{
  g_autofree char *uri = NULL;
  /* GTK wants strings that it may change. */
  char          mime_type[] = MIME_TYPE;
  char          name[] = TL_APPLICATION_ID;
  char          command[] = "treatyline %u";
  GtkRecentData data = { .mime_type = mime_type,
                         .app_name = name,
                         .app_exec = command };

  g_return_if_fail (G_IS_FILE (file));

  if (!g_file_is_native (file))
    return;

  uri = g_file_get_uri (file);
  gtk_recent_manager_add_full (gtk_recent_manager_get_default (), uri, &data);
}

static int
compare_latest_first (gconstpointer a, gconstpointer b)
{
  GtkRecentInfo *info_a = (GtkRecentInfo *)a;
  GtkRecentInfo *info_b = (GtkRecentInfo *)b;
  int            order = 0;

  order = g_date_time_compare (gtk_recent_info_get_visited (info_b),
                               gtk_recent_info_get_visited (info_a));
  return order != 0 ? order
                    : g_strcmp0 (gtk_recent_info_get_uri (info_a),
                                 gtk_recent_info_get_uri (info_b));
}

/* A file's name is text, and no mnemonic. */
static char *
escape_mnemonics (const char *text)
{
  g_auto (GStrv) parts = g_strsplit (text, "_", -1);

  return g_strjoinv ("__", parts);
}

static void
append_item (GMenu *menu, GtkRecentInfo *info)
{
  g_autoptr (GMenuItem) item = NULL;
  g_autofree char *label = NULL;

  label = escape_mnemonics (gtk_recent_info_get_display_name (info));
  item = g_menu_item_new (label, NULL);
  g_menu_item_set_action_and_target (item, "win.open-uri", "s",
                                     gtk_recent_info_get_uri (info));
  g_menu_append_item (menu, item);
}

static void
unref_info (gpointer info)
{
  gtk_recent_info_unref (info);
}

GMenuModel *
tl_recent_dup_menu (void)
{
  GMenu *menu = g_menu_new ();
  GList *infos = NULL;
  guint  n_items = 0;

  infos = gtk_recent_manager_get_items (gtk_recent_manager_get_default ());
  infos = g_list_sort (infos, compare_latest_first);
  for (GList *link = infos; link != NULL && n_items < MAX_ITEMS;
       link = link->next)
    if (gtk_recent_info_has_application (link->data, TL_APPLICATION_ID) &&
        gtk_recent_info_is_local (link->data) &&
        gtk_recent_info_exists (link->data))
      {
        append_item (menu, link->data);
        n_items++;
      }
  g_list_free_full (infos, unref_info);
  return G_MENU_MODEL (menu);
}
