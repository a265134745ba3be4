"""Writes in several ways, which a step into passes over."""

import sys


class Own:
    """A stream of the program's own."""

    def write(self, text):
        self.text = text  # marker: own-write


def work():
    first = 1  # marker: first
    print("first is", first, "and more %")  # marker: print
    sys.stderr.write("an error\n")  # marker: error
    own = Own()  # marker: own
    print("to its own stream", file=own)  # marker: own-print
    return first  # marker: return


if __name__ == "__main__":
    work()
