"""Signals: those that end Dialback leave the terminal as it was, the others do no harm."""

import signal
import time

from findings import Broken, Row, check
from programs import Honest, Place, well

ENDING = [
    "HUP", "INT", "QUIT", "TERM", "USR1", "USR2", "ALRM", "VTALRM", "PROF", "XCPU", "SYS", "IO", "PWR", "STKFLT",
    "ABRT", "BUS", "FPE", "ILL", "SEGV", "TRAP",
]
HARMLESS = ["WINCH", "CONT", "CHLD", "URG", "PIPE", "XFSZ"]


def ends(setting, name):
    with Place(setting, "signal") as place:
        screen = place.screen().started()
        screen.signal(getattr(signal, "SIG" + name))
        time.sleep(0.2)
        if name == "INT" and screen.alive():
            return well(screen)  # as Ctrl-C, which never quits
        screen.wait()
        # The last bytes are still on their way.
        screen.reader.join(1)
        check(screen.restored(), f"the terminal was left as it is while Dialback has it: {bytes(screen.output[-80:])}")
        return None


def rows(setting):
    names = ENDING[::4] if setting.short else ENDING
    row = Row("signals", "a signal that ends it, on the screen", len(names), note=" ".join(names))
    for name in names:
        try:
            ends(setting, name)
        except (Broken, OSError) as error:
            row.failures.append(f"{name}: {error}")
    yield row
    row = Row("signals", "signals that mean nothing, with a debuggee", 0, note=" ".join(HARMLESS))
    try:
        with Place(setting, "signal") as place:
            screen = place.screen().started()
            honest = Honest(place, screen)
            for name in HARMLESS * 20:
                screen.signal(getattr(signal, "SIG" + name))
                row.tried += 1
            honest.step()
            well(screen)
    except (Broken, OSError) as error:
        row.failures.append(str(error))
    yield row
    yield stopped_reader(setting)


def stopped_reader(setting):
    """Batch mode whose output nobody reads ends at the first SIGTERM."""
    row = Row("signals", "TERM in batch mode whose reader stands still", 1)
    try:
        with Place(setting, "signal") as place:
            batch = place.batch(reads=False)
            time.sleep(0.5)
            for _ in range(3000):
                batch.command("help")
                if not batch.alive():
                    break
            time.sleep(0.2)
            batch.signal(signal.SIGTERM)
            batch.wait(10)
    except (Broken, OSError) as error:
        row.failures.append(str(error))
    return row
