"""Passes one line twelve times, and prints which of the passes a condition lets through."""


def late(i):
    return i > 5


def odd(i):
    return i % 2 == 1


def work(i):
    twice = i * 2  # marker: pass
    return twice + 1


def main():
    for i in range(12):
        for chooses in (late, odd):
            if chooses(i):
                print("%s: %d" % (chooses.__name__, i))
        work(i)
    print("twelve passes")  # marker: last


if __name__ == "__main__":
    main()
