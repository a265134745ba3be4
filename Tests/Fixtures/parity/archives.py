"""Packs a module into a zip archive and another into an egg with an odd name, and with `run` runs both."""
import os
import sys
import zipfile

HERE = os.path.dirname(os.path.abspath(__file__))


def pack(archive, module):
    path = os.path.join(HERE, archive)
    with zipfile.ZipFile(path, "w") as members:
        members.write(os.path.join(HERE, "members.py"), module + ".py")
    sys.path.insert(0, path)


pack("library.zip", "zipped")
pack("odd name+1.0-py3.egg", "egged")

if "run" in sys.argv:
    import egged  # noqa: E402
    import zipped  # noqa: E402

    zipped.called("zip")
    egged.called("egg")
