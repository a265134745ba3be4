"""Makes a module in a zip archive, and one in Latin-1, and stops inside of both."""
import os
import sys
import zipfile

HERE = os.path.dirname(os.path.abspath(__file__))
ARCHIVE = os.path.join(HERE, "pack.zip")


def stop_here(text):
    return text  # marker: stop


MODULE = "import packed_main\n\ndef inside():\n    return packed_main.stop_here('from the archive')\n"
LATIN = b"# coding: latin-1\nimport packed_main\n\ndef western():\n    return packed_main.stop_here('gr\xf6\xdfer')\n"

sys.modules["packed_main"] = sys.modules["__main__"]
with zipfile.ZipFile(ARCHIVE, "w") as members:
    members.writestr("inner/__init__.py", "")
    members.writestr("inner/packed.py", MODULE)
with open(os.path.join(HERE, "western.py"), "wb") as stream:
    stream.write(LATIN)
sys.path[:0] = [ARCHIVE, HERE]

import inner.packed  # noqa: E402
import western  # noqa: E402

inner.packed.inside()
western.western()
print("both have run")
