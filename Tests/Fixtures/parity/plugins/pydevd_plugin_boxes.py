"""What a user of pydevd may put beside it: how a type is shown, what is in it, and a word when debugging begins."""
from _pydevd_bundle.pydevd_extension_api import DebuggerEventHandler, StrPresentationProvider, TypeResolveProvider


class BoxWords(StrPresentationProvider):
    def can_provide(self, type_object, type_name):
        return type_name.endswith("Box")

    def get_str(self, value, *context):
        return "a box of %d by %d" % (value.across, value.down)

    def get_str_in_context(self, value, context):
        return self.get_str(value)


class BoxInside(TypeResolveProvider):
    def can_provide(self, type_object, type_name):
        return type_name.endswith("Box")

    def resolve(self, value, attribute):
        return getattr(value, attribute, None)

    def get_dictionary(self, value):
        return {"across": value.across, "down": value.down, "area": value.across * value.down}


class Beginning(DebuggerEventHandler):
    def on_debugger_modules_loaded(self, **kwargs):
        print("the extension knows", "debugger_version" in kwargs)
