"""Prints which file it runs as: started through links of other names."""
import sys


def work(number):
    doubled = number * 2  # marker: work
    return doubled


print("runs as", sys.argv[0])
print(work(3))
