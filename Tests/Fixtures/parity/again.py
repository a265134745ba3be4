"""Calls settrace twice, with a pause of so many seconds between: PORT SIDE SECONDS."""
import sys
import time


def main(port, side, seconds):
    if side == "pydevd":
        from pydevd import settrace
    else:
        from pydevd_pycharm import settrace
    settrace("127.0.0.1", False, False, port)
    first = 1  # marker: first
    if seconds:
        time.sleep(seconds)
    settrace("127.0.0.1", False, False, port)
    second = first + 1  # marker: second
    print("stopped", second, "times")


if __name__ == "__main__":
    main(int(sys.argv[1]), sys.argv[2], float(sys.argv[3]))
