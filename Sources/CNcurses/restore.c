#define _GNU_SOURCE
#include "restore.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <termios.h>
#include <unistd.h>

static char restore_bytes[512];
static volatile size_t restore_count;
static struct termios restore_settings;
static volatile sig_atomic_t restore_is_ready;

static int kept_errors = -1;
static int real_errors = -1;

static const int fault_numbers[] = {SIGSEGV, SIGBUS, SIGILL, SIGFPE, SIGTRAP, SIGABRT};
enum { fault_count = sizeof fault_numbers / sizeof *fault_numbers };
static struct sigaction fault_before[fault_count];

int write_all(int descriptor, const char *bytes, size_t count, int patience) {
  while (count > 0) {
    ssize_t written = write(descriptor, bytes, count);
    if (written < 0 && errno == EINTR) continue;
    if (written < 0 && errno == EAGAIN) {
      struct pollfd room = {.fd = descriptor, .events = POLLOUT};
      if (poll(&room, 1, patience) == 0 || room.revents & (POLLERR | POLLNVAL)) return 0;
      continue;
    }
    if (written <= 0) return 0;
    bytes += written;
    count -= (size_t)written;
  }
  return 1;
}

// Milliseconds that a terminal without room may hold up the end of the process.
enum { last_patience = 500 };

// MARK: The terminal

void restore_prepare(const char *bytes) {
  size_t count = strlen(bytes);
  if (count > sizeof restore_bytes) count = 0;
  memcpy(restore_bytes, bytes, count);
  restore_count = count;
  restore_is_ready = tcgetattr(STDIN_FILENO, &restore_settings) == 0;
}

void restore_forget(void) { restore_is_ready = 0; }

void restore_terminal(void) {
  if (!restore_is_ready) return;
  restore_is_ready = 0;
  write_all(STDOUT_FILENO, restore_bytes, restore_count, last_patience);
  tcsetattr(STDIN_FILENO, TCSANOW, &restore_settings);
  errors_release();
}

// MARK: Standard error

void errors_keep(void) {
  if (real_errors >= 0 || !isatty(STDERR_FILENO)) return;
  int kept = memfd_create("standard error", MFD_CLOEXEC);
  if (kept < 0) return;
  int real = fcntl(STDERR_FILENO, F_DUPFD_CLOEXEC, 3);
  if (real < 0 || dup2(kept, STDERR_FILENO) < 0) {
    if (real >= 0) close(real);
    close(kept);
    return;
  }
  kept_errors = kept;
  real_errors = real;
}

void errors_release(void) {
  int kept = kept_errors, real = real_errors;
  if (real < 0) return;
  kept_errors = real_errors = -1;
  dup2(real, STDERR_FILENO);
  close(real);
  char buffer[4096];
  lseek(kept, 0, SEEK_SET);
  for (;;) {
    ssize_t count = read(kept, buffer, sizeof buffer);
    if (count <= 0) break;
    if (!write_all(STDERR_FILENO, buffer, (size_t)count, last_patience)) break;
  }
  close(kept);
}

// MARK: Faults

// A fault comes again as soon as the handler returns, now for whoever was there before: Swift's backtracer, or the system.
static void take_fault(int number, siginfo_t *info, void *context) {
  (void)context;
  restore_terminal();
  int index = 0;
  while (index < fault_count && fault_numbers[index] != number) index++;
  if (index < fault_count) sigaction(number, &fault_before[index], NULL);
  if (info->si_code <= 0) raise(number);
}

void faults_open(void) {
  static int is_open;
  if (is_open) return;
  is_open = 1;
  struct sigaction action;
  memset(&action, 0, sizeof action);
  action.sa_sigaction = take_fault;
  action.sa_flags = SA_SIGINFO | SA_ONSTACK | SA_NODEFER;
  sigemptyset(&action.sa_mask);
  for (int index = 0; index < fault_count; index++)
    sigaction(fault_numbers[index], &action, &fault_before[index]);
}
