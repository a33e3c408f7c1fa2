"""A figure of the province is the same wherever it is shown: page, text, table, files, spreadsheet, data."""

import json
from io import BytesIO

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from docx import Document
from openpyxl import load_workbook
from pypdf import PdfReader

from pbgdpl.lib.vietnamese import thousands
from reports.compiling.compile import compile_report
from reports.document.html import to_html
from reports.document.pdf import to_pdf
from reports.document.text import to_text
from reports.document.word import to_docx
from reports.models import Annex, Report, SubmittedFigure
from reports.submission.data.content import content_of
from reports.submission.data.figures import store_figures
from reports.submission.data.file import data_file, read_data
from tests.factories import make_submission
from tests.pages import words
from tests.reports.document.page_parts import PageParts
from tests.reports.received.province import YEAR, make_province, make_province_report
from tests.reports.received.test_totals import hand_in
from tests.reports.submission.test_submitted_data import faults
from tests.reports.word_texts import word_texts

TEXT = (
    "Toàn tỉnh tổ chức [[số cuộc]] cuộc cho [[số người]] lượt người, riêng cấp xã "
    "[[số cuộc: xã, phường, đặc khu]] cuộc.\n\n[[biểu số liệu]]"
)
SENTENCE = "Toàn tỉnh tổ chức {} cuộc cho {} lượt người, riêng cấp xã {} cuộc."
SHEET = "/tong-hop/2026/so-lieu/tai-ve/xlsx/"


@pytest.fixture
def report(justice_department):
    make_province(justice_department)
    made = make_province_report(justice_department, (1, "Kết quả", TEXT))
    Annex.objects.create(report=made, position=1, title="Biểu tổng hợp", body="[[biểu tổng hợp các đơn vị]]")
    return made


def seen(report, client):
    """Return the numbers of sessions and people as each of the ways shows them, by its name."""
    document, codes = compile_report(report), ("5", "6")
    page = client.get("/tong-hop/2026/so-lieu/")
    head = words(page, "//tr[@class='codes']/td")
    total = words(page, "//tr[@class='sum']/*")
    rows = [*load_workbook(BytesIO(client.get(SHEET).content)).active.iter_rows(values_only=True)]
    columns = next(row for row in rows if "(5)" in row)
    sum_of_sheet = next(row for row in rows if "Tổng số trên địa bàn" in row)
    submission = make_submission(report)
    data = read_data(data_file(content_of(report, document), submission, ()))
    store_figures(submission, data["form"])
    handed_in = {one["code"]: one["actual"] for one in data["form"]["figures"]}
    stored = dict(SubmittedFigure.objects.filter(submission=submission).values_list("code", "actual"))
    return {
        "page": tuple(total[head.index(f"({code})")] for code in codes),
        "sheet": tuple(sum_of_sheet[columns.index(f"({code})")] for code in codes),
        "data": tuple(handed_in[code] for code in codes),
        "submitted": tuple(stored[code] for code in codes),
        "text": to_text(document),
        "html": " ".join(PageParts(to_html(document)).text.split()),
        "docx": " ".join(word_texts(Document(BytesIO(to_docx(document))))),
        "pdf": " ".join(page.extract_text() for page in PdfReader(BytesIO(to_pdf(document))).pages),
    }


def expect(shown, sessions, people, of_communes):
    assert shown["sheet"] == shown["data"] == shown["submitted"] == (sessions, people)
    assert shown["page"] == (thousands(sessions), thousands(people))
    sentence = SENTENCE.format(sessions, thousands(people), of_communes)
    for name in ("text", "html", "docx", "pdf"):
        flat = " ".join(shown[name].split())
        assert sentence in flat, name
        assert flat.count(thousands(people)) == 3, name  # in the sentence, the table, and the table of bodies


def test_a_figure_of_the_province_is_the_same_everywhere_and_follows_what_is_accepted(
    report, client, dung, department
):
    client.force_login(dung)
    expect(seen(report, client), 49, 7939, "07")
    hand_in(department, YEAR.year, c5=1, c6=100)
    expect(seen(report, client), 50, 8039, "07")


def test_the_data_of_the_province_keeps_to_the_schema(report):
    content, submission = content_of(report, compile_report(report)), make_submission(report)
    data = read_data(data_file(content, submission, submission.files.all()))
    assert faults(data) == []
    figures = {one["code"]: one for one in data["form"]["figures"]}
    assert data["form"]["form_code"] == "04c/TP/PBGDPL"
    assert figures["18"]["total"] == 35_520_555_296
    assert (figures["5"]["settled"], figures["5"]["rows"], figures["22"]["is_text"]) == (None, [], True)
    assert json.dumps(figures["4"]["actual"]) == "null"


def test_more_bodies_need_no_more_queries(report, justice_department):
    def queries():
        stored = Report.objects.get(pk=report.pk)  # which nobody has asked anything yet
        with CaptureQueriesContext(connection) as asked:
            content_of(stored, compile_report(stored))
        return len(asked)

    few = queries()
    for _ in range(2):
        make_province(justice_department)
    assert queries() == few
