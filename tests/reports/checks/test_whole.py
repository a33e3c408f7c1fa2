"""The parts that a report must have: text under every heading, a number, recipients, a signer, an end."""

import pytest

from reports.checks.findings import Part, Severity
from reports.checks.whole import (
    CLOSING,
    CRITERION_WITHOUT_TEXT,
    EMPTY_SECTION,
    NUMBER,
    OPTIONAL,
    RECIPIENTS,
    SIGNER,
    UNREAD_LISTING,
)
from reports.models import Criterion
from tests.factories import make_plan, make_report
from tests.reports.checks.found import findings, texts

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("sections", "empty"),
    [
        ([(1, "Một", "")], ["I. MỘT"]),
        ([(1, "Một", "Lời."), (1, "Hai", "")], ["II. HAI"]),
        ([(1, "Một", ""), (2, "Hai", ""), (2, "Ba", "Lời.")], ["1. Hai"]),
        ([(1, "Một", ""), (1, "Hai", "")], ["I. MỘT", "II. HAI"]),
        ([(1, "Một", ""), (2, "Hai", "")], ["1. Hai"]),
        ([(1, "Một", "[[hoạt động]]")], ["I. MỘT"]),
        ([(1, "Một", " \n ")], ["I. MỘT"]),
        ([(1, "Một", "Lời.")], []),
        ([(1, "Một", ""), (2, "Hai", "Lời.")], []),
        ([(1, "Một", "[[văn bản đã ban hành]]")], []),
        ([(1, "Một", "| a |")], []),
        ([(1, "Một", ""), (2, "Hai", ""), (3, "Ba", "- ý")], []),
    ],
)
def test_a_heading_with_nothing_under_it_blocks(department, sections, empty):
    make_plan(department)
    found = findings(make_report(department, *sections), EMPTY_SECTION)
    assert [finding.text for finding in found] == [
        f"Mục “{heading}” chưa có nội dung. Viết nội dung, hoặc ghi rõ là không có." for heading in empty
    ]
    assert {finding.rule.severity for finding in found} <= {Severity.BLOCKING}
    assert all(finding.place.pks == (finding.place.section,) for finding in found)


def test_a_section_that_the_outline_does_not_ask_for_is_a_hint(department):
    report = make_report(department, (1, "Một", ""), (1, "Hai", ""), (1, "Ba", "Lời."))
    report.sections.exclude(heading="Một").update(is_required=False)
    one, two, _ = report.sections.all()
    assert [finding.place.pks for finding in findings(report, EMPTY_SECTION)] == [(one.pk,)]
    [hint] = findings(report, OPTIONAL)
    assert (hint.text, hint.rule.severity, hint.place.pks) == (
        "Mục “II. HAI” chưa có nội dung, đề cương không bắt buộc. Viết nội dung, hoặc ghi rõ là không có.",
        Severity.HINT,
        (two.pk,),
    )


@pytest.mark.parametrize(
    ("body", "lines"),
    [
        ("[[hoat dong: hop]]", ["[[hoat dong: hop]]"]),
        ("Lời.\n\n[[danh sách lớp]]\n\n[[danh sách lớp]]", ["[[danh sách lớp]]"]),
        ("[[hoạt động: theo tuần]]\n\n[[x]]", ["[[hoạt động: theo tuần]]", "[[x]]"]),
        ("[[Van ban da ban hanh]]", []),
        ("[[hoạt động: tập huấn, theo tháng]]", []),
        ("[[tiêu chí]]", []),
        ("Xem [[hoạt động khác]] ở dưới.", []),
    ],
)
def test_a_listing_that_nobody_knows_is_found_once_with_its_line(department, body, lines):
    found = findings(make_report(department, (1, "Một", body)), UNREAD_LISTING)
    assert [finding.place.line for finding in found] == lines
    assert {finding.rule.severity for finding in found} <= {Severity.WARNING}


def test_many_listings_that_nobody_knows_are_counted(department):
    names = [f"[[danh sách lớp {number}]]" for number in range(4_000)]
    body = "\n\n".join([*names, names[0], names[0]])
    found = findings(make_report(department, (1, "Một", body)), UNREAD_LISTING)
    assert len(found) == 21
    assert found[0].text.startswith("“[[danh sách lớp 0]]” (3 lần) (mục “Một”) không phải tên danh mục.")
    assert found[-1].text == (
        "Còn 3.980 tên khác (mục “Một”) không phải tên danh mục. Sửa những tên trên trước."
    )


def test_a_criterion_without_words_is_found_where_the_criteria_are_printed(department):
    report = make_report(department, (1, "Tiêu chí", "[[tiêu chí]]"))
    with_text, without_text = (
        report.assessments.create(criterion=criterion, text=text)
        for criterion, text in zip(Criterion.objects.all(), ("Đạt.", ""), strict=False)
    )
    [finding] = findings(report, CRITERION_WITHOUT_TEXT)
    assert (
        finding.text == f"Tiêu chí “{without_text.criterion.name}” chưa có lời đánh giá. Viết lời đánh giá."
    )
    section = report.sections.get()
    assert (finding.place.part, finding.place.pks, finding.place.section) == (
        Part.CRITERION,
        (without_text.pk,),
        section.pk,
    )
    with_text.delete()
    without_text.delete()
    [finding] = findings(report, CRITERION_WITHOUT_TEXT)
    assert (finding.place.pks, finding.text.split(".")[0]) == (
        (),
        "Báo cáo in danh mục tiêu chí nhưng chưa có tiêu chí nào",
    )


def test_a_criterion_that_is_not_printed_may_stay_without_words(department):
    report = make_report(department)
    report.assessments.create(criterion=Criterion.objects.first())
    assert findings(report, CRITERION_WITHOUT_TEXT) == []


@pytest.mark.parametrize(
    ("values", "text"),
    [
        ({"number": "/BC-SXD"}, "Báo cáo chưa có số; sẽ ghi khi đăng ký văn bản."),
        ({"number": "…/BC-SXD"}, "Báo cáo chưa có số; sẽ ghi khi đăng ký văn bản."),
        ({"number": "..../BC-SXD"}, "Báo cáo chưa có số; sẽ ghi khi đăng ký văn bản."),
        ({"number": ""}, "Báo cáo chưa có số, ký hiệu; sẽ ghi khi đăng ký văn bản."),
        (
            {"number": "/BC-SXD", "issued_on": None},
            "Báo cáo chưa có số và ngày ban hành; sẽ ghi khi đăng ký văn bản.",
        ),
    ],
)
def test_a_blank_number_is_a_hint(department, values, text):
    [finding] = findings(make_report(department, **values), NUMBER)
    assert (finding.text, finding.rule.severity) == (text, Severity.HINT)


@pytest.mark.parametrize("number", ["05/BC-SXD", "5/BC-SXD", "05", "05/2024/BC-SXD", "05-BC/SXD"])
def test_a_number_is_enough(department, number):
    assert findings(make_report(department, number=number, issued_on=None), NUMBER) == []


def test_recipients_are_needed(department):
    report = make_report(department)
    assert findings(report, RECIPIENTS) == []
    report.recipients.all().delete()
    [finding] = findings(report, RECIPIENTS)
    assert (finding.place.part, finding.rule.severity) == (Part.RECIPIENTS, Severity.BLOCKING)


@pytest.mark.parametrize(
    ("values", "fields"),
    [
        ({"signer_name": ""}, ["signer_name"]),
        ({"signer_authority": ""}, ["signer_authority"]),
        ({"signer_authority": " \n "}, ["signer_authority"]),
        ({"signer_name": " "}, ["signer_name"]),
        ({"signer_name": "", "signer_authority": ""}, ["signer_authority", "signer_name"]),
        ({}, []),
        ({"signer_authority": "KT. GIÁM ĐỐC\nPHÓ GIÁM ĐỐC"}, []),
    ],
)
def test_who_signs_and_as_what_is_needed(department, values, fields):
    assert [finding.place.field for finding in findings(make_report(department, **values), SIGNER)] == fields


@pytest.mark.parametrize(
    ("closing", "last_words", "text"),
    [
        ("", "Đạt.", "Báo cáo chưa có lời kết. Viết câu kết, cuối câu ghi “./.”."),
        (
            "Trên đây là báo cáo.",
            "Đạt.",
            "Lời kết “… Trên đây là báo cáo.” chưa kết thúc bằng “./.”. Thêm “./.” vào cuối.",
        ),
        (
            "Trên đây là báo cáo./",
            "Đạt.",
            "Lời kết “… Trên đây là báo cáo./” chưa kết thúc bằng “./.”. Thêm “./.” vào cuối.",
        ),
        ("Hết", "Đạt./.", "Lời kết “… Hết” chưa kết thúc bằng “./.”. Thêm “./.” vào cuối."),
        (
            "Kính báo cáo. /.",
            "Đạt.",
            "Lời kết “… Kính báo cáo. /.” chưa kết thúc bằng “./.”. Thêm “./.” vào cuối.",
        ),
    ],
)
def test_an_end_without_its_mark_is_a_warning(department, closing, last_words, text):
    report = make_report(department, (1, "Kết quả", last_words), closing=closing)
    assert texts(report, CLOSING) == [text]


@pytest.mark.parametrize(
    ("closing", "last_words"),
    [
        ("Trên đây là báo cáo./.", "Đạt."),
        ("Hết./. ", "Đạt."),
        ("", "Đạt./."),
        ("", "- một;\n- hai./."),
        ("Một\nhai./.", ""),
    ],
)
def test_an_end_with_its_mark_is_not(department, closing, last_words):
    assert findings(make_report(department, (1, "Kết quả", last_words), closing=closing), CLOSING) == []
