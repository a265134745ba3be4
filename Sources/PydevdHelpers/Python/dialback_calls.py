"""How far a stopped frame has come in its statement."""

import dis
import itertools

from dialback_frames import frame_of

START, UNKNOWN = "start", "unknown"


def progress_of(frame):
    """Returns where the instruction ends that a frame has carried out last, as `LINE COLUMN`.

    The column counts bytes of UTF-8. It is `start` where the line has just begun, and `unknown` where Python does not say.
    """
    code, last = frame.f_code, frame.f_lasti
    if any(offset == last for offset, _ in dis.findlinestarts(code)):
        return START
    positions = getattr(code, "co_positions", None)
    if positions is None:
        return UNKNOWN
    _, line, _, column = next(itertools.islice(positions(), last // 2, None), (None,) * 4)
    return UNKNOWN if line is None or column is None else "%d %d" % (line, column)


def progress(ident):
    """Returns it for the frame of that identity."""
    frame = frame_of(ident)
    return UNKNOWN if frame is None else progress_of(frame)
