"""Starts two processes, one by fork and one by spawn."""
import multiprocessing


def work(number):
    return number * number  # marker: work


if __name__ == "__main__":
    children = []
    for method in ("fork", "spawn"):
        children.append(multiprocessing.get_context(method).Process(target=work, args=(3,)))
    for child in children:
        child.start()
    for child in children:
        child.join()
    print("codes %s" % [child.exitcode for child in children])
