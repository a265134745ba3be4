"""A terminal that answers late, or never: DELAY|never KEYS UNTIL COMMAND…

Runs COMMAND, sends KEYS once it is asked for mode 2004, and the answers DELAY seconds later. With UNTIL, ends it when it has
written that text. Prints its exit status, and the input that it left for the next program on the terminal."""

import fcntl
import os
import select
import struct
import subprocess
import sys
import termios
import time
import tty

QUESTION = b"\x1b[?2004$p"
ANSWERS = b"\x1b[?2004;1$y\x1b[>41;379;0c\x1b[?64;1;2c"


def read(descriptor, seconds):
    return os.read(descriptor, 65536) if select.select([descriptor], [], [], seconds)[0] else b""


def wait_for(text, master, process, seconds=10):
    output, end = b"", time.monotonic() + seconds
    while text not in output:
        if process.poll() is not None or time.monotonic() > end:
            sys.exit("no %r in %r" % (text, output))
        output += read(master, 0.05)


def wait_for_end(master, process, answers, due, seconds=10):
    end = time.monotonic() + seconds
    while process.poll() is None:
        if answers and time.monotonic() >= due:
            os.write(master, answers)
            answers = b""
        if time.monotonic() > end:
            process.kill()
            sys.exit("it did not end")
        read(master, 0.02)
    # An answer is on its way whether or not somebody waits for it.
    time.sleep(max(0, due - time.monotonic()))
    os.write(master, answers)


def main(delay, keys, until, command):
    master, device = os.openpty()
    fcntl.ioctl(device, termios.TIOCSWINSZ, struct.pack("HHHH", 24, 80, 0, 0))
    process = subprocess.Popen(command, stdin=device, stdout=device, stderr=device, start_new_session=True)
    wait_for(QUESTION, master, process)
    os.write(master, keys.encode())
    if until:
        wait_for(until.encode(), master, process)
        process.terminate()
    answers = b"" if delay == "never" else ANSWERS
    wait_for_end(master, process, answers, time.monotonic() + (float(delay) if answers else 0))
    tty.setraw(device, termios.TCSANOW)
    print("status %d, left %r" % (process.returncode, read(device, 0.2)))


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2], sys.argv[3], sys.argv[4:])
