#define _GNU_SOURCE
#define NCURSES_WIDECHAR 1
#include <ncursesw/curses.h>

#include "CNcurses.h"
#include "frame.h"
#include "restore.h"

#include <fcntl.h>
#include <locale.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <unistd.h>
#include <wchar.h>

// From term.h, that defines too many plain words to be included.
extern int setupterm(const char *, int, int *);
extern char *tigetstr(const char *);
extern int tigetflag(const char *);

static const char modes_on[] = "\033[?1002h\033[?1006h\033[?2004h";
static const char modes_off[] = "\033[?2004l\033[?1006l\033[?1002l";

static int is_open;
static int has_colors_here;
enum { plain_pair = 1 };

static void send(const char *text) { screen_write(text, strlen(text)); }

void screen_write(const void *bytes, size_t count) { write_all(STDOUT_FILENO, bytes, count, -1); }

// MARK: Opening and closing

// Appends a capability without its padding, $<…>.
static void append_capability(char *text, size_t room, const char *name) {
  const char *value = tigetstr(name);
  if (!value || value == (const char *)-1) return;
  size_t used = strlen(text);
  while (*value && used + 1 < room) {
    const char *end = value[0] == '$' && value[1] == '<' ? strchr(value, '>') : NULL;
    if (end) value = end + 1;
    else text[used++] = *value++;
  }
  text[used] = 0;
}

static void prepare_restoring(void) {
  char text[512];
  strcpy(text, modes_off);
  append_capability(text, sizeof text, "sgr0");
  append_capability(text, sizeof text, "cnorm");
  append_capability(text, sizeof text, "rmcup");
  restore_prepare(text);
}

static int find_type(const char *type) {
  int found = 0;
  if (setupterm(type, STDOUT_FILENO, &found) != OK) return screen_unknown_type;
  const char *address = tigetstr("cup");
  return address && address != (const char *)-1 ? screen_ready : screen_no_addressing;
}

static void use_utf8(void) {
  setlocale(LC_CTYPE, "");
  if (MB_CUR_MAX == 1) setlocale(LC_CTYPE, "C.UTF-8");
}

// Another program may have left the terminal non-blocking: what ncurses writes itself would wait for room in a busy loop.
static void make_blocking(void) {
  int flags = fcntl(STDOUT_FILENO, F_GETFL);
  if (flags >= 0 && flags & O_NONBLOCK) fcntl(STDOUT_FILENO, F_SETFL, flags & ~O_NONBLOCK);
}

// Plain text has a pair of its own, with the terminal's colours on both sides: to go back to it from a colour ncurses sends five
// bytes, where it sends eleven for a cell without a pair.
static void use_plain_pair(void) {
  if (!has_colors_here || init_extended_pair(plain_pair, -1, -1) != OK) return;
  cchar_t blank;
  int pair = plain_pair;
  setcchar(&blank, L" ", WA_NORMAL, 0, &pair);
  bkgrndset(&blank);
  bkgrnd(&blank);
}

static void start_curses(void) {
  raw();
  noecho();
  nonl();
  typeahead(-1);
  leaveok(stdscr, FALSE);
  has_colors_here = has_colors() && start_color() == OK;
  if (has_colors_here) use_default_colors();
  use_plain_pair();
}

// No screen is larger. A terminal that says so, up to 65,535 cells each way, would have frames of gigabytes made of it.
enum { most_rows = 1000, most_columns = 2000 };

static void take_size(int rows, int columns) {
  int bounded_rows = rows < most_rows ? rows : most_rows;
  int bounded_columns = columns < most_columns ? columns : most_columns;
  if (bounded_rows != LINES || bounded_columns != COLS) resizeterm(bounded_rows, bounded_columns);
}

int screen_open(const char *type) {
  if (!isatty(STDIN_FILENO) || !isatty(STDOUT_FILENO)) return screen_not_a_terminal;
  use_utf8();
  int problem = find_type(type);
  if (problem != screen_ready) return problem;
  make_blocking();
  prepare_restoring();
  faults_open();
  // The size comes from the terminal; LINES and COLUMNS may be those of another one.
  use_env(FALSE);
  use_tioctl(TRUE);
  FILE *output = frame_open();
  if (!newterm(type, output ? output : stdout, stdin)) {
    restore_forget();
    return screen_failed;
  }
  start_curses();
  take_size(LINES, COLS);
  static int is_registered;
  if (!is_registered) is_registered = atexit(screen_close) == 0;
  is_open = 1;
  refresh();
  send(modes_on);
  errors_keep();
  return screen_ready;
}

void screen_close(void) {
  if (!is_open) return;
  is_open = 0;
  send(modes_off);
  curs_set(1);
  endwin();
  restore_forget();
  errors_release();
}

// MARK: Colours and size

int screen_colors(void) { return has_colors_here ? COLORS : 0; }

int screen_has_direct_colors(void) { return tigetflag("RGB") > 0 && COLORS > 256; }

int screen_pair(int foreground, int background) {
  if (!has_colors_here) return 0;
  if (foreground < 0 && background < 0) return plain_pair;
  int pair = alloc_pair(foreground, background);
  return pair < 0 ? 0 : pair;
}

struct screen_size screen_size(void) { return (struct screen_size){COLS, LINES}; }

void screen_resize(void) {
  struct winsize size;
  if (!is_open || ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) != 0) return;
  if (size.ws_row > 0 && size.ws_col > 0) take_size(size.ws_row, size.ws_col);
  clearok(curscr, TRUE);
}

// MARK: Drawing

static attr_t attributes_of(const struct screen_cell *cell) {
  attr_t result = WA_NORMAL;
  if (cell->attributes & screen_bold) result |= WA_BOLD;
  if (cell->attributes & screen_underline) result |= WA_UNDERLINE;
  if (cell->attributes & screen_reverse) result |= WA_REVERSE;
  if (cell->attributes & screen_italic) result |= WA_ITALIC;
  if (cell->attributes & screen_dim) result |= WA_DIM;
  return result;
}

// Returns the number of cells made: two for a wide character that had to be replaced.
static int make_cells(cchar_t *out, const struct screen_cell *cell) {
  wchar_t text[CCHARW_MAX] = {0};
  int is_known = cell->scalars[0] < 0x7F || wcwidth((wchar_t)cell->scalars[0]) == cell->width;
  text[0] = is_known ? (wchar_t)cell->scalars[0] : 0xFFFD;
  int used = 1;
  for (int index = 1; is_known && index < 4 && cell->scalars[index]; index++)
    if (wcwidth((wchar_t)cell->scalars[index]) == 0) text[used++] = (wchar_t)cell->scalars[index];
  int pair = cell->pair;
  setcchar(out, text, attributes_of(cell), 0, &pair);
  if (is_known || cell->width < 2) return 1;
  setcchar(out + 1, L" ", attributes_of(cell), 0, &pair);
  return 2;
}

void screen_draw(int column, int row, const struct screen_cell *cells, int count) {
  enum { most = 512 };
  cchar_t run[most];
  int used = 0, columns = 0;
  if (!is_open) return;
  for (int index = 0; index < count; index++) {
    if (cells[index].width == 0) continue;
    used += make_cells(run + used, &cells[index]);
    columns += cells[index].width;
    if (used < most - 2 && index + 1 < count) continue;
    mvadd_wchnstr(row, column, run, used);
    column += columns;
    used = columns = 0;
  }
  if (used > 0) mvadd_wchnstr(row, column, run, used);
}

size_t screen_refresh(int column, int row) {
  if (!is_open) return 0;
  frame_begin();
  curs_set(column >= 0);
  if (column >= 0) move(row, column);
  refresh();
  return frame_end();
}

void screen_redraw(void) {
  if (is_open) clearok(curscr, TRUE);
}

// MARK: Stopping and going on

void screen_suspend(void) {
  if (!is_open) return;
  send(modes_off);
  curs_set(1);
  def_prog_mode();
  endwin();
  struct sigaction before;
  struct sigaction standard = {.sa_handler = SIG_DFL};
  sigaction(SIGTSTP, &standard, &before);
  kill(0, SIGTSTP);
  sigaction(SIGTSTP, &before, NULL);
  screen_resume();
}

void screen_resume(void) {
  if (!is_open) return;
  reset_prog_mode();
  refresh();
  send(modes_on);
  screen_resize();
}
