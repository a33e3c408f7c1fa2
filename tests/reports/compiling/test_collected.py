"""The province's report lists what the accepted reports of its bodies say, alike in every file."""

import re
from datetime import UTC, date, datetime
from io import BytesIO

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils.timezone import localdate
from docx import Document

from accounts.models import BodyGroup
from plans.kinds import DocumentKind
from reports.checks.draft import load
from reports.checks.figures import UNREAD_FIGURE
from reports.checks.whole import UNREAD_LISTING
from reports.compiling.collected import EVERY_BODY_REPORTED
from reports.compiling.compile import compile_report, compile_sketch
from reports.compiling.listings import Grouping, ListingChoice, read_choice
from reports.document.html import to_html
from reports.document.text import to_text
from reports.document.tree import BulletList, Paragraph, Table
from reports.document.word import to_docx
from reports.models import Annex, OutcomeKind, PeriodKind, Report
from reports.received.listings import Collected
from tests.factories import make_organisation, make_period, make_report, make_user
from tests.reports.checks.found import texts
from tests.reports.document.printed import printed
from tests.reports.received.accepted import accept
from tests.reports.word_texts import word_texts

pytestmark = pytest.mark.django_db

PLAN = {
    "kind": "plan",
    "words": "Kế hoạch số 139/KH-SXD ngày 16/01/2024 của Sở Xây dựng về phổ biến pháp luật",
}
LETTER = {"kind": "official_letter", "words": "Công văn số 7/SXD-TTra về hòa giải;"}
EXAMPLE = (
    "IV. Mô hình, cách làm hay",
    "Sở có hai mô hình:\n- Nhóm nòng cốt [[hoạt động]]\n|x|\ty\n[[đơn vị đã báo cáo]]",
)
MONEY = ("V. KIẾN NGHỊ", "- Đề nghị bố trí kinh phí cho công tác PBGDPL;\n- Xây dựng phần mềm")


def criterion(result, points="", name="Đúng hạn", group=""):
    return {"group": group, "name": name, "result": result, "points": points}


def listing(name):
    return f"[[{name}]]"


@pytest.fixture
def report(justice_department):
    """Save the province's report, with every listing in a section of its own."""
    return make_report(
        justice_department, *((1, str(name).capitalize(), listing(name)) for name in Collected)
    )


@pytest.fixture
def handed_in(department, other_department):
    """Let two departments have their reports accepted."""
    ours = {"documents": [PLAN, LETTER], "criteria": [criterion("met", "9.50"), criterion("met", name="Đủ")]}
    theirs = {
        "documents": [PLAN],
        "criteria": [criterion("not_met", "5"), criterion("partly_met", name="ĐỦ")],
    }
    accept(department, EXAMPLE, MONEY, listed=ours)
    accept(
        other_department,
        ("V. Kiến nghị", "1. Kính đề nghị Sở Tư pháp bố trí kinh phí PBGDPL."),
        listed=theirs,
    )


def blocks(report, name):
    place = list(Collected).index(name)
    return compile_report(report).body[place].blocks


def test_the_documents_of_the_bodies_stand_behind_their_names(report, handed_in):
    assert blocks(report, Collected.DOCUMENTS) == (
        Paragraph(f"{PLAN['words']}; Công văn số 7/SXD-TTra về hòa giải.", lead="Sở Xây dựng tỉnh Sen:"),
        Paragraph(f"{PLAN['words']}.", lead="Sở Y tế tỉnh Sen:"),
    )


def test_documents_can_be_chosen_and_grouped_by_their_kinds(report, handed_in):
    report.sections.filter(position=1).update(
        body="[[van ban cua cac don vi: theo loại, công văn, kế hoạch]]"
    )
    assert blocks(report, Collected.DOCUMENTS) == (
        Paragraph("", lead="Công văn:"),
        BulletList(("Sở Xây dựng tỉnh Sen: Công văn số 7/SXD-TTra về hòa giải.",)),
        Paragraph("", lead="Kế hoạch:"),
        BulletList((f"Sở Xây dựng tỉnh Sen: {PLAN['words']};", f"Sở Y tế tỉnh Sen: {PLAN['words']}.")),
    )
    report.sections.filter(position=1).update(body="[[văn bản của các đơn vị: công văn]]")
    assert [one.lead for one in blocks(report, Collected.DOCUMENTS)] == ["Sở Xây dựng tỉnh Sen:"]


def test_what_a_body_wrote_on_its_models_is_never_read_as_marks(report, handed_in):
    assert blocks(report, Collected.EXAMPLES) == (
        Paragraph("Sở có hai mô hình:", lead="Sở Xây dựng tỉnh Sen:"),
        BulletList(("Nhóm nòng cốt [[hoạt động]]",)),
        Paragraph("|x| – y"),
        Paragraph("[[đơn vị đã báo cáo]]"),
    )


def test_the_results_by_criterion_name_who_did_not_reach_it(report, handed_in):
    (table,) = blocks(report, Collected.CRITERIA)
    assert table == Table(
        (
            ("Tiêu chí", "Đạt", "Đạt một phần", "Chưa đạt", "Điểm bình quân", "Đơn vị chưa đạt"),
            ("Đúng hạn", "1", "0", "1", "7,25", "Sở Y tế tỉnh Sen"),
            ("Đủ", "1", "1", "0", "", "Sở Y tế tỉnh Sen (đạt một phần)"),
        )
    )


def test_criteria_of_a_group_stand_together_and_without_points_there_is_no_column(report, department):
    listed = [criterion("met", group="A"), criterion("met", name="Đủ"), criterion("", name="Hay", group="A")]
    accept(department, listed={"criteria": listed})
    (table,) = blocks(report, Collected.CRITERIA)
    assert [row[0] for row in table.rows] == ["Tiêu chí", "A", "Đúng hạn", "Hay", "Đủ"]
    assert table.rows[0] == ("Tiêu chí", "Đạt", "Đạt một phần", "Chưa đạt", "Không nêu", "Đơn vị chưa đạt")
    assert table.rows[1] == ("A", "", "", "", "", "")
    assert table.rows[3] == ("Hay", "0", "0", "0", "1", "")


def test_a_proposal_of_several_bodies_is_printed_once_with_their_names(report, handed_in):
    assert blocks(report, Collected.PROPOSALS) == (
        BulletList(
            (
                "Kính đề nghị Sở Tư pháp bố trí kinh phí PBGDPL (Sở Xây dựng tỉnh Sen, Sở Y tế tỉnh Sen);",
                "Xây dựng phần mềm (Sở Xây dựng tỉnh Sen).",
            )
        ),
    )


def test_who_reported_and_who_did_not(report, justice_department, department, other_department):
    make_period(justice_department, due_on=date(2024, 11, 15))
    late = {"submitted_at": datetime(2024, 11, 18, 2, tzinfo=UTC)}
    accept(department, outcome=OutcomeKind.RETURNED, submitted_at=datetime(2024, 11, 15, 2, tzinfo=UTC))
    accept(department, report=department.reports.get(), **late)
    accept(other_department, **late)
    commune = {"reports_to": justice_department, "group": BodyGroup.COMMUNE}
    accept(make_organisation(**commune, name="UBND xã A"), outcome=OutcomeKind.RETURNED)
    make_report(make_organisation(**commune, name="UBND xã B"))
    make_organisation(**commune, name="UBND xã C", is_active=False)
    make_organisation(reports_to=justice_department, name="Sở Nội vụ")
    (table,) = blocks(report, Collected.REPORTED)
    assert table.rows == (
        ("STT", "Đơn vị", "Ngày nộp", "Bản", "Thời hạn"),
        ("1", "Sở Xây dựng tỉnh Sen", "18/11/2024", "2", "Đúng hạn"),
        ("2", "Sở Y tế tỉnh Sen", "18/11/2024", "1", "Nộp muộn 3 ngày"),
    )
    assert blocks(report, Collected.UNREPORTED) == (
        Paragraph("", lead=f"{BodyGroup.DEPARTMENT.label}:"),
        BulletList(("Sở Nội vụ (chưa bắt đầu).",)),
        Paragraph("", lead=f"{BodyGroup.COMMUNE.label}:"),
        BulletList(("UBND xã A (bị trả lại để sửa);", "UBND xã B (đang soạn).")),
    )


def test_when_every_body_reported_the_paper_says_so(report, handed_in):
    assert blocks(report, Collected.UNREPORTED) == (Paragraph(EVERY_BODY_REPORTED),)


def test_only_accepted_reports_of_the_period_count(report, department, other_department):
    accept(department, MONEY, outcome=OutcomeKind.RETURNED, listed={"documents": [PLAN]})
    accept(other_department, MONEY, report=make_report(other_department, reporting_year=2023))
    accept(other_department, MONEY, report=make_report(other_department, period_kind=PeriodKind.HALF_YEAR))
    for name in (Collected.DOCUMENTS, Collected.EXAMPLES, Collected.CRITERIA, Collected.PROPOSALS):
        assert blocks(report, name) == ()
    assert blocks(report, Collected.REPORTED) == ()


def test_a_report_on_half_a_year_lists_the_reports_on_it(justice_department, department):
    half = {"period_kind": PeriodKind.HALF_YEAR}
    report = make_report(justice_department, (1, "Kiến nghị", listing(Collected.PROPOSALS)), **half)
    accept(department, ("V. Kiến nghị", "Thêm người."), report=make_report(department, **half))
    (section,) = compile_report(report).body
    assert section.blocks == (BulletList(("Thêm người (Sở Xây dựng tỉnh Sen).",)),)


def test_every_file_has_the_same_words_also_in_an_annex(report, handed_in):
    Annex.objects.create(report=report, position=1, title="Kết quả", body=listing(Collected.CRITERIA))
    document = compile_report(report)
    words = {
        "text": to_text(document),
        "html": re.sub(r"<[^>]+>", " ", to_html(document)),
        "pdf": " ".join(printed(document).words),
        "docx": " ".join(word_texts(Document(BytesIO(to_docx(document))))),
    }
    for name, text in words.items():
        line = " ".join(text.split())
        assert line.count("Sở Xây dựng tỉnh Sen: Kế hoạch số") == 1, name
        assert line.count("Nhóm nòng cốt [[hoạt động]]") == 1, name
        assert line.count("Đúng hạn 1 0 1 7,25 Sở Y tế tỉnh Sen") == 2, name
        assert line.count("(Sở Xây dựng tỉnh Sen, Sở Y tế tỉnh Sen)") == 1, name
        assert line.count("2 Sở Y tế tỉnh Sen") == 1, name
        assert line.count(EVERY_BODY_REPORTED) == 1, name


def queries(report):
    """Return how many queries it takes to print a report that nobody has asked anything yet."""
    report = Report.objects.get(pk=report.pk)
    with CaptureQueriesContext(connection) as found:
        assert load(report, localdate()).document == compile_report(report)
    return len(found)


def test_more_bodies_need_no_more_queries(report, justice_department):
    by = make_user(justice_department)

    def hand_in(number):
        for _ in range(number):
            body = make_organisation(reports_to=justice_department)
            accept(body, EXAMPLE, MONEY, listed={"documents": [PLAN]}, by=by, submitted_by=by)

    hand_in(2)
    few = queries(report)
    hand_in(10)
    assert queries(report) == few


def test_a_draft_prints_the_same_and_notices_what_is_accepted(report, department, other_department):
    accept(department, MONEY)
    draft = load(report, localdate())
    assert draft.document == compile_report(report)
    accept(other_department, MONEY)
    later = load(report, localdate())
    assert later.document == compile_report(report) != draft.document
    assert later.digest != draft.digest


def test_a_draft_notices_who_began(report, department):
    draft = load(report, localdate())
    make_report(department)
    assert load(report, localdate()).digest != draft.digest


@pytest.mark.parametrize("name", Collected)
def test_in_the_report_of_a_department_the_name_is_printed_and_found(department, name):
    report = make_report(department, (1, "Kết quả", f"Lời.\n\n{listing(name)}"), opening=listing(name))
    document = compile_report(report)
    assert document.body[-1].blocks == (Paragraph("Lời."), Paragraph(listing(name)))
    assert compile_sketch(report).body == document.body
    (found,) = texts(report, UNREAD_LISTING)
    assert found == (
        f"“[[{name}]]” (mục “Kết quả”) là danh mục của báo cáo toàn tỉnh, ở báo cáo này không in. "
        "Bỏ dòng này, hoặc chọn danh mục khác."
    )
    assert len(texts(report, UNREAD_FIGURE)) == 1


def test_the_province_has_no_finding_and_is_helped_with_a_slip(report, department):
    assert texts(report, UNREAD_LISTING) == []
    report.sections.filter(position=1).update(body="[[đơn vị đã báo cao cáo]]")
    assert "Có phải “[[đơn vị đã báo cáo]]”?" in texts(report, UNREAD_LISTING)[0]
    own = make_report(department, (1, "Kết quả", "[[đơn vị đã báo cao cáo]]"))
    assert "Có phải" not in texts(own, UNREAD_LISTING)[0]


def test_names_are_read_without_accents_and_take_the_options_that_make_sense():
    assert read_choice("Don vi chua bao cao") == ListingChoice(Collected.UNREPORTED)
    assert read_choice("văn bản của các đơn vị: quyết định, theo loại") == ListingChoice(
        Collected.DOCUMENTS, Grouping.KIND, (DocumentKind.DECISION,)
    )
    assert read_choice("văn bản của các đơn vị: theo tháng") is None
    assert read_choice("đơn vị đã báo cáo: theo loại") is None


def test_dung_is_offered_them_with_their_counts_and_binh_is_not(
    client, dung, binh, report, department, handed_in
):
    client.force_login(dung)
    desk = client.get("/bao-cao/2024/").content.decode()
    assert "3 văn bản của các đơn vị" in desk
    assert "2 kiến nghị của các đơn vị" in desk
    page = client.get(f"/bao-cao/2024/muc/{report.sections.first().pk}/").content.decode()
    assert 'data-listing="văn bản của các đơn vị"' in page
    assert "Văn bản của các đơn vị <small>3 mục in</small>" in page
    client.force_login(binh)
    section = department.reports.get().sections.first()
    section.body = listing(Collected.REPORTED)
    section.save()
    page = client.get(f"/bao-cao/2024/muc/{section.pk}/").content.decode()
    assert 'data-listing="văn bản của các đơn vị"' not in page
    assert "chỉ in được trong báo cáo của tỉnh" in page
