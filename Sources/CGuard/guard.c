#define _GNU_SOURCE
#include "CGuard.h"
#include "farewell.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <sys/uio.h>
#include <unistd.h>

enum { kind_listener = 'L', kind_connection = 'C', kind_words = 'W', kind_unsent = 'U', kind_release = 'R', kind_dismiss = 'Q' };
enum { most_words = 60000 };

struct header {
  uint32_t kind;
  uint32_t number;
};

// Milliseconds that Dialback waits at its end for the guard to close the listening sockets.
enum { dismissal_patience = 1500 };

// MARK: Dialback's side

int guard_raise_limit(int most) {
  struct rlimit limit;
  if (getrlimit(RLIMIT_NOFILE, &limit) != 0) return most;
  rlim_t wanted = limit.rlim_max < (rlim_t)most ? limit.rlim_max : (rlim_t)most;
  if (limit.rlim_cur < wanted) {
    rlim_t before = limit.rlim_cur;
    limit.rlim_cur = wanted;
    if (setrlimit(RLIMIT_NOFILE, &limit) != 0) limit.rlim_cur = before;
  }
  return limit.rlim_cur > (rlim_t)(1 << 20) ? 1 << 20 : (int)limit.rlim_cur;
}

static int send_message(int control, uint32_t kind, uint32_t number, const void *bytes, size_t count, int descriptor) {
  struct header header = {kind, number};
  struct iovec parts[2] = {{&header, sizeof header}, {(void *)bytes, count}};
  struct msghdr message = {.msg_iov = parts, .msg_iovlen = count ? 2 : 1};
  union {
    struct cmsghdr align;
    char room[CMSG_SPACE(sizeof(int))];
  } ancillary;
  if (descriptor >= 0) {
    memset(&ancillary, 0, sizeof ancillary);
    message.msg_control = &ancillary;
    message.msg_controllen = sizeof ancillary.room;
    struct cmsghdr *part = CMSG_FIRSTHDR(&message);
    part->cmsg_level = SOL_SOCKET;
    part->cmsg_type = SCM_RIGHTS;
    part->cmsg_len = CMSG_LEN(sizeof(int));
    memcpy(CMSG_DATA(part), &descriptor, sizeof(int));
  }
  ssize_t sent;
  // Words may be left out when the guard is behind, newer ones follow; nothing else may.
  int flags = kind == kind_words ? MSG_NOSIGNAL | MSG_DONTWAIT : MSG_NOSIGNAL;
  do sent = sendmsg(control, &message, flags);
  while (sent < 0 && errno == EINTR);
  return sent < 0 ? -1 : 0;
}

int guard_adopt_listener(int control, int descriptor) {
  return send_message(control, kind_listener, 0, NULL, 0, descriptor);
}

int guard_adopt(int control, uint32_t number, int descriptor) {
  return send_message(control, kind_connection, number, NULL, 0, descriptor);
}

int guard_last_words(int control, uint32_t number, const void *bytes, size_t count) {
  return send_message(control, kind_words, number, bytes, count < most_words ? count : most_words, -1);
}

int guard_unsent(int control, uint32_t number, int descriptor, const void *bytes, size_t count) {
  unsigned long long accepted = farewell_accepted(descriptor);
  if (!count) return send_message(control, kind_unsent, number, &accepted, sizeof accepted, -1);
  int file = memfd_create("unsent", MFD_CLOEXEC);
  if (file < 0) return -1;
  const char *rest = bytes;
  while (count > 0) {
    ssize_t written = write(file, rest, count);
    if (written < 0 && errno == EINTR) continue;
    if (written <= 0) break;
    rest += written;
    count -= (size_t)written;
  }
  int result = count ? -1 : send_message(control, kind_unsent, number, &accepted, sizeof accepted, file);
  close(file);
  return result;
}

int guard_release(int control, uint32_t number) { return send_message(control, kind_release, number, NULL, 0, -1); }

void guard_dismiss(int control) {
  send_message(control, kind_dismiss, 0, NULL, 0, -1);
  // The guard closes its end once it has closed the listening sockets: the port is free when this process ends.
  struct pollfd end = {.fd = control, .events = POLLIN};
  while (poll(&end, 1, dismissal_patience) < 0 && errno == EINTR) {}
  close(control);
}

// MARK: The guard's side

// Takes one message. Returns 0 to go on, 1 when Dialback is dead, 2 when it has said goodbye.
static int take_message(int control) {
  static char buffer[sizeof(struct header) + most_words];
  struct iovec part = {buffer, sizeof buffer};
  union {
    struct cmsghdr align;
    char room[CMSG_SPACE(sizeof(int))];
  } ancillary;
  struct msghdr message = {
      .msg_iov = &part, .msg_iovlen = 1, .msg_control = &ancillary, .msg_controllen = sizeof ancillary.room};
  ssize_t count = recvmsg(control, &message, MSG_CMSG_CLOEXEC);
  if (count < 0) return errno == EINTR || errno == EAGAIN ? 0 : 1;
  if ((size_t)count < sizeof(struct header)) return 1;
  struct header header;
  memcpy(&header, buffer, sizeof header);
  int descriptor = -1;
  struct cmsghdr *right = CMSG_FIRSTHDR(&message);
  if (right && right->cmsg_type == SCM_RIGHTS) memcpy(&descriptor, CMSG_DATA(right), sizeof descriptor);
  switch (header.kind) {
    case kind_listener:
      if (descriptor >= 0) farewell_listen(descriptor);
      return 0;
    case kind_connection:
      if (descriptor >= 0) farewell_hold(header.number, descriptor);
      return 0;
    case kind_words:
      farewell_remember(header.number, buffer + sizeof header, (size_t)count - sizeof header);
      return 0;
    case kind_unsent: {
      unsigned long long accepted = 0;
      memcpy(&accepted, buffer + sizeof header, sizeof accepted);
      farewell_set_unsent(header.number, descriptor, accepted);
      return 0;
    }
    case kind_release: {
      struct held *entry = farewell_find(header.number);
      if (entry) farewell_let_go(entry);
      return 0;
    }
    default: return 2;
  }
}

static void close_all_but(int control) {
  int null = open("/dev/null", O_RDWR);
  for (int descriptor = 0; descriptor < 3; descriptor++) dup2(null, descriptor);
  if (close_range((unsigned)control + 1, ~0U, 0) == 0 && (control == 3 || close_range(3, (unsigned)control - 1, 0) == 0)) return;
  // A kernel that is older than the C library.
  long most = sysconf(_SC_OPEN_MAX);
  if (most < 0 || most > 4096) most = 4096;
  for (int descriptor = 3; descriptor < most; descriptor++)
    if (descriptor != control) close(descriptor);
}

// The arguments of the process, one behind the other, where the C library has them.
static char *arguments;
static size_t arguments_size;

__attribute__((constructor)) static void find_arguments(int count, char **list) {
  if (count < 1 || !list || !list[0]) return;
  arguments = list[0];
  arguments_size = (size_t)(list[count - 1] - list[0]) + strlen(list[count - 1]) + 1;
}

// A name under which neither `pkill dialback` nor `pkill -f dialback` finds the guard: it is needed when Dialback is killed.
static void take_name(void) {
  static const char name[] = "debuggee-guard";
  prctl(PR_SET_NAME, name);
  if (arguments_size < sizeof name) return;
  memset(arguments, 0, arguments_size);
  memcpy(arguments, name, sizeof name);
}

static void stand_guard(int control) {
  setsid();
  for (int number = 1; number < 32; number++) {
    if (number == SIGSEGV || number == SIGBUS || number == SIGFPE || number == SIGILL) continue;
    signal(number, SIG_IGN);
  }
  close_all_but(control);
  if (chdir("/") != 0) _exit(1);
  take_name();
  int news;
  do news = take_message(control);
  while (news == 0);
  // Dialback goes in good order, and waits until the port is free.
  if (news == 2) farewell_stop_listening();
  close(control);
  farewell_say();
  _exit(0);
}

int guard_start(void) {
  int pair[2];
  if (socketpair(AF_UNIX, SOCK_SEQPACKET | SOCK_CLOEXEC, 0, pair) != 0) return -1;
  int size = 1 << 20;
  setsockopt(pair[0], SOL_SOCKET, SO_SNDBUF, &size, sizeof size);
  pid_t child = fork();
  if (child < 0) {
    close(pair[0]);
    close(pair[1]);
    return -1;
  }
  if (child == 0) {
    close(pair[0]);
    stand_guard(pair[1]);
  }
  close(pair[1]);
  return pair[0];
}
