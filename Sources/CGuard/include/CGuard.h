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

// Sets what to send on a connection, in place of what was set before; cut at 60,000 bytes. Returns -1 where the guard is
// behind: set it again in a moment.
int guard_last_words(int control, uint32_t number, const void *bytes, size_t count);

// Sets what is still to be sent on a connection before its last words: messages that the socket had no room for, the first of them
// perhaps sent in part. The guard finds out how much of it was sent since. No bytes: everything is sent. Returns -1 where that
// can't be handed over.
int guard_unsent(int control, uint32_t number, int descriptor, const void *bytes, size_t count);

// The connection is closed in good order: the guard closes its descriptor too.
int guard_release(int control, uint32_t number);

// All is done in good order. The guard answers whoever dialled in at the very last; the last words are only said on connections
// that were not released. Returns once the guard has closed its listening sockets: close the own ones before.
void guard_dismiss(int control);

// Asks the guard of a Dialback that was killed for a port that is in use, and waits until the guard has given it back.
// Returns 0 where no such guard has it.
int guard_ask_for_port(int port);

#endif
