"""Reads texts as TOML, one a line in hexadecimal digits, from the file in argv; prints a line for each with what Python makes of
it, `!` where it is no TOML. Keys and texts are hexadecimal, floats their bits: what is compared has one spelling only."""

import struct
import sys

try:
    import tomllib
except ImportError:
    sys.exit(3)


def spell(value):
    if isinstance(value, dict):
        return "{" + ",".join(sorted(digits(key) + ":" + spell(one) for key, one in value.items())) + "}"
    if isinstance(value, list):
        return "[" + ",".join(spell(one) for one in value) + "]"
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, str):
        return "s" + digits(value)
    if isinstance(value, int):
        if not -(2**63) <= value < 2**63:
            raise ValueError("TOML leaves it to the reader")
        return "i%d" % value
    if isinstance(value, float):
        return "nan" if value != value else "f%x" % struct.unpack("<Q", struct.pack("<d", value))
    return "date"


def digits(text):
    return text.encode("utf-8").hex()


def read(text):
    try:
        return spell(tomllib.loads(text))
    except ValueError:
        return "!"


with open(sys.argv[1]) as lines:
    for line in lines:
        print(read(bytes.fromhex(line.strip()).decode("utf-8")))
