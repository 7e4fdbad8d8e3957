/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-citation-entry.h"

/* RIS, the format of reference managers since the 1980s: a tag of two letters,
 * two spaces, a hyphen, a space and the value on each line, lines that end in
 * CR LF, TY first and ER last. UTF-8. */

#define MAX_YEAR 9999

static void
append_line (GString *ris, const char *tag, const char *value)
{
  if (value != NULL)
    g_string_append_printf (ris, "%s  - %s\r\n", tag, value);
}

static void
append_authors (GString *ris, const GPtrArray *authors)
{
  for (guint i = 0; i < authors->len; i++)
    {
      const TlCitationName *name = g_ptr_array_index (authors, i);
      g_autofree char      *inverted = NULL;

      if (name->literal == NULL)
        inverted = g_strdup_printf ("%s, %s", name->family, name->given);
      append_line (ris, "AU", inverted != NULL ? inverted : name->literal);
    }
}

static void
append_number (GString *text, int number)
{
  if (number > 0)
    g_string_append_printf (text, "%02d", number);
}

/* PY is the year alone, DA is YYYY/MM/DD/ with what is not known left out, and
 * free words behind. Other years than those of four digits have no place. */
static void
append_date (GString *ris, TlCitationDate date)
{
  g_autoptr (GString) text = g_string_new (NULL);

  if (!date.is_known || date.first.year < 1 || date.first.year > MAX_YEAR)
    return;
  g_string_append_printf (text, "%04d", (int)date.first.year);
  append_line (ris, "PY", text->str);
  g_string_append_c (text, '/');
  append_number (text, date.first.month);
  g_string_append_c (text, '/');
  append_number (text, date.first.day);
  g_string_append_c (text, '/');
  if (date.is_circa)
    g_string_append (text, "circa");
  append_line (ris, "DA", text->str);
}

/**
 * tl_citation_entry_to_ris:
 * @self: an entry
 *
 * “ELEC” for a source with an address, else “NEWS”. Its id is that of the
 * source. Note and extracts are notes (N1), one each.
 *
 * Returns: (transfer full): the entry, up to its last line end
 */
char *
tl_citation_entry_to_ris (const TlCitationEntry *self)
{
  GString *ris = g_string_new (NULL);

  append_line (ris, "TY", self->is_online ? "ELEC" : "NEWS");
  append_line (ris, "ID", self->key);
  append_authors (ris, self->authors);
  append_line (ris, "TI", self->title);
  append_line (ris, self->is_online ? "PB" : "T2", self->publisher);
  append_date (ris, self->date);
  append_line (ris, "LA", self->language);
  append_line (ris, "UR", self->url);
  append_line (ris, "N1", self->note);
  for (guint i = 0; i < self->extracts->len; i++)
    append_line (ris, "N1", g_ptr_array_index (self->extracts, i));
  append_line (ris, "ER", "");
  return g_string_free (ris, FALSE);
}
