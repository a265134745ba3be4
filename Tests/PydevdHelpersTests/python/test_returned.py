"""Returned values that are forgotten with an order to run, on frames as pydevd leaves them."""

import sys
import threading
import unittest

from support import load

returned = load("dialback_returned")["dialback_returned"]


class Info(object):
    pydev_state = returned.SUSPENDED


class Stopped(object):
    """A thread that waits in functions of pydevd, called by a program with three frames."""

    def __init__(self, name, state=returned.SUSPENDED):
        self.kept = {}
        self.is_there, self.goes = threading.Event(), threading.Event()
        self.thread = threading.Thread(target=self.outer)
        self.thread.daemon = True
        self.thread.additional_info = Info()
        self.thread.additional_info.pydev_state = state
        self.thread.pydevd_id = name
        namespace = {"__name__": "_pydevd_bundle.pydevd_frame", "wait": self.wait}
        exec("def trace_dispatch():\n    wait()", namespace)
        self.trace_dispatch = namespace["trace_dispatch"]
        self.thread.start()
        self.is_there.wait(10)

    def keep(self):
        """Keeps a value in the calling frame, as `_show_return_values` does, and returns the dictionary."""
        name = sys._getframe(1).f_code.co_name
        sys._getframe(1).f_locals[returned.KEPT_IN] = self.kept[name] = {"price": 3}

    def outer(self):
        self.keep()
        self.caller()

    def caller(self):
        self.keep()
        self.innermost()

    def innermost(self):
        self.keep()
        self.trace_dispatch()

    def wait(self):
        self.is_there.set()
        self.goes.wait(10)

    def end(self):
        self.goes.set()
        self.thread.join(10)


class ReturnedTests(unittest.TestCase):
    def stopped(self, *args):
        stopped = Stopped(*args)
        self.addCleanup(stopped.end)
        return stopped

    def test_an_order_forgets_the_values_of_the_frame_and_its_caller(self):
        stopped = self.stopped("pid_1_id_1")
        returned.forget_returned("pid_1_id_1")
        self.assertEqual(stopped.kept, {"innermost": {}, "caller": {}, "outer": {"price": 3}})

    def test_an_order_for_all_threads_is_one_for_each(self):
        stopped = self.stopped("pid_1_id_1")
        returned.forget_returned("*")
        self.assertEqual(stopped.kept["innermost"], {})

    def test_an_order_for_another_thread_forgets_nothing(self):
        stopped = self.stopped("pid_1_id_1")
        returned.forget_returned("pid_1_id_2")
        self.assertEqual(stopped.kept["innermost"], {"price": 3})

    def test_a_running_thread_keeps_its_values(self):
        stopped = self.stopped("pid_1_id_1", 1)
        returned.forget_returned("*")
        self.assertEqual(stopped.kept["innermost"], {"price": 3})


if __name__ == "__main__":
    unittest.main()
