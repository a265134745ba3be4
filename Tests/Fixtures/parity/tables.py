"""Tables of all kinds, as far as their libraries are there."""

try:
    import numpy
except ImportError:
    numpy = None
try:
    import pandas
except ImportError:
    pandas = None


class Broken(object):
    def __repr__(self):
        raise KeyError("no text")


def main():
    nested = [[row * 10 + column for column in range(4)] for row in range(3)]
    ragged = [(1, "two"), [], [None, 2.5, Broken()]]
    flat = list(range(1000))
    single = {"a": 1}
    if numpy:
        line = numpy.arange(5) / 2
        matrix = numpy.arange(6_000_000).reshape(2000, 3000)
        cube = numpy.zeros((2, 3, 4))
        words = numpy.array([["caf\u00e9", "\U0001f600"], ['"', "\\"]])
        masked = numpy.ma.masked_greater(numpy.arange(3), 1)
    if pandas:
        frame = pandas.DataFrame({"city": ["Rome", None], "size": [1.5, 2.0]}, index=["x", "y"])
        series = pandas.Series([3, 4], name="count")
    print("made", len(nested), len(ragged), len(flat), len(single))  # marker: made


if __name__ == "__main__":
    main()
