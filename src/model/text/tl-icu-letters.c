/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-icu-letters.h"

#include <string.h>
#include <unicode/ucol.h>

/* Which letters are the same to somebody who searches. Sort keys tell: those
 * of equal letters are equal. They are made once for each letter. */

/* Not as a BCP 47 tag: to take one apart costs ICU thirty times as much as all
 * that is done here. */
#define SEARCH_LOCALE "@collation=search"
/* A key of one letter has a few bytes; it ends with its only zero byte. */
#define KEY_LENGTH 64

static UCollator *
open_collator (UCollationStrength strength)
{
  UErrorCode status = U_ZERO_ERROR;
  UCollator *collator = ucol_open (SEARCH_LOCALE, &status);

  if (U_FAILURE (status))
    g_error ("The collation of ICU cannot be used: %s", u_errorName (status));
  ucol_setStrength (collator, strength);
  return collator;
}

/* Empty when the letter is passed over. */
static void
make_key (UCollator *collator, gunichar c, char key[KEY_LENGTH])
{
  UChar text = (UChar)c;

  key[0] = '\0';
  ucol_getSortKey (collator, &text, 1, (guint8 *)key, KEY_LENGTH);
  key[KEY_LENGTH - 1] = '\0';
}

static gboolean
is_wanted (gunichar c)
{
  gunichar parts[2];

  return g_unichar_isalpha (c) && g_unichar_tolower (c) == c &&
         g_unichar_fully_decompose (c, TRUE, parts, 2) == 1 && parts[0] == c;
}

/* keys: of each letter what it is the same by; nullable. Puts the first one in
 * the order of letters in the place of each. */
static void
find_first (gunichar *table, char *const *keys)
{
  UCollator *collator = open_collator (UCOL_TERTIARY);
  g_autoptr (GHashTable) firsts = g_hash_table_new (g_str_hash, g_str_equal);

  for (gunichar c = 0; c < TL_ICU_LETTERS_END; c++)
    if (keys[c] != NULL)
      {
        gpointer first = g_hash_table_lookup (firsts, keys[c]);
        char     own[KEY_LENGTH];
        char     other[KEY_LENGTH];

        make_key (collator, c, own);
        if (first != NULL)
          make_key (collator, GPOINTER_TO_UINT (first), other);
        if (first == NULL || strcmp (own, other) < 0)
          g_hash_table_insert (firsts, keys[c], GUINT_TO_POINTER (c));
      }
  for (gunichar c = 0; c < TL_ICU_LETTERS_END; c++)
    if (keys[c] != NULL)
      table[c] = GPOINTER_TO_UINT (g_hash_table_lookup (firsts, keys[c]));
  ucol_close (collator);
}

/* Returns: (transfer full) (array length=TL_ICU_LETTERS_END) */
static gunichar *
make_table (void)
{
  gunichar  *table = g_new (gunichar, TL_ICU_LETTERS_END);
  char     **keys = g_new0 (char *, TL_ICU_LETTERS_END);
  UCollator *collator = open_collator (UCOL_PRIMARY);

  for (gunichar c = 0; c < TL_ICU_LETTERS_END; c++)
    {
      char key[KEY_LENGTH];

      table[c] = c;
      if (!is_wanted (c))
        continue;
      make_key (collator, c, key);
      if (key[0] != '\0')
        keys[c] = g_strdup (key);
      else
        table[c] = 0;
    }
  ucol_close (collator);
  find_first (table, keys);
  for (gunichar c = 0; c < TL_ICU_LETTERS_END; c++)
    g_free (keys[c]);
  g_free (keys);
  return table;
}

gunichar
tl_icu_letters_fold (gunichar c)
{
  static gsize table;

  if (c >= TL_ICU_LETTERS_END)
    return c;
  if (g_once_init_enter (&table))
    g_once_init_leave (&table, (gsize)make_table ());
  return ((const gunichar *)table)[c];
}
