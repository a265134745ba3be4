"""Functions that return, some under the name of a variable."""


def rows():
    return [1, 2, 3]


class Box:
    def open(self):
        return {"k": [1, 2]}


def note(value):
    pass


def name():
    return "Ada"


def main():
    show = globals()
    rows = [5]
    got = show["rows"](), Box().open()  # marker: rows
    note(got)  # marker: note
    rows[0] += 1  # marker: plain
    name()  # marker: text
    print(rows)  # marker: end


if __name__ == "__main__":
    main()
