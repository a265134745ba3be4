"""Entries of the console: their statements, the value of the last one, the text that they print."""

import sys
import threading
import unittest

from support import IS_PYTHON_3, load

modules = load("dialback_requests", "dialback_console")
console = modules["dialback_console"]


class Stream(object):
    def __init__(self):
        self.texts = []

    def write(self, text):
        self.texts.append(text)


def enter(text, namespace):
    """Enters a text as at a stop in a module, and returns its value, what it printed, and whether it is a statement."""
    entry = console.Entry(text)

    def evaluate(part, is_statement):
        return eval(compile(part, "<string>", "exec" if is_statement else "eval"), namespace)

    class Frame(object):
        f_locals = f_globals = namespace

    value = entry.run(Frame, evaluate, lambda value: False)
    return value, entry.capture.text(), entry.is_statement


class ConsoleTests(unittest.TestCase):
    def setUp(self):
        del console.last[:]
        self.names = {"a": 1, "sys": sys}

    def test_only_marked_texts_are_entries(self):
        self.assertEqual(console.entry_of("1 + 1 #dialback:console:12"), ("1 + 1", 12))
        self.assertEqual(console.entry_of("x = '#'  # note #dialback:console:3"), ("x = '#'  # note", 3))
        self.assertEqual(console.entry_of("if 1:@LINE@    b = 1@LINE@ #dialback:console:4"), ("if 1:\n    b = 1", 4))
        for text in ("1 + 1", "'#dialback:console:'", "1 #dialback:limited"):
            self.assertEqual(console.entry_of(text)[0], None)

    def test_the_value_is_that_of_the_last_expression(self):
        for text, value in (
            ("a + 1", 2), ("b = 5; b + a", 6), ("b = 5\nb * 2", 10), ("b = 1; b; (b, a)", (1, 1)), ("a;", 1),
            ("(a\n + 2)", 3), ("b = u'\u65e5'; len(b) + a", 2), ("b = [x for x in (1, 2)]; max(b)", 2),
        ):
            self.assertEqual(enter(text, self.names)[0], value, text)
        self.assertEqual(self.names["b"], [1, 2])

    def test_statements_have_no_value(self):
        for text in ("b = 1", "import os", "for b in (1, 2): b", "if a:\n    b = 3", "# nothing", "b = 1;"):
            value, _, is_statement = enter(text, self.names)
            self.assertEqual((value, is_statement), (None, True), text)
        self.assertEqual(self.names["b"], 1)
        self.assertFalse(enter("None", self.names)[2])

    def test_a_value_of_a_line_before_the_last_is_not_printed(self):
        printed = enter("a\na + 1", self.names)[1]
        self.assertEqual(printed, "")

    def test_the_last_value_has_a_name(self):
        enter("a + 41", self.names)
        self.assertEqual(enter("_ + 1", self.names)[0], 43)
        enter("None", self.names)
        enter("b = 7", self.names)
        self.assertEqual(enter("[x + _ for x in (1,)]", self.names)[0], [44])
        self.assertNotIn("_", self.names)

    def test_a_name_of_the_program_is_left_alone(self):
        enter("a", self.names)
        self.names["_"] = "the program's"
        self.assertEqual(enter("_", self.names)[0], "the program's")
        self.assertEqual(self.names["_"], "the program's")
        del self.names["_"]
        enter("_ = _ + '!'", self.names)
        self.assertEqual(self.names["_"], "the program's!")

    def test_what_it_prints_is_kept_and_written(self):
        for name in ("stdout", "stderr"):
            old, stream = getattr(sys, name), Stream()
            setattr(sys, name, stream)
            try:
                found = enter("sys.%s.write('one\\n'); sys.%s is stream" % (name, name), dict(self.names, stream=stream))
            finally:
                setattr(sys, name, old)
            self.assertEqual(found[1], "one\n")
            self.assertEqual(stream.texts, ["one\n"])
            self.assertTrue(found[0])
            self.assertEqual(list(vars(stream)), ["texts"])

    def test_the_real_stream_is_as_before(self):
        stream, before = sys.stdout, vars(sys.stdout).copy() if IS_PYTHON_3 else None
        self.assertEqual(enter("sys.stdout.write('')", self.names)[0], 0 if IS_PYTHON_3 else None)
        self.assertTrue(sys.stdout is stream)
        if IS_PYTHON_3:
            self.assertEqual(vars(sys.stdout), before)

    def test_another_thread_is_not_listened_to(self):
        old, stream = sys.stdout, Stream()

        def run():
            thread = threading.Thread(target=lambda: sys.stdout.write("other"))
            thread.start()
            thread.join()
            sys.stdout.write("own")

        sys.stdout = stream
        try:
            printed = enter("run()", {"run": run})[1]
        finally:
            sys.stdout = old
        self.assertEqual(printed, "own")
        self.assertEqual(stream.texts, ["other", "own"])

    def test_a_flood_is_cut(self):
        old, sys.stdout = sys.stdout, Stream()
        try:
            printed = enter("sys.stdout.write('x' * 150000)", self.names)[1]
        finally:
            sys.stdout = old
        self.assertTrue(printed.endswith("x\n... and 50000 more characters"), printed[-50:])

    def test_what_cannot_be_read_is_raised(self):
        self.assertRaises(SyntaxError, enter, "a +", self.names)
        self.assertRaises(ZeroDivisionError, enter, "b = 2; a / 0", self.names)
        self.assertEqual(self.names["b"], 2)


if __name__ == "__main__":
    unittest.main()
