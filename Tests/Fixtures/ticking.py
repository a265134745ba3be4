"""Writes a dot to a file each tenth of a second: ticking.py HOST PORT FILE."""

import sys
import time

import pydevd


def tick(path):
    while True:
        with open(path, "a") as stream:
            stream.write(".")
        time.sleep(0.1)  # marker: loop


def main():
    host, port, path = sys.argv[1], int(sys.argv[2]), sys.argv[3]
    pydevd.settrace(host, True, True, port)
    first = 1  # marker: entry
    second = first + 1
    tick(path)


main()
