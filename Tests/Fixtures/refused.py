"""A program that goes on whatever becomes of the debugger: refused.py PORT SIDE SUSPEND."""
import sys
import time


def main():
    if sys.argv[2] == "pycharm":
        import pydevd_pycharm as pydevd
    else:
        import pydevd
    pydevd.settrace("127.0.0.1", True, True, int(sys.argv[1]), sys.argv[3] == "suspend")
    total = 0
    for number in range(3):
        total += number
        time.sleep(0.1)
    sys.stdout.write("total %d\n" % total)


main()
sys.stdout.write("the end\n")
sys.exit(3)
