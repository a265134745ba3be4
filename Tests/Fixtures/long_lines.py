"""Prints lines of any length, each in one write."""

import sys


def main():
    port, side = int(sys.argv[1]), sys.argv[2]
    if side == "pydevd":
        import pydevd

        pydevd.settrace("127.0.0.1", port=port, stdout_to_server=True, stderr_to_server=True)
    else:
        import pydevd_pycharm

        pydevd_pycharm.settrace("127.0.0.1", True, True, port)
    for text in ("J" * 100000 + "\n", "K" * 100000 + "\n", "X" * 3000000 + "end\nnext line\n"):  # marker: entry
        sys.stdout.write(text)
    print("that was all")


if __name__ == "__main__":
    main()
