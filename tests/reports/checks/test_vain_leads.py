"""Words of Bình or Dung that lead to a listing with nothing in it are found before they are printed."""

import pytest

from reports.checks.findings import Part, Severity
from reports.checks.vain_leads import VAIN_LEAD
from reports.models import IndicatorSet, OutcomeKind, Outline
from tests.factories import make_event, make_outcome, make_plan, make_report, make_submission
from tests.reports.checks.found import findings, texts

pytestmark = pytest.mark.django_db
LEAD = "Sở đã tổ chức các hoạt động sau:\n\n"
WAY_OUT = "Bổ sung dữ liệu, hoặc bỏ danh mục và ghi rõ là không có."


@pytest.mark.parametrize(
    ("body", "named"),
    [
        (f"{LEAD}[[hoạt động]]", "hoạt động"),
        (f"{LEAD}[[hoạt động: hội nghị]]\n\nNhận xét.", "hoạt động: hội nghị"),
        (f"{LEAD}[[hoạt động]]\n\n[[văn bản chỉ đạo]]", "hoạt động"),
        (f"{LEAD}[[hoạt động]]\n\n[[văn bản đã ban hành]]", None),  # a plan is listed
        (f"{LEAD}[[hoạt động]]\n\n- Một hội nghị.", None),
        ("Sở không tổ chức hoạt động nào.\n\n[[hoạt động]]", None),
        (f"{LEAD}[[không có danh mục này]]", None),  # which has a finding of its own
        ("[[hoạt động]]", None),  # an empty section is told as one
    ],
)
def test_words_that_lead_to_nothing_are_a_warning(department, body, named):
    make_plan(department)
    report = make_report(department, (1, "Kết quả", body))
    assert texts(report, VAIN_LEAD) == (
        [
            f"“Sở đã tổ chức các hoạt động sau:” (mục “Kết quả”) dẫn đến “[[{named}]]” mà danh mục này chưa có gì để "
            f"in. {WAY_OUT}"
        ]
        if named
        else []
    )


def test_words_that_lead_to_a_form_which_the_period_has_not_are_a_warning_too(department):
    report = make_report(department, (1, "Kết quả", "Số liệu:\n\n[[biểu số liệu]]"))
    assert texts(report, VAIN_LEAD) == []
    IndicatorSet.objects.all().delete()
    assert texts(report, VAIN_LEAD)[0].startswith("“Số liệu:” (mục “Kết quả”) dẫn đến “[[biểu số liệu]]”")


def test_the_finding_leads_to_the_line_and_goes_with_the_first_row(department):
    report = make_report(department, (1, "Kết quả", f"{LEAD}[[hoạt động]]"))
    [found] = findings(report, VAIN_LEAD)
    section = report.sections.get()
    assert (found.rule.severity, found.place.pks, found.place.line) == (
        Severity.WARNING,
        (section.pk,),
        "[[hoạt động]]",
    )
    make_event(department)
    assert texts(report, VAIN_LEAD) == []


def test_the_report_of_a_province_and_its_annexes_are_looked_over_too(justice_department, department):
    make_outcome(make_submission(make_report(department)), OutcomeKind.ACCEPTED)
    body = "Có [[số kiến nghị]] kiến nghị:\n\n[[kiến nghị của các đơn vị]]"
    report = make_report(justice_department, (1, "Kiến nghị", body))
    annex = report.annexes.create(position=1, title="Kiến nghị", body="[[kiến nghị của các đơn vị]]")
    of_section, of_annex = findings(report, VAIN_LEAD)
    assert of_section.text.startswith("“Có 0 kiến nghị:” (mục “Kiến nghị”) dẫn đến")
    assert (of_annex.place.part, of_annex.place.pks) == (Part.ANNEX, (annex.pk,))
    assert of_annex.text.startswith("“Kiến nghị” (phụ lục) dẫn đến")


def test_the_shipped_outline_of_a_province_stays_right_where_nothing_is_listed(justice_department):
    outline = Outline.objects.of_province(justice_department, 2024).get()
    sections = [(one.depth, one.heading, one.starting_text) for one in outline.sections.all()]
    assert "[[mô hình của các đơn vị]]" in "".join(body for *_, body in sections)
    assert texts(make_report(justice_department, *sections), VAIN_LEAD) == []
