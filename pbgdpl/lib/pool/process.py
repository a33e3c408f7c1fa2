"""A process of the pool: carries out one job after another, its libraries loaded, each with limited time and memory.

It ends when its standard input does, and by itself once it has carried out many jobs or taken much memory.
"""

from __future__ import annotations

import json
import os
import resource
import sys
import traceback
from collections.abc import Iterator
from contextlib import suppress
from math import ceil
from pkgutil import resolve_name
from queue import SimpleQueue
from threading import Thread

from pbgdpl.lib.pool.messages import End, Message, read, to_bytes

MOST_JOBS = 200
MOST_KEPT = 500 * 1024  # kilobytes of memory
# The pages of the site come first, and short work before long: the second is added to the first.
NICE, NICE_OF_LONG_WORK = 5, 5


def main(warm_up: str) -> None:
    """Carry out the jobs of standard input; what the work itself writes goes to standard error."""
    replies = os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)
    os.nice(NICE)
    for unused in (resource.RLIMIT_FSIZE, resource.RLIMIT_CORE):
        resource.setrlimit(unused, (0, 0))
    resolve_name(warm_up)()
    for count, job in enumerate(jobs(), 1):
        end, body = carried_out(job)
        most = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
        is_last = end is End.LIMIT or job.header["is_long"] or count >= MOST_JOBS or most > MOST_KEPT
        replies.write(to_bytes(body, end=end, is_last=is_last))
        replies.flush()
        if is_last:
            return


def jobs() -> Iterator[Message]:
    """Yield the messages of standard input, and end the process with it, even in the middle of a job."""
    arrived: SimpleQueue[Message] = SimpleQueue()

    def receive() -> None:
        with suppress(EOFError):
            while True:
                arrived.put(read(sys.stdin.buffer))
        os._exit(0)

    Thread(target=receive, daemon=True).start()
    while True:
        yield arrived.get()


def carried_out(job: Message) -> tuple[End, bytes]:
    """Return the answer as JSON, or why there is none."""
    limit(job.header["seconds"], job.header["memory"])
    if job.header["is_long"]:
        os.nice(NICE_OF_LONG_WORK)
    try:
        return End.ANSWER, json.dumps(resolve_name(job.header["work"])(job.body)).encode()
    except MemoryError:
        return End.LIMIT, b""
    except Exception:
        return End.FAILED, traceback.format_exc().encode(errors="replace")


def limit(seconds: int, memory: int) -> None:
    """Allow the process so many seconds of the processor from now on, and so much memory in all."""
    used = resource.getrusage(resource.RUSAGE_SELF)
    end = ceil(used.ru_utime + used.ru_stime) + seconds
    resource.setrlimit(resource.RLIMIT_CPU, (end, resource.RLIM_INFINITY))
    resource.setrlimit(resource.RLIMIT_AS, (memory, resource.RLIM_INFINITY))


if __name__ == "__main__":
    main(sys.argv[1])
