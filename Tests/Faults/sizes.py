"""Sizes of the terminal, from nothing to a wall, and how they change."""

import itertools
import random
import time

from findings import Broken, Row
from programs import Honest, Place, well

COLUMNS, ROWS = [1, 2, 3, 10, 20, 21, 40, 80, 120, 500], [1, 2, 3, 5, 8, 24, 60, 200]


def rows(setting):
    sizes = list(itertools.product(COLUMNS, ROWS))
    if setting.short:
        sizes = [*zip(COLUMNS, ROWS), (1, 200), (500, 1), (500, 200)]
    starting = [(1, 1), (500, 200), (1, 200), (500, 1)]
    row = Row("sizes", "a start at each of some sizes, and the end", len(starting))
    for size in starting:
        try:
            with Place(setting, "size") as place:
                screen = place.screen(size=size)
                time.sleep(0.4)
                well(screen)
                screen.resize(80, 24)
                screen.quit()
                screen.wait()
        except (Broken, OSError) as error:
            row.failures.append(f"{size}: {error}")
    yield row
    storm = setting.short and 200 or 3000
    row = Row("sizes", "each size, and a storm of them, at a stop", 0)
    try:
        with Place(setting, "size") as place:
            screen = place.screen().started()
            honest = Honest(place, screen)
            for size in sizes:
                screen.resize(*size)
                screen.keys("\x071j23h\x07")
                row.tried += 1
                time.sleep(0.02)
            well(screen)
            dice = random.Random(7)
            for _ in range(storm):
                screen.resize(dice.randrange(1, 500), dice.randrange(1, 200))
                row.tried += 1
                time.sleep(0.002)
            screen.resize(120, 40)
            honest.step()
            well(screen)
            row.note = f"{screen.memory() >> 20} MB"
    except (Broken, OSError) as error:
        row.failures.append(str(error))
    yield row
