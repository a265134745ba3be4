"""Where libFuzzer begins: files for each target, made from what the tree has. `seeds.py FOLDER`"""

import glob
import os
import random
import re
import sys

import folders
import frames

ROOT = os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "..")

OUTPUT = [
    "a\x1b[31mred\x1b[0m\nb\rc\b\b\t\x07", "\x1b[38;5;123;48;2;1;2;3mX\x1b[m", "\x1b]52;c;x\x07", "日本\u0301\x9b31m",
    "\x1b[" + "1;" * 50 + "m", "\x1b]8;;http://x\x1b\\link\x1b]8;;\x07", "50%|████ |\r100%\x1b[2K\x1b[?25l",
]
INPUT = [
    b"\x1b[A\x1bOP\x1b[15~\x1b[1;5C", b"\x1b[<0;10;20M\x1b[<0;10;20m", b"\x1b[200~pasted\x1b[201~", b"\xe6\x97\xa5\xc3", b"\x1b[M !!",
    b"\x1b[?62;4c\x1b[I\x1b[O\x1b[27;5;65~\x1b[65;5u", b"one\rtwo\rthree\r",
]
COMMANDS = """b work.py:24, i > 3|tbreak f if x|break 3 hit >=4 log x once thread|condition 1 a|until 40|p x|!x=1|set path = expr
display x|array a [0:3, 1:4]|expand d 5:10|catch ValueError raised if x log y ignorelib|map /a=/b|set timeout 3|help b|key F5 next
list 3|jump 4|= a.b = 3|process 2|stacks|detach hard|referrers x|wait stopped 3|tb f, hit %3|b t.html:3|array xs [9223372036854775807:1]
list -9223372036854775808|until 9223372036854775807|frame -1|thread x|ignore 1 99999999999999999999|into 2""".replace("\n", "|").split("|")
PATHS = [
    "/srv/app=/home/me/app\n/srv/app/../x/./a.py\n/srv/app/b.py", "C:\\w=/home/w\nC:\\w\\x.py\nc:/W/X.PY",
    "\\\\host\\share=/s\n\\\\host\\share\\a.py", "<string>\n~/x=~/y\n<ipython-1>", "/a//b/=/c/\n/a/b/\n/",
]
ANSWERS = [
    '{"a": [1, 2.5e3, null, true, "x\\u00e9\\ud83d\\ude00"]}', "f12:hello world", "b5:abc", '[["dict", "item 3", "v"]]',
    '{"type":"ndarray","shape":[3,4],"rows":["0"],"cols":["a"],"cells":[["1"]],"offset":[0,0],"size":[3,4],"dtype":"f8"}',
    '{"count": 9223372036854775807, "referrers": []}',
]


def seeds():
    """Names of targets, and inputs."""
    dice = random.Random(1)
    for side in frames.VERSION:
        mutator = frames.Mutator(1, side)
        for message in mutator.messages[::4]:
            line = "\t".join(message).encode()
            yield "wire", b"\x03\x07" + line + b"\n" + mutator.message()
            yield "wire", b"\x23\x47" + b"Content-Length: %d\r\n\r\n%s" % (len(line), line)
            yield "message", bytes([dice.randrange(4), dice.randrange(30)]) + message[2].encode() + b"\n" + mutator.line(message[2]).encode()
    for text in OUTPUT:
        yield "ansi", b"\x03" + text.encode()
    for data in INPUT:
        yield "input", b"\x10" + data
    with open(os.path.join(ROOT, "Config/keys/default.toml")) as file:
        bound = re.findall(r'"\S+" = "([^"]+)"', file.read())
    for text in bound + COMMANDS:
        yield "command", b"\x05" + text.encode()
    for path in [os.path.join(ROOT, "Config/config.toml"), *glob.glob(os.path.join(ROOT, "Config/keys/*.toml"))]:
        with open(path, "rb") as file:
            text = file.read()
        yield "configuration", text[:3000]
        yield "configuration", re.sub(rb"(?m)^# ?(?=\S+ = )", b"", text)[:3000]
    for text in [folders.KEPT.format(root="/r"), folders.SCREEN, *folders.TRAPS]:
        for target in ("store", "configuration"):
            yield target, text.encode("utf-8", "surrogatepass")[:3000]
    for text in PATHS:
        yield "paths", text.encode()
    for path in glob.glob(os.path.join(ROOT, "Tests/Fixtures/*.py")):
        with open(path, "rb") as file:
            yield "source", file.read()[:2000]
    yield "source", b"# -*- coding: latin-1 -*-\nf'{x!r:>{w}}' rb'\\'\nmatch x:\n  case _: pass\n'''\n\"\"\"\n"
    for text in ANSWERS:
        yield "json", text.encode()
    for _ in range(40):
        yield "screen", dice.randbytes(dice.choice((100, 300, 600)))


def main():
    for number, (target, data) in enumerate(seeds()):
        folder = os.path.join(sys.argv[1], target)
        os.makedirs(folder, exist_ok=True)
        with open(os.path.join(folder, f"{number}"), "wb") as file:
            file.write(data)


if __name__ == "__main__":
    main()
