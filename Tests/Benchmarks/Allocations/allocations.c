// The allocator of glibc with a counter before it: what the program defines itself comes before what its libraries define.
#include "allocations.h"

#include <errno.h>
#include <string.h>

extern void *__libc_malloc(size_t);
extern void *__libc_calloc(size_t, size_t);
extern void *__libc_realloc(void *, size_t);
extern void *__libc_memalign(size_t, size_t);

static size_t count;

static void add(void) { __atomic_fetch_add(&count, 1, __ATOMIC_RELAXED); }

size_t allocations_count(void) { return __atomic_load_n(&count, __ATOMIC_RELAXED); }

void *malloc(size_t size) {
  add();
  return __libc_malloc(size);
}

void *calloc(size_t items, size_t size) {
  add();
  return __libc_calloc(items, size);
}

void *realloc(void *old, size_t size) {
  add();
  return __libc_realloc(old, size);
}

void *memalign(size_t alignment, size_t size) {
  add();
  return __libc_memalign(alignment, size);
}

void *aligned_alloc(size_t alignment, size_t size) { return memalign(alignment, size); }

int posix_memalign(void **result, size_t alignment, size_t size) {
  void *memory = memalign(alignment, size);
  if (memory == NULL) return ENOMEM;
  *result = memory;
  return 0;
}

static void *(*volatile search)(const void *, int, size_t) = memchr;
static void *(*volatile copy)(void *, const void *, size_t) = memcpy;

size_t plain_search(const void *bytes, int byte, size_t size) {
  const char *found = search(bytes, byte, size);
  return found == NULL ? size : (size_t)(found - (const char *)bytes);
}

void plain_copy(void *target, const void *source, size_t size) { copy(target, source, size); }
