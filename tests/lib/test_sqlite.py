"""Those who write to SQLite at the same moment wait for each other, and none is refused or lost."""

import os
import subprocess
import sys
from pathlib import Path
from signal import SIGINT, default_int_handler, pthread_kill, signal
from threading import Thread, Timer, main_thread
from threading import enumerate as enumerate_threads

import pytest
from django.db import OperationalError
from django.db.utils import ConnectionHandler

from pbgdpl.lib.sqlite.base import is_read
from tests.lib.writers import engine

PROCESSES, WRITES = 3, 100


@pytest.fixture
def opened(tmp_path, django_db_blocker):
    """Return a function that opens the same new file once more, in this process."""
    path = tmp_path / "a.sqlite3"
    made = []

    def connect(seconds=0):
        made.append(ConnectionHandler({"default": engine(path, seconds)})["default"])
        made[-1].inc_thread_sharing()
        return made[-1]

    with django_db_blocker.unblock():
        first = connect()
        first.cursor().execute("PRAGMA journal_mode = WAL")
        first.cursor().execute("CREATE TABLE written (one)")
        yield connect
        for connection in made:
            connection.close()


def rows(connection):
    return connection.cursor().execute("SELECT count(*) FROM written").fetchone()[0]


def begin(connection):
    """Begin to write, as a transaction of ours does."""
    connection.set_autocommit(False, force_begin_transaction_with_broken_autocommit=True)
    connection.cursor().execute("INSERT INTO written VALUES (1)")


def test_processes_that_write_without_a_pause_wait_for_each_other(opened):
    connection = opened()
    command = [sys.executable, "-m", "tests.lib.writers", connection.settings_dict["NAME"], str(WRITES)]
    running = [
        subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True)
        for _ in range(PROCESSES)
    ]
    assert [one.communicate(timeout=120)[1] for one in running] == [""] * PROCESSES
    assert rows(connection) == PROCESSES * WRITES * 2


def test_who_has_waited_too_long_is_told(opened):
    begin(opened())
    with pytest.raises(OperationalError, match="database is locked"):
        opened(seconds=0.01).cursor().execute("INSERT INTO written VALUES (2)")


@pytest.mark.parametrize("end", ["commit", "rollback", "close"])
def test_the_next_writes_when_a_transaction_has_ended(opened, end):
    first, second = opened(), opened()
    begin(first)
    getattr(first, end)()
    second.cursor().execute("INSERT INTO written VALUES (2)")
    assert rows(second) == (2 if end == "commit" else 1)


def test_who_only_reads_does_not_wait(opened):
    first, second = opened(), opened()
    begin(first)
    assert rows(second) == 0


def test_a_statement_that_fails_ends_its_turn(opened):
    first, second = opened(), opened()
    with pytest.raises(OperationalError):
        first.cursor().execute("INSERT INTO elsewhere VALUES (1)")
    second.cursor().execute("INSERT INTO written VALUES (1)")
    assert rows(first) == 1


def test_a_thread_gets_its_turn_when_another_ends(opened):
    first, second = opened(), opened(seconds=60)
    begin(first)
    thread = Thread(target=lambda: second.cursor().execute("INSERT INTO written VALUES (2)"))
    thread.start()
    first.commit()
    thread.join()
    assert rows(first) == 2


def test_a_process_that_was_forked_while_another_wrote_does_not_keep_the_turn(opened):
    first, second = opened(), opened()
    begin(first)
    reader, writer = os.pipe()
    if (child := os.fork()) == 0:
        os.read(reader, 1)
        os._exit(0)
    try:
        first.commit()
        second.cursor().execute("INSERT INTO written VALUES (2)")
        assert rows(second) == 2
    finally:
        os.write(writer, b".")
        os.waitpid(child, 0)


HOLDER = (
    "import fcntl, sys; fcntl.flock(f := open(sys.argv[1], 'a'), fcntl.LOCK_EX); print(flush=True); input()"
)


@pytest.fixture
def another_process(opened):
    """Return a function that lets another process have the turn, and returns what ends it."""
    started = []

    def take():
        path = f"{opened().settings_dict['NAME']}-queue"
        process = subprocess.Popen(
            [sys.executable, "-c", HOLDER, path], stdin=subprocess.PIPE, stdout=subprocess.PIPE
        )
        started.append(process)
        process.stdout.readline()
        return lambda: process.communicate(b"\n")

    yield take
    for process in started:
        process.kill()
        process.communicate()


def test_who_has_waited_too_long_for_another_process_is_told(opened, another_process):
    connection, end = opened(seconds=0.1), another_process()
    for _ in range(3):
        with pytest.raises(OperationalError, match="database is locked"):
            connection.cursor().execute("INSERT INTO written VALUES (1)")
    waiting = [thread.name for thread in enumerate_threads()].count("turn")
    end()
    opened(seconds=60).cursor().execute("INSERT INTO written VALUES (2)")
    assert (waiting, rows(connection)) == (1, 1)


def test_a_turn_that_nobody_waits_for_any_more_goes_to_another_process(opened, another_process):
    end = another_process()
    with pytest.raises(OperationalError, match="database is locked"):
        opened(seconds=0.1).cursor().execute("INSERT INTO written VALUES (1)")
    end()
    another_process()()  # waits until it has the turn


@pytest.fixture
def interrupts():
    """Let SIGINT interrupt the test; processes that run tests side by side ignore it."""
    before = signal(SIGINT, default_int_handler)
    yield
    signal(SIGINT, before)


@pytest.mark.usefixtures("interrupts")
def test_a_thread_that_is_interrupted_while_it_waits_gives_its_turn_back(opened, another_process):
    end = another_process()
    Timer(0.3, pthread_kill, (main_thread().ident, SIGINT)).start()
    with pytest.raises(KeyboardInterrupt):
        opened(seconds=60).cursor().execute("INSERT INTO written VALUES (1)")
    end()
    another_process()()


def test_a_queue_that_cannot_be_opened_is_told(opened):
    connection = opened()
    queue = Path(f"{connection.settings_dict['NAME']}-queue")
    queue.unlink()
    queue.mkdir()
    with pytest.raises(OperationalError, match=r"unable to open .*: Is a directory"):
        connection.cursor().execute("INSERT INTO written VALUES (1)")


@pytest.mark.parametrize(
    ("sql", "expected"),
    [
        ("SELECT 1", True),
        (" (select 1)", True),
        ("\n  WITH a AS (SELECT 1) SELECT * FROM a", True),
        ("PRAGMA foreign_keys", True),
        ("SAVEPOINT a", True),
        ("BEGIN IMMEDIATE", False),
        ("insert into a values (1)", False),
        ("UPDATE a SET b = 1", False),
        ("DELETE FROM a", False),
        ("VACUUM", False),
    ],
)
def test_what_only_reads(sql, expected):
    assert is_read(sql) is expected
