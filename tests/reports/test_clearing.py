"""What goes after its term: files that were deleted, files that no row names, ended sessions, old lines of the log."""

import os
from datetime import timedelta

import pytest
from django.contrib.sessions.models import Session
from django.core.files.storage import default_storage
from django.core.management import CommandError, call_command
from django.utils import timezone

from accounts.attaching.keeping import detach
from accounts.log.checking import Broken, check_log
from accounts.log.sealing import seal
from accounts.log.writing import write
from accounts.models import Attachment, LogEntry, LogHead, LogKind, LongWork, SentForm
from tests.accounts.log.breaking import line, update
from tests.factories import make_attachment, make_long_work, make_report, make_submission
from tests.left_files import leave

NOTHING_GONE = """\
Đã xóa 0 phiên đăng nhập đã hết hạn.
Đã xóa 0 bản ghi của việc đã xong.
Đã xóa 0 tệp đính kèm đã xóa quá hạn.
Đã xóa 0 tệp đính kèm không thuộc dòng nào.
Đã xóa 0 tệp báo cáo cũ đã xóa quá hạn.
Đã xóa 0 tệp của lần nộp bị ngắt.
Đã xóa 0 dòng nhật ký quá hạn.
"""


def delete_days_ago(attachment, days, *, by):
    detach(attachment, by=by)
    Attachment.objects.filter(pk=attachment.pk).update(deleted_at=timezone.now() - timedelta(days=days))


def test_a_site_without_anything_old_keeps_all(an, capsys):
    make_attachment(an.organisation)
    call_command("clear_expired")
    assert capsys.readouterr().out == NOTHING_GONE


def test_a_deleted_file_is_really_gone_after_its_term(an, disk, django_capture_on_commit_callbacks):
    old, young = (make_attachment(an.organisation, data=data) for data in (b"%PDF- 1", b"%PDF- 2"))
    delete_days_ago(old, 91, by=an)
    delete_days_ago(young, 89, by=an)
    with django_capture_on_commit_callbacks(execute=True):
        call_command("clear_expired")
    assert [*Attachment.objects.all()] == [young]
    assert [path for path in disk.rglob("*") if path.is_file()] == [disk / young.file.name]
    entry = LogEntry.objects.get(kind=LogKind.CLEARED)
    assert (entry.object_words, entry.about_pk) == (old.name, an.organisation_id)


def test_a_deleted_file_that_was_submitted_stays(an, disk):
    file = make_attachment(an.organisation)
    make_submission(make_report(an.organisation)).attachments.add(file)
    delete_days_ago(file, 999, by=an)
    call_command("clear_expired")
    assert Attachment.objects.get() == file
    assert default_storage.exists(file.file.name)


def test_files_that_no_row_names_go_after_a_day(an, disk):
    named = [make_attachment(an.organisation).file.name for _ in range(3)]
    for name in named:
        os.utime(disk / name, (0, 0))
    old = [leave(disk, "attachments/ab/old", days=2)]
    young = leave(disk, "attachments/ab/young", days=0.9)
    call_command("clear_expired")
    assert not any(path.exists() for path in old)
    assert young.exists()
    assert all(default_storage.exists(name) for name in named)


def test_with_the_wrong_database_no_file_goes_but_the_rest_does(an, disk, capsys):
    strange = [
        leave(disk, f"{folder}/ab/{name}", days=99) for folder in ("attachments", "earlier") for name in "ab"
    ]
    Session.objects.create(session_key="x", session_data="", expire_date=timezone.now() - timedelta(days=1))
    with pytest.raises(CommandError) as refused:
        call_command("clear_expired")
    assert str(refused.value).count("Không xóa tệp nào trong") == 2
    assert all(path.exists() for path in strange)
    assert capsys.readouterr().out.startswith("Đã xóa 1 phiên đăng nhập đã hết hạn.\n")


def test_records_that_nobody_can_come_back_to_go(an):
    make_long_work(an)
    SentForm.objects.create(key="5e0c4bd6-2b4b-4f0c-9d3e-0f4b1b1c7a55", sent_by=an, led_to="/")
    LongWork.objects.update(started_at=timezone.now() - timedelta(days=3))
    SentForm.objects.update(sent_at=timezone.now() - timedelta(days=31))
    call_command("clear_expired")
    assert (LongWork.objects.count(), SentForm.objects.count()) == (0, 0)


@pytest.fixture
def old_log(an):
    """Save a log of ten lines, four of which are older than five years, and seal it."""
    for number in range(10):
        write(LogKind.VIEWED, by=an, details=f"trang {number}")
    old = timezone.now() - timedelta(days=1831)
    pks = LogEntry.objects.order_by("pk").values_list("pk", flat=True)[:4]
    update(LogEntry.objects.filter(pk__in=[*pks]), made_at=old)
    seal()


def test_old_lines_go_and_the_rest_can_still_be_checked(old_log, capsys):
    fourth = line(4).get().hash
    call_command("clear_expired")
    assert "Đã xóa 4 dòng nhật ký quá hạn." in capsys.readouterr().out
    seal()
    checked = check_log()
    head = LogHead.objects.get()
    assert (checked.count, head.count, head.removed, head.removed_hash) == (7, 11, 4, fourth)
    removal = LogEntry.objects.get(kind=LogKind.CLEARED)
    assert removal.details.startswith("xóa 4 dòng, từ dòng 1 đến dòng 4, đến ")
    call_command("clear_expired")
    assert LogEntry.objects.filter(kind=LogKind.CLEARED).count() == 1


def test_a_beginning_cut_off_by_hand_is_noticed_after_a_removal(old_log):
    call_command("clear_expired")
    seal()
    hash_of_sixth = line(6).get().hash
    LogEntry.objects.filter(sequence__lte=6)._raw_delete("default")
    update(LogHead.objects.all(), removed=6, removed_hash=hash_of_sixth)
    with pytest.raises(Broken, match="chỗ bắt đầu của nhật ký không khớp"):
        check_log()


def test_a_whole_log_may_be_too_old(old_log):
    update(LogEntry.objects.all(), made_at=timezone.now() - timedelta(days=1900), sequence=None, hash="")
    update(LogHead.objects.all(), count=0, last_hash="")
    seal()
    call_command("clear_expired")
    seal()
    checked = check_log()
    assert (checked.count, checked.sequence) == (1, 11)


def test_nothing_is_removed_from_a_broken_log(old_log):
    update(line(2), person="Người khác")
    with pytest.raises(CommandError, match=r"vì nhật ký không nguyên vẹn.* Dòng 2: bị sửa"):
        call_command("clear_expired")
    assert LogEntry.objects.count() == 10
