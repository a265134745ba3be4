"""Counts, one line a step: PORT SIDE, where SIDE is pydevd (keywords) or pycharm (positions)."""

import sys


def main():
    port, side = int(sys.argv[1]), sys.argv[2]
    if side == "pydevd":
        import pydevd

        pydevd.settrace("127.0.0.1", port=port, stdout_to_server=True, stderr_to_server=True)
    else:
        import pydevd_pycharm

        pydevd_pycharm.settrace("127.0.0.1", True, True, port)
    count = 0  # marker: entry
    while count < 100000:  # marker: loop
        count += 1  # marker: count


if __name__ == "__main__":
    main()
