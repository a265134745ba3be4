"""pydevd's own object in the process."""

import sys


def debugger():
    """Returns the `PyDB` that is connected, in whatever module this release has it; None where there is none."""
    for name in ("_pydevd_bundle.pydevd_constants", "_pydevd_bundle.pydevd_comm", "pydevd"):
        module = sys.modules.get(name)
        for getter in ("get_global_debugger", "GetGlobalDebugger"):
            found = getattr(module, getter, None)
            found = found() if found is not None else None
            if getattr(found, "writer", None) is not None:
                return found
