"""Fails again in a function that has failed before: PORT SIDE."""

import sys


def attempt(number):
    values = [number]
    if number < 9:
        raise ValueError("number %d" % number)  # marker: raise
    return values


def main():
    port, side = int(sys.argv[1]), sys.argv[2]
    if side == "pydevd":
        import pydevd

        pydevd.settrace("127.0.0.1", port=port, stdout_to_server=True, stderr_to_server=True)
    else:
        import pydevd_pycharm

        pydevd_pycharm.settrace("127.0.0.1", True, True, port)
    for number in range(6):  # marker: entry
        try:
            attempt(number)
        except ValueError as error:
            print("handled: %s" % error)
        number += 0  # marker: after


main()
