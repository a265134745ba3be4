"""Connects by settrace, then asks for stops by settrace and by the built-in function: PORT SIDE. Prints each place first."""
import sys


def say(call):
    print("%s at %d" % (call, sys._getframe().f_back.f_lineno))


def main(port, side):
    if side == "pydevd":
        from pydevd import settrace
    else:
        from pydevd_pycharm import settrace
    settrace("127.0.0.1", False, False, port)
    total = 0  # marker: entry
    for _ in range(2):
        say("settrace"), settrace("127.0.0.1", False, False, port)
        total += 1
    say("breakpoint"), breakpoint()
    total += 1
    say("settrace"), settrace("127.0.0.1", False, False, port, stop_at_frame=sys._getframe())
    total += 1
    print("total", total)


if __name__ == "__main__":
    main(int(sys.argv[1]), sys.argv[2])
