"""Becomes a module of an archive."""


def called(name):
    return "called in the " + name  # marker: called
