"""The pool, itself a process: takes jobs from the processes of the site and hands them to its own.

It ends when its standard input does: with the last process of the site.
"""

from __future__ import annotations

import asyncio
import logging
import os
import signal
import socket
import sys
from asyncio.subprocess import PIPE, Process
from typing import cast

from pbgdpl.lib.apart import ENDS_AT_LIMITS, ROOT
from pbgdpl.lib.pool.messages import End, read_async, to_bytes
from pbgdpl.lib.pool.queue import Job, Queue, Reply

PROCESS = "pbgdpl.lib.pool.process"
PAUSE = 1  # seconds before a process that could not be started is tried again
# A process that runs behind the site's gets so much less of the processor than of the clock.
CLOCK_TO_PROCESSOR = 4

logger = logging.getLogger(__name__)


async def serve(jobs: socket.socket, count: int, warm_up: str) -> None:
    """Carry out what arrives at `jobs` in so many processes, of which half, at least one, take long jobs as well."""
    queue, loop = Queue(), asyncio.get_running_loop()
    async with asyncio.TaskGroup() as tasks:

        def take() -> None:
            _, descriptors, _, _ = socket.recv_fds(jobs, 1, 1)
            for descriptor in descriptors:
                tasks.create_task(answer(queue, socket.socket(fileno=descriptor)))

        for number in range(count):
            tasks.create_task(work(queue, warm_up, takes_long=number < max(1, count // 2)))
        loop.add_reader(jobs, take)
        loop.add_reader(sys.stdin.fileno(), os._exit, 0)


async def answer(queue: Queue, connection: socket.socket) -> None:
    """Send what became of the job that one thread of the site asks for."""
    reader, writer = await asyncio.open_unix_connection(sock=connection)
    try:
        header, body = await read_async(reader)
        writer.write(to_bytes(end=End.ACCEPTED))
        gone = asyncio.ensure_future(reader.read(1))
        end, content = await queue.reply_to(header, body, gone)
        gone.cancel()
        writer.write(to_bytes(content, end=end))
        await writer.drain()
    except (EOFError, ConnectionError):
        pass
    finally:
        writer.close()


async def work(queue: Queue, warm_up: str, *, takes_long: bool) -> None:
    """Carry out one job after another in a process, which is replaced when it ends or has to."""
    process = await started(warm_up)
    while True:
        job = await queue.next(takes_long=takes_long)
        if process.returncode is not None:
            process = await started(warm_up)
        reply, is_last = await carried_out(process, job)
        queue.finish(job, reply)
        if is_last:
            await stop(process)
            process = await started(warm_up)


async def started(warm_up: str) -> Process:
    """Return a new process, which knows nothing of the environment."""
    command = (sys.executable, "-m", PROCESS, warm_up)
    while True:
        try:
            return await asyncio.create_subprocess_exec(*command, stdin=PIPE, stdout=PIPE, cwd=ROOT, env={})
        except OSError:
            logger.exception("A process of the pool could not be started.")
            await asyncio.sleep(PAUSE)


async def carried_out(process: Process, job: Job) -> tuple[Reply, bool]:
    """Return the reply of the process, or what its end says, and whether that was its last job."""
    jobs, replies = cast(asyncio.StreamWriter, process.stdin), cast(asyncio.StreamReader, process.stdout)
    try:
        async with asyncio.timeout(max(1, job.seconds) * CLOCK_TO_PROCESSOR):
            jobs.write(job.message)
            await jobs.drain()
            header, body = await read_async(replies)
    except TimeoutError:
        return (End.LIMIT, b""), True
    except (EOFError, ConnectionError):
        code = await process.wait()
        end = End.LIMIT if code in ENDS_AT_LIMITS else End.FAILED
        return (end, f"The process ended with {code}.".encode()), True
    return (End(header["end"]), body), header["is_last"]


async def stop(process: Process) -> None:
    if process.returncode is None:
        process.kill()
    await process.wait()


if __name__ == "__main__":
    # Ctrl+C and systemd send these to every process at once; the site ends first, what it waits for after it.
    for unheard in (signal.SIGINT, signal.SIGTERM):
        signal.signal(unheard, signal.SIG_IGN)
    descriptor, count, warm_up = sys.argv[1:]
    asyncio.run(serve(socket.socket(fileno=int(descriptor)), int(count), warm_up))
