"""A debuggee whose debugger is ended: PORT PROGRESS. It comes to its own end, whatever becomes of that."""

import os
import sys
import threading
import time

try:
    import pydevd_pycharm as side
except ImportError:
    import pydevd as side


class Slow:
    """A value whose text takes its time."""

    def __repr__(self):
        time.sleep(1.5)
        return "slow"


def write(word):
    with open(sys.argv[2] + ".new", "w") as file:
        file.write(word)
    os.replace(sys.argv[2] + ".new", sys.argv[2])


def slow(answer):
    write("slow")
    time.sleep(1.0)
    return answer


def work(number):
    value = Slow() if number < 0 else number
    return value  # marker: work


def worker(number):
    time.sleep(0.01)
    return work(number)  # marker: worker


def main():
    write("dialling")
    side.settrace("127.0.0.1", True, True, int(sys.argv[1]))
    write("running")  # marker: entry
    nested = {"slow": [Slow()]}
    threads = [threading.Thread(target=worker, args=(number,)) for number in range(3)]
    for thread in threads:
        thread.start()
    for number in range(40):
        work(number)
        time.sleep(0.02)  # marker: loop
    write("flooding")
    for number in range(20000):
        print("line", number)
    for thread in threads:
        thread.join()
    return nested


main()
write("done")
