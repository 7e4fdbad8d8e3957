/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * TlHistory:
 *
 * Where somebody has been: places, each a view and the record that was selected
 * in it, with one of them the present one.
 */
typedef struct _TlHistory TlHistory;

typedef struct
{
  char *view;
  char *record; /* nullable: nothing was selected */
} TlVisit;

TlHistory *tl_history_new (void) G_GNUC_WARN_UNUSED_RESULT;
void       tl_history_free (TlHistory *self);
void       tl_history_clear (TlHistory *self);
/* Somebody has come to a place, which need not be another one. What lay ahead
 * is forgotten. */
void tl_history_visit (TlHistory *self, const char *view, const char *record);
/* direction: -1 back, 1 ahead. (nullable) (transfer none): NULL when there is
 * no such place; else that is the present one from now on. */
const TlVisit *tl_history_go (TlHistory *self, int direction);
gboolean       tl_history_can_go (const TlHistory *self, int direction);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TlHistory, tl_history_free)

G_END_DECLS
