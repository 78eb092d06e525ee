/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Stands between Purport and GLib (LD_PRELOAD): the thread that reads an article waits behind each opening that it has
 * handed to the window, as long as the file that PURPORT_UI_HOLD names is there. So a test can look at a window in the
 * middle of a reading, however fast or busy the machine is.
 */
#include <dlfcn.h>
#include <unistd.h>

#include <glib.h>
#include <glib/gstdio.h>

#define POLL_MICROSECONDS 5000

typedef void (*Invoke) (GMainContext *, gint, GSourceFunc, gpointer, GDestroyNotify);

void
g_main_context_invoke_full (
    GMainContext *context, gint priority, GSourceFunc function, gpointer data, GDestroyNotify notify)
{
  const char *path = g_getenv ("PURPORT_UI_HOLD");
  union {
    gpointer symbol;
    Invoke invoke;
  } next = { dlsym (RTLD_NEXT, "g_main_context_invoke_full") };

  next.invoke (context, priority, function, data, notify);
  while (path != NULL && getpid () != gettid () && g_access (path, F_OK) == 0)
    g_usleep (POLL_MICROSECONDS);
}
