from collections import namedtuple

Point = namedtuple("Point", "across down")

if __name__ == "__main__":
    first = 1  # marker: first
    point = Point(first, 2)  # marker: make
    second = point.down  # marker: second
    print("down", second)  # marker: print
