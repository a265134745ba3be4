"""Starts children in several ways: WAY, one of process, spawn, pool, code, arguments, archive."""
import multiprocessing
import os
import subprocess
import sys

HARD = ['connect("127 . 0.0.1")', '"', "", "\\", '\\"', '""', "$HOME 'x'"]


def work(number):
    result = number * 2  # marker: child
    return result


def start(way):
    here = os.path.dirname(os.path.abspath(__file__))
    environment = dict(os.environ, PYTHONPATH=here)
    if way in ("process", "spawn"):
        context = multiprocessing.get_context("fork" if way == "process" else "spawn")
        child = context.Process(target=work, args=(21,))
        child.start()
        child.join()
        return child.exitcode
    if way == "pool":
        with multiprocessing.Pool(1) as pool:
            return 0 if pool.map(work, [21]) == [42] else 1
    if way == "code":
        return subprocess.call([sys.executable, "-c", "import children; children.work(21)"], env=environment)
    if way == "arguments":
        return subprocess.call([sys.executable, os.path.abspath(__file__), "child"] + HARD)
    import zipfile

    archive = os.path.join(here, "program.zip")
    with zipfile.ZipFile(archive, "w") as file:
        file.writestr("__main__.py", "import children\nchildren.work(21)\n")
    return subprocess.call([sys.executable, archive], env=environment)


if __name__ == "__main__":
    if sys.argv[1] == "child":
        work(21)
        sys.exit(0 if sys.argv[2:] == HARD else 3)
    status = start(sys.argv[1])
    print("the child left with", status)  # marker: parent
