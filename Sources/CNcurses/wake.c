#define _GNU_SOURCE
#include "CNcurses.h"

#include <fcntl.h>
#include <sys/eventfd.h>
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
