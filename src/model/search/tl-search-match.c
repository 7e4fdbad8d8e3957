/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-search-match.h"

#include <string.h>

#include "tl-fold.h"
#include "tl-icu.h"

/* Where in a text the words of a search are. The text is folded character by
 * character, and each byte of what comes out knows the character it came from;
 * what matched grows to whole grapheme clusters, so that a mark is never drawn
 * without its letter. */

/* Where each character of a text is, before and after folding. */
typedef struct
{
  GString *folded;
  GArray  *origins; /* (element-type guint): of each folded byte its character's
                     * first byte in the text */
} FoldedText;

static void
fold_text (FoldedText *self, const char *text)
{
  self->folded = g_string_new (NULL);
  self->origins = g_array_new (FALSE, FALSE, sizeof (guint));
  for (const char *next = text; *next != '\0';)
    {
      const char *behind = g_utf8_next_char (next);
      guint       origin = (guint)(next - text);

      tl_fold_append_for_search (self->folded, next, (gsize)(behind - next));
      while (self->origins->len < self->folded->len)
        g_array_append_val (self->origins, origin);
      next = behind;
    }
}

static void
clear_folded_text (FoldedText *self)
{
  g_string_free (self->folded, TRUE);
  g_array_unref (self->origins);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (FoldedText, clear_folded_text)

static void
add_matches (const FoldedText *self,
             const char       *text,
             const char       *word,
             GArray           *ranges)
{
  const char *match = self->folded->str;
  gsize       length = strlen (word);

  for (; (match = strstr (match, word)) != NULL; match++)
    {
      gsize       at = (gsize)(match - self->folded->str);
      TlTextRange range = {
        g_array_index (self->origins, guint, at),
        g_array_index (self->origins, guint, at + length - 1),
      };

      range.end = (guint)(g_utf8_next_char (text + range.end) - text);
      g_array_append_val (ranges, range);
    }
}

static int
compare_ranges (gconstpointer a, gconstpointer b)
{
  guint left = ((const TlTextRange *)a)->start;
  guint right = ((const TlTextRange *)b)->start;

  return (left > right) - (left < right);
}

/* ranges: sorted by their beginnings. */
static void
merge_ranges (GArray *ranges)
{
  guint n_merged = 0;

  for (guint i = 0; i < ranges->len; i++)
    {
      TlTextRange  range = g_array_index (ranges, TlTextRange, i);
      TlTextRange *last =
          n_merged > 0 ? &g_array_index (ranges, TlTextRange, n_merged - 1)
                       : NULL;

      if (last != NULL && range.start <= last->end)
        last->end = MAX (last->end, range.end);
      else
        g_array_index (ranges, TlTextRange, n_merged++) = range;
    }
  g_array_set_size (ranges, n_merged);
}

/**
 * tl_search_split_words:
 * @search: what somebody looks for
 *
 * Returns: (transfer full) (array zero-terminated=1): its words, folded
 */
char **
tl_search_split_words (const char *search)
{
  g_autoptr (GString) line = g_string_new (NULL);
  g_autofree char *folded = NULL;
  g_auto (GStrv) words = NULL;
  GStrv result;
  guint n_words = 0;

  g_return_val_if_fail (search != NULL, NULL);

  tl_fold_append_spaces (line, search);
  folded = tl_fold_for_search (line->str);
  words = g_strsplit (folded, " ", -1);
  result = g_new0 (char *, g_strv_length (words) + 1);
  for (guint i = 0; words[i] != NULL; i++)
    if (words[i][0] != '\0')
      result[n_words++] = g_strdup (words[i]);
  return result;
}

static GArray *
find_words (const char *text, char *const *words)
{
  GArray *ranges = g_array_new (FALSE, FALSE, sizeof (TlTextRange));
  g_auto (FoldedText) folded = { NULL };

  fold_text (&folded, text);
  for (guint i = 0; words[i] != NULL; i++)
    add_matches (&folded, text, words[i], ranges);
  g_array_sort (ranges, compare_ranges);
  merge_ranges (ranges);
  return ranges;
}

/**
 * tl_search_find_matches:
 * @search: (nullable): words in any order, as somebody typed them
 * @text: UTF-8
 * @ranges: (out) (transfer full) (array): where they are; %NULL when nowhere
 *
 * Finds every place of a text that matches one of the words, folded as
 * [method@Filter.set_search] folds.
 *
 * Returns: how many ranges there are
 */
guint
tl_search_find_matches (const char   *search,
                        const char   *text,
                        TlTextRange **ranges)
{
  g_auto (GStrv) words = NULL;
  GArray *found;
  guint   n_found;

  g_return_val_if_fail (text != NULL && ranges != NULL, 0);

  *ranges = NULL;
  words = tl_search_split_words (search != NULL ? search : "");
  found = find_words (text, words);
  if (found->len > 0)
    {
      tl_icu_widen_to_clusters (text, (TlTextRange *)(void *)found->data,
                                found->len);
      merge_ranges (found);
    }
  n_found = found->len;
  *ranges = (TlTextRange *)(void *)g_array_free (found, n_found == 0);
  return n_found;
}
