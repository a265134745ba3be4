#define _GNU_SOURCE
#include "CNcurses.h"
#include "restore.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdatomic.h>
#include <string.h>
#include <unistd.h>

static int pipe_ends[2] = {-1, -1};
// How often each signal came and was not taken yet.
static atomic_int waiting[NSIG];
enum { most_waiting = 3 };

static int ends_the_process(int number) {
  return number == SIGTERM || number == SIGHUP || number == SIGINT || number == SIGQUIT;
}

static void die_of(int number) {
  restore_terminal();
  signal(number, SIG_DFL);
  sigset_t set;
  sigemptyset(&set);
  sigaddset(&set, number);
  sigprocmask(SIG_UNBLOCK, &set, NULL);
  raise(number);
}

// The signals that end a program by themselves, beside those that Dialback leaves by: the terminal is given back first.
static void take_last(int number) { die_of(number); }

static void keep_terminal_from(int number) {
  struct sigaction before;
  // What was ignored when the process was started stays ignored.
  if (sigaction(number, NULL, &before) != 0 || before.sa_handler != SIG_DFL) return;
  struct sigaction action = {.sa_handler = take_last};
  sigemptyset(&action.sa_mask);
  sigaction(number, &action, NULL);
}

static void open_last_signals(void) {
  static const int numbers[] = {SIGUSR1, SIGUSR2, SIGALRM, SIGVTALRM, SIGPROF, SIGXCPU, SIGSYS, SIGPOLL, SIGPWR, SIGSTKFLT};
  for (size_t index = 0; index < sizeof numbers / sizeof *numbers; index++) keep_terminal_from(numbers[index]);
  for (int number = SIGRTMIN; number <= SIGRTMAX; number++) keep_terminal_from(number);
}

static void take_signal(int number) {
  int error = errno;
  int count = atomic_fetch_add(&waiting[number], 1) + 1;
  if (count >= most_waiting && ends_the_process(number)) die_of(number);
  unsigned char byte = (unsigned char)number;
  if (count == 1 || ends_the_process(number)) {
    ssize_t written = write(pipe_ends[1], &byte, 1);
    (void)written;
  }
  errno = error;
}

int signals_open(int with_screen) {
  if (pipe_ends[0] >= 0) return pipe_ends[0];
  if (pipe2(pipe_ends, O_CLOEXEC | O_NONBLOCK) != 0) return -1;
  static const int numbers[] = {SIGTERM, SIGHUP, SIGINT, SIGQUIT, SIGWINCH, SIGCONT, SIGTSTP};
  size_t count = with_screen ? sizeof numbers / sizeof *numbers : 4;
  struct sigaction action;
  memset(&action, 0, sizeof action);
  action.sa_handler = take_signal;
  action.sa_flags = SA_RESTART;
  sigemptyset(&action.sa_mask);
  for (size_t index = 0; index < count; index++) {
    struct sigaction before;
    // What was ignored when the process was started stays ignored: nohup.
    if (numbers[index] == SIGHUP && sigaction(SIGHUP, NULL, &before) == 0 && before.sa_handler == SIG_IGN) continue;
    sigaction(numbers[index], &action, NULL);
  }
  if (with_screen) open_last_signals();
  // What can't be written is an error of the write, which is said.
  signal(SIGPIPE, SIG_IGN);
  signal(SIGXFSZ, SIG_IGN);
  return pipe_ends[0];
}

int signals_end_waits(void) {
  return atomic_load(&waiting[SIGTERM]) + atomic_load(&waiting[SIGHUP]) + atomic_load(&waiting[SIGINT]) +
             atomic_load(&waiting[SIGQUIT]) > 0;
}

int signals_take(void) {
  unsigned char byte;
  if (pipe_ends[0] < 0 || read(pipe_ends[0], &byte, 1) != 1 || byte >= NSIG) return 0;
  atomic_store(&waiting[byte], 0);
  return byte;
}
