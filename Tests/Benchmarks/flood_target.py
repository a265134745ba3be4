"""Prints coloured lines as fast as it can: PORT."""

import sys


def main():
    import pydevd

    pydevd.settrace("127.0.0.1", True, True, int(sys.argv[1]))
    number = 0
    while True:
        sys.stdout.write("".join("\x1b[3%dmline %d\x1b[0m of a flood of output\n" % (n % 8, number + n) for n in range(100)))
        number += 100


if __name__ == "__main__":
    main()
