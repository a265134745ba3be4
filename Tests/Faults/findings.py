"""What a part of the suite gives: a row for each thing that was tried."""

import dataclasses


@dataclasses.dataclass
class Row:
    group: str
    what: str
    tried: int
    failures: list = dataclasses.field(default_factory=list)
    # A figure, or why it was left out.
    note: str = ""
    left_out: bool = False

    @property
    def state(self):
        return "left out" if self.left_out else "FAILED" if self.failures else "held"

    def __str__(self):
        text = f"{self.state:8} {self.group:8} {self.what:46} {self.tried:9,}   {self.note}"
        return "\n".join([text.rstrip(), *(f"         {failure[:1500]}" for failure in self.failures[:5])])


HEAD = f"{'':8} {'group':8} {'what was tried':46} {'times':>9}"


class Broken(Exception):
    """A promise that did not hold, or a wait that was too long."""


def check(holds, promise):
    if not holds:
        raise Broken(promise)
