"""Asks for stops itself: in its caller's frame, in its own, and by the built-in function."""
import sys


def ask(side, in_caller):
    if side == "pydevd":
        from pydevd import settrace
    else:
        from pydevd_pycharm import settrace
    if in_caller:
        settrace(suspend=True, stop_at_frame=sys._getframe().f_back)
    else:
        settrace(suspend=True)
    return "asked"  # marker: own


def outer(side):
    ask(side, True)  # marker: call
    print("between")  # marker: caller
    ask(side, False)
    breakpoint()
    print("after the built-in one")  # marker: builtin


if __name__ == "__main__":
    outer(sys.argv[1])
    print("asked three times")
