"""Stacks of threads, for releases that have no request for them."""

import os
import sys
import threading
import traceback


def stack(identity):
    """Returns a line for each frame of a thread, the innermost first: line, function and file with tabs between.

    `identity` is Python's `id()` of the thread.
    """
    frames = sys._current_frames()
    for thread in threading.enumerate():
        if id(thread) == identity and thread.ident in frames:
            entries = traceback.extract_stack(frames[thread.ident])
            return "\n".join(["%d\t%s\t%s" % (each[1], each[2], full_path(each[0])) for each in entries][::-1])
    return ""


def full_path(file):
    return file if file.startswith("<") else os.path.abspath(file)
