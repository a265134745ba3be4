"""A row of the table: what was measured, beside what it is measured against, and whether it is within its bound."""

import dataclasses
import statistics
from typing import Optional

# What depends on who else uses the machine; bytes and counts don't.
TIMES = ("ms", "ns", "steps/s", "lines/s", "GB/s", "/s", "x small")
HEAD = (
    f"{'':6} {'':60} {'ours':>10} {'p95':>8} {'':8} {'floor':>10} {'ratio':>7}  {'bound':<20} {'runs':>5}")


@dataclasses.dataclass
class Row:
    """The bound is a share of the floor and, over that, an amount; without a floor it is the limit itself."""

    name: str
    ours: float
    floor: Optional[float] = None
    bound: Optional[float] = None  # None: told, and no more
    extra: float = 0
    unit: str = "ms"
    least: bool = False  # ours has to be the larger one
    p95: Optional[float] = None
    runs: int = 1
    guard: Optional[float] = None  # a looser bound, for what is known to miss its own
    why: str = ""  # the reason for the guard, or a remark
    noise: float = 1  # how far a time may be beyond its bound where others use the machine, too

    def limit(self, bound):
        return bound if self.floor is None else self.floor * bound + self.extra

    def share(self, bound):
        """How much of what the bound allows was used: more than 1 is too much."""
        used, allowed = (self.limit(bound), self.ours) if self.least else (self.ours, self.limit(bound))
        return used / allowed if allowed else float(used > 0) * 1e9

    @property
    def state(self):
        if self.bound is None:
            return "told"
        if self.share(self.bound) <= 1:
            return "ok"
        return "near" if self.share(self.bound if self.guard is None else self.guard) <= self.patience else "MISSED"

    @property
    def patience(self):
        return self.noise if self.unit in TIMES else 1

    @property
    def badness(self):
        return 0 if self.bound is None else self.share(self.bound)

    def __str__(self):
        p95 = "" if self.p95 is None else f"{self.p95:.2f}"
        floor = "" if self.floor is None else f"{self.floor:.2f}"
        against = self.floor if self.floor is not None else self.bound
        ratio = f"{self.ours / against:.2f}" if against else ""
        return (
            f"{self.state:6} {self.name:<60} {self.ours:10.2f} {p95:>8} {self.unit:<8} {floor:>10} {ratio:>7}  "
            f"{self.bound_text():<20} {self.runs:5} {self.remark()}").rstrip()

    def bound_text(self):
        if self.bound is None:
            return ""
        sign = ">=" if self.least else "<="
        if self.floor is None:
            return f"{sign} {self.bound:g}"
        return f"{sign} {self.bound:g} x" + (f" + {self.extra:.3g}" if self.extra else "")

    def remark(self):
        if self.state == "near":
            return f" within {self.guard:g}: {self.why}" if self.guard is not None else " within the noise"
        return f" {self.why}" if self.why and self.guard is None else ""


def median_and_p95(times):
    ordered = sorted(times)
    return statistics.median(ordered), at_share(ordered, 0.95)


def at_share(times, share):
    ordered = sorted(times)
    return ordered[min(len(ordered) - 1, int(len(ordered) * share))]


def better(old, new):
    """Of each row the measurement that is nearer to its floor; rows are the same when their names are."""
    found = {row.name: row for row in old}
    for row in new:
        if row.name not in found or row.badness < found[row.name].badness:
            found[row.name] = row
    return list(found.values())
