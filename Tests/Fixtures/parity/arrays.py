import numpy


def main():
    small = numpy.arange(10) + 1j
    big = numpy.arange(100_000).reshape(10, 10_000)
    huge = numpy.arange(2_000_000)
    print("made", small.size, big.size, huge.size)  # marker: made


if __name__ == "__main__":
    main()
