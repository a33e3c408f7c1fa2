"""The signed PDF is stored beside the frozen files, with the check whether it is the submitted one."""

import pytest
from django.core.exceptions import ValidationError

from accounts.attaching.checking import CheckedFile
from reports.models import FileKind, OutcomeKind, SubmittedFile
from reports.states import WrongState
from reports.submission.signed import MOST_REPLACED, add_signed, replace_signed
from tests.factories import make_outcome, make_report, make_submission
from tests.reports.submission.handed_in import OTHER, SIGNED, entries, frozen_bytes, notices_of

NAME = "bao-cao-pbgdpl-SXD-2024-ban-1-da-ky.pdf"
ADDED = "bao-cao-pbgdpl-SXD-2024-ban-1-them-sau.pdf"


@pytest.fixture
def submission(department):
    return make_submission(make_report(department))


def signed_file(ending="pdf"):
    return CheckedFile(f"da-ky.{ending}", ending, b"%PDF-1.7 signed")


def add(submission, file, by, found=SIGNED):
    return add_signed(submission=submission, file=file, signatures=found, by=by)


def test_binh_adds_the_signed_pdf(submission, binh, justice_department):
    file = signed_file()
    signed = add(submission, file, binh)
    assert (signed.kind, signed.name, signed.added_by) == (FileKind.SIGNED, NAME, binh)
    assert (signed.sha256, signed.size) == (file.sha256, len(file.data))
    stored = SubmittedFile.objects.get(pk=signed.pk)
    assert (stored.is_signed, stored.label, stored.signature_pages) == (True, "PDF đã ký", [1])
    assert stored.signers == [["Trần Thị Ký", "2024-11-14T09:30:00+07:00"]]
    assert frozen_bytes(submission, FileKind.SIGNED) == file.data
    assert entries(submission.report) == [("Sửa", "binh", [["bản PDF đã ký", "", NAME]])]
    words = "Sở Xây dựng tỉnh Sen thêm bản đã ký của báo cáo năm 2024."
    assert notices_of(justice_department) == [("signed", words, f"/tong-hop/2024/{submission.report.pk}/")]


def test_another_file_is_stored_too_and_nowhere_called_signed(submission, binh, justice_department):
    file = add(submission, scan(), binh, OTHER)
    assert (file.is_signed, file.label, file.name) == (False, "PDF thêm sau", ADDED)
    assert entries(submission.report) == [("Sửa", "binh", [["bản PDF thêm sau", "", ADDED]])]
    words = "Sở Xây dựng tỉnh Sen thêm bản PDF khác (bản quét hoặc bản in khác) của báo cáo năm 2024."
    assert [words for _, words, _ in notices_of(justice_department)] == [words]


def test_it_is_added_once(submission, binh):
    first = add(submission, signed_file(), binh)
    with pytest.raises(ValidationError, match="đã có bản PDF đã ký"):
        add(submission, signed_file(), binh)
    assert submission.files.get(kind=FileKind.SIGNED) == first


def test_only_a_pdf_is_a_signed_pdf(submission, binh):
    with pytest.raises(ValidationError, match="phải là tệp PDF"):
        add(submission, signed_file("docx"), binh)
    assert submission.files.count() == 2


def test_it_can_still_be_added_to_what_was_accepted(submission, binh):
    make_outcome(submission, OutcomeKind.ACCEPTED)
    assert add(submission, signed_file(), binh).is_signed


@pytest.mark.parametrize("kind", [OutcomeKind.RETURNED, OutcomeKind.WITHDRAWN])
def test_what_was_given_back_is_not_signed(submission, binh, kind):
    make_outcome(submission, kind)
    with pytest.raises(WrongState):
        add(submission, signed_file(), binh)


# A wrong one is replaced


def scan(words="scan"):
    return CheckedFile("scan.pdf", "pdf", f"%PDF-1.7 {words}".encode())


def replace_with(file, replaced, by, found=SIGNED):
    return replace_signed(replaced=replaced, file=file, signatures=found, by=by)


def test_binh_puts_the_right_file_in_the_place_of_a_wrong_one(submission, binh, justice_department):
    wrong = add(submission, scan(), binh, OTHER)
    file = signed_file()
    right = replace_with(file, wrong, binh)
    name = "bao-cao-pbgdpl-SXD-2024-ban-1-da-ky-2.pdf"
    assert (right.kind, right.name, right.sha256, right.is_signed) == ("signed", name, file.sha256, True)
    assert [one.kind for one in submission.files.all()] == ["docx", "pdf", "signed"]
    assert frozen_bytes(submission, FileKind.SIGNED) == file.data
    assert entries(submission.report)[1] == ("Sửa", "binh", [["bản PDF đã ký", ADDED, name]])
    words = "Sở Xây dựng tỉnh Sen thay bản đã ký của báo cáo năm 2024."
    assert notices_of(justice_department)[1] == ("signed", words, f"/tong-hop/2024/{submission.report.pk}/")


def test_the_wrong_one_stays_in_the_record_byte_for_byte(submission, binh):
    wrong = add(submission, scan(), binh, OTHER)
    replace_with(signed_file(), wrong, binh)
    stored = SubmittedFile.ever.replaced().get()
    assert (stored.pk, stored.kind, stored.name) == (wrong.pk, "signed", ADDED)
    assert stored.file.read() == scan().data


def test_what_was_handed_in_stays_as_it_is_when_the_signed_file_is_replaced(submission, binh):
    before = [(file.pk, file.sha256, file.file.read()) for file in submission.files.all()]
    replace_with(signed_file(), add(submission, scan(), binh, OTHER), binh)
    frozen = submission.files.exclude(kind=FileKind.SIGNED)
    assert [(file.pk, file.sha256, file.file.read()) for file in frozen] == before


def test_the_justice_department_reads_the_one_that_stands_and_no_other(submission, binh, an, dung):
    wrong = add(submission, scan(), binh, OTHER)
    right = replace_with(signed_file(), wrong, binh)
    readable = {
        person: set(SubmittedFile.ever.readable_by(person).filter(pk__in=(wrong.pk, right.pk)))
        for person in (an, binh, dung)
    }
    assert readable == {an: {wrong, right}, binh: {wrong, right}, dung: {right}}


def test_who_saw_an_older_file_replaces_no_newer_one(submission, binh):
    wrong = add(submission, scan(), binh, OTHER)
    right = replace_with(signed_file(), wrong, binh)
    with pytest.raises(ValidationError, match="vừa được thay bằng tệp khác"):
        replace_with(scan("other"), wrong, binh)
    assert submission.files.get(kind=FileKind.SIGNED) == right


@pytest.mark.parametrize("kind", [FileKind.DOCX, FileKind.PDF])
def test_what_is_frozen_is_never_replaced(submission, binh, kind):
    frozen = submission.files.get(kind=kind)
    with pytest.raises(ValidationError):
        replace_with(scan(), frozen, binh)
    assert [one.kind for one in SubmittedFile.ever.all()] == ["docx", "pdf"]


def test_the_same_file_again_replaces_nothing(submission, binh):
    signed = add(submission, scan(), binh, OTHER)
    with pytest.raises(ValidationError, match="chính là bản đã ký đang có"):
        replace_with(scan(), signed, binh)


def test_only_a_pdf_replaces_one(submission, binh):
    signed = add(submission, scan(), binh, OTHER)
    with pytest.raises(ValidationError, match="phải là tệp PDF"):
        replace_with(signed_file("docx"), signed, binh)


def test_it_is_not_replaced_for_ever(submission, binh):
    signed = add(submission, scan(), binh, OTHER)
    for number in range(MOST_REPLACED):
        signed = replace_with(scan(number), signed, binh)
    with pytest.raises(ValidationError, match="đã thay 9 lần"):
        replace_with(scan("last"), signed, binh)
    assert submission.files.get(kind=FileKind.SIGNED) == signed


@pytest.mark.parametrize("kind", OutcomeKind)
def test_with_what_has_an_outcome_stays_what_was_signed(submission, binh, kind):
    signed = add(submission, scan(), binh, OTHER)
    make_outcome(submission, kind)
    with pytest.raises(WrongState):
        replace_with(signed_file(), signed, binh)


def test_of_an_older_version_nothing_is_replaced(submission, binh):
    signed = add(submission, scan(), binh, OTHER)
    make_outcome(submission)
    make_submission(submission.report)
    with pytest.raises(ValidationError, match="bản nộp mới hơn"):
        replace_with(signed_file(), signed, binh)


def test_an_older_version_is_not_signed(submission, binh):
    make_outcome(submission)
    make_submission(submission.report)
    with pytest.raises(ValidationError, match="bản nộp mới hơn"):
        add(submission, signed_file(), binh)
