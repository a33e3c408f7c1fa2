"""Whatever stands in whatever field is printed as text, or refused with a sentence; nothing is fetched."""

import io
import unicodedata
from datetime import date

import docx
import pytest
from django.core.exceptions import ValidationError
from django.db import models

from accounts.models import Organisation
from events.models import Event
from plans.models import Directive, Plan
from reports.compiling.compile import compile_report
from reports.document.html import to_html
from reports.document.pdf import RefusingFetcher, to_pdf
from reports.document.text import to_text
from reports.document.word import to_docx
from reports.models import Annex, Recipient, Report
from reports.writing.start import start_report
from tests.reports.word_texts import word_texts

pytestmark = pytest.mark.django_db

HOSTILE = (
    "<script>alert(1)</script>",
    "{{ settings.SECRET_KEY }} {% include 'x' %} {%p for x in y %}",
    "file:///etc/passwd http://example.com/a.png",
    "<img src=file:///etc/passwd><link rel=attachment href=file:///etc/passwd>",
    "@import url(http://example.com/a.css); </style>",
    unicodedata.normalize("NFD", "Phổ biến pháp luật đường bộ"),
    "a\x00b\x08c\x1bd\ufffee\u200bf\u202eg\x0bh",
    "=HYPERLINK(1) & &amp; ]]> \\ \" ' < >",
    "[[văn bản đã ban hành]] | a | - b",
)


@pytest.fixture
def organisation():
    return Organisation.objects.create(code="SYT", name="Sở Y tế", parent_body="UBND tỉnh", place="Lào Cai")


def written(row, text):
    """Return the row with the text in every field of words, cut where the field is shorter."""
    for field in row._meta.fields:
        if isinstance(field, (models.CharField, models.TextField)) and not field.choices and field.editable:
            setattr(row, field.name, text[: field.max_length or None])
    return row


@pytest.fixture(params=HOSTILE, ids=range(len(HOSTILE)))
def report(request, organisation):
    text = request.param
    report = written(start_report(organisation=organisation, year=2024), text)
    report.statistics_from, report.statistics_to = date(2024, 1, 1), date(2024, 10, 31)
    report.save()
    for model in (Plan, Directive, Event):
        for wording in ("", text):
            row = written(model(organisation=organisation, reporting_year=2024), text)
            row.wording = wording
            row.save()
    bodies = (
        f"{text}\n\n- {text}\n\n| {text} | b |",
        "[[văn bản đã ban hành]]\n\n[[hoạt động]]",
        "[[tiêu chí]]",
    )
    for section, body in zip(report.sections.all()[:3], bodies, strict=True):
        section.heading, section.body = text, body
        section.save()
    assessment = report.assessments.first()
    assessment.text = text
    assessment.save()
    written(Annex(report=report, position=1), text).save()
    written(Recipient(report=report, position=1), text).save()
    return Report.objects.get()


def test_it_is_printed_as_text_and_nothing_is_fetched(report, monkeypatch):
    asked = []
    monkeypatch.setattr(RefusingFetcher, "fetch", lambda self, url, *more, **headers: asked.append(url))
    document = compile_report(report)
    text = to_text(document)
    word = docx.Document(io.BytesIO(to_docx(document)))
    # The address stands at the foot of the first page, outside the body.
    assert "".join("".join(word_texts(word)).split()) == "".join(
        text.removesuffix(f"{report.contact}\n").split()
    )
    assert to_pdf(document).startswith(b"%PDF")
    assert "<script" not in to_html(document)
    assert asked == []


def test_nothing_invisible_is_stored(report):
    stored = " ".join(str(value) for value in vars(report).values())
    assert [
        char for char in stored if unicodedata.category(char) in ("Cc", "Cf", "Cs") and char != "\n"
    ] == []
    assert unicodedata.is_normalized("NFC", stored)


def test_a_text_too_long_for_its_field_is_refused_with_a_sentence(organisation):
    plan = Plan(organisation=organisation, reporting_year=2024, subject="á" * 1001)
    with pytest.raises(ValidationError, match="1000"):
        plan.full_clean()


def test_long_paragraphs_and_long_lists_are_printed_whole(organisation):
    report = start_report(organisation=organisation, year=2024)
    section = report.sections.first()
    items = "\n".join(f"- mục {number}" for number in range(2000))
    section.body = f"{'lời văn dài ' * 1700}\n\n{items}"
    section.save()
    document = compile_report(report)
    word = docx.Document(io.BytesIO(to_docx(document)))
    assert "".join("".join(word_texts(word)).split()) == "".join(to_text(document).split())
    assert to_pdf(document).startswith(b"%PDF")
