"""Hands frames to pydevd as threads of their own."""
import sys
import threading

from _pydevd_bundle.pydevd_custom_frames import add_custom_frame


def first():
    add_custom_frame(sys._getframe(), "first", threading.current_thread().ident)


def second():
    add_custom_frame(sys._getframe(), "second", threading.current_thread().ident)


if __name__ == "__main__":
    first()  # marker: first
    second()  # marker: second
    print("handed over")  # marker: last
