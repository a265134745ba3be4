"""An honest debuggee: PORT PROGRESS. Each line that it executes is written to the file, so that nobody has to be believed."""

import os
import sys

try:
    import pydevd_pycharm as side
except ImportError:
    import pydevd as side


def main():
    progress = os.open(sys.argv[2], os.O_WRONLY | os.O_CREAT)
    os.pwrite(progress, b"0", 0)
    side.settrace("127.0.0.1", True, True, int(sys.argv[1]))
    number = 1
    while number:
        os.pwrite(progress, b"%d" % number, 0)
        number += 1


main()
