/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * A document that begins with "<!--misbehave " and a word makes the worker of the tests try what an importer that was
 * taken over would. The answer is an error that says what the kernel said to it.
 */
#include "worker/misbehave.h"

#include <arpa/inet.h>
#include <errno.h>
#include <fcntl.h>
#include <netinet/in.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/socket.h>
#include <unistd.h>

#include "formats/error.h"
#include "formats/worker-protocol.h"

static int
read_home (void)
{
  return open ("/root", O_RDONLY | O_DIRECTORY) >= 0 || open ("/etc/passwd", O_RDONLY) >= 0 ? 0 : errno;
}

static int
write_file (void)
{
  return open ("/tmp/purport-misbehave", O_WRONLY | O_CREAT, 0600) >= 0 ? 0 : errno;
}

static int
connect_out (void)
{
  struct sockaddr_in address = { .sin_family = AF_INET, .sin_port = htons (9), .sin_addr = { htonl (0x7F000001) } };
  int fd = socket (AF_INET, SOCK_STREAM, 0);

  if (fd < 0)
    return errno;
  return connect (fd, (struct sockaddr *)&address, sizeof address) == 0 ? 0 : errno;
}

static int
execute (void)
{
  char *const arguments[] = { (char *)"/bin/true", NULL };

  execv ("/bin/true", arguments);
  return errno;
}

static int
start_process (void)
{
  pid_t pid = fork ();

  if (pid == 0)
    _exit (0);
  return pid > 0 ? 0 : errno;
}

static int
map_code (void)
{
  return mmap (NULL, 4096, PROT_READ | PROT_WRITE | PROT_EXEC, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0) != MAP_FAILED
             ? 0
             : errno;
}

static int
take_memory (void)
{
  for (guint i = 0; i < 4096; i++)
    memset (g_malloc (1 << 20), 1, 1 << 20);
  return 0;
}

static int
hang (void)
{
  while (TRUE)
    pause ();
  return 0;
}

static int
crash (void)
{
  volatile int *nowhere = (volatile int *)GSIZE_TO_POINTER (g_random_int_range (0, 8) * 4);

  *nowhere = 1;
  return 0;
}

/* Answers as if it were the importer, with nonsense. */
static int
lie (void)
{
  PurportWorkerReply reply = { PURPORT_WORKER_MAGIC, PURPORT_WORKER_ARTICLE, 0, 64 };
  guint8 payload[64];

  memset (payload, 0xA5, sizeof payload);
  (void)!write (STDIN_FILENO, &reply, sizeof reply);
  (void)!write (STDIN_FILENO, payload, sizeof payload);
  return hang ();
}

/* Announces more than anybody takes. */
static int
flood (void)
{
  PurportWorkerReply reply = { PURPORT_WORKER_MAGIC, PURPORT_WORKER_ARTICLE, 0, G_MAXUINT32 };

  (void)!write (STDIN_FILENO, &reply, sizeof reply);
  return hang ();
}

static const struct {
  const char *word;
  int (*act) (void);
} deeds[] = {
  { "read-home", read_home },
  { "write-file", write_file },
  { "connect", connect_out },
  { "exec", execute },
  { "fork", start_process },
  { "map-code", map_code },
  { "take-memory", take_memory },
  { "hang", hang },
  { "crash", crash },
  { "lie", lie },
  { "flood", flood },
};

/* Returns: whether @bytes told it to do something; then @error says what came of it. */
gboolean
purport_misbehave (GBytes *bytes, GError **error)
{
  static const char introduction[] = "<!--misbehave ";
  gsize n_bytes;
  const char *data = g_bytes_get_data (bytes, &n_bytes);
  g_autofree char *text = g_strndup (data, MIN (n_bytes, 64u));

  if (!g_str_has_prefix (text, introduction))
    return FALSE;
  for (guint i = 0; i < G_N_ELEMENTS (deeds); i++)
    if (g_str_has_prefix (text + strlen (introduction), deeds[i].word)) {
      int said = deeds[i].act ();
      g_set_error (error, PURPORT_FORMATS_ERROR, PURPORT_FORMATS_ERROR_IO, "%s: %s", deeds[i].word,
                   said == 0 ? "done" : g_strerror (said));
      return TRUE;
    }
  g_set_error_literal (error, PURPORT_FORMATS_ERROR, PURPORT_FORMATS_ERROR_IO, "unknown");
  return TRUE;
}
