import warnings


class Car:
    def __init__(self):
        self.color = "black"
        self.__serial = 41


class Touchy:
    """Warns whenever an attribute is looked at."""

    def __getattribute__(self, name):
        warnings.warn("looked at " + name, FutureWarning)
        return object.__getattribute__(self, name)


def begin():
    first = 10  # marker: first
    second = 20  # marker: second
    return first + second  # marker: sum


def start_thread():
    from threading import Event, Thread

    event = Event()
    thread = Thread(target=event.set)
    thread.start()
    return "started" if event.wait(5) else "the thread never ran"


def change(number):
    car = Car()
    touchy = Touchy()
    nested = [tuple(range(9)), [tuple(range(5))]]
    return number, car.color, len(nested)  # marker: change


if __name__ == "__main__":
    begin()
    print("changed to", change(4))
