"""Writes what would harm a terminal: to standard output, in a value, in a thread's name. PORT SIDE."""

import sys
import threading

COLOURED = "\x1b[32mok\x1b[0m"
TITLE = "\x1b]0;stolen\x07"
CLEAR = "\x1b[2J"
BELL = "\x07"


def main():
    threading.current_thread().name = "thread" + TITLE + CLEAR + BELL
    port, side = int(sys.argv[1]), sys.argv[2]
    if side == "pydevd":
        import pydevd

        pydevd.settrace("127.0.0.1", port=port, stdout_to_server=True, stderr_to_server=True)
    else:
        import pydevd_pycharm

        pydevd_pycharm.settrace("127.0.0.1", True, True, port)
    value = "begin" + COLOURED + TITLE + CLEAR + BELL + "end"  # marker: entry
    print("1:" + COLOURED + ":1")  # marker: print
    print("2:" + TITLE + ":2")
    print("3:" + CLEAR + ":3")
    print("4:" + BELL + ":4")
    print("5:\x1bc\x9b2J\x1b[?1049h\x1b[1;1H\x1bP1$r\x1b\\:5")
    done = len(value)  # marker: after
    return 0 if done else 1  # marker: last


if __name__ == "__main__":
    sys.exit(main())
