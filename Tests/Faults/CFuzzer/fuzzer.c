#include "CFuzzer.h"

// compiler-rt, fuzzer/FuzzerInterface.h, which no package installs for C.
int LLVMFuzzerRunDriver(int *count, char ***arguments, int (*call)(const uint8_t *bytes, size_t count));

int fuzzer_run(int count, char **arguments, int (*call)(const uint8_t *bytes, size_t count)) {
  return LLVMFuzzerRunDriver(&count, &arguments, call);
}
