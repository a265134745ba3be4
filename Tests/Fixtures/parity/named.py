"""Dials PORT, with two modules of one name beside it, and prints the file and line of each."""
import sys


def main(port, side):
    if side == "pydevd":
        from pydevd import settrace
    else:
        from pydevd_pycharm import settrace
    settrace("127.0.0.1", False, False, port)
    from b import models  # marker: import
    print(models.outer(20))


if __name__ == "__main__":
    main(int(sys.argv[1]), sys.argv[2])
