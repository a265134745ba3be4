"""Very many stops of one session: memory and descriptors stay what they are."""

import time

from findings import Broken, Row, check
from programs import Place, until

AHEAD = 50  # steps that wait in Dialback
MOST = 4 << 20  # bytes that may be more at the end than after the first tenth


def rows(setting):
    for side, name in enumerate(("pydevd", "pycharm")):
        row = Row("soak", f"steps in batch mode, {name}", 0)
        if setting.leaves_out(row.what):
            continue
        try:
            soak(setting, side, 2000 if setting.short else 100_000, row)
        except (Broken, OSError) as error:
            row.failures.append(str(error))
        yield row


def soak(setting, side, steps, row):
    with Place(setting, "soak") as place:
        batch = place.batch().started()
        place.target(batch.port, side=side)
        until(lambda: batch.stops, 60, "no first stop")
        asked, begun, samples = 0, time.monotonic(), []
        while batch.stops <= steps:
            check(batch.alive(), f"Dialback has ended after {batch.stops:,} stops")
            if asked - batch.stops < AHEAD:
                for _ in range(AHEAD):
                    batch.step()
                asked += AHEAD
            elif time.monotonic() - begun > 3600:
                raise Broken(f"{batch.stops:,} stops in an hour")
            else:
                time.sleep(0.005)
            row.tried = batch.stops
            if batch.stops * 10 >= steps * (len(samples) + 1):
                samples.append((batch.resident(), batch.descriptors()))
        rate = row.tried / (time.monotonic() - begun)
        row.note = (
            f"{rate:,.0f} stops/s; {samples[0][0] / 2**20:.1f} MB after a tenth, {samples[-1][0] / 2**20:.1f} MB at the end; "
            f"{samples[0][1]} and {samples[-1][1]} descriptors")
        check(samples[-1][1] <= samples[0][1], f"descriptors: {[fds for _, fds in samples]}")
        check(
            setting.short or samples[-1][0] - samples[0][0] <= MOST,
            f"MB: {[round(size / 2**20, 1) for size, _ in samples]}")
