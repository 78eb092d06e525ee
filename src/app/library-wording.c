/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The library's window has room for the whole message, with the file's name and what to do. */
#include "config.h"

#include "app/library-wording.h"

#include <glib/gi18n.h>

#include "store/error.h"

/* Returns: (transfer none): what @error comes to. */
const char *
purport_library_wording_problem (const GError *error)
{
  if (error->domain != PURPORT_STORE_ERROR)
    return error->message;
  switch ((PurportStoreError)error->code) {
  case PURPORT_STORE_ERROR_FOREIGN:
    return _ ("What is in the library’s place is no library of Purport. It was left alone.");
  case PURPORT_STORE_ERROR_DAMAGED:
    return _ ("Your library is damaged. See the library’s window for what is safe.");
  case PURPORT_STORE_ERROR_NEWER:
    return _ ("A newer version of Purport wrote your library. Update to use it.");
  case PURPORT_STORE_ERROR_LOCKED:
    return _ ("Another program is writing to your library. Nothing is lost.");
  case PURPORT_STORE_ERROR_FULL:
    return _ ("There is no room on the disk for your library. Nothing is lost.");
  case PURPORT_STORE_ERROR_READ_ONLY:
    return _ ("Your library may not be written to. Check its permissions.");
  case PURPORT_STORE_ERROR_NOT_FOUND:
  case PURPORT_STORE_ERROR_INVALID:
  case PURPORT_STORE_ERROR_IO:
  default:
    return error->message;
  }
}
