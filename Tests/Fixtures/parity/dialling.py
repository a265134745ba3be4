"""Dials in by the built-in function alone: PORT."""
import sys


def main():
    breakpoint(port=int(sys.argv[1]))  # marker: call
    print("dialled by the built-in function")  # marker: after


if __name__ == "__main__":
    main()
