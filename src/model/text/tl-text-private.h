/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tl-arena.h"
#include "tl-text.h"

G_BEGIN_DECLS

/**
 * TlTextEntry:
 * @language: BCP 47 tag
 * @text: the text in that language
 *
 * One pair of a language map.
 */
typedef struct
{
  const char *language;
  const char *text;
} TlTextEntry;

/* Makes a text that lives in the arena, from entries that do. The entry in
 * the dataset's language, when there is one, is put first: that makes the
 * first entry the one to fall back on. n_entries > 0. */
const TlText *tl_text_new (TlArena           *arena,
                           const TlTextEntry *entries,
                           guint              n_entries,
                           const char        *dataset_language);

/* What tl_text_find() finds, or NULL. */
const TlTextEntry *tl_text_entries_find (const TlTextEntry *entries,
                                         guint              n_entries,
                                         const char        *wanted);
/* What tl_text_get() shows of a text with these entries. n_entries > 0. */
const TlTextEntry *tl_text_entries_choose (const TlTextEntry *entries,
                                           guint              n_entries,
                                           const char        *wanted);

G_END_DECLS
