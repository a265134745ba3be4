"""A line for each construct of Python that hides a jump."""

from contextlib import contextmanager


@contextmanager
def nothing():
    yield "nothing"


def looping():
    count = 0
    while count < 2:  # marker: while
        count += 1  # marker: while-body
    for each in range(2):  # marker: for
        count += each


def raising():
    try:  # marker: try
        raise LookupError("here")
    except LookupError:  # marker: except
        seen = 1  # marker: except-body
    finally:
        seen = 2  # marker: finally
    try:
        seen += 1  # marker: try-body
    except LookupError:
        seen = 4
    finally: seen = 3  # marker: finally-line
    return seen


def passing():
    try:
        try:
            raise LookupError("on its way")
        except ArithmeticError:
            return 1
        finally: done = 2  # marker: finally-passing
    except LookupError:
        return done


def managed():
    with nothing() as value:  # marker: with
        return value


def choosing(number):
    if number == 10:
        number = 20
    else: number = 30  # marker: else
    return {
        "first": number,
        "second": number + 1,  # marker: dict
        "third": number + 2,
    }


class Base:
    def __init__(self):
        self.size = 10


class Derived(Base):
    def __init__(self):
        super().__init__()  # marker: super
        self.double = self.size * 2


if __name__ == "__main__":
    looping()
    raising()
    passing()
    managed()
    choosing(11)
    print("the double is", Derived().double)
