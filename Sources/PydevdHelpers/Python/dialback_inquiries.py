"""Answers about one value: its documentation, its whole text, what is inside it."""

from itertools import islice

TEXT = type(u"")
CONTAINERS = (list, tuple, dict, set, frozenset)


def documentation(value):
    """Returns signature and docstring; those of the type, where the value itself has none."""
    import inspect

    name = getattr(value, "__qualname__", None) or getattr(value, "__name__", None)
    target = value if isinstance(name, str) else type(value)
    name = name if isinstance(name, str) else target.__name__
    kind = "module" if inspect.ismodule(target) else "class" if inspect.isclass(target) else "function"
    text = inspect.getdoc(value) or inspect.getdoc(target) or inspect.getcomments(target) or "no docstring"
    return kind + " " + name + signature(target, kind) + "\n\n" + text.strip()


def signature(target, kind):
    import inspect

    if kind == "module":
        return ""
    try:
        return str(inspect.signature(target))
    except Exception:
        pass
    try:
        return inspect.formatargspec(*inspect.getargspec(target))
    except Exception:
        return "" if kind == "class" else "(...)"


def whole_text(value, limit, is_shown):
    """Returns the text of a value behind its length, cut at `limit`.

    What is for people to read has a container over several lines and a string without its quotes.
    """
    if not is_shown or not isinstance(value, (str, TEXT)):
        import pprint

        value = pprint.pformat(value, width=100) if is_small_container(value) else repr(value)
    if not isinstance(value, TEXT):
        value = value.decode("utf-8", "replace")
    return TEXT(len(value)) + u" " + value[:limit]


def is_small_container(value):
    try:
        small = len(value) <= 10000
    except Exception:
        small = True
    return small and isinstance(value, CONTAINERS)


def inside(value):
    """Returns the value itself; raises what keeps its inside from being listed."""
    dir(value)
    if isinstance(value, CONTAINERS):
        len(value)
        for _ in value:
            break
    return value


def elements(container, first, end):
    """Returns some elements of a container as one of its kind, so that they have the names that they have there."""
    if isinstance(container, (set, frozenset)):
        return set(islice(container, first, end))
    if hasattr(container, "keys") and hasattr(container, "items"):
        try:
            from collections import OrderedDict as kind
        except ImportError:
            kind = dict
        items = container.iteritems() if hasattr(container, "iteritems") else container.items()
        return kind(islice(items, first, end))
    if isinstance(container, (list, tuple)):
        return list(container[first:end])
    if not hasattr(container, "__len__"):
        raise TypeError("%s has no length, so it has no part from %s on" % (type(container).__name__, first))
    return list(islice(iter(container), first, end))
