"""Calls settrace for its children too: PORT SIDE."""
import subprocess
import sys


def trace(port, side):
    if side == "pydevd":
        from pydevd import settrace

        settrace("127.0.0.1", port=port, patch_multiprocessing=True)
    else:
        from pydevd_pycharm import settrace

        settrace("127.0.0.1", False, False, port, True, False, False, True)
    return port  # marker: entry


def main():
    trace(int(sys.argv[1]), sys.argv[2])
    status = subprocess.call([sys.executable, "-u", __file__])
    print("the child left with", status)


if __name__ == "__main__":
    if len(sys.argv) == 1:
        print("the child")  # marker: child
    else:
        main()
