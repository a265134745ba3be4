"""Awaits something outside the program's own event loop, which stands still."""

import threading


def awaited(awaitable):
    """Returns the value of an awaitable, awaited in a thread with an event loop of its own."""
    import asyncio

    done = []

    def run():
        try:
            done.append((asyncio.run(asyncio.wait_for(awaitable, None)), None))
        except BaseException as error:
            done.append((None, error))

    thread = threading.Thread(target=run, name="pydevd.dialback")
    thread.is_pydev_daemon_thread = True
    thread.pydev_do_not_trace = True
    thread.daemon = True
    thread.start()
    thread.join()
    value, error = done[0]
    if error is not None:
        raise error
    return value
