"""Prints a line in halves, as a slow writer does, and one that never ends."""

import sys
import time


PIECES = ("a line ", "in ", "pieces", "\n", "a half")


def main():
    port, side = int(sys.argv[1]), sys.argv[2]
    if side == "pydevd":
        import pydevd

        pydevd.settrace("127.0.0.1", port=port, stdout_to_server=True, stderr_to_server=True)
    else:
        import pydevd_pycharm

        pydevd_pycharm.settrace("127.0.0.1", True, True, port)
    for piece in PIECES:  # marker: entry
        sys.stdout.write(piece)
        sys.stdout.flush()
        time.sleep(0.15)
    time.sleep(3)


if __name__ == "__main__":
    main()
