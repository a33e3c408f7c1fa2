"""The chain of the log: what is sealed stays as it was, and every break of it is noticed."""

from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from threading import Barrier

import pytest
from django.core.management import CommandError, call_command
from django.db import connection, transaction
from django.utils import timezone

from accounts.history import record, record_each
from accounts.log.checking import Broken, check_log
from accounts.log.sealing import HASHED, seal
from accounts.log.writing import write
from accounts.models import ChangeKind, LogEntry, LogHead, LogKind
from accounts.models.log import AppendOnly
from tests.accounts.log.breaking import append, breaks, line, update
from tests.factories import make_plan


@pytest.fixture
def twelve_lines(an, department):
    """Save a log of twelve lines, four of which name changes, and seal it."""
    plans = [make_plan(department, number=f"{number}/KH-SXD") for number in (1, 2, 3)]
    write(LogKind.LOGIN, by=an)
    record(plans[0], ChangeKind.EDITED, by=an, values=[["số, ký hiệu", "1/KH-SXD", "9/KH-SXD"]])
    record_each(plans, ChangeKind.DELETED, by=an)
    for plan in plans * 2:
        write(LogKind.VIEWED, by=an, row=plan, details="trang /ke-hoach/2024/")
    write(LogKind.LOGOUT, by=an)
    seal()


def fault():
    """Return the sentence on the first broken line, "" where there is none."""
    try:
        check_log()
    except Broken as broken:
        return str(broken)
    return ""


def test_every_break_is_noticed(twelve_lines):
    assert fault() == ""
    tried, unnoticed = 0, []
    for name, break_it in [*breaks()]:
        with transaction.atomic():
            break_it()
            tried += 1
            if not fault():
                unnoticed.append(name)
            transaction.set_rollback(True)
    assert (unnoticed, tried >= 150) == ([], True)
    assert fault() == ""


def test_every_field_of_an_entry_is_sealed():
    fields = {field.name for field in LogEntry._meta.concrete_fields}
    assert fields - {"sequence", "hash"} == set(HASHED)


def test_entries_are_neither_changed_nor_deleted_by_code(twelve_lines):
    entry = LogEntry.objects.first()
    refused = (
        entry.save,
        entry.delete,
        LogEntry.objects.all().delete,
        lambda: LogEntry.objects.update(person="Khác"),
    )
    for change in refused:
        with pytest.raises(AppendOnly):
            change()


def test_the_command_says_how_long_the_log_is(twelve_lines, capsys):
    call_command("check_log")
    said, mark = capsys.readouterr().out.splitlines()
    assert said.startswith("Nhật ký nguyên vẹn: 12 dòng, từ ")
    assert mark == f"Mã của dòng cuối: 12:{line(12).get().hash}"


def test_the_command_names_the_first_broken_line(twelve_lines):
    update(line(5), person="Người khác")
    with pytest.raises(CommandError) as refused:
        call_command("check_log")
    assert str(refused.value).startswith("Dòng 5: bị sửa, bị chèn hoặc bị đổi chỗ")


def test_an_empty_log_is_whole(db, capsys):
    call_command("check_log")
    assert capsys.readouterr().out.splitlines()[0] == "Nhật ký nguyên vẹn: 0 dòng."


def test_a_tail_cut_with_its_end_is_noticed_by_a_noted_mark(twelve_lines):
    mark = check_log().mark
    LogEntry.objects.filter(sequence__gt=10)._raw_delete("default")
    update(LogHead.objects.all(), count=10, last_hash=line(10).get().hash)
    assert fault() == ""
    with pytest.raises(Broken, match="Dòng 12: đã ghi lại trước đây nhưng nay không còn"):
        check_log(mark)


def test_a_log_forged_anew_is_noticed_by_a_noted_mark(twelve_lines, an):
    mark = check_log().mark
    update(LogEntry.objects.filter(sequence__gt=11), sequence=None, hash="", person="Người khác")
    update(LogHead.objects.all(), count=11, last_hash=line(11).get().hash)
    seal()
    assert fault() == ""
    with pytest.raises(Broken, match="Dòng 12: mã băm khác với mã đã ghi lại"):
        check_log(mark)


@pytest.mark.parametrize("mark", ["x", "12", "12:", ":abc", "-1:abc", "12;abc"])
def test_what_is_no_mark_is_refused(twelve_lines, mark):
    with pytest.raises(CommandError, match="không phải là số dòng và mã băm"):
        call_command("check_log", mark=mark)


def test_what_a_crash_left_unsealed_is_sealed_with_the_next_entry(twelve_lines, an):
    append(None)
    assert "đã quá một phút mà chưa được đánh số" in fault()
    write(LogKind.LOGIN, by=an)
    seal()
    assert (fault(), LogEntry.objects.unsealed().count(), LogHead.objects.get().count) == ("", 0, 14)


def test_an_entry_of_this_moment_may_be_unsealed(twelve_lines, an):
    write(LogKind.LOGIN, by=an)
    assert fault() == ""


def test_more_entries_than_fit_in_one_transaction_are_sealed(an):
    LogEntry.objects.bulk_create(LogEntry(kind=LogKind.LOGIN, person=str(number)) for number in range(2_100))
    seal()
    checked = check_log()
    assert (checked.count, checked.sequence) == (2_100, 2_100)


def test_a_deed_that_is_undone_leaves_no_entry(an, department):
    plan = make_plan(department)
    with transaction.atomic():
        record(plan, ChangeKind.DELETED, by=an)
        transaction.set_rollback(True)
    assert LogEntry.objects.count() == 0


@pytest.mark.django_db(transaction=True)
def test_an_entry_is_sealed_right_after_the_commit(an, department):
    before = timezone.now() - timedelta(seconds=1)
    with transaction.atomic():
        record(make_plan(department), ChangeKind.ADDED, by=an)
        assert LogEntry.objects.unsealed().count() == 1
    entry = LogEntry.objects.get()
    assert (entry.sequence, len(entry.hash), entry.made_at > before) == (1, 64, True)
    assert fault() == ""


@pytest.mark.django_db(transaction=True)
def test_what_many_do_at_once_becomes_one_chain(an, department):
    """Each saves in a transaction of its own, all at the same moment."""
    plans, start = [make_plan(department) for _ in range(4)], Barrier(4)

    def work(plan):
        start.wait()
        try:
            for _ in range(5):
                with transaction.atomic():
                    record(plan, ChangeKind.EDITED, by=an, values=[["số, ký hiệu", "1", "2"]])
        finally:
            connection.close()

    with ThreadPoolExecutor(4) as threads:
        assert [*threads.map(work, plans)] == [None] * 4
    checked = check_log()
    assert (checked.count, checked.sequence, LogEntry.objects.unsealed().count()) == (20, 20, 0)
