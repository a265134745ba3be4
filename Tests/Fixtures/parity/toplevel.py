"""Handles one exception at module level, and dies of the next."""

try:
    raise ValueError("handled")  # marker: handled
except ValueError as error:
    print("here: %s" % error)
raise ValueError("not handled")  # marker: unhandled
