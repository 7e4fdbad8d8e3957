/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tl-filter.h"

G_BEGIN_DECLS

/**
 * TlCliSelection:
 * @from: first civil second wanted, or %G_MININT64
 * @to: last civil second wanted, or %G_MAXINT64
 * @known_on: civil second of the day, or %G_MININT64
 * @certainly: of what is between, only what certainly is
 * @language: (nullable): as given for --lang
 * @values: (nullable): for each facet what was given for its option
 *
 * Which records a command is about: the options that export, list,
 * quotes and cite have in common. Begins zeroed; fields are good after
 * tl_cli_selection_prepare().
 */
typedef struct
{
  gint64   from;
  gint64   to;
  gint64   known_on;
  gboolean certainly;
  char    *language;
  char   **values[TL_N_FACETS];
  /*< private >*/
  gboolean contested;
  char    *search;
  char    *from_text;
  char    *to_text;
  char    *known_on_text;
} TlCliSelection;

void tl_cli_selection_add_options (TlCliSelection *self,
                                   GOptionContext *context);
/* Checks what can be checked without a dataset, and sets the language of the
 * messages. TL_CLI_ERROR. */
gboolean tl_cli_selection_prepare (TlCliSelection *self, GError **error);
/* The filter, without the range. TL_CLI_ERROR when the dataset has no such
 * value of a facet. (transfer full) */
TlFilter *
tl_cli_selection_make_filter (const TlCliSelection *self,
                              TlDataset            *dataset,
                              GError **error) G_GNUC_WARN_UNUSED_RESULT;
/* The dataset as of --known-on; the dataset itself without. (transfer full) */
TlDataset      *
tl_cli_selection_dup_known (const TlCliSelection *self,
                                 TlDataset *dataset) G_GNUC_WARN_UNUSED_RESULT;
void tl_cli_selection_clear (TlCliSelection *self);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (TlCliSelection, tl_cli_selection_clear)

G_END_DECLS
