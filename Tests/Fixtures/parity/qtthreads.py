"""Threads of Qt: by inheritance, with a worker moved to one, of the pool, and by the signal that it started."""

import sys

from PyQt5 import QtCore

application = QtCore.QCoreApplication(sys.argv)
done = []


class Inherits(QtCore.QThread):
    def run(self):
        done.append("inherits")  # marker: inherits


class Worker(QtCore.QObject):
    finished = QtCore.pyqtSignal()

    def work(self):
        done.append("moved")  # marker: moved
        self.finished.emit()


class Task(QtCore.QRunnable):
    def run(self):
        done.append("pool")  # marker: pool


class Listens(QtCore.QThread):
    told = QtCore.pyqtSignal(str)

    def __init__(self):
        super().__init__()
        self.started.connect(lambda: done.append("started"))

    def run(self):
        self.told.emit("signal")  # marker: listens


def inherits():
    thread = Inherits()
    thread.start()
    thread.wait()


def moved():
    thread, worker = QtCore.QThread(), Worker()
    worker.moveToThread(thread)
    thread.started.connect(worker.work)
    worker.finished.connect(thread.quit)
    thread.finished.connect(application.quit)
    thread.start()
    application.exec_()
    thread.wait()


def pool():
    QtCore.QThreadPool.globalInstance().start(Task())
    QtCore.QThreadPool.globalInstance().waitForDone()


def listens():
    thread = Listens()
    thread.told.connect(done.append)
    thread.finished.connect(application.quit)
    thread.start()
    application.exec_()
    thread.wait()


globals()[sys.argv[1]]()
print("done", sorted(done))
