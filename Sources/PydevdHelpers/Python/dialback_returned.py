"""Values that functions returned. pydevd keeps them in the frame of the caller, as long as that frame lives."""

import sys
import threading

KEPT_IN = "__pydevd_ret_val_dict"  # the name that pydevd gives to its dictionary, both sides
SUSPENDED = 2  # pydevd's STATE_SUSPEND
PYDEVD = ("pydevd", "pydevd_pycharm", "_pydevd_bundle", "_pydev_bundle", "_pydevd_frame_eval", "_pydevd_sys_monitoring")
MOST_INNER_FRAMES = 60


def is_meant(ident, wanted):
    """Returns whether an order whose first field is `wanted` is one for the thread."""
    thread = getattr(threading, "_active", {}).get(ident)
    name = getattr(thread, "__pydevd_id__", None) or getattr(thread, "pydevd_id", None)
    return wanted == "*" or name is None or name == wanted


def is_suspended(ident):
    thread = getattr(threading, "_active", {}).get(ident)
    return getattr(getattr(thread, "additional_info", None), "pydev_state", None) == SUSPENDED


def is_of_pydevd(frame):
    return str(frame.f_globals.get("__name__")).split(".")[0] in PYDEVD


def frames_of_program(frame):
    """Returns the frame that a suspended thread stands in, and its caller."""
    depth = 0
    while frame is not None and not is_of_pydevd(frame) and depth < MOST_INNER_FRAMES:
        frame, depth = frame.f_back, depth + 1
    while frame is not None and is_of_pydevd(frame):
        frame = frame.f_back
    return [one for one in (frame, frame and frame.f_back) if one is not None]


def forget_returned(wanted):
    """Forgets what functions returned up to here, with the order that lets the threads run.

    A stop then shows the values of its own step. A step ends in the frame where it began or in the caller, so it is those
    two that are looked at.
    """
    stopped = [ident for ident in list(getattr(threading, "_active", {})) if is_suspended(ident)]
    frames = sys._current_frames() if stopped else {}
    for ident in stopped:
        if not is_meant(ident, wanted):
            continue
        for frame in frames_of_program(frames.get(ident)):
            kept = frame.f_locals.get(KEPT_IN)
            if type(kept) is dict:
                kept.clear()
