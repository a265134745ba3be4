from pack import inner


def show():
    return inner.answer()


if __name__ == "__main__":
    before = show()
    after = show  # marker: changed
    print("before", before, "and after", after())
