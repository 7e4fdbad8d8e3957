/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * TlWantedLanguage:
 * @name: as it was asked for
 * @tags: (array zero-terminated=1): the tags that are looked for, the best
 *   first
 * @base_length: bytes of the language subtag of the first of @tags
 *
 * A language that texts are wanted in, made ready for looking into many
 * language maps.
 */
typedef struct
{
  char *name;
  GStrv tags;
  gsize base_length;
} TlWantedLanguage;

/* The same for every call with that name; it lives as long as the process, for
 * there are few that anybody wants. May be called from several threads. */
const TlWantedLanguage *tl_wanted_language_get (const char *name);

G_END_DECLS
