"""Runs on without an end of its own until it is told to stop by a file: PORT SIDE STOPFILE."""

import os
import sys
import time


def beat(count):
    half = count // 2  # marker: beat-first
    return half + 1  # marker: beat-return


def main():
    port, side = int(sys.argv[1]), sys.argv[2]
    if side == "pydevd":
        import pydevd

        pydevd.settrace("127.0.0.1", port=port, stdout_to_server=True, stderr_to_server=True)
    else:
        import pydevd_pycharm

        pydevd_pycharm.settrace("127.0.0.1", True, True, port)
    count = 0  # marker: entry
    while not os.path.exists(sys.argv[3]):  # marker: loop
        count += 1  # marker: count
        beat(count)  # marker: call
        time.sleep(0.01)  # marker: sleep
    print("left the loop after", count > 0)  # marker: after
    return 0  # marker: last


if __name__ == "__main__":
    sys.exit(main())
