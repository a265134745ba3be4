"""Frames of the calling thread, and of all threads."""

import sys


def frame_of(ident):
    """Returns the frame of an identity; None where it is none of this thread's."""
    frame = sys._getframe()
    while frame is not None and id(frame) != ident:
        frame = frame.f_back
    return frame


def all_frames():
    """Returns the frames of all threads, for each the innermost first."""
    found = []
    for frame in list(sys._current_frames().values()):
        while frame is not None:
            found.append(frame)
            frame = frame.f_back
    return found
