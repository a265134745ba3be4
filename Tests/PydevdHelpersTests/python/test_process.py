"""What is done at the first stop, with a debugger of ours."""

import os
import sys
import types
import unittest

from support import load

try:
    import queue
except ImportError:
    import Queue as queue


class Socket(object):
    def __init__(self):
        self.options = {}

    def setsockopt(self, level, option, value):
        self.options[level, option] = value

    def getsockopt(self, level, option):
        return self.options.get((level, option), 0)


class Writer(object):
    def __init__(self):
        self.sock = Socket()
        self._cmd_queue = queue.Queue()

    def is_alive(self):
        return True

    def add_command(self, command):
        self._cmd_queue.put(command)


MAX_IO_MSG_SIZE = 1000


class Factory(object):
    def make_io_message(self, text, kind):
        return text[:MAX_IO_MSG_SIZE]


class Debugger(object):
    def __init__(self):
        self.writer = Writer()
        self.cmd_factory = Factory()
        self.alive = True
        self.worked = 0

    def has_user_threads_alive(self):
        return self.alive

    def process_internal_commands(self):
        self.worked += 1

    def set_use_libraries_filter(self, is_on):
        self.filter = is_on


class ProcessTests(unittest.TestCase):
    def setUp(self):
        self.debugger = Debugger()
        constants = types.ModuleType("constants")
        constants.get_global_debugger = lambda: self.debugger
        sys.modules["_pydevd_bundle.pydevd_constants"] = constants
        self.modules = load("dialback_debugger", "dialback_filters", "dialback_exit", "dialback_process")

    def tearDown(self):
        del sys.modules["_pydevd_bundle.pydevd_constants"]
        globals()["MAX_IO_MSG_SIZE"] = 1000

    def test_the_process_is_described(self):
        words = self.modules["dialback_process"].describe(True).split(" ")
        self.assertEqual(words[0], ".".join(map(str, sys.version_info[:3])))
        self.assertEqual(words[1], str(os.getppid()))
        self.assertEqual(len(words), 8)
        self.assertEqual(words[6:], ["1", "1"])
        self.assertEqual(self.debugger.writer.sock.options, {(6, 1): 1})

    def test_output_is_sent_whole(self):
        self.modules["dialback_exit"].lift_limit()
        make = self.debugger.cmd_factory.make_io_message
        self.assertEqual(len(make("x" * 5000, 1)), 5000)
        self.assertEqual(make("", 1), "")
        for length in (999999, 1000000, 1000001, 3500000):
            text = "".join([chr(ord("a") + number % 26) for number in range(length)])
            last = make(text, 1)
            pieces = []
            while not self.debugger.writer._cmd_queue.empty():
                pieces.append(self.debugger.writer._cmd_queue.get())
            self.assertTrue("".join(pieces) + last == text and last)

    def test_the_connection_stays_while_messages_wait(self):
        self.modules["dialback_exit"].keep_connection()
        self.debugger.process_internal_commands()
        self.assertEqual(self.debugger.worked, 1)
        self.debugger.alive = False
        self.debugger.writer._cmd_queue.put("a message")
        self.assertTrue(self.debugger.has_user_threads_alive())
        self.debugger.process_internal_commands()
        self.assertEqual(self.debugger.worked, 1)
        self.debugger.writer._cmd_queue.get()
        self.assertFalse(self.debugger.has_user_threads_alive())
        self.debugger.process_internal_commands()
        self.assertEqual(self.debugger.worked, 2)

    def test_libraries_are_filtered_by_the_debugger(self):
        self.modules["dialback_filters"].filter_libraries(True)
        self.assertTrue(self.debugger.filter)


class SettraceTests(unittest.TestCase):
    def test_a_call_ends_on_its_last_line(self):
        ends = load("dialback_settrace")["dialback_settrace"].ends_settrace
        first = here() + 3
        if not first:
            settrace = pow
            settrace(
                2,
                3)
            settrace(2, 3)
        # Lines: the name of the call, its arguments, its end; the call on one line.
        expected = [True, False, True, True, False]
        self.assertEqual([ends(__file__.replace(".pyc", ".py"), first + each) for each in range(5)], expected)


def here():
    return sys._getframe(1).f_lineno


if __name__ == "__main__":
    unittest.main()
