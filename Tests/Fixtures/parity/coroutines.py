"""Coroutines that await each other."""

import asyncio


async def count():
    await asyncio.sleep(0.001)  # marker: count-first
    await asyncio.sleep(0.001)  # marker: count-last


async def more():
    await asyncio.sleep(0.001)


async def main():
    await count()  # marker: main-first
    await more()  # marker: main-second
    print("counted")  # marker: main-last


if __name__ == "__main__":
    asyncio.run(main())  # marker: run
