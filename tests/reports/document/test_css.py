"""The style sheet: every class that a page uses has a rule, and no size is written outside `layout.py`."""

from __future__ import annotations

import logging
import re
from dataclasses import replace

import pytest
from weasyprint import CSS, HTML

from reports.document.css import MEASURES, STRUCTURE, style_sheet
from reports.document.html import to_html
from reports.document.pdf import RefusingFetcher
from tests.reports.document.documents import full_document
from tests.reports.document.page_parts import PageParts

STRUCTURAL = {
    "sheet",
    "annex",
    "letterhead",
    "wide",
    "closing-places",
    "grid",
    "rule",
    "line",
    "unbroken",
    "boxed",
    "title-rule",
    "underlined",
}


@pytest.fixture(scope="module")
def structure() -> str:
    return re.sub(r"/\*.*?\*/", "", STRUCTURE.read_text(encoding="utf-8"), flags=re.DOTALL)


def rule(css_class: str) -> dict[str, str]:
    """Return what the sheet of paper says of a class."""
    (body, *_) = re.findall(rf"^\.{re.escape(css_class)} {{ (.*?) }}$", style_sheet(), flags=re.MULTILINE)
    return dict(declaration.split(": ", 1) for declaration in body.split("; "))


def test_the_text_is_14_points_justified_indented_and_spaced():
    assert rule("body-text") == {
        "font-size": "14pt",
        "font-weight": "normal",
        "font-style": "normal",
        # 1.15 lines of a face whose own line is 1.149 of its size
        "line-height": "1.3214",
        "text-align": "justify",
        "text-indent": "36pt",
        "padding": "0pt 0 0 0pt",
        "margin-bottom": "6pt",
    }


def test_headings_stay_with_what_follows_and_enter_the_outline():
    assert {name: rule("heading2")[name] for name in ("break-after", "bookmark-level", "text-align")} == {
        "break-after": "avoid",
        "bookmark-level": "2",
        "text-align": "left",
    }


def test_every_class_of_the_page_has_a_rule():
    head = replace(full_document().letterhead, place="Thành phố Hồ Chí Minh")
    page = PageParts(to_html(full_document(letterhead=head)))
    classes = {name for element in page.elements for name in (element["class"] or "").split()}
    ruled = set(re.findall(r"\.([a-z][\w-]*)", style_sheet()))
    assert classes <= ruled
    assert classes >= STRUCTURAL


def test_the_structure_writes_no_size_of_the_paper(structure):
    paper = structure[: structure.index("@media screen")]
    assert re.findall(r"\d+(?:\.\d+)?(?:pt|mm|cm|px|in|em|rem)", paper) == []


def test_every_variable_of_the_structure_is_set_and_every_measure_used(structure):
    used = set(re.findall(r"var\(--([\w-]+)\)", style_sheet()))
    assert used <= set(re.findall(r"--([\w-]+):", style_sheet()))
    assert set(MEASURES) <= set(re.findall(r"var\(--([\w-]+)\)", structure))


def test_the_printer_understands_every_rule(caplog):
    with caplog.at_level(logging.DEBUG, logger="weasyprint"):
        css = CSS(string=style_sheet(), url_fetcher=RefusingFetcher())
        HTML(string=to_html(full_document(), style_sheet_url="")).render(stylesheets=[css])
    assert [record.message for record in caplog.records if record.levelno >= logging.WARNING] == []


def test_a_screen_has_the_same_sizes_as_multiples_of_its_own_point():
    screen = style_sheet().split("@media screen {", 1)[1]
    assert "font-size: calc(14 * var(--pt));" in screen
    assert "--pt: min(1pt, " in screen


def test_the_sheet_asks_for_no_other_file():
    assert re.findall(r"url\(|@import|@font-face|http", style_sheet()) == []
