#ifndef CGUARD_H
#define CGUARD_H

#include <stddef.h>
#include <stdint.h>

// A small process beside Dialback that holds a second descriptor of each socket. When Dialback dies without a farewell
// (SIGKILL, a crash), it says the last words on each connection, answers whoever still dials in with RUN, reads everything
// to the end, and goes. It knows nothing of the protocol beyond the words it was given.

// Starts the guard by fork: call it before any thread is made. Returns the control socket, or -1.
int guard_start(void);

// Lets this process, and the guard after it, have so many descriptors at a time, or as many of them as the system allows.
// Returns how many that is.
int guard_raise_limit(int most);

// Hands over a listening socket.
int guard_adopt_listener(int control, int descriptor);

// Hands over a connection under a number of the caller's.
int guard_adopt(int control, uint32_t number, int descriptor);

// Sets what to send on a connection, in place of what was set before; cut at 60,000 bytes.
int guard_last_words(int control, uint32_t number, const void *bytes, size_t count);

// The connection is closed in good order: the guard closes its descriptor too.
int guard_release(int control, uint32_t number);

// All is done in good order: the guard goes without a word.
void guard_dismiss(int control);

#endif
