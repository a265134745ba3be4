import sys
import unittest

from support import load

calls = load("dialback_frames", "dialback_calls")["dialback_calls"]
HAS_POSITIONS = sys.version_info >= (3, 11)


def seen(results):
    """Returns its argument, and notes how far its caller has come."""
    results.append(calls.progress(id(sys._getframe(1))))
    return results


class ProgressTests(unittest.TestCase):
    def test_a_call_that_is_under_way_is_the_last_one(self):
        results = []
        first = seen(results); second = len(seen(results)) + len(  # noqa: E702,F841
            seen(results))
        if not HAS_POSITIONS:
            self.assertEqual(results, ["unknown"] * 3)
            return
        lines = [int(one.split()[0]) for one in results]
        columns = [int(one.split()[1]) for one in results]
        self.assertEqual([lines[1] - lines[0], lines[2] - lines[0]], [0, 1])
        self.assertEqual(columns, [29, 57, 25])

    def test_columns_count_bytes(self):
        results = []
        text = "x = '\u00e4\u00f6', seen(results)"
        exec(compile(text, "<text>", "exec"), {"seen": seen, "results": results})
        if HAS_POSITIONS:
            self.assertEqual(results, ["1 %d" % len(text.encode("utf-8"))])

    def test_a_line_that_has_just_begun(self):
        found = []

        def trace(frame, event, argument):
            if frame.f_code.co_name == "work":
                if event == "line":
                    found.append(calls.progress_of(frame))
                return trace

        def work():
            one = 1
            return one

        before = sys.gettrace()
        sys.settrace(trace)
        try:
            work()
        finally:
            sys.settrace(before)
        self.assertEqual(found, ["start", "start"])

    def test_a_frame_that_is_not_there(self):
        self.assertEqual(calls.progress(1), "unknown")


if __name__ == "__main__":
    unittest.main()
