#define _GNU_SOURCE
#include "farewell.h"
#include "CGuard.h"

#include <arpa/inet.h>
#include <errno.h>
#include <fcntl.h>
#include <linux/filter.h>
#include <linux/sockios.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <poll.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <sys/socket.h>
#include <sys/un.h>
#include <time.h>
#include <unistd.h>

static struct held *held;
static size_t held_count, held_room;
static struct pollfd *polls;
static int listeners[8];
static size_t listener_count;

// Milliseconds that a new Dialback waits for the port.
enum { asking_patience = 3000 };

// The answer to whoever dials in after Dialback's death: RUN (pydevd's CMD_RUN), so that its settrace returns.
static const char run_words[] = "101\t1\t\n";

// MARK: Who is held

struct held *farewell_find(uint32_t number) {
  for (size_t i = 0; i < held_count; i++)
    if (held[i].number == number) return &held[i];
  return NULL;
}

void farewell_let_go(struct held *entry) {
  close(entry->descriptor);
  free(entry->words);
  if (entry->unsent >= 0) close(entry->unsent);
  *entry = held[--held_count];
}

static int make_room(void) {
  if (held_count < held_room) return 1;
  size_t room = held_room ? 2 * held_room : 64;
  struct held *more = realloc(held, room * sizeof *held);
  if (more) held = more;
  struct pollfd *more_polls = realloc(polls, (room + sizeof listeners / sizeof *listeners) * sizeof *polls);
  if (more_polls) polls = more_polls;
  if (!more || !more_polls) return 0;
  held_room = room;
  return 1;
}

struct held *farewell_hold(uint32_t number, int descriptor) {
  if (!make_room()) {
    close(descriptor);
    return NULL;
  }
  held[held_count] = (struct held){.number = number, .descriptor = descriptor, .unsent = -1};
  return &held[held_count++];
}

void farewell_remember(uint32_t number, const char *bytes, size_t count) {
  struct held *entry = farewell_find(number);
  if (!entry) return;
  char *copy = malloc(count ? count : 1);
  if (!copy) return;
  memcpy(copy, bytes, count);
  free(entry->words);
  entry->words = copy;
  entry->count = count;
}

void farewell_set_unsent(uint32_t number, int file, unsigned long long accepted) {
  struct held *entry = farewell_find(number);
  if (!entry) {
    if (file >= 0) close(file);
    return;
  }
  if (entry->unsent >= 0) close(entry->unsent);
  entry->unsent = file;
  entry->accepted = accepted;
}

unsigned long long farewell_accepted(int descriptor) {
  // linux/tcp.h has it as tcpi_bytes_acked, which the C library's netinet/tcp.h lacks; 8 bytes at 120.
  unsigned char info[128];
  socklen_t size = sizeof info;
  unsigned long long acknowledged = 0;
  int waiting = 0;
  if (getsockopt(descriptor, IPPROTO_TCP, TCP_INFO, info, &size) != 0 || size < sizeof info) return 0;
  memcpy(&acknowledged, info + 120, sizeof acknowledged);
  return ioctl(descriptor, SIOCOUTQ, &waiting) == 0 ? acknowledged + (unsigned long long)waiting : 0;
}

void farewell_listen(int descriptor) {
  if (listener_count < sizeof listeners / sizeof *listeners) listeners[listener_count++] = descriptor;
  else close(descriptor);
}

// MARK: The words

static long long milliseconds(void) {
  struct timespec now;
  clock_gettime(CLOCK_MONOTONIC, &now);
  return now.tv_sec * 1000LL + now.tv_nsec / 1000000;
}

// Puts what was not sent yet in front of the words: they would end up in the middle of a message.
static void take_unsent(struct held *entry) {
  if (entry->unsent < 0) return;
  unsigned long long now = farewell_accepted(entry->descriptor);
  off_t size = lseek(entry->unsent, 0, SEEK_END);
  off_t sent = now > entry->accepted ? (off_t)(now - entry->accepted) : 0;
  char *both = sent < size ? malloc((size_t)(size - sent) + entry->count) : NULL;
  if (both && pread(entry->unsent, both, (size_t)(size - sent), sent) == size - sent) {
    if (entry->count) memcpy(both + (size - sent), entry->words, entry->count);
    free(entry->words);
    entry->words = both;
    entry->count += (size_t)(size - sent);
  } else {
    free(both);
  }
  close(entry->unsent);
  entry->unsent = -1;
}

static void say(struct held *entry) {
  if (!entry->since) {
    entry->since = milliseconds();
    take_unsent(entry);
  }
  while (entry->said < entry->count) {
    ssize_t sent =
        send(entry->descriptor, entry->words + entry->said, entry->count - entry->said, MSG_NOSIGNAL | MSG_DONTWAIT);
    if (sent < 0 && errno == EINTR) continue;
    if (sent <= 0) return;
    entry->said += (size_t)sent;
  }
}

static void accept_all(int listener, long long *last_news) {
  for (;;) {
    int descriptor = accept4(listener, NULL, NULL, SOCK_CLOEXEC);
    if (descriptor < 0 && (errno == EINTR || errno == ECONNABORTED)) continue;
    if (descriptor < 0) return;
    *last_news = milliseconds();
    send(descriptor, run_words, sizeof run_words - 1, MSG_NOSIGNAL | MSG_DONTWAIT);
    struct held *entry = farewell_hold(0, descriptor);
    if (entry) entry->since = *last_news;
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

// Milliseconds behind the last words after which the sending side is closed.
enum { listening_to_words = 500 };

// Answers whoever dials in, says what is still to be said, and reads: one round.
static void tend(long long *last_news) {
  if (!polls && !make_room()) return;
  nfds_t count = 0;
  for (size_t i = 0; i < listener_count; i++) polls[count++] = (struct pollfd){listeners[i], POLLIN, 0};
  for (size_t i = 0; i < held_count; i++) {
    short events = held[i].said < held[i].count ? POLLIN | POLLOUT : POLLIN;
    polls[count++] = (struct pollfd){held[i].descriptor, events, 0};
  }
  poll(polls, count, 20);
  for (size_t i = 0; i < listener_count; i++) accept_all(listeners[i], last_news);
  long long now = milliseconds();
  for (size_t i = held_count; i-- > 0;) {
    say(&held[i]);
    if (!drain(held[i].descriptor)) {
      farewell_let_go(&held[i]);
    } else if (now - held[i].since > listening_to_words && held[i].said == held[i].count && !held[i].output_closed) {
      held[i].output_closed = 1;
      shutdown(held[i].descriptor, SHUT_WR);
    }
  }
}

struct place {
  unsigned port;
  int is_loopback;
  // The kernel's table of the connections that come in here.
  const char *table;
};

static struct place place_of(int listener) {
  struct sockaddr_storage address = {0};
  socklen_t size = sizeof address;
  if (getsockname(listener, (struct sockaddr *)&address, &size) != 0) return (struct place){0};
  if (address.ss_family == AF_INET6) {
    struct sockaddr_in6 *six = (struct sockaddr_in6 *)&address;
    return (struct place){ntohs(six->sin6_port), IN6_IS_ADDR_LOOPBACK(&six->sin6_addr), "/proc/net/tcp6"};
  }
  struct sockaddr_in *four = (struct sockaddr_in *)&address;
  return (struct place){ntohs(four->sin_port), ntohl(four->sin_addr.s_addr) >> 24 == 127, "/proc/net/tcp"};
}

// Whether somebody has begun to dial in and is not through yet: TCP's state SYN_RECV (3). On the loopback nobody is ever half way.
static int is_dialled(struct place place) {
  FILE *table = place.is_loopback || !place.table ? NULL : fopen(place.table, "re");
  if (!table) return 0;
  char line[512];
  unsigned local = 0, state = 0;
  int found = 0;
  while (!found && fgets(line, sizeof line, table))
    found = sscanf(line, " %*u: %*[0-9A-F]:%X %*[0-9A-F]:%*X %X", &local, &state) == 2 && local == place.port && state == 3;
  fclose(table);
  return found;
}

// Has the kernel drop each first packet to a listening socket (SYN without ACK): who sends it tries again in a second, and is
// refused then. A close would cut off whoever is in the backlog by then, and who is cut off before RUN waits for it for ever.
static void take_nobody(int listener) {
  static struct sock_filter code[] = {
      BPF_STMT(BPF_LD | BPF_B | BPF_ABS, 13), BPF_STMT(BPF_ALU | BPF_AND | BPF_K, 0x12),
      BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, 0x02, 0, 1), BPF_STMT(BPF_RET | BPF_K, 0), BPF_STMT(BPF_RET | BPF_K, ~0U)};
  struct sock_fprog program = {sizeof code / sizeof *code, code};
  setsockopt(listener, SOL_SOCKET, SO_ATTACH_FILTER, &program, sizeof program);
}

// Milliseconds for those who are about to get through: some round trips of a slow link.
enum { through_patience = 1000 };

// Forgets sockets of addresses that could not be bound: they never listened.
static void drop_unbound(void) {
  for (size_t i = listener_count; i-- > 0;) {
    int listens = 0;
    socklen_t size = sizeof listens;
    if (getsockopt(listeners[i], SOL_SOCKET, SO_ACCEPTCONN, &listens, &size) == 0 && listens) continue;
    close(listeners[i]);
    memmove(&listeners[i], &listeners[i + 1], (--listener_count - i) * sizeof *listeners);
  }
}

void farewell_stop_listening(void) {
  drop_unbound();
  long long start = milliseconds(), last_news = start;
  for (size_t i = 0; i < listener_count; i++) {
    take_nobody(listeners[i]);
    fcntl(listeners[i], F_SETFL, O_NONBLOCK);
  }
  for (size_t i = 0; i < listener_count; i++) {
    struct place place = place_of(listeners[i]);
    while (is_dialled(place) && milliseconds() - start < through_patience) tend(&last_news);
    // Where no descriptor is left for the next one, others have to be done with first.
    for (;;) {
      accept_all(listeners[i], &last_news);
      struct pollfd more = {listeners[i], POLLIN, 0};
      if (poll(&more, 1, 0) <= 0 || milliseconds() - start > 2 * through_patience) break;
      tend(&last_news);
    }
  }
  while (listener_count) close(listeners[--listener_count]);
}

// MARK: The next Dialback

// A socket that a new Dialback finds by its name, an abstract one: the port is to be free at once.
static int open_door(unsigned port, int is_ours) {
  struct sockaddr_un address = {.sun_family = AF_UNIX};
  int count = snprintf(address.sun_path + 1, sizeof address.sun_path - 1, "debuggee-guard-%u", port);
  socklen_t size = (socklen_t)(offsetof(struct sockaddr_un, sun_path) + 1 + (size_t)count);
  int door = socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC | (is_ours ? SOCK_NONBLOCK : 0), 0);
  if (door < 0) return -1;
  int result = is_ours ? bind(door, (struct sockaddr *)&address, size) : connect(door, (struct sockaddr *)&address, size);
  if (result == 0 && (!is_ours || listen(door, 4) == 0)) return door;
  close(door);
  return -1;
}

// Milliseconds until the guard of a process that was just killed has noticed.
enum { noticing_patience = 200, noticing_pause = 10 };

int guard_ask_for_port(int port) {
  int door = open_door((unsigned)port, 0);
  for (int waited = 0; door < 0 && waited < noticing_patience; waited += noticing_pause) {
    poll(NULL, 0, noticing_pause);
    door = open_door((unsigned)port, 0);
  }
  if (door < 0) return 0;
  struct pollfd end = {.fd = door, .events = POLLIN};
  while (poll(&end, 1, asking_patience) < 0 && errno == EINTR) {}
  close(door);
  return 1;
}

// MARK: The end

// Milliseconds: for all of the farewell; for the port; and until the port is quiet, which a process that was just let go may
// still dial by its children.
enum { farewell_patience = 3000, port_patience = 1000, quiet_port = 400 };

void farewell_say(void) {
  drop_unbound();
  // It is closed when the port is free.
  int door = listener_count ? open_door(place_of(listeners[0]).port, 1) : -1;
  for (size_t i = 0; i < held_count; i++) say(&held[i]);
  for (size_t i = 0; i < listener_count; i++) fcntl(listeners[i], F_SETFL, O_NONBLOCK);
  long long start = milliseconds(), last_news = start;
  while (milliseconds() - start < farewell_patience && (held_count || listener_count)) {
    tend(&last_news);
    long long now = milliseconds();
    int is_asked_for = door >= 0 && poll(&(struct pollfd){.fd = door, .events = POLLIN}, 1, 0) > 0;
    if (!listener_count || !(is_asked_for || now - last_news > quiet_port || now - start > port_patience)) continue;
    farewell_stop_listening();
    close(door);
    door = -1;
  }
  farewell_stop_listening();
}

