"""Imports a module late, and calls it; that prints the line on which it runs."""


def main():
    first = 1  # marker: before
    import edited_module

    second = first + 1  # marker: between
    for number in range(6):
        edited_module.step(number)
    return second


main()
