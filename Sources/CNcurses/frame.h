#ifndef FRAME_H
#define FRAME_H

#include <stddef.h>
#include <stdio.h>

// ncurses writes to its file each time it moves the cursor: a dozen small writes a frame, each a packet over SSH and a turn of
// the terminal's own loop. Here a frame is collected first and written at once.

// The file for ncurses: the terminal, under a descriptor of its own. NULL where there is none to have.
FILE *frame_open(void);

// What is written to the file from here on is kept.
void frame_begin(void);

// Writes what was kept to the terminal; returns how many bytes that were.
size_t frame_end(void);

#endif
