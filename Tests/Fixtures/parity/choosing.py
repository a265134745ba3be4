"""Calls of which one is chosen, lines that are jumped over, and a coroutine that is awaited."""


class Box:
    """A box with a size."""

    def __init__(self, size):
        self.size = size  # marker: box-first


def left(number):
    return number + 1  # marker: left-first


def right(number):
    """Doubles a number."""
    return number * 2  # marker: right-first


async def soon(number):
    return number + 40


def work():
    seen = []  # marker: first
    seen.append("one")  # marker: one
    seen.append("two")  # marker: two
    total = left(1) + right(left(2))  # marker: calls
    box = Box(left(total))  # marker: box
    several = sum(right(each) for each in range(2))  # marker: several
    for each in seen:  # marker: loop
        total += several + box.size  # marker: loop-inside
    return total  # marker: return


print("the total is", work())  # marker: call
