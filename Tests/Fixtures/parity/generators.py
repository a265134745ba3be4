"""Generators that are stepped through: a plain one, one that delegates, one that returns a value."""


def inner():
    for number in range(5):
        yield number


def delegating():
    begin = 0  # marker: delegating-first
    yield from inner()  # marker: delegating-yield
    begin += 1  # marker: delegating-last


def plain():
    begin = 0  # marker: plain-first
    yield begin  # marker: plain-yield
    begin += 1  # marker: plain-last


def pair():
    yield 1  # marker: pair-first
    yield 2  # marker: pair-second


def main():
    for each in plain():  # marker: plain-loop
        kept = each
    kept += 1  # marker: plain-after
    for each in delegating():  # marker: delegating-loop
        kept += each
    kept += 1  # marker: delegating-after
    for each in pair():  # marker: pair-loop
        kept += each  # marker: pair-body
    print("kept", kept)


if __name__ == "__main__":
    main()
