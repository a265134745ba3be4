"""Prints the total of a function with lines that no compiler makes code of."""

COUNT = 0


def work(number):
    global COUNT  # marker: global
    COUNT += number  # marker: count
    if 0:
        COUNT += 10  # marker: zero
    while False:
        COUNT += 20  # marker: false
    return COUNT  # marker: return


print("total", work(3))
