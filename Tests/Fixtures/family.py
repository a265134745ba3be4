"""Starts other processes in the way that the third argument names, and waits for them."""
import multiprocessing
import os
import subprocess
import sys
import time


def work(number):
    square = number * number  # marker: work
    square += 1  # marker: more
    return square


def pool(method):
    workers = multiprocessing.get_context(method).Pool(8)
    squares = workers.map(work, range(8), 1)
    workers.close()
    workers.join()
    print("sum %d" % sum(squares))


def start(mode):
    subprocess.check_call([sys.executable, __file__, sys.argv[1], sys.argv[2], mode])


def server():
    children = []
    for number in range(4):
        pid = os.fork()
        if pid == 0:
            work(number)
            os._exit(0)
        children.append(pid)
    print("ended %s" % [os.waitpid(pid, 0)[1] for pid in children])


def main(mode):
    if mode == "child":
        start("grandchild")
    elif mode == "grandchild":
        print("grandchild %d" % work(3))
    else:
        connect(mode)
    print("end of %s" % mode)


def connect(mode):
    import pydevd

    pydevd.settrace("127.0.0.1", True, True, int(sys.argv[1]), patch_multiprocessing=True)
    print("mode %s" % mode)  # marker: entry
    if mode == "server":
        server()
    elif mode == "subprocess":
        start("child")
    elif mode == "exec":
        time.sleep(0.3)
        os.execv(sys.executable, [sys.executable, __file__, sys.argv[1], sys.argv[2], "grandchild"])
    else:
        pool(mode)


if __name__ == "__main__":
    main(sys.argv[3])
