/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The whole of one layer linked with only what that layer may have: a symbol from above is then undefined. */
int
main (void)
{
  return 0;
}
