"""Functions and methods that call each other, for stops and steps."""


class Counter:
    def __init__(self):
        self.value = 0

    def add(self, amount):
        self.value += amount  # marker: add-first
        return self.value  # marker: add-return


def inner(number):
    doubled = number * 2  # marker: inner-first
    return doubled  # marker: inner-return


def other(number):
    return number + 1  # marker: other-first


def outer(number):
    first = inner(number)  # marker: outer-first
    second = other(first)  # marker: outer-second
    return first + second  # marker: outer-return


if __name__ == "__main__":
    counter = Counter()  # marker: main-first
    counter.add(3)  # marker: main-add
    total = outer(4)  # marker: main-outer
    total += counter.value  # marker: main-total
    print("the total is", total)  # marker: main-print
