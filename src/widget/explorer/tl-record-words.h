/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tl-dataset.h"
#include "tl-date-formatter.h"

G_BEGIN_DECLS

/**
 * TlRecordWords:
 *
 * What is needed to put records of the timeline into words. A plain value that
 * owns nothing.
 */
typedef struct
{
  TlDataset       *dataset;
  TlDateFormatter *formatter;
  const char      *language; /* nullable */
} TlRecordWords;

char *tl_record_words_dup_tooltip (TlRecordWords words,
                                   guint record) G_GNUC_WARN_UNUSED_RESULT;
char       *
tl_record_words_dup_cluster_tooltip (TlRecordWords words,
                                           const guint  *records,
                                           guint n_records) G_GNUC_WARN_UNUSED_RESULT;
char *tl_record_words_dup_name (TlRecordWords words,
                                guint         record,
                                guint         position,
                                guint n_records) G_GNUC_WARN_UNUSED_RESULT;
char *tl_record_words_dup_certainty (TlRecordWords words,
                                     guint record) G_GNUC_WARN_UNUSED_RESULT;
char       *
tl_record_words_dup_cluster_name (TlRecordWords words,
                                        guint         first,
                                        guint         count,
                                        guint         position,
                                        guint n_records) G_GNUC_WARN_UNUSED_RESULT;
char *tl_record_words_dup_sentence (TlRecordWords words,
                                    guint record) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
