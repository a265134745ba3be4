#define _GNU_SOURCE
#include "CNcurses.h"

#include <sys/eventfd.h>

int wake_open(void) { return eventfd(0, EFD_CLOEXEC | EFD_NONBLOCK); }

void wake_send(int descriptor) { eventfd_write(descriptor, 1); }

void wake_take(int descriptor) {
  eventfd_t count;
  eventfd_read(descriptor, &count);
}
