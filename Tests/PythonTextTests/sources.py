"""Writes sources in every encoding of this Python, each with the text that Python itself reads from it.

`NAME.py` is a source and `NAME.txt` its text in UTF-8; the names are printed.
"""

import encodings
import encodings.aliases
import os
import pkgutil
import sys
import tokenize

# All of the basic plane but surrogates, the private use area, and what the versions of GB 18030 exchange with the latter.
EXCHANGED = set([0x1E3F]) | set(range(0xFE10, 0xFE20)) | set(range(0x9FB4, 0x9FBC)) | set(range(0xE000, 0xF900))
CHARACTERS = "".join(
    chr(code) for code in range(0xA0, 0xFFFE) if code not in EXCHANGED and not 0xD800 <= code < 0xE000
)

HEADS = [
    b"# vim: set fileencoding=%s :\n",
    b"#!/usr/bin/python\n# -*- coding: %s -*-\n",
    b"\n# coding=%s\n",
    b"\r\n \t\x0c# coding:%s\r\n",
    b"# coding : x coding: %s\n",
    b"# " + b"x" * 500 + b" coding: %s\n",
    b"# xcoding:\t%s\n",
    b"x = 1  # coding: %s\n",
    b"'''\n# coding: %s\n'''\n",
    b"\n\n# coding: %s\n",
    b"# coding %s\n",
    b"\xef\xbb\xbf# no cookie, but a mark, %s\n",
]
NAMES = ["latin-1-unix", "Latin_1", "ISO-8859-15", "utf-8-mac", "UTF_8", "koi8-r", "KOI8_R", "Shift-JIS", "iso_8859.5"]


def body(codec):
    """Returns lines of strings with all characters of a codec, encoded."""
    lines = ["# coding: " + codec]
    known = CHARACTERS.encode(codec, "ignore").decode(codec)
    for start in range(0, len(known), 64):
        lines.append("x = '''" + known[start : start + 64] + "'''")
    lines.append("# " + "".join(chr(code) for code in range(0x20, 0x7F)))
    return "\n".join(lines + [""]).encode(codec)


def short(name, codec):
    """Returns a source with a character or two for a codec under one of its names."""
    known = CHARACTERS[:4000].encode(codec, "ignore").decode(codec)[:20]
    return ("# coding: " + name + "\nx = '" + known + "'\n").encode(codec)


def write(folder, name, data):
    """Writes a source and its text, if Python takes it."""
    path = os.path.join(folder, name + ".py")
    with open(path, "wb") as stream:
        stream.write(data)
    try:
        compile(data, path, "exec")
        with tokenize.open(path) as stream:
            text = stream.read()
    except (SyntaxError, ValueError, LookupError):
        os.remove(path)
        return
    with open(os.path.join(folder, name + ".txt"), "wb") as stream:
        stream.write(text.encode("utf-8", "surrogatepass"))
    print(name)


def main(folder):
    modules = [module[1] for module in pkgutil.iter_modules(encodings.__path__)]
    names = [(name, name) for name in modules] + sorted(encodings.aliases.aliases.items())
    # The codecs for names of hosts take minutes for long texts.
    for name, codec in names:
        if codec in ("idna", "punycode"):
            continue
        try:
            write(folder, "alias-" + name, short(name, codec))
            if name == codec:
                write(folder, "whole-" + codec, body(codec))
        except Exception:
            # It is no encoding of text.
            continue
    for index, head in enumerate(HEADS):
        for name in NAMES:
            for text in (b"x = '\xc3\xb6'\n", b"x = '\xf6'\n"):
                kind = "head-%d-%s-%d" % (index, name, len(text))
                write(folder, kind, head % name.encode() + text)


main(sys.argv[1])
