"""As sitecustomize: hides the modules named in BARE_WITHOUT that the installation has, and stands for it in sys.executable."""
import os
import sys
from importlib.machinery import PathFinder


class Hidden:
    """Finds a hidden module only outside of the installation: what somebody puts on the path by hand is seen."""

    names = os.environ.get("BARE_WITHOUT", "").split()

    @classmethod
    def find_spec(cls, name, path=None, target=None):
        if name not in cls.names:
            return None
        installed = (sys.prefix, sys.base_prefix)
        spec = PathFinder.find_spec(name, [place for place in sys.path if not place.startswith(installed)])
        if spec is None:
            raise ModuleNotFoundError("No module named %r" % name, name=name)
        return spec


sys.meta_path.insert(0, Hidden)
sys.executable = os.environ.get("BARE_PYTHON", sys.executable)
