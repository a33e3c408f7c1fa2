"""A draft in Word: a watermark in the head of every page, which Word can take away, and the words as they were."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given, settings

from reports.document import layout
from reports.document.layout import Style
from reports.document.metrics import text_width
from reports.document.word import to_docx
from tests.reports.document.documents import documents, full_document, minimal_document, real_size_document
from tests.reports.document.word_file import W, WordFile, text_of

DRAFT = "DỰ THẢO"
VML = "{urn:schemas-microsoft-com:vml}"
RELATION = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
HEADS = ("word/header.xml", "word/first-header.xml")


@pytest.fixture(scope="module")
def draft() -> WordFile:
    return WordFile.of(full_document(is_draft=True))


def watermarks(file: WordFile) -> list[tuple[str, str]]:
    """Return the name and the text of the lettering in each head."""
    shapes = (shape for name in HEADS for shape in file.part(name).iter(f"{VML}shape"))
    return [(shape.attrib["id"], shape.find(f"{VML}textpath").attrib["string"]) for shape in shapes]


def test_the_heads_hold_the_stamp_by_the_names_that_word_takes_away(draft):
    assert watermarks(draft) == [("PowerPlusWaterMarkObject1", DRAFT), ("PowerPlusWaterMarkObject2", DRAFT)]


def test_every_section_has_both_heads(draft):
    """A first page without a head of its own would show none, and so no stamp."""
    targets = {
        part.attrib["Id"]: part.attrib["Target"] for part in draft.part("word/_rels/document.xml.rels")
    }
    heads = [
        [
            (head.attrib[f"{W}type"], targets[head.attrib[RELATION]])
            for head in section.iter(f"{W}headerReference")
        ]
        for section in draft.body.iter(f"{W}sectPr")
    ]
    assert heads == [[("default", "header.xml"), ("first", "first-header.xml")]] * 3


def test_only_later_pages_show_their_number(draft):
    assert [text_of(draft.part(name)) for name in HEADS] == ["2", ""]


def test_the_lettering_lies_behind_the_text_slanted_across_the_middle_of_the_page(draft):
    (shape,) = draft.part(HEADS[0]).iter(f"{VML}shape")
    looks = dict(part.split(":", 1) for part in shape.attrib["style"].split(";"))
    assert int(looks["z-index"]) < 0
    assert {
        name: looks[name] for name in looks if name.startswith("mso-") or name in ("position", "rotation")
    } == {
        "position": "absolute",
        "rotation": "315",
        "mso-position-horizontal": "center",
        "mso-position-horizontal-relative": "page",
        "mso-position-vertical": "center",
        "mso-position-vertical-relative": "page",
    }
    assert shape.attrib["fillcolor"] == f"#{layout.STAMP_COLOR}"
    width, height = (float(looks[side].removesuffix("pt")) for side in ("width", "height"))
    letters = text_width(DRAFT, Style("", "", layout.STAMP_SIZE, bold=True))
    assert layout.TEXT_WIDTH.pt * 0.9 < width < layout.TEXT_WIDTH.pt * 1.2
    assert width == pytest.approx(letters.pt, abs=0.1)  # neither stretched nor squeezed
    assert height == pytest.approx(layout.STAMP_SIZE.pt * layout.FONT_LINE, abs=0.1)


@pytest.mark.parametrize("make", [full_document, minimal_document, real_size_document])
def test_the_body_of_a_draft_is_that_of_the_report(make):
    texts = [[text_of(p) for p in WordFile.of(make(is_draft=draft)).paragraphs()] for draft in (False, True)]
    assert texts[0] == texts[1]


@given(documents())
@settings(max_examples=20)
def test_any_draft_has_the_words_of_the_report(document):
    assert WordFile.of(replace(document, is_draft=True)).words() == WordFile.of(document).words()


def test_the_same_draft_gives_the_same_bytes_and_the_report_after_it_has_no_stamp(draft):
    assert to_docx(full_document(is_draft=True)) == draft.content
    plain = WordFile.of(full_document())
    assert HEADS[1] not in plain.archive.namelist()
    assert list(plain.part(HEADS[0]).iter(f"{W}pict")) == []
