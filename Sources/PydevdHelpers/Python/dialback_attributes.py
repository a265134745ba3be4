"""The attributes of a value that is opened: those that code of the program makes are computed on their own, with a limit."""

import sys
import types

from dialback_evaluation import working
from dialback_members import dictionary, has_attributes, hides_attributes, is_computed, is_scalar, lists_itself, own_names
from dialback_requests import options
from dialback_texts import SIMPLE, describe_error
from dialback_variables import (
    Outcome, attribute, error_value, quoted, reason_not_to_compute, sequence, unpatched, var_to_xml,
)

from _pydevd_bundle import pydevd_resolver, pydevd_xml

try:
    import builtins
except ImportError:
    import __builtin__ as builtins

DJANGO = ("django.utils.datastructures", "django.forms")  # pydevd knows types of these


class Types(object):
    unknown = ()  # modules that were not loaded when pydevd made its list of types


def import_loaded(name, *args, **names):
    """Imports nothing of Django that the program has not loaded: it would be configured, or patched, at the wrong time."""
    if name in DJANGO and name not in sys.modules:
        raise ImportError(name)
    return builtins.__import__(name, *args, **names)


def initialize_types(handler):
    """Makes pydevd's list of the types that it knows, without what it would import (`pydevd_xml.py`, `TypeResolveHandler`)."""
    Types.unknown = [name for name in DJANGO if name not in sys.modules]
    handler._type_to_resolver_cache = {}
    unpatched["_initialize"](handler)


def patch_types():
    namespace = dict(vars(pydevd_xml))
    namespace["__builtins__"] = dict(vars(builtins), __import__=import_loaded)
    method = pydevd_xml.TypeResolveHandler._initialize
    make = namespace.get("_create_default_type_map")
    if make is not None:
        namespace["_create_default_type_map"] = types.FunctionType(make.__code__, namespace)
    unpatched["_initialize"] = types.FunctionType(getattr(method, "__func__", method).__code__, namespace)
    pydevd_xml.TypeResolveHandler._initialize = initialize_types


def get_type(value):
    """Returns what pydevd knows of a value, with an inside also where its class is derived from a number or a text."""
    if hides_attributes(type(value)):
        try:
            value.__class__
        except BaseException:
            # pydevd would print the traceback into the program's output.
            return type(value), type(value).__name__, pydevd_resolver.defaultResolver
    if Types.unknown and any(name in sys.modules for name in Types.unknown):
        pydevd_xml._TYPE_RESOLVE_HANDLER._initialize()
    found = unpatched["get_type"](value)
    if found[2] is None and has_attributes(value):
        return found[0], found[1], pydevd_resolver.defaultResolver
    return found


def names_of(value):
    """Returns the names that `dir()` does, and those that are there where the object's own code keeps `dir()` from it."""
    kind = type(value)
    if not hasattr(kind, "__mro__"):
        return dir(value)  # of an old-style class
    if has_attributes(value) and is_scalar(kind):
        return own_names(value)
    if not lists_itself(kind):
        return dir(value)
    mark = kind, "__dir__"
    with working(sequence()) as request:
        if reason_not_to_compute(request, mark, "it") is None:
            outcome = Outcome(request, mark, "", lambda: list(dir(value)))
            if outcome.ok and outcome.found:
                return sorted(set(outcome.found).union(name for name in dictionary(value) if isinstance(name, str)))
    return own_names(value)


def read_attribute(value, name, *default):
    if default or not is_computed(value, name):
        try:
            return getattr(value, name, *default)
        except Exception:
            if default or not hasattr(type(value), name):
                raise
            return error_value(describe_error(sys.exc_info()[1]))
    mark = type(value), name
    with working(sequence()) as request:
        if not options.properties and not request.explicit:
            return error_value("not computed: it is a property; `p` computes it, `set properties on` all")
        reason = reason_not_to_compute(request, mark, "it")
        if reason is not None:
            return error_value(reason)
        request.partial_xml = lambda: attributes_to_xml(request, value)
        outcome = Outcome(request, mark, name, lambda: getattr(value, name))
        if outcome.reason is not None:
            found = error_value(outcome.reason)
        else:
            found = outcome.found if outcome.ok else error_value(describe_error(outcome.found))
        # Nothing of the program is kept alive for longer than the program itself does.
        request.attributes[name] = found if not outcome.ok or type(found) in SIMPLE else None
    return found


def attributes_to_xml(request, value):
    """Returns what is there of an opened value: for the watchdog, so none of its code may run."""
    kind, xml = type(value), ""
    names = own_names(value) if lists_itself(kind) or is_scalar(kind) else dir(value)
    for name in names:
        if name.startswith("__"):
            continue
        found = request.attributes.get(name, request)
        if found is request and not is_computed(value, name):
            found = getattr(value, name, None)
            if callable(found):
                continue
        if found is request or found is None and name in request.attributes:
            pending = "computing" if name == request.name else "waiting"
            xml += "<var" + attribute("name", quoted(name)) + attribute("type", "") + attribute("value", "")
            xml += attribute("pending", pending) + " />" + chr(10)
        else:
            xml += var_to_xml(found, name)
    return xml
