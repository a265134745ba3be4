#define _GNU_SOURCE
#include "CNcurses.h"

#include <fcntl.h>
#include <poll.h>
#include <sys/eventfd.h>
#include <time.h>
#include <unistd.h>

// Descriptors 0 to 2 that were closed when the process was started would be given to the first things that are opened.
static void fill_standard_descriptors(void) {
  int descriptor;
  do descriptor = open("/dev/null", O_RDWR);
  while (descriptor >= 0 && descriptor <= 2);
  if (descriptor > 2) close(descriptor);
}

int wake_open(void) {
  fill_standard_descriptors();
  return eventfd(0, EFD_CLOEXEC | EFD_NONBLOCK);
}

void wake_send(int descriptor) { eventfd_write(descriptor, 1); }

void wake_take(int descriptor) {
  eventfd_t count;
  eventfd_read(descriptor, &count);
}

int wake_wait(struct pollfd *descriptors, size_t count, int64_t nanoseconds) {
  struct timespec pause = {.tv_sec = nanoseconds / 1000000000, .tv_nsec = nanoseconds % 1000000000};
  return ppoll(descriptors, count, nanoseconds < 0 ? NULL : &pause, NULL);
}
