"""Calls settrace and raises at module level, handled and not: PORT SIDE."""
import sys

if sys.argv[2] == "pydevd":
    from pydevd import settrace
else:
    from pydevd_pycharm import settrace
settrace("127.0.0.1", port=int(sys.argv[1]), suspend=False)
try:
    raise IndexError("handled")  # marker: handled
except IndexError:
    pass
raise IndexError("unhandled")  # marker: unhandled
