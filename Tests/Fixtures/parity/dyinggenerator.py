"""An exception comes out of a generator, through a list comprehension."""


def produce():
    yield 1
    raise ValueError("out of a generator")  # marker: generator


print([each for each in produce()])  # marker: comprehension
