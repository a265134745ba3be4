"""Just enough of an xterm to know what is on a screen that ncurses paints."""

import codecs
import unicodedata


class TinyTerminal:
    """Takes the bytes that a program writes to its terminal; `rows()` is what they leave on the screen."""

    def __init__(self, columns, rows):
        self.columns, self.height = columns, rows
        self.cells = [[" "] * columns for _ in range(rows)]
        self.x = self.y = 0
        self.saved = (0, 0)
        self.top, self.bottom = 0, rows - 1
        self.last = " "
        self.pending = ""
        self.decoder = codecs.getincrementaldecoder("utf-8")("replace")

    def rows(self):
        """The text of every row."""
        return ["".join(row) for row in self.cells]

    def feed(self, data):
        """Applies what was written."""
        text = self.pending + self.decoder.decode(data)
        self.pending = ""
        at = 0
        while at < len(text):
            if text[at] == "\x1b":
                end = self._escape(text, at)
                if end is None:
                    self.pending = text[at:]
                    return
                at = end
            else:
                self._character(text[at])
                at += 1

    def _escape(self, text, at):
        """Applies the sequence that starts at `at`; gives where it ends, None when it isn't all there."""
        kind = text[at + 1 : at + 2]
        if kind == "[":
            end = at + 2
            while end < len(text) and not "@" <= text[end] <= "~":
                end += 1
            if end == len(text):
                return None
            self._control(text[at + 2 : end], text[end])
            return end + 1
        if kind in ("]", "P", "_", "^"):
            ends = [(text.find(mark, at), len(mark)) for mark in ("\x07", "\x1b\\")]
            ends = [place + length for place, length in ends if place >= 0]
            return min(ends) if ends else None
        if kind == "M":
            self._reverse_index()
        elif kind == "7":
            self.saved = (self.x, self.y)
        elif kind == "8":
            self.x, self.y = self.saved
        return None if not kind or (kind in "()" and len(text) < at + 3) else at + (3 if kind in "()" else 2)

    def _control(self, parameters, final):
        if parameters[:1] in ("?", ">", "<", "="):
            return
        numbers = [int(part) if part.isdigit() else 0 for part in parameters.split(";")]
        count = max(numbers[0], 1)
        second = max(numbers[1], 1) if len(numbers) > 1 else 1
        if final in "Hf":
            self.y, self.x = count - 1, second - 1
        elif final in "ABCD":
            self.y += {"A": -count, "B": count}.get(final, 0)
            self.x += {"C": count, "D": -count}.get(final, 0)
        elif final in "G`":
            self.x = count - 1
        elif final == "d":
            self.y = count - 1
        elif final == "r":
            self.top, self.bottom = count - 1, (second if len(numbers) > 1 else self.height) - 1
            self.x = self.y = 0
        elif final == "b":
            for _ in range(count):
                self._character(self.last)
        else:
            self._edit(final, numbers[0], count)
        self.x = min(max(self.x, 0), self.columns - 1)
        self.y = min(max(self.y, 0), self.height - 1)

    def _edit(self, final, mode, count):
        row = self.cells[self.y]
        if final == "K":
            first, last = {0: (self.x, self.columns), 1: (0, self.x + 1)}.get(mode, (0, self.columns))
            row[first:last] = [" "] * (last - first)
        elif final == "J":
            if mode == 0:
                row[self.x :] = [" "] * (self.columns - self.x)
            for y in range(self.y + 1, self.height) if mode == 0 else range(self.height):
                self.cells[y] = [" "] * self.columns
        elif final == "X":
            count = min(count, self.columns - self.x)
            row[self.x : self.x + count] = [" "] * count
        elif final == "@":
            row[self.x : self.x] = [" "] * count
            del row[self.columns :]
        elif final == "P":
            del row[self.x : self.x + count]
            row.extend([" "] * (self.columns - len(row)))
        elif final in "LMST":
            self._scroll(final, count)

    def _scroll(self, final, count):
        first = self.y if final in "LM" else self.top
        for _ in range(min(count, self.bottom - first + 1)):
            if final in "LT":
                del self.cells[self.bottom]
                self.cells.insert(first, [" "] * self.columns)
            else:
                del self.cells[first]
                self.cells.insert(self.bottom, [" "] * self.columns)

    def _reverse_index(self):
        if self.y == self.top:
            self._scroll("T", 1)
        else:
            self.y -= 1

    def _character(self, character):
        if character == "\n":
            if self.y == self.bottom:
                self._scroll("S", 1)
            else:
                self.y += 1
        elif character == "\r":
            self.x = 0
        elif character == "\b":
            self.x = max(self.x - 1, 0)
        elif character == "\t":
            self.x = min(self.x // 8 * 8 + 8, self.columns - 1)
        elif character >= " " and not unicodedata.combining(character):
            self._print(character)

    def _print(self, character):
        width = 2 if unicodedata.east_asian_width(character) in "WF" else 1
        if self.x + width > self.columns:
            self.x = 0
            self._character("\n")
        self.cells[self.y][self.x] = character
        if width == 2:
            self.cells[self.y][self.x + 1] = ""
        self.x += width
        self.last = character
