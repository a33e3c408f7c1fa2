"""A DOCX that we write holds the parts that it names, opens in other programs, and is the same every time."""

from datetime import UTC, date, datetime
from io import BytesIO
from zipfile import ZipFile

import pytest
from docx import Document

from pbgdpl.lib.office.docx_frame import (
    WORD,
    Part,
    core_properties,
    docx_file,
    docx_frame,
    settings_xml,
    word_part,
)
from pbgdpl.lib.office.package import Relation, open_package

STYLES = f'<w:styles xmlns:w="{WORD}"/>'
FOOT = word_part("ftr", "<w:p/>")
PARTS = (
    Part("a", "styles", "word/styles.xml", STYLES),
    Part("b", "settings", "word/settings.xml", settings_xml()),
    Part("c", "footer", "word/foot.xml", None),
)
PROPERTIES = {"title": "Báo cáo <&>", "author": "Sở Y tế", "subject": "về", "created_on": date(2024, 3, 5)}


def file_of(body="<w:p><w:r><w:t>Lời</w:t></w:r></w:p>", **properties):
    return docx_file(
        docx_frame(PARTS),
        {"word/foot.xml": FOOT},
        body=f"{body}<w:sectPr/>",
        properties=core_properties(**(PROPERTIES | properties)),
    )


def test_the_file_is_read_by_another_program():
    word = Document(BytesIO(file_of()))
    assert [paragraph.text for paragraph in word.paragraphs] == ["Lời"]
    found = word.core_properties
    assert (found.title, found.subject, found.author, found.last_modified_by, found.language) == (
        "Báo cáo <&>",
        "về",
        "Sở Y tế",
        "Sở Y tế",
        "vi-VN",
    )
    assert {found.created, found.modified} == {datetime(2024, 3, 5, tzinfo=UTC)}


def test_every_part_is_named_by_its_relation_and_its_content_type():
    package = open_package(file_of(), most_bytes=100_000)
    assert package.main_part() == "word/document.xml"
    assert [*package.relations("word/document.xml")] == [
        Relation("a", "styles", "word/styles.xml"),
        Relation("b", "settings", "word/settings.xml"),
        Relation("c", "footer", "word/foot.xml"),
    ]
    types = {
        one.get("PartName", "/")[1:]: one.get("ContentType") for one in package.xml("[Content_Types].xml")
    }
    assert {path: kind.rpartition(".")[2] for path, kind in types.items() if path} == {
        "docProps/core.xml": "core-properties+xml",
        "word/document.xml": "main+xml",
        "word/foot.xml": "footer+xml",
        "word/settings.xml": "settings+xml",
        "word/styles.xml": "styles+xml",
    }
    assert package.names == {
        *filter(None, types),
        "[Content_Types].xml",
        "_rels/.rels",
        "word/_rels/document.xml.rels",
    }


def test_the_same_parts_give_the_same_bytes_without_a_time_of_day():
    assert file_of() == file_of()
    assert {entry.date_time for entry in ZipFile(BytesIO(file_of())).infolist()} == {(1980, 1, 1, 0, 0, 0)}


@pytest.mark.parametrize(("length", "stored"), [(255, 255), (256, 255), (4_000, 255)])
def test_properties_are_no_longer_than_every_program_opens(length, stored):
    assert len(Document(BytesIO(file_of(title="&" * length))).core_properties.title) == stored


def test_what_is_not_stated_is_left_out_of_the_properties():
    xml = core_properties(title="Danh mục", author="").decode()
    assert [
        name for name in ("creator", "lastModifiedBy", "subject", "created", "modified") if name in xml
    ] == []
