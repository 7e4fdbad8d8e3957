/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-cli-hint.h"

#include <glib/gi18n.h>
#include <string.h>

/* Finds what was meant by a mistyped word, by the number of letters that would
 * have to change (Levenshtein). */

#define MAX_COMPARED 64
#define MAX_LISTED 24

static guint
count_changes (const char *a, const char *b)
{
  guint row[MAX_COMPARED + 1];
  gsize a_length = MIN (strlen (a), MAX_COMPARED);
  gsize b_length = MIN (strlen (b), MAX_COMPARED);

  for (guint j = 0; j <= b_length; j++)
    row[j] = j;
  for (guint i = 1; i <= a_length; i++)
    {
      guint diagonal = row[0];

      row[0] = i;
      for (guint j = 1; j <= b_length; j++)
        {
          guint replaced = diagonal + (a[i - 1] == b[j - 1] ? 0 : 1);

          diagonal = row[j];
          row[j] = MIN (replaced, MIN (row[j - 1], row[j]) + 1);
        }
    }
  return row[b_length];
}

static gboolean
is_near (const char *word, const char *known)
{
  gsize length = strlen (word);

  if (length >= 3 && strstr (known, word) != NULL)
    return TRUE;
  return length > 0 && count_changes (word, known) <= MAX (1, length / 3);
}

char *
tl_cli_hint_new (const char *word, const char *const *known)
{
  g_autoptr (GPtrArray) shown = g_ptr_array_new ();

  for (guint i = 0; known[i] != NULL && shown->len < MAX_LISTED; i++)
    if (is_near (word, known[i]))
      g_ptr_array_add (shown, (gpointer)known[i]);
  if (shown->len == 0)
    for (guint i = 0; known[i] != NULL; i++)
      {
        if (i == MAX_LISTED)
          {
            g_ptr_array_add (shown, (gpointer) "…");
            break;
          }
        g_ptr_array_add (shown, (gpointer)known[i]);
      }
  g_ptr_array_add (shown, NULL);
  /* Translators: stands between words that can be given on the command
   * line. */
  return g_strjoinv (C_ ("between words of a list", ", "),
                     (char **)shown->pdata);
}
