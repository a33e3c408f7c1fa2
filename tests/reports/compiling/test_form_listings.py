"""`[[biểu số liệu]]` and `[[so với năm trước]]` print the form of the report, the same in every file."""

import re
from datetime import date
from io import BytesIO

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils.timezone import localdate
from docx import Document

from reports.checks.draft import load
from reports.compiling.compile import compile_report, compile_sketch
from reports.compiling.contents import contents
from reports.compiling.listings import CHANGE, FORM, ListingChoice, read_choice
from reports.document.html import to_html
from reports.document.text import to_text
from reports.document.tree import Paragraph, Table
from reports.document.word import to_docx
from reports.models import Annex, IndicatorSet
from tests.factories import make_event, make_report
from tests.reports.document.printed import printed
from tests.reports.figures.forms import make_figure, make_form
from tests.reports.word_texts import word_texts

pytestmark = pytest.mark.django_db
BOTH = "Số liệu của Sở:\n\n[[biểu số liệu]]\n\n[[so với năm trước]]"


@pytest.fixture
def report(department):
    make_event(department, sessions=36, attendance=5614)
    make_event(department, reporting_year=2023, held_from=date(2023, 3, 5), sessions=9, attendance=10)
    made = make_report(department, (1, "Kết quả", BOTH))
    Annex.objects.create(report=made, position=1, title="Biểu số liệu", body="[[biểu số liệu]]")
    return made


@pytest.fixture
def no_form(db):
    IndicatorSet.objects.all().delete()  # those of the program


@pytest.fixture
def form(db):
    return make_form()


def tables(document):
    (section,) = document.body
    return [block for block in section.blocks if isinstance(block, Table)]


@pytest.mark.parametrize(
    ("typed", "name"),
    [
        ("Biểu số liệu", FORM),
        ("bieu so lieu", FORM),
        ("SO VỚI NĂM TRƯỚC", CHANGE),
        ("so voi nam truoc:", CHANGE),
    ],
)
def test_the_names_are_understood_without_accents(typed, name):
    assert read_choice(typed) == ListingChoice(name)


def test_the_form_stands_in_the_section_and_in_the_annex(report, form):
    document = compile_report(report)
    whole, change = tables(document)
    assert ("5", "Số cuộc", "cuộc", "36") in whole.rows
    assert ("6", "Số lượt người", "lượt người", "5.614") in whole.rows
    assert ("Số cuộc", "36", "9", "+27", "+300%") in change.rows
    name, annexed = document.annexes[0].blocks
    assert name == Paragraph("Biểu số 04b/TP/PBGDPL (số liệu từ ngày 01/01/2024 đến ngày 31/12/2024):")
    assert annexed == whole


def test_what_was_settled_is_printed(report, form):
    make_figure(report, "3", does_not_apply=True)
    make_figure(report, "19", actual=35_519_055_296)
    rows = {row[0]: row[3] for row in tables(compile_report(report))[0].rows}
    assert (rows["3"], rows["18"], rows["19"]) == ("-", "35.519.055.296", "35.519.055.296")


def test_an_event_that_moves_changes_the_paper(report, form):
    make_event(report.organisation, sessions=4, attendance=100)
    assert ("5", "Số cuộc", "cuộc", "40") in tables(compile_report(report))[0].rows


def test_without_a_form_nothing_is_printed(report, no_form):
    document = compile_report(report)
    assert document.body[0].blocks == (Paragraph("Số liệu của Sở:"),)
    assert document.annexes[0].blocks == ()


def test_the_home_page_knows_without_the_form_that_the_section_has_something(department):
    report = make_report(department, (1, "Kết quả", "[[biểu số liệu]]"), (1, "Kiến nghị", ""))
    make_form()
    document = compile_report(report)
    assert contents(compile_sketch(report)) == contents(document)
    assert [entry.is_empty for entry in contents(document)] == [False, True]


def test_the_form_is_loaded_once_and_only_where_it_is_named(report, form):
    counts = []
    for body in ("Lời.", "[[biểu số liệu]]", "[[biểu số liệu]]\n\n[[so với năm trước]]\n\n[[Bieu so lieu]]"):
        report.sections.update(body=body)
        report.annexes.update(body=body)
        with CaptureQueriesContext(connection) as queries:
            compile_report(report)
        counts.append(len(queries))
    plain, once, often = counts
    assert plain < once == often


def test_a_draft_prints_the_same_and_notices_other_figures(report, form):
    draft = load(report, localdate())
    assert draft.document == compile_report(report)
    make_event(report.organisation, sessions=4, attendance=100)
    later = load(report, localdate())
    assert later.document != draft.document
    assert later.digest != draft.digest


def test_every_file_has_the_same_figures(report, form):
    make_figure(report, "19", actual=35_519_055_296)
    document = compile_report(report)
    words = {
        "text": to_text(document),
        "html": re.sub(r"<[^>]+>", " ", to_html(document)),
        "pdf": " ".join(printed(document).words),
        "docx": " ".join(word_texts(Document(BytesIO(to_docx(document))))),
    }
    for name, text in words.items():
        line = " ".join(text.split())
        assert line.count("5 Số cuộc cuộc 36") == 2, name
        assert line.count("19 Phân bổ thường xuyên đồng 35.519.055.296") == 2, name
        assert line.count("Số cuộc 36 9 +27 +300%") == 1, name


def test_binh_sees_on_the_desk_and_in_the_section_what_is_printed(client, binh, report, form):
    client.force_login(binh)
    desk = client.get("/bao-cao/2024/").content.decode()
    assert "biểu số liệu</li>" in desk
    (section,) = report.sections.all()
    page = client.get(f"/bao-cao/2024/muc/{section.pk}/").content.decode()
    assert 'data-listing="biểu số liệu"' in page
