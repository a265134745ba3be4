"""Stands for a library: it calls back into the program."""


def call_first(callback):
    result = callback()  # marker: library-first
    return result


def call_second(callback):
    return callback()  # marker: library-second


def fail():
    raise RuntimeError("of the library")  # marker: library-raise


async def call_later(coroutine):
    return await coroutine()  # marker: library-await


def leave():
    import sys

    sys.exit(3)
