#define _GNU_SOURCE
#include "frame.h"
#include "CNcurses.h"

#include <fcntl.h>
#include <stdlib.h>
#include <sys/mman.h>
#include <unistd.h>

// The descriptor that ncurses writes to, what stands behind it while a frame is collected, and a buffer to take that out.
static int output = -1;
static int kept = -1;
static FILE *file;
static char *buffer;
static size_t room;

FILE *frame_open(void) {
  if (file) return file;
  output = fcntl(STDOUT_FILENO, F_DUPFD_CLOEXEC, 3);
  if (output < 0) return NULL;
  file = fdopen(output, "w");
  if (file) kept = memfd_create("frame", MFD_CLOEXEC);
  return file;
}

void frame_begin(void) {
  if (kept >= 0) dup3(kept, output, O_CLOEXEC);
}

static int make_room(size_t count) {
  if (count <= room) return 1;
  char *larger = realloc(buffer, count + 4096);
  if (!larger) return 0;
  buffer = larger;
  room = count + 4096;
  return 1;
}

size_t frame_end(void) {
  if (kept < 0) return 0;
  dup3(STDOUT_FILENO, output, O_CLOEXEC);
  off_t count = lseek(kept, 0, SEEK_CUR);
  if (count <= 0) return 0;
  if (make_room((size_t)count)) count = pread(kept, buffer, (size_t)count, 0);
  lseek(kept, 0, SEEK_SET);
  if (count > 0) screen_write(buffer, (size_t)count);
  return count > 0 ? (size_t)count : 0;
}
