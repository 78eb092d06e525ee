/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Stands between a GTK program and the C library (LD_PRELOAD): whenever the main loop looks for events again, the time
 * since it last did goes into the file that PURPORT_BENCH_STALLS names, a line each, in microseconds. In that time the
 * window answers nobody and no frame is drawn, so that no frame takes longer than the longest line.
 */
#include <dlfcn.h>
#include <poll.h>
#include <stdio.h>
#include <stdlib.h>
#include <time.h>
#include <unistd.h>

typedef int (*Poll) (struct pollfd *, nfds_t, int);

static long long
now (void)
{
  struct timespec time;

  clock_gettime (CLOCK_MONOTONIC, &time);
  return time.tv_sec * 1000000LL + time.tv_nsec / 1000;
}

int
poll (struct pollfd *fds, nfds_t n, int timeout)
{
  static FILE *log;
  static long long since;
  union {
    void *symbol;
    Poll poll;
  } next = { dlsym (RTLD_NEXT, "poll") };
  /* A single one is an answer of the display server that somebody waits for in the middle of a frame. */
  int is_loop = n > 1 && getpid () == gettid (), answer;

  if (is_loop && log == NULL && getenv ("PURPORT_BENCH_STALLS") != NULL)
    log = fopen (getenv ("PURPORT_BENCH_STALLS"), "ae");
  if (is_loop && log != NULL && since != 0) {
    fprintf (log, "%lld\n", now () - since);
    fflush (log);
  }
  answer = next.poll (fds, n, timeout);
  if (is_loop)
    since = now ();
  return answer;
}
