"""What the benchmark steps through: PORT. An endless loop of six lines with a handful of locals."""

import sys

import pydevd


def main():
    pydevd.settrace("127.0.0.1", True, True, int(sys.argv[1]))
    names = ["ada", "grace", "edsger"]
    settings = {"depth": 3, "names": names, "ratio": 0.5}
    total = 0
    number = 0
    while True:
        number += 1
        total += number
        square = number * number
        name = names[number % 3]
        settings["last"] = (name, square)


if __name__ == "__main__":
    main()
