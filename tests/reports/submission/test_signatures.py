"""A file is compared with the PDF that was handed in, whatever the file is."""

from io import BytesIO

import pytest
from django.core.files.storage import default_storage
from django.core.management import call_command
from django.utils import timezone
from pypdf import PdfWriter

from reports.models import FileKind, SignatureCheck, SubmittedFile
from reports.submission.signatures import signatures_of
from tests.accounts.attaching.uploads import pdf
from tests.factories import make_report, make_submitted_file
from tests.lib.signing import KY, SEAL, replace_page, sign, updated
from tests.reports.submission.handed_in import frozen_bytes, open_report, signed_copy, submit, with_real_pdf


@pytest.fixture
def submission(department):
    return with_real_pdf(make_report(department))


def check(data, submission):
    return signatures_of(data, submission).check


def saved_again(data):
    written = BytesIO()
    PdfWriter(clone_from=BytesIO(data)).write(written)
    return written.getvalue()


def test_a_report_that_was_handed_in_is_signed_by_two(department, binh):
    submission = submit(open_report(department), binh)
    once = sign(frozen_bytes(submission, FileKind.PDF), box=SEAL)
    found = signatures_of(sign(once, name="Sở Xây dựng", field="Dau"), submission)
    assert (found.check, found.pages) == (SignatureCheck.SIGNED, (1,))
    assert [name for name, _ in found.signers] == [KY, "Sở Xây dựng"]


def test_what_was_handed_in_is_not_signed(submission):
    data = frozen_bytes(submission, FileKind.PDF)
    for unsigned in (data, data.rstrip(), data + b"\r\n"):
        assert check(unsigned, submission) is SignatureCheck.UNSIGNED


def test_another_page_in_an_update_is_seen(submission):
    data = frozen_bytes(submission, FileKind.PDF)
    for forged in (
        updated(data, replace_page),
        updated(sign(data), replace_page),
        sign(updated(data, replace_page)),
    ):
        assert check(forged, submission) is SignatureCheck.ALTERED


def test_other_files_are_known_as_such(submission):
    signed = signed_copy(submission).data
    assert check(pdf("Bản quét"), submission) is SignatureCheck.OTHER
    assert check(sign(pdf("Bản quét")), submission) is SignatureCheck.RESAVED
    assert check(saved_again(signed), submission) is SignatureCheck.RESAVED
    assert check(b"", submission) is SignatureCheck.OTHER


def test_what_takes_too_long_or_too_much_is_not_called_signed(submission):
    data = signed_copy(submission).data
    deep = updated(data, lambda writer: None) + b"[" * 10**6
    table = b"xref\n0 999999999\n" + b"0000000000 65535 f \n" * 10**5 + b"trailer\n<</Size 9>>\n"
    huge = data + table + b"startxref\n%d\n%%%%EOF\n" % len(data)
    for hostile in (deep, huge):
        assert check(hostile, submission) not in {SignatureCheck.SIGNED, SignatureCheck.UNSIGNED}


def test_a_file_stays_unchecked_where_the_frozen_pdf_is_lost(submission):
    data = signed_copy(submission).data
    default_storage.delete(submission.files.get(kind=FileKind.PDF).file.name)
    assert check(data, submission) is SignatureCheck.UNCHECKED


# Files that were added before their signatures were checked


def add_earlier(submission, data, **values):
    return make_submitted_file(submission, kind=FileKind.SIGNED, data=data, **values)


def test_what_was_added_earlier_is_checked_once(submission, capsys):
    data = frozen_bytes(submission, FileKind.PDF)
    forged = add_earlier(submission, updated(sign(data), replace_page), replaced_at=timezone.now())
    signed = add_earlier(submission, sign(data))
    assert [file.label for file in (forged, signed)] == ["PDF thêm sau"] * 2
    assert signed.signature_remarks == (
        "Chưa kiểm tra chữ ký số của tệp này. Nhờ quản trị viên chạy lệnh check_signed_files.",
    )
    for _ in range(2):
        call_command("check_signed_files")
    assert capsys.readouterr().out.splitlines() == [
        "Đã kiểm tra chữ ký số của 2 tệp.",
        "Đã kiểm tra chữ ký số của 0 tệp.",
    ]
    checks = dict(SubmittedFile.ever.values_list("pk", "signature_check"))
    assert (checks[forged.pk], checks[signed.pk]) == (SignatureCheck.ALTERED, SignatureCheck.SIGNED)
    assert SubmittedFile.ever.get(pk=signed.pk).signers[0][0] == KY


def test_what_is_lost_stays_unchecked(submission, capsys):
    file = add_earlier(submission, signed_copy(submission).data)
    default_storage.delete(file.file.name)
    call_command("check_signed_files")
    assert capsys.readouterr().out == "Đã kiểm tra chữ ký số của 0 tệp.\n"
