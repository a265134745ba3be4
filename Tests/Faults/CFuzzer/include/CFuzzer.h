#ifndef CFUZZER_H
#define CFUZZER_H

#include <stddef.h>
#include <stdint.h>

// Runs libFuzzer with its own arguments; `call` is given each input. Returns its exit status.
int fuzzer_run(int count, char **arguments, int (*call)(const uint8_t *bytes, size_t count));

#endif
