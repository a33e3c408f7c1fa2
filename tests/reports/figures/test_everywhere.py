"""A figure is the same wherever it is shown, and follows the rows: command, page, text, table, files, spreadsheet."""

import json
from datetime import date
from io import BytesIO, StringIO

import pytest
from django.core.management import call_command
from docx import Document
from openpyxl import load_workbook
from pypdf import PdfReader

from pbgdpl.lib.vietnamese import thousands
from reports.compiling.compile import compile_report
from reports.document.html import to_html
from reports.document.pdf import to_pdf
from reports.document.text import to_text
from reports.document.word import to_docx
from reports.figures.form import load_form
from reports.figures.workbook import form_workbook
from reports.models import FileKind
from reports.submission.data.file import read_data
from reports.submission.submission import withdraw_submission
from tests.factories import make_period, make_report
from tests.pages import words
from tests.reports.document.page_parts import PageParts
from tests.reports.figures.forms import make_form
from tests.reports.figures.year_of_events import HARD_NAME, YEAR, make_year
from tests.reports.submission.handed_in import frozen_bytes, submit
from tests.reports.word_texts import word_texts

SENTENCE = "Sở đã tổ chức {} cuộc phổ biến pháp luật cho {} lượt người."


@pytest.fixture
def report(department, other_department):
    make_form()
    days = {"statistics_from": date(2026, 1, 1), "statistics_to": date(2026, 12, 31)}
    make_period(department.reports_to, reporting_year=2026, **days)
    department.year = make_year(department, other_department)
    text = SENTENCE.format("[[số cuộc]]", "[[số người]]") + "\n\n[[biểu số liệu]]"
    return make_report(department, (1, "Kết quả", text), reporting_year=2026, issued_on=date(2026, 11, 5))


def seen(report, client, binh):
    """Return the numbers of sessions and people as each of the ways shows them, by its name."""
    document = compile_report(report)
    out = StringIO()
    call_command("count_figures", report.organisation.code, "2026", stdout=out)
    printed = {one["code"]: one["actual"] for one in json.loads(out.getvalue())["figures"]}
    page = client.get("/bao-cao/2026/so-lieu/")
    submission = submit(report, binh)
    data = read_data(frozen_bytes(submission, FileKind.JSON))
    withdraw_submission(submission=submission, reason="Còn sửa", by=binh)
    handed_in = {one["code"]: one["actual"] for one in data["form"]["figures"]}
    return {
        "command": (printed["5"], printed["6"]),
        "page": tuple(
            words(page, f"//*[@id='cot-{code}']//td[contains(@class, 'counted')]/b")[0] for code in "56"
        ),
        "data": (handed_in["5"], handed_in["6"]),
        "sheet": sheet_figures(form_workbook(load_form(report.organisation, report.period), report)),
        "text": to_text(document),
        "html": " ".join(PageParts(to_html(document)).text.split()),
        "docx": " ".join(word_texts(Document(BytesIO(to_docx(document))))),
        "pdf": " ".join(page.extract_text() for page in PdfReader(BytesIO(to_pdf(document))).pages),
    }


def sheet_figures(data):
    rows = list(load_workbook(BytesIO(data)).active.iter_rows(values_only=True))
    at = next(n for n, row in enumerate(rows) if "(5)" in row)
    place = rows[at].index("(5)")
    return next(tuple(row[place : place + 2]) for row in rows[at + 1 :] if isinstance(row[place], int))


def expect(shown, sessions, people):
    assert shown["command"] == shown["data"] == shown["sheet"] == (sessions, people)
    assert shown["page"] == (thousands(sessions), thousands(people))
    sentence = SENTENCE.format(thousands(sessions), thousands(people))
    for name in ("text", "html", "docx", "pdf"):
        flat = " ".join(shown[name].split())
        assert sentence in flat, name
        assert flat.count(thousands(people)) == 2, name  # in the sentence and in the table


def test_a_figure_is_the_same_everywhere_and_follows_the_rows(report, client, binh):
    client.force_login(binh)
    expect(seen(report, client, binh), YEAR["5"], YEAR["6"])
    hard = report.organisation.year[HARD_NAME]  # 36 sessions, 5,614 people
    hard.held_from = date(2027, 3, 15)
    hard.save()
    expect(seen(report, client, binh), YEAR["5"] - 36, YEAR["6"] - 5614)
