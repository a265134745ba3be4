#define _GNU_SOURCE
#include "CNcurses.h"

#include <fcntl.h>
#include <poll.h>
#include <sys/eventfd.h>
#include <time.h>
#include <unistd.h>

void standard_fill(void) {
  int descriptor;
  do descriptor = open("/dev/null", O_RDWR);
  while (descriptor >= 0 && descriptor <= 2);
  if (descriptor > 2) close(descriptor);
}

int pipe_open(int ends[2]) { return pipe2(ends, O_CLOEXEC); }

int wake_open(void) { return eventfd(0, EFD_CLOEXEC | EFD_NONBLOCK); }

void wake_send(int descriptor) { eventfd_write(descriptor, 1); }

void wake_take(int descriptor) {
  eventfd_t count;
  eventfd_read(descriptor, &count);
}

int wake_wait(struct pollfd *descriptors, size_t count, int64_t nanoseconds) {
  struct timespec pause = {.tv_sec = nanoseconds / 1000000000, .tv_nsec = nanoseconds % 1000000000};
  return ppoll(descriptors, count, nanoseconds < 0 ? NULL : &pause, NULL);
}
