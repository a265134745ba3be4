"""Checks what a process says of a source file against what it runs."""

import os
import shutil
import subprocess
import sys
import tempfile
import textwrap
import time
import unittest
import zlib

from support import HERE, load

TEXT = textwrap.dedent(
    """\
    class Shop(object):
        limit = 3

        def total(self, n):
            '''The sum.'''
            return [n + x for x in range(self.limit)]

        @staticmethod
        def name():
            return 'shop'

    def work(a):
        b = a + 1
        c = b * 2
        return c
    """
)


class SourcesTest(unittest.TestCase):
    def setUp(self):
        self.folder = tempfile.mkdtemp()
        self.addCleanup(shutil.rmtree, self.folder)

    def answer(self, edited, before=TEXT, call="work(1)"):
        """Returns what a process that has imported a module answers when the file has another text."""
        path = os.path.join(self.folder, "shop.py")
        with open(path, "w") as stream:
            stream.write(before)
        program = textwrap.dedent(
            """\
            import os, sys, time
            sys.path[:0] = [%r, %r]
            sys.dont_write_bytecode = True
            from support import load
            if %r is not None:
                os.utime(%r, (1, 1))
            import shop
            helper = load('dialback_frames', 'dialback_sources')['dialback_sources']
            if %r is not None:
                with open(%r, 'w') as stream:
                    stream.write(%r)
                os.utime(%r, (time.time() + 5, time.time() + 5))
            print(helper.describe(%r))
            """
        ) % (HERE, self.folder, edited, path, edited, path, edited, path, path)
        out = subprocess.check_output([sys.executable, "-c", program], stderr=subprocess.STDOUT)
        return out.decode().strip()

    def newer(self, edited, before=TEXT):
        return self.answer(edited, before)[-2]

    def test_length_and_checksum(self):
        self.assertEqual(self.answer(None, "a = 1\n"), "[6 %d 0]" % (zlib.adler32(b"a = 1\n") & 0xFFFFFFFF))

    def test_the_text_that_runs_is_no_newer(self):
        self.assertEqual(self.newer(TEXT), "0")
        self.assertEqual(self.newer(TEXT + "\n# a word at the end\n"), "0")

    def test_lines_that_moved_are_newer(self):
        self.assertEqual(self.newer("# one\n" + TEXT), "1")
        self.assertEqual(self.newer(TEXT.replace("    limit", "\n    limit")), "1")
        self.assertEqual(self.newer(TEXT.replace("    @static", "\n    @static")), "1")

    def test_a_change_that_moves_no_line_is_newer(self):
        changes = (("b * 2", "b * 3"), ("b * 2", "b - 2"), ("'shop'", "'shed'"), ("x in", "y in"), ("n + x", "n - x"))
        for old, new in changes + (("a + 1", "a + 1.0"), ("def work(a)", "def work(a, k)")):
            self.assertEqual(self.newer(TEXT.replace(old, new)), "1", (old, new))

    def test_a_text_with_an_error_is_newer(self):
        self.assertEqual(self.newer(TEXT + "def half(:\n"), "1")

    def test_a_file_that_was_changed_before_it_was_imported_is_no_newer(self):
        # The time stamp is later than the start, as after a check-out while the process ran.
        path = os.path.join(self.folder, "late.py")
        with open(path, "w") as stream:
            stream.write(TEXT)
        program = (
            "import os, sys, time; sys.path[:0] = [%r, %r]; os.utime(%r, (time.time() + 5, time.time() + 5));"
            "import late; from support import load; print(load('dialback_frames', 'dialback_sources')['dialback_sources'].describe(%r))"
        ) % (HERE, self.folder, path, path)
        out = subprocess.check_output([sys.executable, "-B", "-c", program])
        self.assertEqual(out.decode().strip()[-2], "0")

    def test_the_program_itself_is_compared_by_its_frames(self):
        path = os.path.join(self.folder, "prog.py")
        text = textwrap.dedent(
            """\
            import sys
            sys.path[:0] = [%r]
            from support import load
            helper = load('dialback_frames', 'dialback_sources')['dialback_sources']
            def work(a):
                print(helper.describe(%r))
            work(1)
            with open(%r) as stream:
                text = stream.read()
            with open(%r, 'w') as stream:
                stream.write(chr(10) + text)
            import os, time
            os.utime(%r, (time.time() + 5, time.time() + 5))
            work(2)
            """
        ) % (HERE, path, path, path, path)
        with open(path, "w") as stream:
            stream.write(text)
        os.utime(path, (1, 1))
        out = subprocess.check_output([sys.executable, "prog.py"], cwd=self.folder).decode().split("\n")
        self.assertEqual([line[-2:] for line in out[:2]], ["0]", "1]"])

    def test_a_file_that_is_not_there_has_no_answer(self):
        module = load("dialback_frames", "dialback_sources")["dialback_sources"]
        self.assertEqual(module.describe(os.path.join(self.folder, "none.py")), "[]")

    def test_the_start_is_before_now(self):
        module = load("dialback_frames", "dialback_sources")["dialback_sources"]
        began = module.started()
        if sys.platform.startswith("linux"):
            self.assertTrue(time.time() - 3600 < began < time.time(), began)
            self.assertTrue(abs(began - module.started()) < 0.05)


if __name__ == "__main__":
    unittest.main()
