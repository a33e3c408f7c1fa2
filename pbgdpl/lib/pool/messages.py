"""What the site, the pool and its processes send each other: a line of JSON, which says how many bytes follow it."""

from __future__ import annotations

import json
from asyncio import StreamReader
from enum import StrEnum
from typing import Any, BinaryIO, NamedTuple


class End(StrEnum):
    """What the pool says of a job; the bytes after ANSWER are JSON, those after FAILED tell why."""

    ACCEPTED = "accepted"  # the first of two messages: the pool is there
    ANSWER = "answer"
    LIMIT = "limit"  # too much time or memory
    FAILED = "failed"
    FULL = "full"  # too many jobs are waiting
    UNFINISHED = "unfinished"  # as long as somebody wants to wait


class Message(NamedTuple):
    header: dict[str, Any]
    body: bytes


def to_bytes(body: bytes = b"", **header: Any) -> bytes:
    return json.dumps({**header, "size": len(body)}).encode() + b"\n" + body


def read(file: BinaryIO) -> Message:
    """Return the next message; raise EOFError where there is none or not a whole one."""
    if not (line := file.readline()):
        raise EOFError
    header = json.loads(line)
    body = file.read(header["size"])
    if len(body) < header["size"]:
        raise EOFError
    return Message(header, body)


async def read_async(reader: StreamReader) -> Message:
    """Return the next message; raise EOFError where there is none or not a whole one."""
    if not (line := await reader.readline()):
        raise EOFError
    header = json.loads(line)
    return Message(header, await reader.readexactly(header["size"]))
