"""Has properties, functions with a comment for the debugger, a condition that raises, and a class that is shown in another way."""
import sys


class Box(object):
    def __init__(self):
        self.kept = 1

    @property
    def size(self):
        return self.kept  # marker: getter

    @size.setter
    def size(self, value):
        self.kept = value  # marker: setter

    @size.deleter
    def size(self):
        self.kept = 0  # marker: deleter


# @DontTrace
def passed_over(call):
    return call()


def entered(value=3):
    return value  # marker: entered


def leave():
    return None  # marker: leave


def outer():
    wrapped()  # marker: outer
    return 1  # marker: after outer


def wrapped():  # @DontTrace
    leave()
    return 2


def work():
    box = Box()
    box.size  # marker: get
    box.size = 2  # marker: set
    del box.size  # marker: delete
    passed_over(entered)  # marker: comment
    outer()  # marker: call outer
    for index in range(3):
        print("round %d" % index)  # marker: loop
    return box  # marker: end


if __name__ == "__main__":
    work()
    sys.stdout.flush()
