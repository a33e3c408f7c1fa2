"""Work in the pool ends at its limits, the same work is done once, and short work comes before long."""

import asyncio
import os
import select
import signal
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from secrets import token_hex

import pytest

from pbgdpl.lib.apart import ROOT, LimitReached, WorkFailed
from pbgdpl.lib.pool import PoolFull, Unfinished, call_in_pool, waiting_at_most
from pbgdpl.lib.pool.messages import End
from pbgdpl.lib.pool.queue import MOST_WAITING, Queue
from tests.lib.pools import running_pool
from tests.lib.test_apart import aborted, broken, endless, greedy, in_capitals, killed, surroundings, writing
from tests.lib.threads import in_another_thread


@pytest.fixture
def server(monkeypatch):
    with running_pool(monkeypatch) as process:
        yield process


def call(work, data=b"", *, seconds=600, memory=2**30, is_long=False):
    return call_in_pool(work, data, seconds=seconds, memory=memory, is_long=is_long)


def failure_of(work):
    with pytest.raises(WorkFailed) as failure:
        call(work, seconds=1 if work is endless else 600)
    return type(failure.value)


def once(data):
    """Return what no other call returns."""
    return token_hex()


def obeying(data):
    """Wait until somebody writes to the pipe of that name, and return what they write, or end by it."""
    word = Path(data.decode()).read_text()
    if word == "SIGKILL":
        os.kill(os.getpid(), signal.SIGKILL)
    return word


@pytest.fixture
def pipe(tmp_path):
    os.mkfifo(tmp_path / "pipe")
    return tmp_path / "pipe"


@pytest.mark.usefixtures("server")
def test_each_job_is_answered_or_fails_by_itself():
    ends = {work: failure_of(work) for work in (endless, greedy, aborted, broken, killed)}
    assert ends == {
        endless: LimitReached,
        greedy: LimitReached,
        aborted: LimitReached,
        broken: WorkFailed,
        killed: WorkFailed,
    }
    assert call(in_capitals, "Kế hoạch".encode()) == "KẾ HOẠCH"
    with pytest.raises(WorkFailed, match="ValueError"):
        call(broken)


@pytest.mark.usefixtures("server")
def test_what_reached_a_limit_is_not_tried_again_and_what_broke_off_is(pipe):
    with pytest.raises(LimitReached):
        call(obeying, b"/dev/zero", memory=2**28)
    with pytest.raises(LimitReached):
        call(obeying, b"/dev/zero", memory=2**40)
    with ThreadPoolExecutor(1) as asker:
        ends = []
        for word in ("SIGKILL", "xong"):
            asked = asker.submit(call, obeying, str(pipe).encode())
            pipe.write_text(word)
            ends.append(asked.exception() or asked.result())
    assert (type(ends[0]), ends[1]) == (WorkFailed, "xong")


@pytest.mark.usefixtures("server")
def test_nothing_is_written_and_nothing_is_known_of_us(tmp_path, monkeypatch):
    monkeypatch.setenv("PBGDPL_SECRET_KEY", "bí mật")
    with pytest.raises(WorkFailed):
        call(writing, str(tmp_path / "a").encode())
    assert "PBGDPL_SECRET_KEY" not in call(surroundings).split()


@pytest.mark.usefixtures("server")
def test_twenty_who_ask_the_same_at_once_get_one_answer():
    with ThreadPoolExecutor(20) as askers:
        answers = set(askers.map(lambda _: call(once), range(20)))
    assert len(answers) == 1
    assert call(once, b"khac") not in answers


@pytest.mark.usefixtures("server")
def test_a_long_job_holds_up_no_short_one_and_other_long_ones_find_no_place(pipe):
    with ThreadPoolExecutor(1) as asker:
        long = asker.submit(call, obeying, str(pipe).encode(), is_long=True)
        with pipe.open("w") as end:  # opened once the job reads
            assert call(in_capitals, b"a") == "A"
            with pytest.raises(PoolFull):
                call(in_capitals, b"b", is_long=True)
            end.write("xong")
        assert long.result() == "xong"
    assert call(in_capitals, b"b", is_long=True) == "B"


@pytest.mark.usefixtures("server")
def test_who_does_not_want_to_wait_finds_the_answer_later(pipe):
    data = str(pipe).encode()
    with pytest.raises(Unfinished), waiting_at_most(0):
        call(obeying, data)
    pipe.write_text("xong")
    assert call(obeying, data) == "xong"


def test_who_waits_is_told_when_the_pool_is_killed(server, pipe):
    with ThreadPoolExecutor(1) as asker:
        asked = asker.submit(call, obeying, str(pipe).encode())
        with pipe.open("w"):
            server.kill()
            assert isinstance(asked.exception(), WorkFailed)


SITE = """
import os, signal, sys
from pbgdpl.lib import pool
from tests.lib.test_pool import call, process_of_pool
pool.start_pool(count=2, places=1, warm_up="builtins.dict")
first = int(call(process_of_pool))
os.kill(first, signal.SIGKILL)
second = int(call(process_of_pool, b"again"))
print(first != second, second, flush=True)
sys.stdin.read()
"""


def process_of_pool(data):
    return str(os.getppid())


def test_a_pool_that_was_killed_is_started_again_and_ends_with_the_site():
    command = [sys.executable, "-c", SITE]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, cwd=ROOT) as site:
        is_another, process = site.stdout.readline().split()
        left = select.poll()
        left.register(os.pidfd_open(int(process)), select.POLLIN)
        site.kill()
    assert (is_another, len(left.poll())) == (b"True", 1)


def ask(queue, data, *, is_long=False, wait=None, gone=None):
    header = {"work": "w", "seconds": 1, "memory": 1, "is_long": is_long, "wait": wait}
    return asyncio.ensure_future(queue.reply_to(header, data, gone or asyncio.Future()))


async def in_turn(queue, *, takes_long):
    """Return the sizes of the jobs that wait, in the order in which a process gets them."""
    await asyncio.sleep(0)
    some = [job for job in queue.waiting if takes_long or not job.is_long]
    sizes = {job.key: len(job.message) for job in some}
    return [sizes[(await queue.next(takes_long=takes_long)).key] for _ in some]


def test_short_jobs_come_before_long_ones():
    async def orders():
        queue = Queue()
        for size, is_long in ((300_000, True), (2000, False), (200_000, True), (1000, False)):
            ask(queue, b"x" * size, is_long=is_long)
        short = await in_turn(queue, takes_long=False)
        return short == sorted(short), len(short), await in_turn(queue, takes_long=True)

    is_sorted, count, (first, second) = in_another_thread(asyncio.run, orders())
    assert (is_sorted, count, first < second) == (True, 2, True)


def test_a_full_queue_takes_no_other_job_but_those_that_wait():
    async def replies():
        queue = Queue()
        asked = [ask(queue, str(number).encode()) for number in range(MOST_WAITING)]
        await asyncio.sleep(0)
        refused = await ask(queue, b"khac")
        same = await ask(queue, b"0", wait=0)
        job = await queue.next(takes_long=False)
        queue.finish(job, (End.ANSWER, b"1"))
        return refused[0], same[0], (await asked[0])[0]

    assert in_another_thread(asyncio.run, replies()) == (End.FULL, End.UNFINISHED, End.ANSWER)


def test_a_job_that_nobody_waits_for_is_forgotten():
    async def waiting():
        queue, gone = Queue(), asyncio.Future()
        asked = ask(queue, b"a", gone=gone)
        other = ask(queue, b"b")
        await asyncio.sleep(0)
        before = len(queue.waiting)
        gone.set_result(b"")
        await asked
        await asyncio.sleep(0.01)
        other.cancel()
        return before, len(queue.waiting), len(queue.jobs)

    assert in_another_thread(asyncio.run, waiting()) == (2, 1, 1)
