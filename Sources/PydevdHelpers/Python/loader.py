"""Loads modules from text into a process that has no files of ours."""


def load(sources, file):
    """Runs modules under the name of `file` and returns them by name.

    Each may import those before it. None stays in `sys.modules`, so the program finds nothing of ours there.
    """
    import sys

    loaded = {}
    try:
        for name, text in sources:
            module = type(sys)(name)
            # A module of Python 2 empties its namespace when it is freed, and only the namespace is referenced by functions.
            module.loaded_modules = loaded
            sys.modules[name] = loaded[name] = module
            exec(compile(text, file, "exec"), module.__dict__)
    finally:
        for name, _ in sources:
            sys.modules.pop(name, None)
    return loaded
