"""Raises, handles, and at last dies of an exception: PORT SIDE."""

import sys


class Trouble(Exception):
    """What the tests catch."""


def risky(level):
    if level > 1:
        raise Trouble(f"level {level} is too much")  # marker: raise
    return level


def main():
    port, side = int(sys.argv[1]), sys.argv[2]
    if side == "pydevd":
        import pydevd

        pydevd.settrace("127.0.0.1", port=port, stdout_to_server=True, stderr_to_server=True)
    else:
        import pydevd_pycharm

        pydevd_pycharm.settrace("127.0.0.1", True, True, port)
    level = 2  # marker: entry
    try:
        risky(level)
    except Trouble as error:
        print("handled:", error)  # marker: handled
    risky(level + 1)  # marker: dies
    return 0


if __name__ == "__main__":
    sys.exit(main())
