/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tl-explorer.h"
#include "tl-publications.h"

G_BEGIN_DECLS

/**
 * TlKnownOnStepper:
 *
 * Lets an explorer go through the days on which sources were published.
 */
#define TL_TYPE_KNOWN_ON_STEPPER (tl_known_on_stepper_get_type ())
G_DECLARE_FINAL_TYPE (
    TlKnownOnStepper, tl_known_on_stepper, TL, KNOWN_ON_STEPPER, GObject)

TlKnownOnStepper *
tl_known_on_stepper_new (TlExplorer *explorer) G_GNUC_WARN_UNUSED_RESULT;

gboolean tl_known_on_stepper_get_active (TlKnownOnStepper *self);
void tl_known_on_stepper_set_active (TlKnownOnStepper *self, gboolean active);
gboolean tl_known_on_stepper_get_playing (TlKnownOnStepper *self);
void tl_known_on_stepper_set_playing (TlKnownOnStepper *self, gboolean playing);
gint64   tl_known_on_stepper_get_day (TlKnownOnStepper *self);
void     tl_known_on_stepper_set_day (TlKnownOnStepper *self, gint64 day);
gboolean tl_known_on_stepper_can_step (TlKnownOnStepper *self, int direction);
void     tl_known_on_stepper_step (TlKnownOnStepper *self, int direction);
TlPublications *tl_known_on_stepper_get_publications (TlKnownOnStepper *self);
TlDataset      *tl_known_on_stepper_get_dataset (TlKnownOnStepper *self);

G_END_DECLS
