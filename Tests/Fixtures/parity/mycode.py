"""Goes to and fro between the program and a library beside it: LIBRARY."""
import sys

sys.path.append(sys.argv[1])
import outside


def second():
    return "mine"  # marker: second


def first():
    return outside.call_second(second)  # marker: first


if __name__ == "__main__":
    outside.call_first(first)  # marker: call
    print("called back")  # marker: after
    print("over")  # marker: last
