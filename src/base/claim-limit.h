/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What limits a claim, as readers see it. */
#pragma once

#include "base/reading.h"

gboolean
purport_claim_limit_is_other (const PurportReading *reading, const PurportClaim *claim, const PurportCaveat *caveat);
