/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tl-layout.h"
#include "tl-reader.h"

/* A dataset of n random records over two decades, written as a file would be
 * and read by the real reader; the same for the same random state. */
TlDataset *fixture_new_random_dataset (GRand *rand, guint n_events);
TlDataset *fixture_new_builtin_dataset (void);
/* Every character is 6.5 pixels wide. */
double fixture_measure (const char *text, TlFontRole role, gpointer data);

typedef struct
{
  TlDataset       *dataset;
  TlWarp          *warp;
  TlDateFormatter *formatter;
  GArray          *records;
  TlLayout        *layout;
} Fixture;

/* Takes the dataset. max_rows 0: the default. */
Fixture *fixture_new (TlDataset *dataset,
                      TlGroupBy  group_by,
                      gboolean   proportional,
                      guint      max_rows);
/* The same; max_whole as in TlLayoutOptions. */
Fixture *fixture_new_with_whole (TlDataset *dataset,
                                 TlGroupBy  group_by,
                                 gboolean   proportional,
                                 guint      max_rows,
                                 guint      max_whole);
/* same_numbers: clusters have the same numbers too. */
void fixture_assert_same_marks (const TlView *a,
                                const TlView *b,
                                gboolean      same_numbers);
void fixture_free (Fixture *fixture);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (Fixture, fixture_free)
