"""Dials a port as processes do, says nothing, and counts who hears RUN before the end.

callers.py PORT COUNT: that many at once. callers.py PORT stream: eight one after the other all the time, until nobody listens.
"""

import resource
import socket
import sys
import threading

PORT, COUNT = int(sys.argv[1]), sys.argv[2]
RUN = b"101\t"


def dial():
    peer = socket.socket()
    peer.settimeout(20)
    peer.connect(("127.0.0.1", PORT))
    return peer


def listen(peer):
    """Returns whether RUN came before the end of the connection."""
    heard = b""
    try:
        while RUN not in heard:
            more = peer.recv(4096)
            if not more:
                return False
            heard += more
        return True
    except OSError:
        return False
    finally:
        peer.close()


def stream(counts):
    while True:
        try:
            peer = dial()
        except OSError:
            return
        counts.append(listen(peer))


def tell(heard):
    print("heard %d cut %d" % (heard.count(True), heard.count(False)), flush=True)


def main():
    limit = resource.getrlimit(resource.RLIMIT_NOFILE)[1]
    resource.setrlimit(resource.RLIMIT_NOFILE, (min(limit, 4096), limit))
    if COUNT == "stream":
        heard = []
        threads = [threading.Thread(target=stream, args=(heard,)) for _ in range(8)]
        for thread in threads:
            thread.start()
        print("ready", flush=True)
        for thread in threads:
            thread.join()
        return tell(heard)
    peers = [dial() for _ in range(int(COUNT))]
    for peer in peers:
        assert peer.recv(4).startswith(b"501"), "not greeted"
    print("ready", flush=True)
    tell([listen(peer) for peer in peers])


main()
