// What the debuggers of C step through: an endless loop as in step_target.py, with as many locals.
#include <stdio.h>

int main(void) {
  const char *names[] = {"ada", "grace", "edsger"};
  struct { const char *name; long square; } last = {0};
  long total = 0;
  long number = 0;
  while (1) {
    number += 1;
    total += number;
    long square = number * number;
    const char *name = names[number % 3];
    last.name = name, last.square = square;
  }
}
