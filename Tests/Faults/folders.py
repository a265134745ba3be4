"""Disks that are full, homes that can't be written or are not there, and kept files that are damaged."""

import contextlib
import os
import random
import subprocess
import time

from findings import Broken, Row, check
from programs import Honest, Place

KEPT = '''root = "{root}"

[[breakpoint]]
file = "{root}/a.py"
line = 3
enabled = true
condition = "x > 1"

[[breakpoint]]
file = "{root}/b.py"
line = 1
enabled = false

[[exception]]
class = "ValueError"
when = ["raised"]
enabled = true
'''
SCREEN = 'watches = ["a"]\n[[mapping]]\nremote = "/a"\nlocal = "/b"\n[borders]\nside = 40\n[history]\ncommand = ["p x", "b 3"]\n'
SETTINGS = 'theme = "light"\nmap = ["/a=/b"]\n[keys]\n"F8" = "next"\n'
TRAPS = [
    "[", "[[", "[[[b", "[=]", "[.a]", "[é]", "[[breakpoint", "a.b.c = 1\na = 2", "x = 1\n" * 3, '"\\uD800" = 1', "\x00",
    "a = 99999999999999999999", "a = [" * 5000, "x = '''", "= 1", "[a]\n[a]", "breakpoint = 1", "breakpoint = [1, 2]",
    "[[breakpoint]]\nline = 9223372036854775807\nfile = 3",
    '[[breakpoint]]\nfile = "/a.py"\nline = -9223372036854775808', "watches = 3\nmapping = 4\nborders = 5\nhistory = 6",
    '"\\u001b]0;7777\\u0007" = 1', 'theme = "\\u001b[7777m"', '[keys]\n"\\u001b[7777m" = "\\u001b]52;c;7777\\u0007"',
    "[borders]\nside = -9223372036854775808",
]


def kept_files(place):
    """The three files that are read at a start, with what is right in them."""
    state, settings = os.path.join(place.home, ".local/state/dialback/projects"), os.path.join(place.home, ".config/dialback")
    for folder in (state, settings):
        os.makedirs(folder, exist_ok=True)
    return {
        os.path.join(state, plain(place.project) + ".toml"): KEPT.format(root=place.project),
        os.path.join(state, plain(place.project) + ".screen.toml"): SCREEN,
        os.path.join(settings, "config.toml"): SETTINGS,
    }


def plain(path):
    """The name of a project's files (`ProjectBreakpointStore`)."""
    return "".join(c if c.isascii() and (c.isalnum() or c == "-") else "_" if c == "/" else f"%{ord(c):x}" for c in path)


def damages(text, count):
    """Files of another content than was written."""
    data, dice = text.encode(), random.Random(3)
    yield b""
    for _ in range(count):
        yield data[: dice.randrange(len(data))]
        damaged = bytearray(data)
        for _ in range(dice.randrange(1, 6)):
            damaged[dice.randrange(len(data))] = dice.choice(b'\x00\xff[]"=\n.\x1b9')
        yield bytes(damaged)
    for trap in TRAPS:
        yield trap.encode("utf-8", "surrogatepass")
        yield data + trap.encode("utf-8", "surrogatepass")
    yield random.Random(4).randbytes(4096)
    yield b"\0" * 100_000


def other_kinds(path):
    """Things that are no files."""
    yield "a folder", lambda: os.mkdir(path)
    yield "a FIFO", lambda: os.mkfifo(path)
    yield "a link to itself", lambda: os.symlink(path, path)
    yield "/dev/zero", lambda: os.symlink("/dev/zero", path)
    yield "a link to nothing", lambda: os.symlink("/nonexistent/x", path)


def lives(place):
    """A start, and an end by `quit`."""
    screen = place.screen()
    time.sleep(0.25)
    # What it can't use it may also say, and end.
    if screen.alive():
        screen.started()
        screen.quit()
    status = screen.wait(10)
    check(status in (0, 1, 64), f"it ended with {status}: {screen.text()[-200:]!r}")
    screen.reader.join(0.5)
    screen.check_terminal()
    check(screen.memory() < 300 << 20, f"{screen.memory() >> 20} MB")


def damaged(setting):
    with Place(setting, "kept") as first:
        names = [
            "config.toml" if "config" in path else "the screen's" if "screen" in path else "breakpoints"
            for path in kept_files(first)]
    for index, name in enumerate(names):
        row = Row("folders", f"damaged: {name}", 0)
        text = list(kept_files_of(setting).values())[index]
        for data in list(damages(text, 2 if setting.short else 40))[:: 8 if setting.short else 1]:
            try_start(setting, row, index, repr(data[:40]), data)
        yield row
        row = Row("folders", f"no file: {name}", 0)
        with Place(setting, "kept"):
            kinds = [kind for kind, _ in other_kinds("")]
        for kind in kinds[:2] if setting.short else kinds:
            try_start(setting, row, index, kind, None)
        yield row


def kept_files_of(setting):
    with Place(setting, "kept") as place:
        return kept_files(place)


def try_start(setting, row, index, what, data):
    """Starts with one of the kept files replaced by `data`, or by the kind of thing that `what` names."""
    row.tried += 1
    try:
        with Place(setting, "kept") as place:
            files = kept_files(place)
            for number, (path, text) in enumerate(files.items()):
                if number != index:
                    content = text.encode()
                elif data is None:
                    dict(other_kinds(path))[what]()
                    continue
                else:
                    content = data
                with open(path, "wb") as file:
                    file.write(content)
            lives(place)
    except (Broken, OSError) as error:
        row.failures.append(f"{what}: {error}")


def homes(setting):
    row = Row("folders", "homes that are missing or none", 0)
    for home in (None, "", "/nonexistent/home", "/dev/null", "relative", "/proc/self/nothing", "\x1b]0;7777\x07"):
        row.tried += 1
        try:
            with Place(setting, "home") as place:
                screen = place.screen(environment={"HOME": home}).started()
                honest = Honest(place, screen)
                honest.step()
                screen.command("b honest.py:20")
                screen.command("display 1")
                honest.step()
                screen.quit()
                check(screen.wait() == 0, f"it ended with {screen.poll()}")
                screen.check_terminal()
        except (Broken, OSError) as error:
            row.failures.append(f"HOME={home!r}: {error}")
    yield row


@contextlib.contextmanager
def small_disk(place, size="256k", options=""):
    """A home on a file system of its own; None where this user may not mount."""
    mounted = subprocess.run(
        ["mount", "-t", "tmpfs", "-o", f"size={size}{options}", "dialback-fault", place.home], capture_output=True, check=False)
    try:
        yield mounted.returncode == 0
    finally:
        if mounted.returncode == 0:
            subprocess.run(["umount", "-l", place.home], check=False)


def fill(folder):
    """Fills the disk to its last byte."""
    with contextlib.suppress(OSError), open(os.path.join(folder, "filler"), "wb", buffering=0) as file:
        for size in (65536, 4096, 1):
            with contextlib.suppress(OSError):
                while True:
                    file.write(b"f" * size)


def left_out(row):
    row.left_out, row.note = True, "only root may mount here"
    return row


def full_disk(setting):
    row = Row("folders", "a full disk: what was kept stays as it was", 0)
    with Place(setting, "disk") as place, small_disk(place) as mounted:
        if not mounted:
            return left_out(row)
        try:
            files = kept_files(place)
            for path, text in files.items():
                with open(path, "w") as file:
                    file.write(text)
            fill(place.home)
            for _ in range(2 if setting.short else 20):
                row.tried += 1
                screen = place.screen("--log", os.path.join(place.home, "log")).started()
                honest = Honest(place, screen)
                screen.command("b honest.py:20 if number > 1000000")
                screen.command("display number")
                honest.step()
                screen.quit()
                check(screen.wait() == 0, f"it ended with {screen.poll()}")
                honest.target.close()
                for path, text in files.items():
                    with open(path) as file:
                        now = file.read()
                    check(now == text or "honest.py" in now, f"{os.path.basename(path)} holds {len(now)} bytes of {len(text)}")
        except (Broken, OSError) as error:
            row.failures.append(str(error))
    return row


def read_only(setting):
    row = Row("folders", "a home that can't be written", 1)
    with Place(setting, "disk") as place, small_disk(place, options=",ro") as mounted:
        if not mounted:
            return left_out(row)
        try:
            screen = place.screen().started()
            honest = Honest(place, screen)
            screen.command("b honest.py:20")
            screen.command("display 1")
            honest.step()
            screen.quit()
            check(screen.wait() == 0, f"it ended with {screen.poll()}")
        except (Broken, OSError) as error:
            row.failures.append(str(error))
    return row


def full_output(setting):
    """Batch mode into a full disk comes to its end, and says that what it wrote is lost."""
    row = Row("folders", "batch mode into a full disk", 1)
    try:
        with Place(setting, "disk") as place, open("/dev/full", "wb") as full:
            batch = subprocess.Popen(
                [setting.binary, "listen", "--batch", "--port", "0"], stdin=subprocess.DEVNULL, stdout=full,
                stderr=subprocess.PIPE, cwd=place.project, env=place.environment())
            try:
                words = batch.communicate(timeout=10)[1]
            except subprocess.TimeoutExpired:
                batch.kill()
                batch.communicate()
                raise Broken("it does not end") from None
            check(batch.returncode == 1, f"status {batch.returncode}: {words[-200:]}")
            check(b"No space left on device" in words, f"it does not say why: {words[-200:]}")
            row.note = f"status {batch.returncode}"
    except (Broken, OSError) as error:
        row.failures.append(str(error))
    return row


def rows(setting):
    yield from homes(setting)
    yield full_disk(setting)
    yield read_only(setting)
    yield full_output(setting)
    yield from damaged(setting)
