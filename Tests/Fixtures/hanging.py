"""Values that hang, raise or print when they are looked at: PORT SIDE."""

import sys
import time


class Sleeper:
    """Takes far too long to say what it is."""

    def __repr__(self):
        time.sleep(30)
        return "<Sleeper at last>"


class Spinner:
    """Never says what it is."""

    def __repr__(self):
        while True:
            pass


class Raiser:
    """Cannot say what it is."""

    def __repr__(self):
        raise ValueError("no words for it")


class Printer:
    """Talks while it says what it is."""

    def __repr__(self):
        print("a repr is speaking")
        return "<Printer>"


class Blocker:
    """Has an attribute that never comes, and one that raises."""

    def __init__(self):
        self.size = 7

    @property
    def blocked(self):
        time.sleep(30)

    @property
    def broken(self):
        raise KeyError("gone")


def main():
    port, side = int(sys.argv[1]), sys.argv[2]
    if side == "pydevd":
        import pydevd

        pydevd.settrace("127.0.0.1", port=port, stdout_to_server=True, stderr_to_server=True)
    else:
        import pydevd_pycharm

        pydevd_pycharm.settrace("127.0.0.1", True, True, port)
    first = 41  # marker: entry
    sleeper, spinner, raiser, printer, blocker = Sleeper(), Spinner(), Raiser(), Printer(), Blocker()
    among = [1, sleeper]
    last = {"k": "v"}
    first += 1  # marker: values
    first += 1  # marker: after
    print("the end", first, len(among), len(last), spinner is raiser, printer is blocker)
    return 0


if __name__ == "__main__":
    sys.exit(main())
