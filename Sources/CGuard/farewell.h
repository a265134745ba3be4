#ifndef CGUARD_FAREWELL_H
#define CGUARD_FAREWELL_H

#include <stddef.h>
#include <stdint.h>

// The sockets that the guard holds, and how it takes leave on them.

// A connection, and what to send on it at the end.
struct held {
  uint32_t number;
  int descriptor;
  char *words;
  size_t count;
  // A file with what is to be sent before, or -1, and how much the socket had accepted in all when that was handed over.
  int unsent;
  unsigned long long accepted;
  // How much of the words is sent, and when that began.
  size_t said;
  long long since;
  int output_closed;
};

// Holds a connection; closes it where there is no memory, and returns NULL.
struct held *farewell_hold(uint32_t number, int descriptor);
struct held *farewell_find(uint32_t number);
void farewell_let_go(struct held *entry);

// Sets the last words of a connection.
void farewell_remember(uint32_t number, const char *bytes, size_t count);

// Sets what is to be sent before them: a file, or -1.
void farewell_set_unsent(uint32_t number, int file, unsigned long long accepted);

// How many bytes a socket has accepted since it was connected; 0 where the system can't tell.
unsigned long long farewell_accepted(int descriptor);

// Holds a listening socket.
void farewell_listen(int descriptor);

// Answers whoever has dialled in until now, and gives the port back: nobody is cut off.
void farewell_stop_listening(void);

// Answers and reads everyone until all is quiet, then closes the sending side, then the rest.
void farewell_say(void);

#endif
