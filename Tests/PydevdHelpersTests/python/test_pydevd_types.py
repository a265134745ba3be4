"""Types that pydevd knows, without what it would import to know them."""

import os
import shutil
import sys
import tempfile
import unittest

from test_pydevd import pydevd

if pydevd is not None:
    from _pydevd_bundle import pydevd_resolver, pydevd_xml


@unittest.skipIf(pydevd is None, "pydevd is not installed for this Python")
class TypesTests(unittest.TestCase):
    def test_nothing_of_django_is_imported_and_its_types_are_known_once_the_program_has_it(self):
        folder = tempfile.mkdtemp()
        package = os.path.join(folder, "django")
        texts = {"__init__.py": "VERSION = (9,)", "forms.py": "class BaseForm(object):\n    fields = {}"}
        os.makedirs(os.path.join(package, "utils"))
        texts["utils/__init__.py"] = ""
        texts["utils/datastructures.py"] = "class MultiValueDict(dict):\n    pass"
        for name, lines in texts.items():
            with open(os.path.join(package, name), "w") as stream:
                stream.write(lines)
        sys.path.insert(0, folder)
        try:
            pydevd_xml._TYPE_RESOLVE_HANDLER._initialize()
            pydevd_xml.get_type(object())
            self.assertNotIn("django.forms", sys.modules)
            import django.forms

            self.assertIs(pydevd_xml.get_type(django.forms.BaseForm())[2], pydevd_resolver.djangoFormResolver)
            self.assertNotIn("django.utils.datastructures", sys.modules)
        finally:
            sys.path.remove(folder)
            shutil.rmtree(folder)
            for name in [name for name in sys.modules if name.split(".")[0] == "django"]:
                del sys.modules[name]
            pydevd_xml._TYPE_RESOLVE_HANDLER._initialize()
