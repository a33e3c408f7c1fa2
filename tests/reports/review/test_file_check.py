"""The page that checks whether a file is one that was submitted."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils.timezone import localdate

from accounts.attaching.checking import EMPTY, MOST_BYTES, TOO_LARGE, CheckedFile
from accounts.forms.files import NOTHING_CHOSEN
from reports.models import FileKind, OutcomeKind, SignatureCheck
from reports.models.signatures import sentence_on
from reports.models.wording import SUBMITTING
from reports.submission.signatures import Signatures, stored
from reports.submission.signed import replace_signed
from tests.bad_input import BAD_INPUT
from tests.factories import make_outcome, make_report, make_submission, make_submitted_file
from tests.pages import words
from tests.reports.submission.handed_in import SIGNED, frozen_bytes

ADDRESS = "/kiem-tra-tep/2024/"
MATCH = "//div[starts-with(@class, 'match')]"
NONE = "Không phải tệp đã nộp: không trùng với bản nào."
OF = "báo cáo năm 2024 của Sở Xây dựng tỉnh Sen"


@pytest.fixture
def report(department):
    return make_report(department)


@pytest.fixture
def page(client, chi):
    client.force_login(chi)
    return client


def today():
    return f"{localdate():%d/%m/%Y}"


def asked(client, data, name="nhan-duoc.pdf"):
    return client.post(ADDRESS, {"file": SimpleUploadedFile(name, data)})


def matches(response):
    return words(response, f"{MATCH}//p")


def refused(response):
    return words(response, "//p[@class='refused']")


@pytest.mark.parametrize("who", ["an", "binh", "giang", "chi", "dung"])
def test_everyone_can_find_out_which_version_a_file_is(client, request, report, who):
    submission = make_submission(report)
    client.force_login(request.getfixturevalue(who))
    pdf, docx = (asked(client, frozen_bytes(submission, kind)) for kind in (FileKind.PDF, FileKind.DOCX))
    assert matches(pdf) == [f"Đúng bản PDF đã nộp ngày {today()}: {OF}, bản 1."]
    assert matches(docx) == [f"Đúng bản DOCX đã nộp ngày {today()}: {OF}, bản 1."]
    assert words(pdf, f"{MATCH}/@class") == ["match current"]
    assert words(pdf, "//h2") == ["Tệp “nhan-duoc.pdf”"]


def test_the_file_of_data_is_known_too(page, report):
    submission = make_submission(report)
    make_submitted_file(submission, kind=FileKind.JSON)
    data = frozen_bytes(submission, FileKind.JSON)
    assert matches(asked(page, data, "nhan-duoc.json")) == [
        f"Đúng tệp dữ liệu (JSON) đã nộp ngày {today()}: {OF}, bản 1."
    ]


@pytest.mark.parametrize(
    ("kind", "fate"),
    [
        (OutcomeKind.ACCEPTED, "đã tiếp nhận"),
        (OutcomeKind.RETURNED, "đã trả lại"),
        (OutcomeKind.REOPENED, "đã mở lại"),
    ],
)
def test_the_page_shows_the_outcome(page, report, kind, fate):
    submission = make_submission(report)
    make_outcome(submission, kind)
    response = asked(page, frozen_bytes(submission, FileKind.PDF))
    assert matches(response) == [f"Đúng bản PDF đã nộp ngày {today()}: {OF}, bản 1 ({fate})."]
    assert words(response, f"{MATCH}/@class") == ["match current"]


def test_a_withdrawn_file_is_shown_as_withdrawn(page, report):
    submission = make_submission(report)
    make_outcome(submission, OutcomeKind.WITHDRAWN)
    response = asked(page, frozen_bytes(submission, FileKind.PDF))
    assert matches(response) == [
        f"Đúng bản PDF đã nộp ngày {today()}: {OF}, bản 1 (đã rút).",
        f"Đơn vị đã rút bản này ngày {today()}, nên bản này không còn giá trị.",
    ]
    assert words(response, f"{MATCH}/@class") == ["match"]


def test_the_page_names_a_newer_version(page, report):
    first = make_submission(report)
    make_outcome(first)
    make_outcome(make_submission(report), OutcomeKind.WITHDRAWN)
    assert len(matches(asked(page, frozen_bytes(first, FileKind.PDF)))) == 1
    make_submission(report)
    response = asked(page, frozen_bytes(first, FileKind.PDF))
    assert matches(response) == [
        f"Đúng bản PDF đã nộp ngày {today()}: {OF}, bản 1 (đã trả lại).",
        "Báo cáo này đã có bản mới hơn: bản 3.",
    ]
    assert words(response, f"{MATCH}/@class") == ["match"]


def store(submission, found):
    """Save a file added as the signed one with what was found in it."""
    return make_submitted_file(submission, kind=FileKind.SIGNED, **stored(found))


def test_a_signed_one_says_so(page, report):
    submission = make_submission(report)
    store(submission, SIGNED)
    assert matches(asked(page, frozen_bytes(submission, FileKind.SIGNED))) == [
        f"Đúng bản PDF đã ký, thêm ngày {today()}: {OF}, bản 1.",
        "Có chữ ký số trên đúng bản PDF đã nộp, ngoài chữ ký không thêm gì khác.",
        "Người ký, theo chữ ký trong tệp: Trần Thị Ký (09:30 14/11/2024). "
        "Chứng thư số của người ký chưa được kiểm tra.",
        "Hình chữ ký nằm ở trang 1, có thể che chữ bên dưới: xem lại các trang đó.",
    ]


@pytest.mark.parametrize("check", [one for one in SignatureCheck if one is not SignatureCheck.SIGNED])
def test_what_is_not_known_to_be_signed_is_not_called_signed(page, report, check):
    submission = make_submission(report)
    store(submission, Signatures(check))
    make_outcome(submission, OutcomeKind.ACCEPTED)
    assert matches(asked(page, frozen_bytes(submission, FileKind.SIGNED))) == [
        f"Đúng bản PDF thêm ngày {today()}: {OF}, bản 1 (đã tiếp nhận).",
        sentence_on(check, SUBMITTING),
    ]


def test_a_signed_one_that_was_replaced_says_so(page, report, binh):
    submission = make_submission(report)
    wrong = make_submitted_file(submission, kind=FileKind.SIGNED)
    right = CheckedFile("da-ky.pdf", "pdf", b"%PDF-1.7 signed")
    replace_signed(replaced=wrong, file=right, signatures=SIGNED, by=binh)
    response = asked(page, wrong.file.read())
    assert matches(response) == [
        f"Đúng bản PDF thêm ngày {today()}: {OF}, bản 1.",
        "Đơn vị đã thay tệp này bằng tệp khác, nên tệp này không còn giá trị.",
    ]
    assert words(response, f"{MATCH}/@class") == ["match"]


def test_a_file_submitted_twice_is_shown_twice_the_current_one_first(page, report):
    first = make_submission(report)
    make_outcome(first, OutcomeKind.WITHDRAWN)
    second = make_submission(report)
    second.files.all().delete()
    make_submitted_file(second, data=frozen_bytes(first, FileKind.PDF))
    response = asked(page, frozen_bytes(first, FileKind.PDF))
    assert words(response, f"{MATCH}/@class") == ["match current", "match"]
    assert matches(response)[0] == f"Đúng bản PDF đã nộp ngày {today()}: {OF}, bản 2."


def test_one_byte_more_is_another_file(page, report):
    submission = make_submission(report)
    response = asked(page, frozen_bytes(submission, FileKind.PDF) + b"\n")
    assert matches(response)[0] == NONE
    assert words(response, f"{MATCH}/@class") == ["match none"]


def test_the_file_is_not_stored(page, settings, disk):
    settings.FILE_UPLOAD_TEMP_DIR = disk
    assert matches(asked(page, b"a" * 3 * 2**20))[0] == NONE
    assert list(disk.iterdir()) == []


def test_what_cannot_be_checked_is_refused_with_a_sentence(page):
    assert refused(page.post(ADDRESS)) == [NOTHING_CHOSEN]
    assert refused(page.post(ADDRESS, {"file": "khong phai tep"})) == [NOTHING_CHOSEN]
    assert refused(asked(page, b"")) == [EMPTY]
    assert refused(asked(page, b"a" * (MOST_BYTES + 1))) == [TOO_LARGE]
    assert matches(asked(page, b"a" * MOST_BYTES))[0] == NONE


@pytest.mark.usefixtures("no_quotas")
def test_whatever_a_file_is_called_it_is_checked(page):
    for text in BAD_INPUT:
        response = asked(page, b"a", name=f"{text[:150]}.pdf")
        assert matches(response)[0] == NONE


def test_many_matches_cost_no_more_questions_than_one(page, report, other_department):
    data = frozen_bytes(make_submission(report), FileKind.PDF)

    def cost():
        with CaptureQueriesContext(connection) as queries:
            asked(page, data)
        return len(queries)

    cost()
    single = cost()
    for year in range(2001, 2016):
        make_submitted_file(
            make_submission(make_report(other_department, reporting_year=year)),
            kind=FileKind.SIGNED,
            data=data,
        )
    assert cost() == single
