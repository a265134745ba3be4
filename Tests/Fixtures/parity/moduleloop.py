"""Calls settrace at module level, and loops there: PORT SIDE."""
import sys

if sys.argv[2] == "pydevd":
    from pydevd import settrace
else:
    from pydevd_pycharm import settrace
settrace("127.0.0.1", False, False, int(sys.argv[1]))
total = 0
for number in range(50):
    total += number  # marker: loop
print("total", total)
