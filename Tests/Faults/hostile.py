"""Hostile peers, each a function of a `Stage`; beside each an honest debuggee has to step."""

import time

import peers_floods
import peers_lines
import peers_words
from programs import Honest, Place, well
from findings import Broken, Row


class Stage:
    """Where a hostile peer appears."""

    def __init__(self, setting, place, debugger):
        self.setting, self.place, self.debugger, self.port = setting, place, debugger, debugger.port

    def times(self, full, short):
        """How often something is done in a full or a short run."""
        return short if self.setting.short else full


def kinds():
    """All of them, by name."""
    for module in (peers_lines, peers_words, peers_floods):
        for function in module.KINDS:
            yield function.__name__.replace("_", " "), function


def tried(setting, function, stage, honest):
    """Lets a peer do what it does, and looks at what that did; gives the seconds of the honest step."""
    begun = time.monotonic()
    promise = function(stage)
    honest.step()
    if promise:
        promise()
    well(stage.debugger)
    return honest.worst, time.monotonic() - begun


FRONT_ENDS = {
    "screen": lambda place: place.screen().started(),
    "batch": lambda place: place.batch().started(),
    "plain": lambda place: place.batch(mode="--plain").started(),
}


def rows(setting):
    """In a short run one Dialback meets them all, on the screen; in a full run each front end meets each alone."""
    if setting.short:
        yield from together(setting, "screen")
    else:
        for front_end in FRONT_ENDS:
            yield from together(setting, front_end)
        for name, function in kinds():
            yield alone(setting, name, function)


def together(setting, front_end):
    place = stage = honest = None
    for name, function in kinds():
        if setting.leaves_out(name):
            continue
        if stage is None:
            place = Place(setting, "hostile")
            debugger = FRONT_ENDS[front_end](place)
            stage, honest = Stage(setting, place, debugger), Honest(place, debugger)
        row = Row("peers", f"{name} ({front_end})", 1)
        try:
            honest.worst = 0.0
            worst, seconds = tried(setting, function, stage, honest)
            row.note = f"step {worst * 1000:.0f} ms, {seconds:.1f} s, {stage.debugger.memory() >> 20} MB"
        except (Broken, OSError) as error:
            row.failures.append(str(error))
            place.__exit__()
            stage = None
        yield row
    if stage:
        place.__exit__()


def alone(setting, name, function):
    row = Row("peers", f"{name} (alone)", 0)
    for front_end, start in FRONT_ENDS.items():
        with Place(setting, "alone") as place:
            try:
                debugger = start(place)
                row.tried += 1
                worst, _ = tried(setting, function, Stage(setting, place, debugger), Honest(place, debugger))
                row.note += f" {front_end} {worst * 1000:.0f} ms {debugger.memory() >> 20} MB"
            except (Broken, OSError) as error:
                row.failures.append(f"{front_end}: {error}")
    return row
