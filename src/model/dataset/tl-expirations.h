/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tl-query.h"

G_BEGIN_DECLS

/**
 * TlExpirationGroup:
 * @TL_EXPIRATION_AHEAD: runs out today or later, as far as one can tell; what
 *   can be next comes first
 * @TL_EXPIRATION_PAST: ran out; the latest first
 * @TL_EXPIRATION_ANNOUNCED: a party said that it goes, or gave notice, and no
 *   source tells the day on which that takes effect; or the day of an end is
 *   not known at all. In order of time
 * @TL_EXPIRATION_CALLED_OFF: was cancelled or is denied: it ends nothing. In
 *   order of time
 *
 * Where an end stands in the table.
 */
typedef enum
{
  TL_EXPIRATION_AHEAD,
  TL_EXPIRATION_PAST,
  TL_EXPIRATION_ANNOUNCED,
  TL_EXPIRATION_CALLED_OFF,
} TlExpirationGroup;

/**
 * TlExpiration:
 * @record: index of the act in the dataset of the result
 * @group: a #TlExpirationGroup
 *
 * One end of a treaty, or of a party's part in it.
 */
typedef struct
{
  guint             record;
  TlExpirationGroup group;
} TlExpiration;

/**
 * TlExpirations:
 *
 * What runs out or ran out: the acts that end a treaty by its terms
 * (expiration), by its parties (termination) or for one of them (withdrawal).
 * Announcements and notices of withdrawal end nothing by themselves, but
 * whoever looks for what runs out wants to know of them: they are there as long
 * as the dataset has no such end. Immutable and reference-counted.
 */
typedef struct _TlExpirations TlExpirations;

TlExpirations *tl_expirations_new (TlResult *result,
                                   gint64    today) G_GNUC_WARN_UNUSED_RESULT;
TlExpirations *tl_expirations_ref (TlExpirations *self);
void           tl_expirations_unref (TlExpirations *self);

gint64       tl_expirations_get_today (const TlExpirations *self);
TlResult    *tl_expirations_get_result (const TlExpirations *self);
guint        tl_expirations_get_size (const TlExpirations *self);
TlExpiration tl_expirations_get (const TlExpirations *self, guint position);
guint        tl_expirations_get_n_hidden (const TlExpirations *self);

/* The day that is counted from: the one on which it must have been known, else
 * today. known_on: a civil second, or TL_KNOWN_ALWAYS. */
gint64 tl_expirations_choose_today (gint64 known_on);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TlExpirations, tl_expirations_unref)

G_END_DECLS
