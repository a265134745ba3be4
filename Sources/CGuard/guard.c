#define _GNU_SOURCE
#include "CGuard.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <sys/uio.h>
#include <time.h>
#include <unistd.h>

enum { kind_listener = 'L', kind_connection = 'C', kind_words = 'W', kind_release = 'R', kind_dismiss = 'Q' };
enum { most_sockets = 1024, most_words = 60000 };

struct header {
  uint32_t kind;
  uint32_t number;
};

struct held {
  uint32_t number;
  int descriptor;
  char *words;
  size_t count;
  int output_closed;
};

static struct held held[most_sockets];
static size_t held_count;
static int listeners[8];
static size_t listener_count;

// The answer to whoever dials in after Dialback's death: RUN (pydevd's CMD_RUN), so that its settrace returns.
static const char run_words[] = "101\t1\t\n";

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

int guard_release(int control, uint32_t number) { return send_message(control, kind_release, number, NULL, 0, -1); }

void guard_dismiss(int control) {
  send_message(control, kind_dismiss, 0, NULL, 0, -1);
  close(control);
}

// MARK: The guard's side

static struct held *find(uint32_t number) {
  for (size_t i = 0; i < held_count; i++)
    if (held[i].number == number) return &held[i];
  return NULL;
}

static void let_go(struct held *entry) {
  close(entry->descriptor);
  free(entry->words);
  *entry = held[--held_count];
}

static void hold(uint32_t number, int descriptor) {
  if (held_count == most_sockets) {
    close(descriptor);
    return;
  }
  held[held_count++] = (struct held){.number = number, .descriptor = descriptor};
}

static void remember(uint32_t number, const char *bytes, size_t count) {
  struct held *entry = find(number);
  if (!entry) return;
  char *copy = malloc(count ? count : 1);
  if (!copy) return;
  memcpy(copy, bytes, count);
  free(entry->words);
  entry->words = copy;
  entry->count = count;
}

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
      if (descriptor >= 0 && listener_count < sizeof listeners / sizeof *listeners)
        listeners[listener_count++] = descriptor;
      return 0;
    case kind_connection:
      if (descriptor >= 0) hold(header.number, descriptor);
      return 0;
    case kind_words:
      remember(header.number, buffer + sizeof header, (size_t)count - sizeof header);
      return 0;
    case kind_release: {
      struct held *entry = find(header.number);
      if (entry) let_go(entry);
      return 0;
    }
    default: return 2;
  }
}

static long long milliseconds(void) {
  struct timespec now;
  clock_gettime(CLOCK_MONOTONIC, &now);
  return now.tv_sec * 1000LL + now.tv_nsec / 1000000;
}

static void accept_all(int listener, long long *last_news) {
  for (;;) {
    int descriptor = accept4(listener, NULL, NULL, SOCK_CLOEXEC);
    if (descriptor < 0) return;
    *last_news = milliseconds();
    send(descriptor, run_words, sizeof run_words - 1, MSG_NOSIGNAL | MSG_DONTWAIT);
    hold(0, descriptor);
  }
}

// Reads what a process still sends, so that nothing unread makes the close a reset. Returns 0 at its end.
static int drain(int descriptor) {
  static char buffer[1 << 16];
  for (;;) {
    ssize_t count = recv(descriptor, buffer, sizeof buffer, MSG_DONTWAIT);
    if (count > 0) continue;
    if (count < 0 && errno == EINTR) continue;
    return count < 0 && errno == EAGAIN;
  }
}

// Everyone is answered and read until all is quiet, then the sending side is closed, then the rest.
static void say_farewell(void) {
  for (size_t i = 0; i < held_count; i++)
    if (held[i].count) send(held[i].descriptor, held[i].words, held[i].count, MSG_NOSIGNAL);
  for (size_t i = 0; i < listener_count; i++) fcntl(listeners[i], F_SETFL, O_NONBLOCK);
  long long start = milliseconds(), last_news = start;
  while (milliseconds() - start < 3000 && (held_count || milliseconds() - last_news < 400)) {
    struct pollfd polls[most_sockets + 8];
    nfds_t count = 0;
    for (size_t i = 0; i < listener_count; i++) polls[count++] = (struct pollfd){listeners[i], POLLIN, 0};
    for (size_t i = 0; i < held_count; i++) polls[count++] = (struct pollfd){held[i].descriptor, POLLIN, 0};
    poll(polls, count, 20);
    for (size_t i = 0; i < listener_count; i++) accept_all(listeners[i], &last_news);
    for (size_t i = held_count; i-- > 0;) {
      if (!drain(held[i].descriptor)) {
        let_go(&held[i]);
      } else if (milliseconds() - last_news > 500 && !held[i].output_closed) {
        held[i].output_closed = 1;
        shutdown(held[i].descriptor, SHUT_WR);
      }
    }
  }
}

// Dialback goes in good order: whoever dialled in at the very last is answered, and the port is free at once.
static void answer_backlog(void) {
  long long last_news = 0;
  while (held_count) let_go(&held[held_count - 1]);
  for (size_t i = 0; i < listener_count; i++) {
    fcntl(listeners[i], F_SETFL, O_NONBLOCK);
    accept_all(listeners[i], &last_news);
    close(listeners[i]);
  }
  listener_count = 0;
  if (held_count) say_farewell();
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

static void stand_guard(int control) {
  setsid();
  for (int number = 1; number < 32; number++) {
    if (number == SIGSEGV || number == SIGBUS || number == SIGFPE || number == SIGILL) continue;
    signal(number, SIG_IGN);
  }
  close_all_but(control);
  if (chdir("/") != 0) _exit(1);
  prctl(PR_SET_NAME, "dialback-guard");
  int news;
  do news = take_message(control);
  while (news == 0);
  if (news == 1) {
    say_farewell();
  } else {
    answer_backlog();
  }
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
