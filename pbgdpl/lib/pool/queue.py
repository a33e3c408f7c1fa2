"""The jobs of the pool: those that wait, short before long, and one for all who ask the same."""

from __future__ import annotations

import asyncio
from collections import deque
from collections.abc import Mapping
from dataclasses import dataclass, field
from hashlib import sha256
from typing import Any

from pbgdpl.lib.pool.messages import End, to_bytes

MOST_WAITING = 60
# So many bytes count as a second: a job comes before one of as many more bytes that asked a second earlier, so that
# no job waits for ever.
BYTES_IN_A_SECOND = 10_000
# Seconds. Whoever asks again in between finds the job, or its answer; an answer that somebody got is kept for those
# who asked just before it was stored.
KEPT, KEPT_IF_SENT = 120, 10

Reply = tuple[End, bytes]


@dataclass(eq=False, slots=True)
class Job:
    key: bytes
    message: bytes  # what its process gets
    is_long: bool
    seconds: int
    turn: float
    reply: asyncio.Future[Reply]
    people: int = 0  # who wait for it now


@dataclass(eq=False, slots=True)
class Queue:
    jobs: dict[bytes, Job] = field(default_factory=dict)  # those that wait, are carried out, or are kept
    waiting: list[Job] = field(default_factory=list)
    stopped: deque[bytes] = field(default_factory=lambda: deque(maxlen=100))  # keys that reached a limit
    changed: asyncio.Condition = field(default_factory=asyncio.Condition)

    async def reply_to(self, header: Mapping[str, Any], body: bytes, gone: asyncio.Future[bytes]) -> Reply:
        """Return the reply to who asks; UNFINISHED once they are gone, or have waited as long as they want."""
        key = sha256(to_bytes(body, work=header["work"])).digest()
        if key in self.stopped:
            return End.LIMIT, b""
        if key not in self.jobs:
            if len(self.waiting) >= MOST_WAITING:
                return End.FULL, b""
            await self._add(key, header, body)
        job = self.jobs[key]
        job.people += 1
        ends: set[asyncio.Future[Any]] = {job.reply, gone}
        await asyncio.wait(ends, timeout=header["wait"], return_when=asyncio.FIRST_COMPLETED)
        job.people -= 1
        if job.reply.done():
            return job.reply.result()
        self._forget_later(job, 0 if gone.done() else KEPT)
        return End.UNFINISHED, b""

    async def _add(self, key: bytes, header: Mapping[str, Any], body: bytes) -> None:
        loop = asyncio.get_running_loop()
        turn = loop.time() + len(body) / BYTES_IN_A_SECOND
        message = to_bytes(body, **{name: header[name] for name in ("work", "seconds", "memory", "is_long")})
        job = Job(key, message, header["is_long"], header["seconds"], turn, loop.create_future())
        self.jobs[key] = job
        self.waiting.append(job)
        async with self.changed:
            self.changed.notify_all()

    async def next(self, *, takes_long: bool) -> Job:
        """Return the job whose turn it is, once there is one."""

        def fitting() -> list[Job]:
            return [job for job in self.waiting if takes_long or not job.is_long]

        async with self.changed:
            await self.changed.wait_for(fitting)
            job = min(fitting(), key=lambda one: one.turn)
            self.waiting.remove(job)
            return job

    def finish(self, job: Job, reply: Reply) -> None:
        job.reply.set_result(reply)
        if reply[0] is End.ANSWER:
            self._forget_later(job, KEPT_IF_SENT if job.people else KEPT)
            return
        if reply[0] is End.LIMIT:
            self.stopped.append(job.key)
        del self.jobs[job.key]

    def _forget_later(self, job: Job, seconds: float) -> None:
        """Forget an answer, or a job that was not begun and that nobody waits for, after so many seconds."""
        asyncio.get_running_loop().call_later(seconds, self._forget, job)

    def _forget(self, job: Job) -> None:
        is_unwanted = job in self.waiting and not job.people
        if is_unwanted:
            self.waiting.remove(job)
        if (is_unwanted or job.reply.done()) and self.jobs.get(job.key) is job:
            del self.jobs[job.key]
