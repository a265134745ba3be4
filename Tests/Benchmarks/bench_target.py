"""Writes the programs that the table steps through: step_target.py in a folder of its own, for one size each."""

import os

FLOOD = 2000  # lines that the target's `flood` prints
HEAD = '''import sys

import pydevd

sys.setrecursionlimit(5000)


def flood():
    for line in range(FLOOD):
        print("line %d of a flood" % line)


def main(depth):
    if depth:
        return main(depth - 1)
'''
LOOP = '''    pydevd.settrace("HOST", True, True, int(sys.argv[1]))
    number = 0
    while True:
        number += 1
        square = number * number
        name = str(square)
        CALL


main(DEPTH)
'''


def write_target(folder, depth=0, names=3, lines=0, width=0, call="len(name)", text=0, host="127.0.0.1"):
    """The path of a program of that many frames and locals, with so many lines and a line of that width before the loop.

    One more local is a string of `text` characters, if that is not 0."""
    os.makedirs(folder)
    path = os.path.join(folder, "step_target.py")
    with open(path, "w") as file:
        for number in range(lines):
            file.write(f"x = {number}  # a line of a long file\n")
        file.write(HEAD.replace("FLOOD", str(FLOOD)))
        if width:
            file.write("    # " + "word " * (width // 5) + "\n")
        for number in range(names):
            file.write(f"    local_{number} = {number}\n")
        if text:
            file.write(f"    text = 'text ' * {text // 5}\n")
        file.write(LOOP.replace("HOST", host).replace("DEPTH", str(depth)).replace("CALL", call))
    return path
