"""Raises and handles exceptions of several kinds, and at last dies of one: PORT SIDE."""

import sys


class Trouble(Exception):
    """Defined by the script itself: nothing can import it."""


class DeepTrouble(Trouble):
    """Made from it."""


def risky(level):
    if level > 1:
        raise Trouble("level %d is too much" % level)  # marker: raise-trouble
    return level


def between(level):
    return risky(level)  # marker: pass-trouble


def deep():
    try:
        return {}["key"]  # marker: raise-key
    except KeyError as error:
        raise DeepTrouble("deep") from error  # marker: raise-deep


def main():
    port, side = int(sys.argv[1]), sys.argv[2]
    if side == "pydevd":
        import pydevd

        pydevd.settrace("127.0.0.1", port=port, stdout_to_server=True, stderr_to_server=True)
    else:
        import pydevd_pycharm

        pydevd_pycharm.settrace("127.0.0.1", True, True, port)
    for level in (2, 3):  # marker: entry
        try:
            between(level)  # marker: call-trouble
        except Trouble as error:
            print("handled: %s" % error)
    try:
        deep()
    except DeepTrouble:
        print("handled: deep")
    try:
        int("no number")  # marker: raise-value
    except ValueError:
        print("handled: value")
    print("dying")
    risky(9)  # marker: dies


if __name__ == "__main__":
    sys.exit(main())  # marker: exit
