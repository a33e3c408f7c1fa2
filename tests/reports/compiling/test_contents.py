"""The table of contents of a report: its headings in order, their anchors, and which are empty."""

import re

import pytest

from reports.compiling.contents import bare_headings, contents
from reports.document.html import to_html
from reports.document.tree import Annex, BulletList, Document, Letterhead, Numbering, Paragraph, Section
from reports.models import Section as SectionRow

LETTERHEAD = Letterhead("", "SỞ XÂY DỰNG", "05/BC-SXD", "Sen")


def entries(*body):
    """Return each heading with its anchor, and with a star if it is empty."""
    document = Document(LETTERHEAD, "BÁO CÁO", "về việc", body=body)
    return [
        f"{entry.heading.anchor} {entry.heading}{' *' if entry.is_empty else ''}"
        for entry in contents(document)
    ]


def test_headings_are_numbered_as_on_the_paper_and_anchored_by_their_place():
    deep = Section("Đất đai", (Section("Giao đất", (Paragraph("Đã giao."),)),))
    assert entries(
        Paragraph("Thực hiện Kế hoạch số 41/KH-UBND:"),
        Section("KẾT QUẢ", (Section("Văn bản", (BulletList(("một",)),)), deep)),
        Section("KIẾN NGHỊ", (Paragraph("Không."),)),
    ) == [
        "muc-1 I. KẾT QUẢ",
        "muc-1-1 1. Văn bản",
        "muc-1-2 2. Đất đai",
        "muc-1-2-1 a) Giao đất",
        "muc-2 II. KIẾN NGHỊ",
    ]


def test_clauses_are_numbered_as_on_the_paper_too():
    body = (Section("A", (Section("B", (Section("C", (Section("D"),)),)),)),)
    document = Document(LETTERHEAD, "BÁO CÁO", "về việc", body=body, numbering=Numbering.DECIMAL)
    assert [str(entry.heading) for entry in contents(document)] == ["I. A", "1. B", "1.1. C", "a) D"]


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ((Section("A"),), ["muc-1 I. A *"]),
        ((Section("A"), Section("B", (Paragraph("b"),))), ["muc-1 I. A *", "muc-2 II. B"]),
        ((Section("A", (Section("B"),)),), ["muc-1 I. A", "muc-1-1 1. B *"]),
        (
            (Section("A", (Section("B"),)), Section("C", (Paragraph("c"),))),
            ["muc-1 I. A", "muc-1-1 1. B *", "muc-2 II. C"],
        ),
        ((), []),
    ],
)
def test_a_heading_without_a_word_under_it_is_marked(body, expected):
    assert entries(*body) == expected


def test_each_entry_leads_to_its_heading_on_the_paper():
    deep = Section("MỘT", (Section("Hai", (Section("Ba"),)), Section("Bốn")))
    annex = Annex("PHỤ LỤC", (Section("KHÔNG LÀ ĐÍCH"),))
    document = Document(LETTERHEAD, "BÁO CÁO", "về việc", body=(deep, Section("NĂM")), annexes=(annex,))
    places = re.findall(r'<h\d[^>]* id="([^"]+)"', to_html(document))
    assert places == [entry.heading.anchor for entry in contents(document)]


def test_only_a_heading_without_words_above_a_deeper_one_has_nothing_to_be_written():
    depths_and_words = [(1, ""), (2, ""), (2, "Có."), (3, ""), (1, "Có."), (2, ""), (1, "")]
    sections = [
        SectionRow(pk=number, depth=depth, body=body)
        for number, (depth, body) in enumerate(depths_and_words, 1)
    ]
    assert bare_headings(sections) == {1}
    assert bare_headings([SectionRow(pk=7, depth=1), SectionRow(pk=8, depth=3)]) == {7}
    assert bare_headings([]) == set()
