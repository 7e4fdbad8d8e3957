/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-cli-listing.h"

#include "tl-cli-options.h"

/* What list and quotes have in common. */

#define TABLE "table"

gboolean
tl_cli_listing_parse_format (const char             *text,
                             gboolean                for_quotes,
                             const TlListingFormat **format,
                             GError                **error)
{
  guint                   n_formats;
  const TlListingFormat  *formats = tl_listing_get_formats (&n_formats);
  g_autofree const char **choices = g_new0 (const char *, n_formats + 2);
  guint                   n_choices = 0;
  guint                   index;

  choices[n_choices++] = TABLE;
  for (guint i = 0; i < n_formats; i++)
    if (!for_quotes || formats[i].write_quotes != NULL)
      choices[n_choices++] = formats[i].nick;
  if (!tl_cli_parse_choice ("--format", text, choices, &index, error))
    return FALSE;
  *format = tl_listing_find_format (choices[index]);
  return TRUE;
}
