"""Frames of the calling thread."""

import sys


def frame_of(ident):
    """Returns the frame of an identity; None where it is none of this thread's."""
    frame = sys._getframe()
    while frame is not None and id(frame) != ident:
        frame = frame.f_back
    return frame
