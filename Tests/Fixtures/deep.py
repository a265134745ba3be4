"""A recursion, stopped at its bottom: PORT SIDE."""

import sys


def dig(depth):
    if depth == 0:
        return 0  # marker: bottom
    return 1 + dig(depth - 1)  # marker: dig


def main():
    port, side = int(sys.argv[1]), sys.argv[2]
    if side == "pydevd":
        import pydevd

        pydevd.settrace("127.0.0.1", port=port, stdout_to_server=True, stderr_to_server=True)
    else:
        import pydevd_pycharm

        pydevd_pycharm.settrace("127.0.0.1", True, True, port)
    depth = dig(60)  # marker: entry
    print("the depth was", depth)  # marker: after
    return 0


if __name__ == "__main__":
    sys.exit(main())
