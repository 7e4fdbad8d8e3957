/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-article-private.h"

#include <string.h>

#include "tl-fold.h"

/* Finds excerpts again in the text they were taken from. The text is kept
 * twice: with white space folded, and with quotation marks and dashes folded
 * as well, character for character; so the same position means the same place
 * in both, and an excerpt that was found in the second can be compared with
 * the first. Nothing is ever found by likeness. */

struct _TlArticle
{
  char *spaced; /* white space folded */
  char *marked; /* and marks folded */
};

/* An excerpt with what stands around it, folded like the article. */
typedef struct
{
  GString *spaced;
  char    *marked;
  gsize    start; /* bytes of the excerpt in spaced */
  gsize    end;
  gboolean has_context;
} Excerpt;

/**
 * tl_article_new:
 * @text: UTF-8
 *
 * Returns: (transfer full): the text, folded
 */
TlArticle *
tl_article_new (const char *text)
{
  TlArticle *self = g_new0 (TlArticle, 1);
  g_autoptr (GString) spaced = g_string_sized_new (strlen (text));

  tl_fold_append_spaces (spaced, text);
  self->marked = tl_fold_marks (spaced->str);
  self->spaced = g_string_free (g_steal_pointer (&spaced), FALSE);
  return self;
}

void
tl_article_free (TlArticle *self)
{
  if (self == NULL)
    return;
  g_free (self->spaced);
  g_free (self->marked);
  g_free (self);
}

static void
strip_space_at_end (GString *string)
{
  if (string->len > 0 && string->str[string->len - 1] == ' ')
    g_string_truncate (string, string->len - 1);
}

static void
init_excerpt (Excerpt    *excerpt,
              const char *needle,
              const char *prefix,
              const char *suffix)
{
  excerpt->spaced = g_string_new (NULL);
  if (prefix != NULL)
    tl_fold_append_spaces (excerpt->spaced, prefix);
  excerpt->start = excerpt->spaced->len;
  tl_fold_append_spaces (excerpt->spaced, needle);
  if (suffix == NULL)
    strip_space_at_end (excerpt->spaced);
  excerpt->end = excerpt->spaced->len;
  if (suffix != NULL)
    tl_fold_append_spaces (excerpt->spaced, suffix);
  strip_space_at_end (excerpt->spaced);
  excerpt->end = MIN (excerpt->end, excerpt->spaced->len);
  excerpt->marked = tl_fold_marks (excerpt->spaced->str);
  excerpt->has_context =
      excerpt->start > 0 || excerpt->end < excerpt->spaced->len;
}

static void
clear_excerpt (Excerpt *excerpt)
{
  g_string_free (excerpt->spaced, TRUE);
  g_free (excerpt->marked);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Excerpt, clear_excerpt)

/* The only place of needle in text, or NULL; several is set when there are
 * more. Two are enough to know, so that the text is read at most twice. */
static const char *
find_only (const char *text, const char *needle, gboolean *several)
{
  const char *first = strstr (text, needle);

  *several = first != NULL && strstr (first + 1, needle) != NULL;
  return *several ? NULL : first;
}

/* Whether the excerpt itself stands in the article as it is, marks and all,
 * when it was found at place in the text with folded marks: perhaps only the
 * marks around it differ. */
static gboolean
is_verbatim_at (const TlArticle *self,
                const Excerpt   *excerpt,
                const char      *place)
{
  const char *words = excerpt->spaced->str + excerpt->start;
  glong       before = g_utf8_pointer_to_offset (self->marked, place) +
                 g_utf8_pointer_to_offset (excerpt->spaced->str, words);
  const char *original = g_utf8_offset_to_pointer (self->spaced, before);

  return strncmp (original, words, excerpt->end - excerpt->start) == 0;
}

static TlMatch
find_excerpt (const TlArticle *self, const Excerpt *excerpt)
{
  const char *place;
  gboolean    several;

  place = find_only (self->spaced, excerpt->spaced->str, &several);
  if (several)
    return TL_MATCH_SEVERAL;
  if (place != NULL)
    return TL_MATCH_ONCE;
  place = find_only (self->marked, excerpt->marked, &several);
  if (several)
    return TL_MATCH_SEVERAL;
  if (place == NULL)
    return TL_MATCH_NONE;
  return is_verbatim_at (self, excerpt, place) ? TL_MATCH_ONCE
                                               : TL_MATCH_OTHER_MARKS;
}

/**
 * tl_article_find:
 * @self: an article
 * @needle: the excerpt
 * @prefix: (nullable): what stands directly before it
 * @suffix: (nullable): what stands directly behind it
 *
 * Returns: how the excerpt was found
 */
TlMatch
tl_article_find (const TlArticle *self,
                 const char      *needle,
                 const char      *prefix,
                 const char      *suffix)
{
  g_auto (Excerpt) excerpt = { NULL };
  g_auto (Excerpt) alone = { NULL };
  TlMatch match;

  g_return_val_if_fail (self != NULL, TL_MATCH_NONE);
  g_return_val_if_fail (needle != NULL, TL_MATCH_NONE);

  init_excerpt (&alone, needle, NULL, NULL);
  init_excerpt (&excerpt, needle, prefix, suffix);
  if (alone.spaced->len == 0)
    return TL_MATCH_NONE;
  match = find_excerpt (self, &excerpt);
  if (match == TL_MATCH_NONE && excerpt.has_context &&
      find_excerpt (self, &alone) != TL_MATCH_NONE)
    return TL_MATCH_OTHER_CONTEXT;
  return match;
}

/**
 * tl_article_match:
 * @text: UTF-8
 * @needle: the excerpt
 * @prefix: (nullable): what stands directly before it
 * @suffix: (nullable): what stands directly behind it
 *
 * Looks for one excerpt in a text.
 *
 * Returns: how the excerpt was found
 */
TlMatch
tl_article_match (const char *text,
                  const char *needle,
                  const char *prefix,
                  const char *suffix)
{
  g_autoptr (TlArticle) article = NULL;

  g_return_val_if_fail (text != NULL, TL_MATCH_NONE);

  article = tl_article_new (text);
  return tl_article_find (article, needle, prefix, suffix);
}
