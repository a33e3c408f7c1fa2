"""Work on strange data is done apart, and ends."""

import os
import signal
import time
from pathlib import Path

import pytest

from pbgdpl.lib.apart import LimitReached, WorkFailed, call_apart


def in_capitals(data):
    return data.decode().upper()


def endless(data):
    while True:
        data = data[::-1]


def asleep(data):
    time.sleep(60)


def greedy(data):
    return str(len(b"x" * (2 * 2**30)))


def broken(data):
    raise ValueError


def aborted(data):
    os.abort()


def killed(data):
    os.kill(os.getpid(), signal.SIGKILL)


def failure_of(work):
    with pytest.raises(WorkFailed) as failure:
        call_apart(work, b"")
    return type(failure.value)


def writing(data):
    Path(data.decode()).write_text("x" * 10)
    return "đã ghi"


def surroundings(data):
    return " ".join(sorted(os.environ))


def test_the_answer_comes_back():
    assert call_apart(in_capitals, "Kế hoạch".encode()) == "KẾ HOẠCH"


@pytest.mark.parametrize("work", [endless, asleep])
def test_work_without_end_is_ended(work):
    started = time.monotonic()
    with pytest.raises(LimitReached):
        call_apart(work, b"abc", seconds=1)
    assert time.monotonic() - started < 10


def test_work_that_wants_too_much_memory_is_told_from_work_that_breaks_off():
    ends = {work: failure_of(work) for work in (greedy, aborted, broken, killed)}
    assert ends == {greedy: LimitReached, aborted: LimitReached, broken: WorkFailed, killed: WorkFailed}


def test_why_work_broke_off_can_be_read():
    with pytest.raises(WorkFailed, match="ValueError"):
        call_apart(broken, b"")


def test_nothing_is_written_and_nothing_is_known_of_us(tmp_path, monkeypatch):
    monkeypatch.setenv("PBGDPL_SECRET_KEY", "bí mật")
    with pytest.raises(WorkFailed):
        call_apart(writing, str(tmp_path / "a").encode())
    assert "PBGDPL_SECRET_KEY" not in call_apart(surroundings, b"").split()
