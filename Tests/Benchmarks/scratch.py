"""A temporary folder for a run, which is removed whichever way the run ends, short of a SIGKILL."""

import contextlib
import os
import shutil
import signal
import sys
import tempfile


def leave(number, _):
    sys.exit(128 + number)


@contextlib.contextmanager
def scratch(parent=None):
    """The path of a new folder in `parent`. A signal that would end the program at once ends it by an exception, so that each
    `finally` ends what it has started."""
    for number in (signal.SIGTERM, signal.SIGHUP):
        signal.signal(number, leave)
    owner, folder = os.getpid(), tempfile.mkdtemp(prefix="dialback-bench-", dir=parent)
    try:
        yield folder
    finally:
        # A forked child that the signal has met before it became another program has the folder of its parent.
        if os.getpid() == owner:
            shutil.rmtree(folder, ignore_errors=True)
