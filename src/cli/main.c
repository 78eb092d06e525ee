/* SPDX-License-Identifier: GPL-3.0-or-later */
/* purport-cli: the engine without a display. */
#include "config.h"

#include <stdio.h>

int
main (void)
{
  puts (PURPORT_VERSION);
  return 0;
}
