"""Word repairs, or refuses, a file whose elements do not stand in the order of the schema (ISO/IEC 29500-1)."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from lxml import etree

from reports.document.tree import Signature, Table
from tests.reports.document.documents import documents, full_document, minimal_document
from tests.reports.document.word_file import W, WordFile

# The children that an element may have, in their order; those that no report needs are left out.
ORDER = {
    "pPr": "pStyle keepNext keepLines widowControl numPr pBdr spacing ind jc outlineLvl sectPr",
    "numPr": "ilvl numId",
    "pBdr": "top",
    "rPr": "rFonts b bCs i iCs color sz szCs lang",
    "fldSimple": "r",
    "tbl": "tblPr tblGrid tr",
    "tblPr": "tblStyle tblW tblInd tblBorders tblLayout tblCellMar",
    "tblBorders": "top left bottom right insideH insideV",
    "tblCellMar": "top left bottom right",
    "tblGrid": "gridCol",
    "tr": "trPr tc",
    "trPr": "cantSplit tblHeader",
    "tc": "tcPr p",
    "tcPr": "tcW vAlign",
    "sectPr": "headerReference footerReference pgSz pgMar pgNumType titlePg",
    "styles": "docDefaults latentStyles style",
    "docDefaults": "rPrDefault pPrDefault",
    "rPrDefault": "rPr",
    "pPrDefault": "pPr",
    "numbering": "abstractNum num",
    "abstractNum": "nsid multiLevelType lvl",
    "lvl": "start numFmt pStyle suff lvlText lvlJc pPr",
    "num": "abstractNumId lvlOverride",
    "lvlOverride": "startOverride lvl",
    "style": "name basedOn next uiPriority semiHidden unhideWhenUsed qFormat pPr rPr tblPr",
    "settings": "zoom defaultTabStop characterSpacingControl compat themeFontLang decimalSymbol listSeparator",
    "compat": "compatSetting",
    "document": "body",
    "pict": "{urn:schemas-microsoft-com:vml}shapetype {urn:schemas-microsoft-com:vml}shape",
    "hdr": "p",
    "ftr": "p",
}
# Elements whose children come in any order, but for their properties, which come first.
MIXED = {"p": ("pPr", "r fldSimple"), "r": ("rPr", "t br pict")}


def misplaced(file: WordFile) -> list[tuple[str, str, list[str]]]:
    """Return the elements with children that are out of order, or should not be there at all."""
    elements = ((name, element) for name, part in file.parts() for element in part.iter(f"{W}*"))
    found = ((name, element.tag.removeprefix(W), names(element)) for name, element in elements)
    return [(name, tag, children) for name, tag, children in found if not in_order(tag, children)]


def names(element: etree._Element) -> list[str]:
    return [str(child.tag).removeprefix(W) for child in element]


def in_order(tag: str, children: list[str]) -> bool:
    match tag:
        case "body":
            return children[-1] == "sectPr" and set(children[:-1]) <= {"p", "tbl"}
        case "p" | "r":
            properties, others = MIXED[tag]
            return set(children[children[:1] == [properties] :]) <= set(others.split())
        case _:
            order = ORDER.get(tag, "").split()
            return set(children) <= set(order) and children == sorted(children, key=order.index)


def test_the_parts_of_a_report_stand_in_the_order_of_the_schema():
    assert misplaced(WordFile.of(full_document())) == []


@pytest.mark.parametrize("make", [full_document, minimal_document])
def test_the_parts_of_a_draft_stand_in_the_order_of_the_schema(make):
    """Only the heads of pages hold a drawing."""
    file = WordFile.of(make(is_draft=True))
    assert misplaced(file) == []
    assert [name for name, part in file.parts() for _ in part.iter(f"{W}pict")] == [
        "word/header.xml",
        "word/first-header.xml",
    ]


@pytest.mark.parametrize(
    "changes",
    [
        {},
        {"is_draft": True},
        {"recipients": ()},
        {"signature": Signature()},
        {"letterhead": minimal_document().letterhead},
    ],
    ids=["report", "draft", "without recipients", "unsigned", "without an address"],
)
def test_words_stand_in_runs_alone(changes):
    """Text between the elements of a page makes Word repair the file."""
    document = full_document(body=(*full_document().body, Table((("STT",), ("phổ biến " * 500,)))), **changes)
    loose = [
        (name, element.tag, element.text, element.tail)
        for name, part in WordFile.of(document).parts()
        for element in part.iter(f"{W}*")
        if element.tail or (element.text and element.tag != f"{W}t")
    ]
    assert loose == []


@given(documents())
@settings(max_examples=20)
def test_the_parts_of_any_report_stand_in_the_order_of_the_schema(document):
    assert misplaced(WordFile.of(document)) == []


@given(documents())
@settings(max_examples=20)
def test_every_cell_and_every_section_ends_with_a_paragraph(document):
    """Word joins two tables in a row, and adds a line of its own after one that ends the text."""
    body = WordFile.of(document).body
    assert {names(cell)[-1] for cell in body.iter(f"{W}tc")} == {"p"}
    after_tables = {
        following for name, following in zip(names(body), names(body)[1:], strict=False) if name == "tbl"
    }
    assert after_tables == {"p"}
