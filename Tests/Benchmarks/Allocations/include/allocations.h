#ifndef DIALBACK_ALLOCATIONS_H
#define DIALBACK_ALLOCATIONS_H

#include <stddef.h>

/// How often memory was asked for since the program began, by malloc, calloc, realloc, memalign and their kin.
size_t allocations_count(void);

/// memchr, which no compiler may see through: the position of a byte, or `count`.
size_t plain_search(const void *bytes, int byte, size_t count);

/// memcpy, which no compiler may see through.
void plain_copy(void *target, const void *source, size_t count);

#endif
