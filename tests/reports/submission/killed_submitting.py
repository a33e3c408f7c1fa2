"""Kills processes while they hand a report in, and checks that nothing is left by halves.

    python -m tests.reports.submission.killed_submitting 100 [seed]

In turns a child process that prints the report first and one that finds it printed is killed with SIGKILL at a random
moment. Afterwards every submission must have its DOCX and its PDF on the disk with their hashes, its entry in the
history and its notice, and a report without one must be open. It works in a directory and a database of its own, on
SQLite or on the PostgreSQL of DATABASE_URL, and prints its figures as JSON: files that no row names may be left over,
which `clear_unfinished_files` removes.
"""

import json
import os
import random
import shutil
import signal
import sys
import tempfile
import time
import traceback
from contextlib import contextmanager
from hashlib import sha256
from pathlib import Path

import django

FOLDER = Path(tempfile.mkdtemp(prefix="pbgdpl-killed-"))
os.environ |= {"PBGDPL_DATA_DIR": str(FOLDER), "DJANGO_SETTINGS_MODULE": "pbgdpl.settings"}
django.setup()

from django.db import connection, connections  # noqa: E402 (models need the site)

from accounts.models import Change, ChangeKind, Role  # noqa: E402
from reports.models import Notice, NoticeKind, Report, Submission, SubmittedFile  # noqa: E402
from reports.states import status_of  # noqa: E402
from reports.submission.submission import prepare, submit_report, withdraw_submission  # noqa: E402
from tests.factories import make_organisation, make_plan, make_user  # noqa: E402
from tests.reports.submission.handed_in import open_report  # noqa: E402

OTHERS = """
    SELECT count(*) FROM pg_stat_activity
    WHERE datname = current_database() AND backend_type = 'client backend' AND pid <> pg_backend_pid()
"""


@contextmanager
def database():
    """Make a database of its own, which is gone on leaving."""
    original = connection.settings_dict["NAME"]
    in_files = connection.vendor == "sqlite"
    name = str(FOLDER / "killed.sqlite3") if in_files else f"killed_{os.getpid()}"
    connection.settings_dict["TEST"]["NAME"] = name
    connection.creation.create_test_db(verbosity=0, autoclobber=True, serialize=False)
    try:
        yield
    finally:
        wait_for_the_killed()
        connection.creation.destroy_test_db(original, verbosity=0)


def open_site():
    """Return a report that can be handed in, and who may."""
    department = make_organisation(reports_to=make_organisation())
    for _ in range(30):
        make_plan(department)
    report = open_report(department)
    prepare(report)  # what each process does once is done: the children begin with it
    return report, make_user(department, Role.LEGAL_OFFICER)


def wait_for_the_killed():
    """Wait until PostgreSQL has ended what the killed process began; SQLite itself has died with it."""
    if connection.vendor == "sqlite":
        return
    with connection.cursor() as cursor:
        cursor.execute(OTHERS)
        while cursor.fetchone()[0]:
            time.sleep(0.005)
            cursor.execute(OTHERS)


def in_child(action):
    """Start the action in a process of its own; return its pid."""
    connections.close_all()
    if pid := os.fork():
        return pid
    try:
        action()
    except BaseException:
        traceback.print_exc()
        os._exit(1)
    os._exit(0)


def submit(report, by):
    report = Report.objects.get(pk=report.pk)
    submit_report(report=report, prepared=prepare(report), by=by)


def change(report, number, *, is_printed):
    """Make the report another one than was ever printed, and print it if asked to."""
    Report.objects.filter(pk=report.pk).update(subject=f"Kết quả lần thứ {number}")
    if is_printed:
        prepare(Report.objects.get(pk=report.pk))


def submitted_whole():
    """Return how many submissions there are; fail where one of them lacks anything."""
    for submission in Submission.objects.all():
        files = {file.kind: file for file in submission.files.all()}
        assert set(files) == {"docx", "pdf", "json"}, f"version {submission.version} has {sorted(files)}"
        for file in files.values():
            content = Path(file.file.path).read_bytes()
            assert (len(content), sha256(content).hexdigest()) == (file.size, file.sha256)
    count = Submission.objects.count()
    assert SubmittedFile.objects.count() == 3 * count
    assert Change.objects.filter(kind=ChangeKind.SUBMITTED).count() == count
    assert Notice.objects.filter(kind=NoticeKind.SUBMITTED).count() == count
    return count


def take_back(report, by):
    """Open the report again for the next time."""
    status = status_of(report)
    if not status.is_open:
        withdraw_submission(submission=status.submission, reason="Nộp lại.", by=by)


def duration(report, by, *, is_printed):
    """Return how long it takes to hand in, when nobody interrupts."""
    change(report, f"0{is_printed:d}", is_printed=is_printed)
    pid, start = in_child(lambda: submit(report, by)), time.monotonic()
    _, status = os.waitpid(pid, 0)
    assert status == 0
    took = time.monotonic() - start
    take_back(report, by)
    return took


def kill_once(report, by, number, moment, *, is_printed):
    """Return whether the report was handed in all the same."""
    before = submitted_whole()
    change(report, number, is_printed=is_printed)
    pid = in_child(lambda: submit(report, by))
    time.sleep(moment)
    os.kill(pid, signal.SIGKILL)
    os.waitpid(pid, 0)
    wait_for_the_killed()
    after = submitted_whole()
    assert after - before in (0, 1)
    assert status_of(report).is_open == (after == before)
    take_back(report, by)
    return after > before


def left_over():
    named = set(SubmittedFile.objects.values_list("file", flat=True))
    stored = {
        str(path.relative_to(FOLDER / "files"))
        for path in FOLDER.glob("files/submissions/**/*")
        if path.is_file()
    }
    assert named <= stored
    return len(stored - named)


def main(kills, seed):
    chance, (report, by) = random.Random(seed), open_site()
    durations = {is_printed: duration(report, by, is_printed=is_printed) for is_printed in (False, True)}
    handed_in, in_the_midst = 0, 0
    for number in range(1, kills + 1):
        is_printed, before = number % 2 == 0, left_over()
        moment = chance.uniform(0, durations[is_printed])
        handed_in += kill_once(report, by, number, moment, is_printed=is_printed)
        in_the_midst += left_over() > before
    if connection.vendor == "sqlite":
        with connection.cursor() as cursor:
            assert cursor.execute("PRAGMA integrity_check").fetchone() == ("ok",)
    figures = {"kills": kills, "handed_in": handed_in, "still_open": kills - handed_in, "halves": 0}
    figures |= {
        "database": connection.vendor,
        "killed_with_files_written": in_the_midst,
        "left_over_files": left_over(),
    }
    print(json.dumps(figures | {"seconds": [round(one, 2) for one in durations.values()]}))


if __name__ == "__main__":
    try:
        with database():
            main(int(sys.argv[1]), int(sys.argv[2]) if len(sys.argv) > 2 else 1)
    finally:
        connections.close_all()
        shutil.rmtree(FOLDER, ignore_errors=True)
