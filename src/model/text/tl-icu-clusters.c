/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-icu.h"

#include <string.h>
#include <unicode/ubrk.h>
#include <unicode/utext.h>

/* The grapheme clusters of a text, after Unicode Standard Annex 29. */

static void
widen (UBreakIterator *breaks, TlTextRange *ranges, guint n_ranges)
{
  for (guint i = 0; i < n_ranges; i++)
    {
      TlTextRange *range = &ranges[i];

      if (!ubrk_isBoundary (breaks, (int)range->start))
        range->start = (guint)ubrk_preceding (breaks, (int)range->start);
      if (!ubrk_isBoundary (breaks, (int)range->end))
        range->end = (guint)ubrk_following (breaks, (int)range->end);
    }
}

/**
 * tl_icu_widen_to_clusters:
 * @text: UTF-8
 * @ranges: (array length=n_ranges): parts of the text, none empty
 * @n_ranges: how many
 *
 * Moves the ends of each range outwards to where a grapheme cluster begins or
 * ends. Ranges that were apart can touch or overlap afterwards.
 */
void
tl_icu_widen_to_clusters (const char *text, TlTextRange *ranges, guint n_ranges)
{
  UErrorCode      status = U_ZERO_ERROR;
  UText           bytes = UTEXT_INITIALIZER;
  UBreakIterator *breaks;

  g_return_if_fail (text != NULL && (ranges != NULL || n_ranges == 0));

  if (g_str_is_ascii (text))
    return;
  utext_openUTF8 (&bytes, text, (gint64)strlen (text), &status);
  breaks = ubrk_open (UBRK_CHARACTER, "", NULL, 0, &status);
  ubrk_setUText (breaks, &bytes, &status);
  if (U_SUCCESS (status))
    widen (breaks, ranges, n_ranges);
  ubrk_close (breaks);
  utext_close (&bytes);
}
