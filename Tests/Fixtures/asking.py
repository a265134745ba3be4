"""Asks for what it needs: started by `dialback run`."""

import sys

name = input("your name? ")
print("hello " + name + ".")
rest = sys.stdin.read()
print("the rest has %d characters" % len(rest))
