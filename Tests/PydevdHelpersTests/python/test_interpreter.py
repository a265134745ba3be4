"""An interpreter describes itself, and finds pydevd where it is."""

import os
import shutil
import subprocess
import sys
import tempfile
import unittest

from support import read


class InterpreterTests(unittest.TestCase):
    def setUp(self):
        self.folder = os.path.realpath(tempfile.mkdtemp())

    def tearDown(self):
        shutil.rmtree(self.folder)

    def run_it(self, *arguments):
        process = subprocess.Popen(
            [sys.executable, "-c", read("interpreter")] + list(arguments), stdout=subprocess.PIPE, cwd=self.folder)
        output = process.communicate()[0].decode("utf-8")
        self.assertEqual(process.returncode, 0)
        return output.split("\n")

    def write(self, name, text):
        with open(os.path.join(self.folder, name), "w") as stream:
            stream.write(text)

    def test_it_describes_itself(self):
        lines = self.run_it()
        self.assertEqual(lines[0], "dialback-python")
        self.assertEqual(os.path.realpath(lines[1]), os.path.realpath(sys.executable))
        self.assertEqual(lines[2], ".".join(map(str, sys.version_info[:3])))
        self.assertTrue(set(lines[5:7]) <= set(["True", "False"]), lines)

    def test_the_folder_where_it_runs_is_not_looked_at(self):
        self.write("pydevd.py", "open('touched', 'w')\n")
        self.assertFalse([line for line in self.run_it() if line.startswith(self.folder)])
        self.assertFalse(os.path.exists(os.path.join(self.folder, "touched")))

    def test_a_folder_that_is_named_has_its_pydevd(self):
        self.write("pydevd.py", "print('noise')\n")
        lines = [line for line in self.run_it(self.folder) if line]
        self.assertEqual(lines[-1], os.path.join(self.folder, "pydevd.py"))
        self.assertFalse("dialback-python" in lines)

    def test_what_stands_in_its_way_is_named(self):
        self.write("pydevd.py", "import broken\n")
        self.write("broken.py", "1/0\n")
        lines = [line for line in self.run_it(self.folder) if line]
        self.assertTrue(lines[-1].startswith("!ZeroDivisionError: "), lines)
        self.assertTrue(lines[-1].endswith("broken.py, line 1)"), lines)


if __name__ == "__main__":
    unittest.main()
