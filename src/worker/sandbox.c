/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Three walls, each of which stands without the others. Limits: memory, processor time, no file of any size, no other
 * process. Landlock, where the kernel has it: no file, and no TCP. seccomp: only the calls that computing and talking
 * over the open socket need; every other one fails with EPERM, so that a library that looks for a file goes on without
 * it.
 */
#include "worker/sandbox.h"

#include <errno.h>
#include <fcntl.h>
#include <linux/landlock.h>
#include <seccomp.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/syscall.h>
#include <sys/time.h>
#include <unistd.h>

#include "formats/worker-protocol.h"

/* Private memory, beside the program and its libraries. */
#define MAX_MEMORY_BYTES (512u * 1024u * 1024u)
/* Processor time for one document; a signal that nobody handles ends the process then. */
#define MAX_SECONDS 20

#ifndef LANDLOCK_ACCESS_FS_REFER
#define LANDLOCK_ACCESS_FS_REFER (1ULL << 13)
#endif
#ifndef LANDLOCK_ACCESS_FS_TRUNCATE
#define LANDLOCK_ACCESS_FS_TRUNCATE (1ULL << 14)
#endif

/* As <linux/landlock.h> has it from version 4 on. */
typedef struct {
  guint64 handled_access_fs;
  guint64 handled_access_net;
} LandlockRules;

static const int allowed_calls[] = {
  SCMP_SYS (read),
  SCMP_SYS (write),
  SCMP_SYS (readv),
  SCMP_SYS (writev),
  SCMP_SYS (recvfrom),
  SCMP_SYS (sendto),
  SCMP_SYS (poll),
  SCMP_SYS (ppoll),
  SCMP_SYS (close),
  SCMP_SYS (fstat),
  SCMP_SYS (lseek),
  SCMP_SYS (brk),
  SCMP_SYS (munmap),
  SCMP_SYS (mremap),
  SCMP_SYS (madvise),
  SCMP_SYS (futex),
  SCMP_SYS (exit),
  SCMP_SYS (exit_group),
  SCMP_SYS (rt_sigreturn),
  SCMP_SYS (rt_sigprocmask),
  SCMP_SYS (rt_sigaction),
  SCMP_SYS (sigaltstack),
  SCMP_SYS (getpid),
  SCMP_SYS (gettid),
  SCMP_SYS (clock_gettime),
  SCMP_SYS (clock_getres),
  SCMP_SYS (gettimeofday),
  SCMP_SYS (time),
  SCMP_SYS (getrandom),
  SCMP_SYS (sched_yield),
  SCMP_SYS (setitimer),
  SCMP_SYS (restart_syscall),
  SCMP_SYS (clock_nanosleep),
  SCMP_SYS (nanosleep),
  SCMP_SYS (uname),
  SCMP_SYS (sysinfo),
  SCMP_SYS (getuid),
  SCMP_SYS (geteuid),
  SCMP_SYS (getgid),
  SCMP_SYS (getegid),
};

/* Also as root and under any user's quota: nothing can be written, started, or dumped. */
static void
set_limits (void)
{
  static const struct {
    int resource;
    rlim_t limit;
  } limits[] = {
#ifndef __SANITIZE_ADDRESS__ /* which maps terabytes */
    { RLIMIT_DATA, MAX_MEMORY_BYTES },
#endif
    { RLIMIT_FSIZE, 0 },
    { RLIMIT_NPROC, 0 },
    { RLIMIT_CORE, 0 },
    { RLIMIT_MSGQUEUE, 0 },
    { RLIMIT_MEMLOCK, 0 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (limits); i++) {
    struct rlimit limit = { limits[i].limit, limits[i].limit };
    setrlimit (limits[i].resource, &limit);
  }
}

/* Returns: whether the kernel has it. */
static gboolean
enter_landlock (void)
{
  LandlockRules rules = { .handled_access_fs = LANDLOCK_ACCESS_FS_EXECUTE | LANDLOCK_ACCESS_FS_WRITE_FILE |
                                               LANDLOCK_ACCESS_FS_READ_FILE | LANDLOCK_ACCESS_FS_READ_DIR |
                                               LANDLOCK_ACCESS_FS_REMOVE_DIR | LANDLOCK_ACCESS_FS_REMOVE_FILE |
                                               LANDLOCK_ACCESS_FS_MAKE_CHAR | LANDLOCK_ACCESS_FS_MAKE_DIR |
                                               LANDLOCK_ACCESS_FS_MAKE_REG | LANDLOCK_ACCESS_FS_MAKE_SOCK |
                                               LANDLOCK_ACCESS_FS_MAKE_FIFO | LANDLOCK_ACCESS_FS_MAKE_BLOCK |
                                               LANDLOCK_ACCESS_FS_MAKE_SYM };
  gsize n_bytes = sizeof rules.handled_access_fs;
  long version = syscall (SYS_landlock_create_ruleset, NULL, 0, LANDLOCK_CREATE_RULESET_VERSION);
  gboolean entered;
  int fd;

  if (version < 1)
    return FALSE;
  if (version >= 2)
    rules.handled_access_fs |= LANDLOCK_ACCESS_FS_REFER;
  if (version >= 3)
    rules.handled_access_fs |= LANDLOCK_ACCESS_FS_TRUNCATE;
  if (version >= 4) {
    rules.handled_access_net = 3; /* to bind and to connect */
    n_bytes = sizeof rules;
  }
  fd = (int)syscall (SYS_landlock_create_ruleset, &rules, n_bytes, 0);
  if (fd < 0)
    return FALSE;
  entered = syscall (SYS_landlock_restrict_self, fd, 0) == 0;
  close (fd);
  return entered;
}

/* Memory that can be run is not to be had. */
static gboolean
allow_memory (scmp_filter_ctx filter, int call, guint argument)
{
  return seccomp_rule_add (filter, SCMP_ACT_ALLOW, call, 1, SCMP_CMP (argument, SCMP_CMP_MASKED_EQ, PROT_EXEC, 0)) == 0;
}

/* Returns: whether the kernel has it. */
static gboolean
enter_seccomp (void)
{
  scmp_filter_ctx filter = seccomp_init (SCMP_ACT_ERRNO (EPERM));
  gboolean entered = filter != NULL;

  for (guint i = 0; entered && i < G_N_ELEMENTS (allowed_calls); i++) {
    int added = seccomp_rule_add (filter, SCMP_ACT_ALLOW, allowed_calls[i], 0);
    entered = added == 0 || added == -EDOM; /* there is no such call on this machine */
  }
#ifdef __SANITIZE_ADDRESS__
  /* The checker for leaks starts a process at the end, and reports go to a file. */
  entered = FALSE;
#endif
  /* It may end itself by a signal. */
  entered = entered && seccomp_rule_add (filter, SCMP_ACT_ALLOW, SCMP_SYS (tgkill), 1,
                                         SCMP_A0 (SCMP_CMP_EQ, (scmp_datum_t)getpid ())) == 0;
  entered = entered && allow_memory (filter, SCMP_SYS (mmap), 2) && allow_memory (filter, SCMP_SYS (mprotect), 2) &&
            seccomp_load (filter) == 0;
  if (filter != NULL)
    seccomp_release (filter);
  return entered;
}

/**
 * purport_sandbox_enter:
 *
 * Shuts the process in for good. Whatever it needs of files (libraries, encodings) it must have by now.
 *
 * Returns: what the kernel has of #PurportWorkerMeans; the limits hold in any case
 */
guint32
purport_sandbox_enter (void)
{
  guint32 means = 0;

  set_limits ();
  prctl (PR_SET_DUMPABLE, 0, 0, 0, 0);
  if (prctl (PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) != 0)
    return 0;
  if (enter_landlock ())
    means |= PURPORT_WORKER_HAS_LANDLOCK;
  if (enter_seccomp ())
    means |= PURPORT_WORKER_HAS_SECCOMP;
  return means;
}

static void
set_clock (time_t seconds)
{
  struct itimerval clock = { .it_value = { .tv_sec = seconds } };
  setitimer (ITIMER_PROF, &clock, NULL);
}

/* From here on the process may use so much processor time until the clock is stopped; then it is ended. */
void
purport_sandbox_start_clock (void)
{
  set_clock (MAX_SECONDS);
}

void
purport_sandbox_stop_clock (void)
{
  set_clock (0);
}
