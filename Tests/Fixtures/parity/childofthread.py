"""A thread starts a child while it is stepped and the main thread stands at its own line."""
import multiprocessing
import threading

started = threading.Event()


def child():
    kind = "child"  # marker: child
    return kind


def work():
    kind = "thread"  # marker: thread
    started.set()  # marker: set
    process = multiprocessing.Process(target=child)
    process.start()  # marker: start
    process.join()


if __name__ == "__main__":
    worker = threading.Thread(target=work)
    worker.start()
    started.wait()
    print("main goes on")  # marker: main
    worker.join()
    print("all have ended")
