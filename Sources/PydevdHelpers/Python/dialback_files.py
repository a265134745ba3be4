"""Files of the program, as pydevd sees them."""

import sys

import pydevd_file_utils


def check_all(files):
    """Returns a letter for each file, in square brackets: see `check`."""
    return "[" + "".join([check(file) for file in files]) + "]"


def check(file):
    """Returns `m` for a file that is missing, `x` where filters leave it out, `f` where it is found."""
    if str is bytes:
        file = file.encode(sys.getfilesystemencoding() or "utf-8")
    file = pydevd_file_utils.norm_file_to_server(file)
    if not pydevd_file_utils.exists(file):
        return "m"
    try:
        from _pydevd_bundle.pydevd_constants import get_global_debugger

        debugger = get_global_debugger()
        return "x" if debugger.is_filter_enabled and debugger.is_ignored_by_filters(file) else "f"
    except Exception:
        return "f"
