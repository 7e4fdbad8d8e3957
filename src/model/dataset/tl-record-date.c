/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>

#include "tl-dataset-private.h"

/* The date of a record, out of its text, without making the whole record. The
 * text was found sound when the dataset was read. */

static const char *
skip_blanks (const char *next)
{
  while (strchr (" \t\r\n", *next) != NULL)
    next++;
  return next;
}

/* next: at the opening quotation mark. */
static const char *
skip_string (const char *next)
{
  for (next++; *next != '"'; next++)
    if (*next == '\\')
      next++;
  return next + 1;
}

/* A string, an array, an object, or a word or number up to what ends it. */
static const char *
skip_value (const char *next)
{
  guint depth = 0;

  do
    {
      if (*next == '"')
        {
          next = skip_string (next);
          continue;
        }
      if (*next == '{' || *next == '[')
        depth++;
      else if (*next == '}' || *next == ']')
        depth--;
      next++;
    }
  while (depth > 0 || strchr (",} \t\r\n", *next) == NULL);
  return next;
}

/* The value of the record's own member "date": where its text begins behind
 * the quotation mark. An event in the index has one, without escapes. */
static const char *
find_date (const char *next)
{
  static const char key[] = "\"date\"";

  for (next = skip_blanks (next + 1);; next = skip_blanks (next + 1))
    {
      gboolean is_date = strncmp (next, key, sizeof key - 1) == 0;

      next = skip_blanks (skip_string (next)); /* to the colon */
      next = skip_blanks (next + 1);
      if (is_date)
        return next + 1;
      next = skip_blanks (skip_value (next)); /* to the comma */
    }
}

static TlDate *
read_date (const TlDatasetParts *parts, const TlColumn *column)
{
  const char      *text = g_bytes_get_data (parts->text, NULL);
  const char      *date = find_date (text + column->start);
  g_autofree char *edtf = g_strndup (date, (gsize)(strchr (date, '"') - date));

  return tl_date_new_from_edtf (edtf, NULL);
}

TlDate *
tl_dataset_dup_record_date (TlDataset *self, guint index)
{
  const TlDatasetParts *parts = tl_dataset_get_parts (self);
  const TlColumn       *column;

  g_return_val_if_fail (index < parts->n_records, NULL);

  column = &parts->columns[index];
  /* What differs there is not the date. */
  if (column->derived)
    return tl_dataset_dup_record_date (parts->origin, parts->origins[index]);
  if (column->length > 0)
    return read_date (parts, column);
  return tl_date_ref (parts->boxes[column->start]->record.date);
}
