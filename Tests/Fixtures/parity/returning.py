def one():
    return 1


def two():
    return "two"


def main():
    one()  # marker: one
    two()  # marker: two
    print("called both")  # marker: print


if __name__ == "__main__":
    main()
