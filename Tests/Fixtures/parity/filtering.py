"""Raises in its own code and in a library's beside it: LIBRARY exit|through|library."""
import sys

sys.path.append(sys.argv[1])
import outside


def fail():
    raise RuntimeError("mine")  # marker: raise


def caller():
    outside.call_first(fail)  # marker: call


def main(way):
    if way == "exit":
        outside.leave()
    elif way == "through":
        caller()  # marker: main
    else:
        outside.fail()  # marker: library


if __name__ == "__main__":
    main(sys.argv[2])  # marker: module
