"""What was handed in is sent byte for byte, to those who may have it, and every download is recorded."""

import os
from dataclasses import replace
from hashlib import sha256

import pytest
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.core.management import CommandError, call_command
from django.utils import timezone

from accounts.history import downloads_of
from accounts.models import Role
from reports.compiling.compile import compile_report
from reports.compiling.formats import FORMATS
from reports.document import layout
from reports.models import FileKind, OutcomeKind, Report, Section
from reports.submission.data.content import content_of
from reports.submission.data.file import written
from reports.submission.stored_files import FileChanged, FileMissing, discard_unfinished, freeze, read_frozen
from tests.factories import (
    make_organisation,
    make_outcome,
    make_plan,
    make_report,
    make_submission,
    make_submitted_file,
    make_user,
)
from tests.left_files import leave
from tests.pages import words
from tests.reports.submission.handed_in import open_report, submit

WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"


@pytest.fixture
def submission(department):
    return make_submission(make_report(department))


def file_of(submission, kind=FileKind.PDF):
    return submission.files.get(kind=kind)


def fetched(submission):
    """Return who fetched what, first the first."""
    return [(one.changed_by.username, one.values) for one in reversed(downloads_of(submission.report))]


def lose(file, content=None):
    """Remove a file from the storage, or put other bytes in its place."""
    default_storage.delete(file.file.name)
    if content is not None:
        default_storage.save(file.file.name, ContentFile(content))


@pytest.mark.parametrize(
    ("kind", "content_type"), [("docx", WORD), ("pdf", "application/pdf"), ("signed", "application/pdf")]
)
def test_a_file_is_sent_to_be_saved(client, submission, an, kind, content_type):
    if kind == FileKind.SIGNED:
        make_submitted_file(submission, kind=FileKind.SIGNED)
    file = file_of(submission, kind)
    client.force_login(an)
    response = client.get(file.get_absolute_url())
    assert sha256(response.content).hexdigest() == file.sha256
    assert {name: response[name] for name in ("Content-Type", "Content-Disposition", "Content-Length")} == {
        "Content-Type": content_type,
        "Content-Disposition": f'attachment; filename="{file.name}"',
        "Content-Length": str(file.size),
    }
    assert response["Content-Security-Policy"] == "sandbox; default-src 'none'"
    assert (response["X-Content-Type-Options"], response["Cache-Control"]) == ("nosniff", "private, no-store")


def test_every_download_is_recorded_on_the_report(client, submission, an, dung):
    docx, pdf = submission.files.all()
    for person, address in ((an, docx.get_absolute_url()), (dung, f"{pdf.get_absolute_url()}?xem=1")):
        client.force_login(person)
        client.get(address)
    assert fetched(submission) == [
        ("an", [["tệp", "", docx.name]]),
        ("dung", [["tệp", "", f"{pdf.name} (xem trên trang)"]]),
    ]


def test_who_only_asks_about_a_file_has_not_fetched_it(client, submission, an):
    client.force_login(an)
    response = client.head(file_of(submission).get_absolute_url())
    assert (response.status_code, response.content, fetched(submission)) == (200, b"", [])
    assert response["Content-Length"] == str(file_of(submission).size)


def test_a_pdf_is_shown_in_a_page_of_ours(client, submission, dung):
    client.force_login(dung)
    response = client.get(f"{file_of(submission).get_absolute_url()}?xem=1")
    assert response["Content-Disposition"] == f'inline; filename="{file_of(submission).name}"'
    assert response["X-Frame-Options"] == "SAMEORIGIN"
    assert response["Content-Security-Policy"] == (
        "default-src 'none'; object-src 'self'; style-src 'unsafe-inline'; frame-ancestors 'self'"
    )


def test_a_word_file_is_never_shown(client, submission, dung):
    client.force_login(dung)
    response = client.get(f"{file_of(submission, FileKind.DOCX).get_absolute_url()}?xem=1")
    assert response["Content-Disposition"].startswith("attachment")
    assert response["Content-Security-Policy"].startswith("sandbox")


def test_who_may_have_it(client, submission, an, binh, giang, chi, dung, justice_department):
    elsewhere = make_user(make_organisation(), Role.JUSTICE_OFFICER)
    of_justice = make_user(justice_department, Role.LEGAL_OFFICER)
    answers = {}
    for person in (an, binh, giang, dung, chi, elsewhere, of_justice):
        client.force_login(person)
        answers[person] = client.get(file_of(submission).get_absolute_url()).status_code
    assert answers == {an: 200, binh: 200, giang: 200, dung: 200, chi: 404, elsewhere: 404, of_justice: 200}


@pytest.mark.parametrize(
    ("kind", "status"),
    [(OutcomeKind.RETURNED, 200), (OutcomeKind.ACCEPTED, 200), (OutcomeKind.WITHDRAWN, 404)],
)
def test_what_was_taken_back_is_the_departments_alone(client, submission, an, dung, kind, status):
    make_outcome(submission, kind)
    make_submission(submission.report)
    answers = []
    for person in (an, dung):
        client.force_login(person)
        answers.append(client.get(file_of(submission).get_absolute_url()).status_code)
    assert answers == [200, status]


def test_a_number_of_no_file_is_not_there(client, submission, an):
    client.force_login(an)
    assert {client.get(f"/tep-nop/{number}/").status_code for number in (0, 10**9, 10**18, 10**30)} == {404}


@pytest.mark.parametrize(
    ("content", "status", "heading"),
    [
        (None, 404, "Không tìm thấy tệp “{name}” trong kho"),
        (b"%PDF- other", 409, "Tệp “{name}” trong kho khác với tệp đã nộp"),
    ],
    ids=["missing", "changed"],
)
def test_a_file_that_the_server_lost_gets_a_page_and_is_not_sent(
    client, submission, an, content, status, heading
):
    file = file_of(submission)
    lose(file, content)
    client.force_login(an)
    response = client.get(file.get_absolute_url())
    assert (response.status_code, words(response, "//h1")) == (status, [heading.format(name=file.name)])
    assert words(response, "//code") == [file.sha256]
    assert "người quản trị hệ thống" in words(response, "//main//p")[0]
    assert fetched(submission) == []


def test_the_page_of_a_lost_file_leads_to_the_others_and_back(client, submission, an, dung):
    file, other = submission.files.order_by("pk")
    lose(file)
    report = submission.report
    pages = {an: submission.get_absolute_url(), dung: f"/tong-hop/2024/{report.pk}/?ban=1"}
    for person, back in pages.items():
        client.force_login(person)
        links = words(client.get(file.get_absolute_url()), "//div[@class='nothing']//a/@href")
        assert links == [other.get_absolute_url(), back, "/"]
        assert client.get(back).status_code == 200


def test_reading_says_which_it_is(submission):
    docx, pdf = submission.files.all()
    lose(docx)
    lose(pdf, b"other")
    with pytest.raises(FileMissing):
        read_frozen(docx)
    with pytest.raises(FileChanged):
        read_frozen(pdf)


def test_frozen_files_stay_byte_for_byte_whatever_changes(client, department, binh, monkeypatch):
    report = open_report(department)
    plan = make_plan(department, subject="về phổ biến Luật Đường bộ")
    submission = submit(report, binh)
    client.force_login(binh)

    def bytes_sent():
        return [client.get(file.get_absolute_url()).content for file in submission.files.all()]

    before = bytes_sent()
    change_formatting(monkeypatch)
    assert [one != other for one, other in zip(before, made_now(report), strict=True)] == [True] * 3
    change_rows(report, plan)
    after = bytes_sent()
    assert after == before
    assert [sha256(one).hexdigest() for one in after] == [file.sha256 for file in submission.files.all()]


def change_formatting(monkeypatch):
    """Set another margin and let the renderers print another document, as a later release may."""
    monkeypatch.setattr(layout, "MARGIN_LEFT", layout.Mm(35))
    for ending, kind in FORMATS.items():
        monkeypatch.setitem(FORMATS, ending, replace(kind, render=with_other_formatting(kind.render)))


def with_other_formatting(render):
    return lambda document: render(replace(document, kind="BÁO CÁO (MẪU MỚI)"))


def made_now(report):
    document = compile_report(report)
    data = written(content_of(report, document))
    return [*(FORMATS[ending].render(document).content for ending in ("docx", "pdf")), data]


def change_rows(report, plan):
    plan.subject = "về việc khác"
    plan.save()
    Section.objects.filter(report=report).update(heading="Khác", body="Khác.")
    Report.objects.filter(pk=report.pk).update(subject="Khác", issuing_body="Sở Khác", number="9/BC-K")
    report.organisation.name, report.organisation.code = "Sở Khác", "SK"
    report.organisation.save()


# On a disk


def files_on(disk):
    return sorted(str(path.relative_to(disk)) for path in disk.rglob("*") if path.is_file())


def test_a_file_lies_on_the_disk_for_its_owner_alone(disk, submission):
    file = freeze(submission, FileKind.SIGNED, b"%PDF- signed", by=submission.submitted_by)
    path = disk / file.file.name
    assert (path.read_bytes(), path.stat().st_mode & 0o777) == (b"%PDF- signed", 0o600)
    assert (file.size, file.sha256) == (12, sha256(b"%PDF- signed").hexdigest())
    assert read_frozen(file) == b"%PDF- signed"


def test_what_was_cut_short_is_cleared_away_after_a_month(disk, submission, capsys):
    make_submitted_file(submission, kind=FileKind.SIGNED, replaced_at=timezone.now())
    named = files_on(disk)
    for path in named:
        os.utime(disk / path, (0, 0))
    leave(disk, "submissions/abcd/old", days=31)
    leave(disk, "submissions/abcd/new", days=29)
    call_command("clear_unfinished_files")
    assert files_on(disk) == sorted([*named, "submissions/abcd/new"])
    assert capsys.readouterr().out == "Đã xóa 1 tệp của những lần nộp bị ngắt giữa chừng.\n"


def test_with_the_wrong_database_nothing_is_cleared_away(disk, submission):
    """With another database connected, the files of the right one stay."""
    for name in "abc":
        leave(disk, f"submissions/abcd/{name}", days=99)
    before = files_on(disk)
    with pytest.raises(CommandError, match="kho có 3 tệp mà cơ sở dữ liệu không biết, nhiều hơn 2 tệp"):
        call_command("clear_unfinished_files")
    assert files_on(disk) == before


def test_where_nothing_was_ever_handed_in_there_is_nothing_to_clear(disk, db):
    assert discard_unfinished() == []
