"""Whether what is in no project root is passed over."""

from dialback_debugger import debugger


def filter_libraries(is_on):
    """Sets it in the debugger's object, as a program has it that is told by its environment (`PYDEVD_FILTER_LIBRARIES`)."""
    found = debugger()
    if hasattr(found, "set_use_libraries_filter"):
        found.set_use_libraries_filter(is_on)
    elif hasattr(found, "is_filter_libraries"):
        found.is_filter_libraries = is_on
