"""Three named workers and a main thread: PORT SIDE."""

import sys
import threading


def work(results, name):
    length = len(name)  # marker: work-first
    results[name] = length * 2  # marker: work-second


def main():
    port, side = int(sys.argv[1]), sys.argv[2]
    if side == "pydevd":
        import pydevd

        pydevd.settrace("127.0.0.1", port=port, stdout_to_server=True, stderr_to_server=True)
    else:
        import pydevd_pycharm

        pydevd_pycharm.settrace("127.0.0.1", True, True, port)
    results = {}  # marker: entry
    workers = [threading.Thread(target=work, args=(results, name), name=name) for name in ("ada", "grace", "edsger")]
    for worker in workers:
        worker.start()
    for worker in workers:
        worker.join()
    print("the workers made", sum(results.values()))  # marker: after
    return 0


if __name__ == "__main__":
    sys.exit(main())
