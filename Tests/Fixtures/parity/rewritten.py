"""Has its own file changed while it runs: the code that it runs stays as it was."""
import io
import os
import sys
import time


def work(a):
    b = a + 1
    return b  # marker: work


work(1)
for path in sys.argv[1:]:
    with io.open(path, encoding="utf-8") as stream:
        text = stream.read()
    with io.open(path, "w", encoding="utf-8") as stream:
        stream.write(u"# a line\n# and another one\n" + text)
    os.utime(path, (time.time() + 5, time.time() + 5))
work(2)
print("both have run")
