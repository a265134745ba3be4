"""A coroutine that a library's coroutine awaits: LIBRARY."""
import asyncio
import sys

sys.path.append(sys.argv[1])
import outside


async def inner():
    return "mine"  # marker: inner


async def main():
    await outside.call_later(inner)  # marker: await
    print("awaited")  # marker: after


asyncio.run(main())
