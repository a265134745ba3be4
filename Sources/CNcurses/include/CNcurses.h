#ifndef CNCURSES_H
#define CNCURSES_H

#include <poll.h>
#include <stddef.h>
#include <stdint.h>

// The screen by ncursesw, and what wakes the thread that owns it: narrow on purpose, curses.h stays inside. Only the thread that
// opened the screen may call these functions, but for the ones that say otherwise.

// MARK: The start

// Opens standard input, output and error on /dev/null where they are closed: the first things that are opened would be taken for
// them otherwise. To be called before anything else.
void standard_fill(void);

// A pipe whose ends no program that is started gets, in one step: another thread may be starting one. Returns 0, or -1.
int pipe_open(int ends[2]);

// MARK: Signals

// Puts handlers in for TERM, HUP, INT and QUIT, and with a screen for WINCH, CONT and TSTP, that write the number of the
// signal as one byte into a pipe; ignores PIPE. Call it before screen_open. A signal to end that comes for the third time
// before it was taken ends the process, with the terminal restored; with a screen, so does each other signal that ends
// programs (USR1, ALRM, IO …), at once. Returns the descriptor to read from, or -1.
int signals_open(int with_screen);

// Whether a signal to end has come that was not taken yet.
int signals_end_waits(void);

// Takes the next number from the pipe; 0 when there is none.
int signals_take(void);

// MARK: Waking a thread that waits

// A descriptor that becomes readable by wake_send, from any thread, until wake_take; -1 where there is none to have.
int wake_open(void);
void wake_send(int descriptor);
void wake_take(int descriptor);

// As poll, but with nanoseconds: in whole milliseconds a frame would be late by half of one. Negative ones are for ever.
int wake_wait(struct pollfd *descriptors, size_t count, int64_t nanoseconds);

// MARK: The screen

enum screen_problem {
  screen_ready = 0,
  screen_not_a_terminal,  // Standard input or output is something else.
  screen_unknown_type,    // No description of that type of terminal.
  screen_no_addressing,   // The cursor can't be placed: TERM=dumb.
  screen_failed,
};

// Takes the terminal over: raw input, alternate screen, mouse and bracketed paste reported, standard error kept aside where
// it is the terminal. `type` is what TERM says, or another type to try instead of it.
int screen_open(const char *type);

// Gives the terminal back, and writes what came on standard error in the meantime. May be called at any time, from atexit
// too, and more than once.
void screen_close(void);

// 8, 16, 88, 256, or 0 for none.
int screen_colors(void);

// Whether colour numbers from 8 on are red, green and blue, 8 bits each.
int screen_has_direct_colors(void);

// A pair for two colours, -1 for the default one. Pairs are reused, the oldest first.
int screen_pair(int foreground, int background);

struct screen_size {
  int columns;
  int rows;
};

struct screen_size screen_size(void);

enum {
  screen_bold = 1,
  screen_underline = 2,
  screen_reverse = 4,
  screen_italic = 8,
  screen_dim = 16,
};

// A character with the marks on it; zero scalars are none. `width` 0 is the right half of the one before, and is skipped.
struct screen_cell {
  uint32_t scalars[4];
  uint8_t width;
  uint8_t attributes;
  int pair;
};

// Puts cells onto a row. A character whose width the C library sees otherwise becomes U+FFFD, so that columns stay true.
void screen_draw(int column, int row, const struct screen_cell *cells, int count);

// Sends what was drawn, in one write, with the cursor on a cell, or hidden where `column` is negative. Returns how many bytes
// that took.
size_t screen_refresh(int column, int row);

// The next refresh sends everything.
void screen_redraw(void);

// Adopts the size that the terminal has now.
void screen_resize(void);

// Gives the terminal to the shell, stops the process group as Ctrl-Z does, and returns after it goes on.
void screen_suspend(void);

// Takes the terminal again after the process was stopped from outside.
void screen_resume(void);

// Writes bytes to the terminal that draw nothing.
void screen_write(const void *bytes, size_t count);

#endif
