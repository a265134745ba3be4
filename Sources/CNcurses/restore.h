#ifndef CNCURSES_RESTORE_H
#define CNCURSES_RESTORE_H

#include <stddef.h>

// What the signal handlers need of the screen; all of it is safe in a handler.

// Writes all bytes, also where another program has made the terminal non-blocking: waits for room then, each time at most
// `patience` milliseconds, -1 for ever. Returns whether all was written.
int write_all(int descriptor, const char *bytes, size_t count, int patience);

// Gives the terminal back by bytes and settings that were prepared when it was opened. Does nothing while it isn't taken.
void restore_terminal(void);

// Prepares these bytes, or forgets them.
void restore_prepare(const char *bytes);
void restore_forget(void);

// Keeps standard error aside, in memory, where it is a terminal.
void errors_keep(void);

// Puts standard error back, and writes what was kept.
void errors_release(void);

// Puts handlers in for faults and traps: the terminal first, then whatever would have happened.
void faults_open(void);

#endif
