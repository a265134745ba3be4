"""Makes a wheel of the pydevd that this Python has: wheel.py FOLDER. So pip can install it with no network."""
import importlib.metadata
import os
import sys
import zipfile

distribution = importlib.metadata.distribution("pydevd")
os.makedirs(sys.argv[1])
name = "pydevd-%s-py3-none-any.whl" % distribution.version
with zipfile.ZipFile(os.path.join(sys.argv[1], name), "w") as wheel:
    for file in distribution.files:
        path = str(distribution.locate_file(file))
        if ".." not in file.parts and "__pycache__" not in file.parts and os.path.exists(path):
            wheel.write(path, str(file))
