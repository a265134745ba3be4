"""The attributes that objects and their classes have, found without running code of the program."""

import types

from dialback_texts import HEAP_TYPE, SIMPLE, STRINGS


def hides_attributes(kind):
    """Returns whether code of the program runs for each attribute that is read."""
    return any("__getattribute__" in base.__dict__ for base in getattr(kind, "__mro__", ()) if base.__flags__ & HEAP_TYPE)


def is_scalar(kind):
    """Returns whether a class is derived from one whose values pydevd shows without an inside."""
    return any(base in kind.__mro__ for base in (int, float, complex) + STRINGS)


def dictionary(value):
    """Returns an object's own attributes, whatever its class says of them."""
    try:
        found = object.__getattribute__(value, "__dict__")
    except Exception:
        return {}
    return found if type(found) is dict else {}


def has_attributes(value):
    """Returns whether a number or a text has attributes that its class, written in Python, gives it."""
    kind = type(value)
    if kind in SIMPLE:
        return False
    return bool(dictionary(value)) or any(
        not name.startswith("__") and not isinstance(found, (types.FunctionType, staticmethod, classmethod))
        for base in kind.__mro__ if base.__flags__ & HEAP_TYPE for name, found in list(base.__dict__.items())
    )


def own_names(value):
    """Returns the names of attributes without asking the object."""
    names = set(name for name in list(dictionary(value)) if isinstance(name, str))
    for base in type(value).__mro__:
        if base.__flags__ & HEAP_TYPE or not is_scalar(type(value)):
            names.update(base.__dict__)
    return sorted(names)


def lists_itself(kind):
    """Returns whether code of the program runs when the names of attributes are listed."""
    return any(
        name in base.__dict__ for base in kind.__mro__ if base.__flags__ & HEAP_TYPE
        for name in ("__dir__", "__getattribute__", "__getattr__", "__dict__", "__class__")
        if name != "__dict__" or type(base.__dict__.get(name)) is property
    )


def is_computed(value, name):
    """Returns whether code of the program runs when an attribute is read."""
    if hides_attributes(type(value)):
        return True
    for kind in getattr(type(value), "__mro__", ()):
        if name in kind.__dict__:
            found = type(kind.__dict__[name])
            return found is property or bool(found.__flags__ & HEAP_TYPE and hasattr(found, "__get__"))
    return hasattr(type(value), "__getattr__")
