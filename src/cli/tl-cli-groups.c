/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-cli-groups.h"

#include "tl-cli-options.h"
#include "tl-group-order.h"

#include <glib/gi18n.h>
#include <string.h>

/* How the groups of a picture are arranged. On the command line a group goes
 * by the id of what it is of; the grouping is known from --group-by. */

void
tl_cli_groups_add_options (TlCliGroups *self, GOptionContext *context)
{
  const GOptionEntry entries[] = {
    { "fold", 0, 0, G_OPTION_ARG_STRING_ARRAY, &self->folded,
      N_ ("Fold these groups: one row that shows their numbers"),
      /* Translators: as the value of an option: ids, separated by commas. */
      N_ ("ID,…") },
    { "group-order", 0, 0, G_OPTION_ARG_STRING_ARRAY, &self->order,
      N_ ("These groups come first, in this order"), N_ ("ID,…") },
    { NULL },
  };

  g_option_context_add_main_entries (context, entries, NULL);
}

void
tl_cli_groups_clear (TlCliGroups *self)
{
  g_clear_pointer (&self->folded, g_strfreev);
  g_clear_pointer (&self->order, g_strfreev);
}

static gboolean
fail_unknown (const char *option,
              const char *word,
              TlGroupBy   group_by,
              TlDataset  *dataset,
              GError    **error)
{
  guint n_keys = tl_group_by_count_keys (group_by, dataset);
  g_autoptr (GPtrArray) known = g_ptr_array_new_with_free_func (g_free);

  for (guint key = 0; key < n_keys; key++)
    {
      g_autofree char *name = tl_group_key_to_string (group_by, dataset, key);

      g_ptr_array_add (known, g_strdup (strchr (name, ':') + 1));
    }
  g_ptr_array_add (known, NULL);
  return tl_cli_fail_unknown (option, word,
                              (const char *const *)(void *)known->pdata, error);
}

/* The keys of what was given, or NULL with an error. */
static GArray *
parse_keys (const char *option,
            char      **values,
            TlGroupBy   group_by,
            TlDataset  *dataset,
            GError    **error)
{
  g_auto (GStrv) words = tl_cli_split_values (values);
  g_autoptr (GArray) keys = g_array_new (FALSE, FALSE, sizeof (guint));

  for (guint i = 0; words[i] != NULL; i++)
    {
      g_autofree char *name =
          g_strdup_printf ("%s:%s", tl_group_by_to_nick (group_by), words[i]);
      guint key;

      if (*words[i] == '\0' ||
          !tl_group_key_from_string (group_by, dataset, name, &key))
        {
          fail_unknown (option, words[i], group_by, dataset, error);
          return NULL;
        }
      g_array_append_val (keys, key);
    }
  return g_steal_pointer (&keys);
}

static char **
list_names (TlGroupBy    group_by,
            TlDataset   *dataset,
            const guint *keys,
            guint        n_keys)
{
  char **names = g_new0 (char *, n_keys + 1);

  for (guint i = 0; i < n_keys; i++)
    names[i] = tl_group_key_to_string (group_by, dataset, keys[i]);
  return names;
}

char **
tl_cli_groups_list_folded (const TlCliGroups *self,
                           TlGroupBy          group_by,
                           TlDataset         *dataset,
                           GError           **error)
{
  g_autoptr (GArray) keys =
      parse_keys ("--fold", self->folded, group_by, dataset, error);

  if (keys == NULL)
    return NULL;
  return list_names (group_by, dataset, (const guint *)(void *)keys->data,
                     keys->len);
}

char **
tl_cli_groups_list_order (const TlCliGroups *self,
                          TlGroupBy          group_by,
                          TlDataset         *dataset,
                          GError           **error)
{
  g_autoptr (GArray) keys =
      parse_keys ("--group-order", self->order, group_by, dataset, error);
  g_autofree guint *order = NULL;
  guint             n_order;

  if (keys == NULL)
    return NULL;
  order = tl_group_order_lead (tl_group_by_count_keys (group_by, dataset),
                               (const guint *)(void *)keys->data, keys->len,
                               &n_order);
  return list_names (group_by, dataset, order, n_order);
}
