"""Writes to both outputs in all the ways there are: PORT SIDE."""
import sys


def main():
    port, side = int(sys.argv[1]), sys.argv[2]
    if side == "pydevd":
        from pydevd import settrace
    else:
        from pydevd_pycharm import settrace
    settrace("127.0.0.1", True, True, port)
    for stream in (sys.stdout, sys.stderr):  # marker: entry
        stream.write("text\n")
        stream.write("Grüße, 世界\n")
        stream.buffer.write(b"bytes\n")
        stream.buffer.write("größer\n".encode("utf-8"))
        stream.buffer.write("größer\n".encode("latin-1"))
        stream.buffer.write(b"\xe8\xf0\x80\x80\x80\n")
        print("the last of it", file=stream)


if __name__ == "__main__":
    main()
