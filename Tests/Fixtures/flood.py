"""Prints COUNT coloured lines as fast as it can: PORT SIDE COUNT."""

import sys


def main():
    port, side = int(sys.argv[1]), sys.argv[2]
    if side == "pydevd":
        import pydevd

        pydevd.settrace("127.0.0.1", port=port, stdout_to_server=True, stderr_to_server=True)
    else:
        import pydevd_pycharm

        pydevd_pycharm.settrace("127.0.0.1", True, True, port)
    count = int(sys.argv[3])  # marker: entry
    for number in range(count):
        sys.stdout.write(f"\x1b[3{number % 8}mline {number}\x1b[0m\n")
    print("the flood is over after", count)  # marker: after
    return 0  # marker: last


if __name__ == "__main__":
    sys.exit(main())
