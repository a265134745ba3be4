"""The text that the program writes, on its way to the front end: no step into a `print` ends there.

pydevd leaves its own files alone when it steps, and calls functions of the standard library from them. Those that it calls
for each text are replaced by functions of this module, which calls none that is written in Python.
"""

import sys

IS_PYTHON_3 = sys.version_info[0] > 2
UNRESERVED = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_.-~"
# The modules that make the messages, by the release.
SENDING = ("pydevd_comm", "pydevd_net_command", "pydevd_net_command_factory_xml")
tables = {}  # characters that stay as they are -> (bytes that stay, form of each byte)


def table_of(safe):
    stay = UNRESERVED + safe
    forms = [chr(byte) if chr(byte) in stay else "%%%02X" % byte for byte in range(256)]
    tables[safe] = found = (stay.encode("ascii"), forms)
    return found


def quote(text, safe="/"):
    """Percent-encodes a text as `urllib.parse.quote` does; lone surrogates become escapes."""
    if isinstance(text, type(u"")):
        text = text.encode("utf-8", "backslashreplace") if IS_PYTHON_3 else text.encode("utf-8")
    stay, forms = tables.get(safe) or table_of(safe)
    if not text.translate(None, stay):
        return text.decode("ascii") if IS_PYTHON_3 else text
    return "".join([forms[byte] for byte in bytearray(text)])


def pass_over_output():
    """Replaces the functions of the standard library on the way of a text."""
    for name in SENDING:
        module = sys.modules.get("_pydevd_bundle." + name)
        if hasattr(module, "quote"):
            module.quote = quote
