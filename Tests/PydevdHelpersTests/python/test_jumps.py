"""Lines that are offered for a jump, compared with what Python itself accepts."""

import linecache
import sys
import unittest

from support import load

jumps = load("dialback_frames", "dialback_jumps")["dialback_jumps"]

PLAIN = '''
def f(seen):
    seen.append(1)
    if seen:
        seen.append(2)
    for each in [1, 2]:
        seen.append(3)
        if each:
            seen.append(4)
    else:
        seen.append(5)
    while len(seen) < 7:
        seen.append(6)
    total = max(
        1,
        2)
    wrapped = (
        min(3, 4))
    for each in [1]:
        for other in [2]:
            seen.append(each)
    return total
'''

GUARDED = '''
import threading
def f(seen):
    lock = threading.RLock()
    with lock:
        seen.append(1)
        seen.append(2)
    try:
        seen.append(3)
        [][1]
    except ValueError:
        seen.append(4)
    except IndexError as error:
        seen.append(5)
        seen.append(6)
    else:
        seen.append(7)
    try:
        seen.append(8)
    finally:
        seen.append(9)
        seen.append(10)
    return seen
'''

MATCH = '''
def f(seen):
    seen.append(1)
    match [1, 2]:
        case [1]:
            seen.append(2)
        case [1, other]:
            seen.append(other)
            seen.append(4)
    return seen
'''


class Program(object):
    """A function whose lines are tried one by one."""

    count = 0

    def __init__(self, text):
        Program.count += 1
        self.name = "program%d.py" % Program.count
        linecache.cache[self.name] = (len(text), None, [line + "\n" for line in text.split("\n")], self.name)
        namespace = {}
        exec(compile(text, self.name, "exec"), namespace)
        self.function = namespace["f"]
        self.code = self.function.__code__

    def run(self, visit):
        """Calls `visit` with the frame at the first event of each line; it returns whether to go on."""
        met = set()

        def trace(frame, event, arg):
            if frame.f_code is not self.code:
                return None
            if event == "line" and frame.f_lineno not in met:
                met.add(frame.f_lineno)
                if not visit(frame):
                    sys.settrace(None)
                    return None
            return trace

        sys.settrace(trace)
        try:
            self.function([])
        except BaseException:
            pass
        finally:
            sys.settrace(None)

    def offered(self):
        """Returns the lines that are offered, by the line of the frame."""
        found = {}

        def visit(frame):
            found[frame.f_lineno] = jumps.accepted(frame)
            return True

        self.run(visit)
        return found

    def accepts(self, line, target):
        answers = []

        def visit(frame):
            if frame.f_lineno != line:
                return True
            try:
                frame.f_lineno = target
                answers.append(frame.f_lineno == target)
            except ValueError:
                answers.append(False)
            return False

        self.run(visit)
        return answers == [True]


class JumpTests(unittest.TestCase):
    def check(self, text):
        program = Program(text)
        offered = program.offered()
        self.assertTrue(len(offered) > 5)
        for line, targets in offered.items():
            for target in targets:
                self.assertTrue(program.accepts(line, target), (line, target))
        return program, offered

    def test_python_accepts_each_line_that_is_offered(self):
        self.check(PLAIN)
        self.check(GUARDED)

    @unittest.skipUnless(sys.version_info >= (3, 10), "no match")
    def test_python_accepts_each_line_of_a_match_that_is_offered(self):
        self.check(MATCH)

    def test_nothing_that_python_accepts_is_left_out_of_loops_and_branches(self):
        program, offered = self.check(PLAIN)
        lines = set(jumps.line_starts(program.code)) - set([program.code.co_firstlineno])
        self.assertTrue(set([3, 4, 5, 6, 11, 12, 14, 19, 22]) <= set(offered[3]), offered[3])
        # From one loop into another one Python goes on with the wrong iterator; before 3.8 it looks at no expression.
        lines -= set([7, 8, 9, 13, 20, 21, 15, 16, 17])
        for line, targets in offered.items():
            missing = [one for one in lines - set(targets) if targets and program.accepts(line, one)]
            self.assertEqual(missing, [], line)

    def test_without_its_source_all_lines_are_offered(self):
        program = Program(PLAIN)
        del linecache.cache[program.name]
        lines = set(jumps.line_starts(program.code)) - set([program.code.co_firstlineno])
        self.assertEqual(set(map(tuple, program.offered().values())), set([tuple(sorted(lines))]))


if __name__ == "__main__":
    unittest.main()
