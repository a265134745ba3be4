"""The text of a source that is not on the debugger's machine."""

import linecache
import os
import sys

from dialback_bytecode import listing
from dialback_decoding import decode
from dialback_frames import frame_of

TEXT = type(u"")


def source(ident, file, is_own, names, limit):
    """Returns the text of a file, or of a frame's code, behind a letter for where it is from, its length and a blank.

    The letters: `f` file, `s` standard library, `a` archive, `c` cache, `l` loader, `b` bytecode, `n` nowhere.
    `is_own` says that the frame's code is asked for, under whatever name Python has for it; `names` are its globals.
    """
    frame = frame_of(ident)
    if str is bytes:
        file = file.encode(sys.getfilesystemencoding() or "utf-8")
    files = [file]
    if is_own and frame is not None:
        files.insert(0, frame.f_code.co_filename)
    if not is_own:
        names = names_of_module(file)
    try:
        import pydevd_file_utils

        files.append(pydevd_file_utils.norm_file_to_server(file))
    except Exception:
        pass
    for letter, find in FINDERS:
        for name in files:
            try:
                found = find(name, names)
            except Exception:
                found = None
            if found:
                return answer(letter, found, limit)
    if is_own and frame is not None:
        return answer("b", listing(frame), limit)
    return "n"


def answer(letter, found, limit):
    if not isinstance(found, TEXT):
        found = decode(found)
    found = found.encode("utf-8", "replace").decode("utf-8")
    return TEXT(letter) + TEXT(len(found)) + u" " + found[:limit]


def names_of_module(file):
    for module in list(sys.modules.values()):
        try:
            if module.__file__.replace(".pyc", ".py") == file:
                return vars(module)
        except Exception:
            pass
    return {}


def read(path):
    with open(path, "rb") as stream:
        return stream.read()


def from_file(file, names):
    return read(file)


def from_library(file, names):
    if not file.startswith("<frozen "):
        return None
    base = os.path.join(os.path.dirname(os.__file__), *file[8:-1].split("."))
    return read(base + ".py" if os.path.exists(base + ".py") else os.path.join(base, "__init__.py"))


def from_archive(file, names):
    archive = os.path.dirname(file)
    while not os.path.exists(archive) and archive != os.path.dirname(archive):
        archive = os.path.dirname(archive)
    if not os.path.isfile(archive):
        return None
    import zipfile

    with zipfile.ZipFile(archive) as members:
        return members.read(file[len(archive) + 1 :].replace(os.sep, "/"))


def stem(file):
    return os.path.splitext(os.path.basename(file or ""))[0]


def from_cache(file, names):
    is_its = stem(names.get("__file__")) == stem(file)
    lines = linecache.getlines(file, names if is_its else None)
    if not lines and os.path.basename(file).startswith("<"):
        lines = linecache.getlines(os.path.basename(file))
    return TEXT().join([line if isinstance(line, TEXT) else decode(line) for line in lines])


def from_loader(file, names):
    if stem(names.get("__file__")) != stem(file):
        return None
    return names["__loader__"].get_source(names["__name__"])


FINDERS = (("f", from_file), ("s", from_library), ("a", from_archive), ("c", from_cache), ("l", from_loader))
