"""What ends a session whose link is dead."""

import socket
import unittest

import support


class Reader(object):
    """As pydevd-pycharm's."""

    def __init__(self, sock):
        self.sock, self.ends = sock, 0

    def _terminate_on_socket_close(self):
        self.ends += 1


class Debugger(object):
    def __init__(self, reader, sock):
        self.reader = reader
        self.writer = type("Writer", (object,), {"sock": sock})()


def connection():
    listener = socket.socket()
    listener.bind(("127.0.0.1", 0))
    listener.listen(1)
    near = socket.create_connection(listener.getsockname())
    far, _ = listener.accept()
    listener.close()
    return near, far


class Failing(object):
    def recv(self, count):
        raise socket.error("timed out")


class LinkTest(unittest.TestCase):
    def setUp(self):
        self.link = support.load("dialback_link")["dialback_link"]

    def test_what_comes_is_read(self):
        near, far = connection()
        reader = Reader(near)
        self.link.end_at_errors(reader)
        far.sendall(b"abc")
        self.assertEqual(reader.sock.recv(1024), b"abc")
        self.assertEqual(reader.ends, 0)
        self.assertEqual(reader.sock.fileno(), near.fileno())
        far.close()
        self.assertEqual(reader.sock.recv(1024), b"")
        self.assertEqual(reader.ends, 1)
        near.close()

    def test_an_error_is_an_end(self):
        reader = Reader(Failing())
        self.link.end_at_errors(reader)
        self.assertEqual(reader.sock.recv(1024), b"")
        self.assertEqual(reader.ends, 1)

    def test_a_reader_is_changed_once(self):
        reader = Reader(Failing())
        self.link.end_at_errors(reader)
        first = reader.sock
        self.link.end_at_errors(reader)
        self.assertIs(reader.sock, first)

    def test_the_reader_of_pydevd_is_left_alone(self):
        reader = Reader(Failing())
        reader._read_line = None
        plain = reader.sock
        self.link.end_at_errors(reader)
        self.assertIs(reader.sock, plain)

    def test_the_times_of_a_socket(self):
        near, far = connection()
        keepalive = (socket.SOL_SOCKET, socket.SO_KEEPALIVE)
        before = [near.getsockopt(*keepalive), near.getsockopt(socket.IPPROTO_TCP, 4)]
        self.link.adopt(Debugger(Reader(near), near))
        self.link.release_after(6.0)
        self.assertNotEqual(near.getsockopt(*keepalive), 0)
        if self.link.USER_TIMEOUT is not None:
            self.assertEqual([near.getsockopt(socket.IPPROTO_TCP, n) for n in (4, 5, 6, 18)], [2, 1, 4, 6000])
        self.link.release_after(None)
        self.assertEqual([near.getsockopt(*keepalive), near.getsockopt(socket.IPPROTO_TCP, 4)], before)
        near.close()
        far.close()


if __name__ == "__main__":
    unittest.main()
