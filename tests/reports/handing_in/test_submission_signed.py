"""The signed PDF is kept beside the frozen files, and it is known whether it is the one that was handed in."""

from dataclasses import replace

import pytest
from django.core.exceptions import ValidationError
from django.core.files.storage import default_storage

from reports.handing_in.submission import add_signed
from reports.models import FileKind, OutcomeKind, SubmittedFile
from reports.states import WrongState
from tests.factories import make_outcome, make_report, make_submission
from tests.reports.handing_in.handed_in import entries, frozen_bytes, signed_copy, told

NAME = "bao-cao-pbgdpl-SXD-2024-ban-1-da-ky.pdf"


@pytest.fixture
def submission(department):
    return make_submission(make_report(department))


def add(submission, file, by):
    return add_signed(submission=submission, file=file, by=by)


def test_binh_adds_the_signed_pdf(submission, binh, justice_department):
    file = signed_copy(submission)
    signed = add(submission, file, binh)
    assert (signed.kind, signed.name, signed.added_by) == (FileKind.SIGNED, NAME, binh)
    assert (signed.sha256, signed.size) == (file.sha256, len(file.data))
    assert SubmittedFile.objects.get(pk=signed.pk).extends_pdf
    assert frozen_bytes(submission, FileKind.SIGNED) == file.data
    assert entries(submission.report) == [("Sửa", "binh", [["bản PDF đã ký", "", NAME]])]
    words = "Sở Xây dựng tỉnh Sen thêm bản đã ký của báo cáo năm 2024."
    assert told(justice_department) == [("signed", words, f"/tong-hop/2024/{submission.report.pk}/")]


def test_another_file_is_kept_too_and_known_to_be_another(submission, binh):
    file = replace(signed_copy(submission), data=b"%PDF-1.7 scan")
    assert not add(submission, file, binh).extends_pdf


def test_where_the_frozen_pdf_is_lost_nothing_extends_it(submission, binh):
    file = signed_copy(submission)
    default_storage.delete(submission.files.get(kind=FileKind.PDF).file.name)
    assert not add(submission, file, binh).extends_pdf


def test_it_is_added_once(submission, binh):
    first = add(submission, signed_copy(submission), binh)
    with pytest.raises(ValidationError, match="đã có bản PDF đã ký"):
        add(submission, signed_copy(submission), binh)
    assert submission.files.get(kind=FileKind.SIGNED) == first


def test_only_a_pdf_is_a_signed_pdf(submission, binh):
    with pytest.raises(ValidationError, match="phải là tệp PDF"):
        add(submission, signed_copy(submission, "docx"), binh)
    assert submission.files.count() == 2


def test_it_can_still_be_added_to_what_was_accepted(submission, binh):
    make_outcome(submission, OutcomeKind.ACCEPTED)
    assert add(submission, signed_copy(submission), binh).extends_pdf


@pytest.mark.parametrize("kind", [OutcomeKind.RETURNED, OutcomeKind.WITHDRAWN])
def test_what_was_given_back_is_not_signed(submission, binh, kind):
    make_outcome(submission, kind)
    with pytest.raises(WrongState):
        add(submission, signed_copy(submission), binh)


def test_an_older_version_is_not_signed(submission, binh):
    make_outcome(submission)
    make_submission(submission.report)
    with pytest.raises(ValidationError, match="bản nộp mới hơn"):
        add(submission, signed_copy(submission), binh)
