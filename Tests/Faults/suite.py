"""The fault suite: what peers, disks, signals, terminals and ends of Dialback may do, and what has to hold whatever they do.

    suite.py DIALBACK short|full [GROUP...] -- PYDEVD_PYTHON PYCHARM_PYTHON

It prints a line for each thing that was tried as it is done, and the whole table at the end; status 1 where one did not hold.
"""

import dataclasses
import itertools
import os
import sys
import tempfile
import time
import traceback

sys.path.append(os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "Benchmarks"))

import folders
import frames
import hostile
import kills
import signals
import sizes
import soak
from findings import HEAD, Row
from scratch import scratch

GROUPS = {
    "peers": hostile.rows, "frames": frames.rows, "kills": kills.rows, "folders": folders.rows, "signals": signals.rows,
    "sizes": sizes.rows, "soak": soak.rows,
}
# What takes too long for the others, and is named where it is wanted.
ASKED_FOR = ["soak"]


@dataclasses.dataclass
class Setting:
    """What a run was told."""

    binary: str
    pythons: list
    folder: str
    short: bool
    only: list
    # Where inputs that were not borne stay.
    kept: str
    numbers: itertools.count = dataclasses.field(default_factory=itertools.count)

    def leaves_out(self, name):
        """Whether a row was not asked for: `suite.py … peers=deep`."""
        wanted = [word.partition("=")[2] for word in self.only if "=" in word]
        return bool(wanted) and not any(word in name for word in wanted)


def run(setting):
    """Prints each row as it is done; gives all."""
    found = []
    named = dict.fromkeys(word.partition("=")[0] for word in setting.only)
    groups = list(named) or [name for name in GROUPS if name not in ASKED_FOR]
    for name in groups:
        begun = time.monotonic()
        try:
            for row in GROUPS[name](setting):
                print(row, flush=True)
                found.append(row)
        except Exception:  # the other groups are to be tried all the same
            found.append(Row(name, "the group itself", 1, [traceback.format_exc()]))
            print(found[-1], flush=True)
        print(f"{'':8} {name}: {time.monotonic() - begun:.0f} s", flush=True)
    return found


def main():
    end = sys.argv.index("--")
    binary, length, only, pythons = sys.argv[1], sys.argv[2], sys.argv[3:end], sys.argv[end + 1 :]
    kept = os.environ.get("DIALBACK_FAULTS_KEPT", tempfile.gettempdir())
    unknown = [word for word in only if word.partition("=")[0] not in GROUPS]
    if unknown:
        sys.exit(f"there is no group {unknown[0]}; the groups are {', '.join(GROUPS)}")
    print(HEAD)
    with scratch() as folder:
        found = run(Setting(os.path.abspath(binary), pythons, folder, length == "short", only, kept))
    print("\n" + HEAD)
    for row in found:
        print(row)
    failed = [row.what for row in found if row.failures]
    print(f"{len(found)} rows, {sum(row.tried for row in found):,} times, {len(failed)} did not hold")
    if failed:
        sys.exit("did not hold: " + "; ".join(failed))


if __name__ == "__main__":
    main()
