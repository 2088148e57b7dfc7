"""Does the same work for many things on two threads: small questions keep no more than one processor busy.

Each question then keeps to its own thread: two at a time that both want two processors wait for each other.
"""

from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack
from queue import SimpleQueue
from typing import TypeVar

from data.store import Connection, beside, one_thread_each

THREADS = 2

Thing = TypeVar("Thing")
Made = TypeVar("Made")


def for_each(
    connection: Connection, work: Callable[[Connection, Thing], Made], things: Iterable[Thing]
) -> Iterator[Made]:
    """What the work makes of each thing, in order; each thread has its own connection."""
    free: SimpleQueue[Connection] = SimpleQueue()

    def done(thing: Thing) -> Made:
        own = free.get()
        try:
            return work(own, thing)
        finally:
            free.put(own)

    with one_thread_each(connection), ExitStack() as opened, ThreadPoolExecutor(THREADS) as threads:
        for _ in range(THREADS):
            free.put(opened.enter_context(beside(connection)))
        yield from threads.map(done, things)
