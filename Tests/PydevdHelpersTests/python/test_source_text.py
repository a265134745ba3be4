# -*- coding: utf-8 -*-
"""Sources are found wherever Python has them, and read as Python does."""

import codecs
import dis
import linecache
import os
import shutil
import sys
import tempfile
import types
import unittest
import zipfile

from support import load

modules = load("dialback_frames", "dialback_decoding", "dialback_bytecode", "dialback_source_text")
decode, sources = modules["dialback_decoding"].decode, modules["dialback_source_text"]
bytecode = modules["dialback_bytecode"]


class DecodingTests(unittest.TestCase):
    def test_a_cookie_decides(self):
        text = u"# coding: koi8-r\ns = '\u043f'\n"
        self.assertEqual(decode(text.encode("koi8-r")), text)
        text = u"#!/bin/python\n# vim: set fileencoding=latin-1 :\ns = '\xe9'\n"
        self.assertEqual(decode(text.encode("latin-1")), text)

    def test_a_cookie_behind_code_does_not_count(self):
        text = u"x = 1\n# coding: koi8-r\ns = '\xe9'\n"
        self.assertEqual(decode(text.encode("utf-8")), text)

    def test_without_one_it_is_utf_8_or_whatever_it_is(self):
        self.assertEqual(decode(codecs.BOM_UTF8 + u"\u20ac".encode("utf-8")), u"\u20ac")
        self.assertEqual(decode(u"\u20ac".encode("utf-8")), u"\u20ac")
        self.assertEqual(decode(b"\xe9"), u"\xe9")
        self.assertEqual(decode(b"# coding: nonsense\n\xe9"), u"# coding: nonsense\n\xe9")


class SourceTests(unittest.TestCase):
    def setUp(self):
        self.folder = tempfile.mkdtemp()

    def tearDown(self):
        shutil.rmtree(self.folder)

    def find(self, file, is_own=False, names=None, limit=1000):
        return sources.source(id(sys._getframe()), u"" + file, is_own, names or {}, limit)

    def path(self, name, text):
        path = os.path.join(self.folder, name)
        with open(path, "w") as stream:
            stream.write(text)
        return path

    def test_a_file_is_read_and_cut(self):
        path = self.path("a.py", "x = 1\n")
        self.assertEqual(self.find(path), "f6 x = 1\n")
        self.assertEqual(self.find(path, limit=3), "f6 x =")

    def test_a_member_of_an_archive_is(self):
        archive = os.path.join(self.folder, "lib.zip")
        with zipfile.ZipFile(archive, "w") as members:
            members.writestr("pack/mod.py", "y = 2\n")
        self.assertEqual(self.find(os.path.join(archive, "pack", "mod.py")), "a6 y = 2\n")

    def test_frozen_modules_have_the_text_of_the_library(self):
        text = self.find("<frozen os>", limit=10 ** 7)
        self.assertEqual(text[:1], "s")
        with open(os.__file__.replace(".pyc", ".py"), "rb") as stream:
            self.assertEqual(text.split(" ", 1)[1], stream.read().decode("utf-8"))

    def test_what_is_cached_is_found_by_its_name(self):
        linecache.cache["<cell 1>"] = (4, None, ["z = 3\n"], "<cell 1>")
        try:
            self.assertEqual(self.find("<cell 1>"), "c6 z = 3\n")
            self.assertEqual(self.find("/anywhere/<cell 1>"), "c6 z = 3\n")
        finally:
            del linecache.cache["<cell 1>"]

    def test_what_is_nowhere_is_said_to_be(self):
        self.assertEqual(self.find(os.path.join(self.folder, "none.py")), "n")

    def test_code_without_a_text_is_shown_by_its_instructions(self):
        names = {"find": self.find, "sources": sources, "sys": sys}
        code = compile("a = 1\n\nb = sources.source(id(sys._getframe()), u'<nowhere>', True, {}, 9999)\n", "<nowhere>", "exec")
        exec(code, names)
        self.assertEqual(names["b"][:1], "b")
        lines = names["b"].split(" ", 1)[1].split("\n")
        self.assertEqual(len(lines), 3)
        self.assertEqual(lines[1], "")
        self.assertTrue("STORE_NAME a" in lines[0] and "STORE_NAME b" in lines[2], lines)


class BytecodeTests(unittest.TestCase):
    def test_the_instructions_are_those_of_dis(self):
        code = compile("def f(x):\n  return x.upper() + 'q'\n", "<made>", "exec").co_consts[0]
        self.assertTrue(isinstance(code, types.CodeType))
        for offset, text in bytecode.instructions(code):
            number = ord(code.co_code[offset : offset + 1])
            self.assertTrue(not text or text.split(" ")[0] == dis.opname[number] or sys.version_info >= (3, 11), text)


if __name__ == "__main__":
    unittest.main()
