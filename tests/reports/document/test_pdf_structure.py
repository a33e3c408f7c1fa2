"""What a screen reader is told of the PDF: headings, lists and tables, in the order of the text, and nothing else.

Decree 30/2020, Appendix I, says where each part stands; ISO 32000-1, 14.7 and 14.8, how a file names it.
"""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given, settings

from reports.document.html import to_html
from reports.document.pdf import to_pdf
from reports.document.text import to_text
from reports.document.tree import BulletList, Document, LetteredList, Paragraph, Section, Table
from tests.reports.document.documents import documents, full_document, minimal_document, real_size_document
from tests.reports.document.page_parts import PageParts
from tests.reports.document.tagged_file import Tag, TaggedFile
from tests.reports.document.test_pdf_text import without_address, without_tables

ROWS = tuple((str(number), f"Hội nghị thứ {number}", "") for number in range(1, 80))
WIDE = ("Trách nhiệm/chịu-trách-nhiệm",) * 12


def long_document() -> Document:
    """Return a report whose lists, table and recipients go on over pages, with a turned annex."""
    items = tuple(f"Việc thứ {number}" for number in range(1, 60))
    table = Table((("STT", "Nội dung", "Ghi chú"), *ROWS))
    turned = Table((WIDE, tuple(map(str, range(12)))))
    annexes = (replace(full_document().annexes[1], blocks=(turned, Paragraph("Hết."))),)
    body = (BulletList(items), Section("SỐ LIỆU", (table,)))
    recipients = tuple(f"Phòng số {number}" for number in range(1, 90))
    return full_document(body=body, recipients=recipients, annexes=annexes)


MAKERS = {
    "full": full_document,
    "real size": real_size_document,
    "long": long_document,
    "least": minimal_document,
}
DOCUMENTS = pytest.mark.parametrize("name", MAKERS)


@pytest.fixture(scope="module")
def files() -> dict[str, TaggedFile]:
    return {name: TaggedFile(to_pdf(make())) for name, make in MAKERS.items()}


@pytest.fixture(scope="module")
def full(files) -> Tag:
    return files["full"].document


def squeezed(text: str) -> str:
    return "".join(text.split())


def test_headings_are_told_in_their_order_with_their_level(full):
    headings = [(tag.name, squeezed(tag.text)) for tag in full.all("H1", "H2", "H3", "H4", "H5", "H6")]
    subject = squeezed(full_document().subject)
    assert headings == [
        ("H1", f"BÁOCÁO{subject}"),
        ("H2", "I.KẾTQUẢTHỰCHIỆN"),
        ("H3", "1.Chỉđạo,điềuhành"),
        ("H3", "2.Hộinghị,tậphuấn"),
        ("H4", "2.1.Hộinghịtrựctiếp"),
        ("H5", "a)Lớpdànhchophụnữ"),
        ("H4", "2.2.Hộinghịtrựctuyến"),
        ("H2", "II.KHÓKHĂNVÀKIẾNNGHỊ"),
        ("H1", "PhụlụcISỐLIỆUHỘINGHỊ,TẬPHUẤNNĂM2025"),
        ("H1", "PhụlụcIITÀILIỆUĐÃIN"),
        ("H2", "I.TỜGẤP"),
    ]


def test_items_are_told_as_lists_each_of_one_kind(full):
    lists = [[item.text[:9].strip() for item in each.all("LI")] for each in full.all("L")]
    assert lists == [
        ["- Ủy ban", "- Sở Tư p"],
        ["- Kế hoạc", "- Công vă"],
        ["+ Bản giấ", "+ Bản điệ"],
        ["a) Nhân l", "b) Kinh p", "c) Tài li", "d) Đường", "đ) Chưa c"],
        ["- Như trê", "- Hội đồn", "- Lưu: VT"],
        ["- Quyền c", "- Phòng c"],
    ]
    assert {tuple(each.names) for each in full.all("LI")} == {("LBody",)}


def test_points_lettered_anew_are_another_list():
    points = LetteredList((Paragraph("một"), Paragraph("hai")))
    document = TaggedFile(to_pdf(minimal_document(body=(points, points, BulletList(("ba",)))))).document
    assert [each.texts("LI") for each in document.all("L")] == [["a) một", "b) hai"]] * 2 + [["- ba"]]


def test_only_figures_are_a_table_and_their_titles_head_the_columns(full):
    (table,) = full.all("Table")
    assert table.names == ["THead", "TBody"]
    heads, rows = (list(part.all("TR")) for part in table.held)
    assert [head.texts("TH") for head in heads] == [["STT", "Nội dung", "Số cuộc", "Lượt người"]]
    assert [(row.names, row.held[-1].text) for row in rows] == [
        (["TD"] * 4, "1.245"),
        (["TD"] * 4, "610"),
        (["TD"] * 4, ""),
    ]
    assert [head.attributes for head in table.all("TH")] == [{"O": "/Table", "Scope": "/Column"}] * 4


def test_letterhead_and_signature_are_told_as_paragraphs(full):
    part = next(full.all("Part"))
    assert [inner.name for inner in part.held[:7]] == [*["P"] * 6, "H1"]
    assert [squeezed(inner.text) for inner in part.held[:6]] == [
        "UBNDTỈNHQUẢNGHÀ",
        "SỞNÔNGNGHIỆPVÀMÔITRƯỜNG",
        "CỘNGHÒAXÃHỘICHỦNGHĨAVIỆTNAM",
        "Độclập-Tựdo-Hạnhphúc",
        "Số:05/BC-SNNMT",
        "QuảngHà,ngày05tháng11năm2025",
    ]
    *_, last = full.all("Part")
    assert [(inner.name, inner.text[:12]) for inner in last.held[-5:]] == [
        ("P", "Nơi nhận:"),
        ("L", "- Như trên;-"),
        ("P", "KT. GIÁM ĐỐC"),
        ("P", "PHÓ GIÁM ĐỐC"),
        ("P", "Trần Thị Hạ "),
    ]


@DOCUMENTS
def test_a_paragraph_or_a_list_that_goes_on_over_a_page_is_one(name, files):
    document, page = files[name].document, PageParts(to_html(MAKERS[name]()))
    paragraphs = [squeezed(each.text) for each in page.all("p") if not each["role"]]
    items = [squeezed(each.text) for each in page.all("p") if each["role"] == "listitem"]
    assert list(map(squeezed, document.texts("P"))) == paragraphs
    assert list(map(squeezed, document.texts("LI"))) == items
    assert document.names == ["Part", *["Sect"] * len(MAKERS[name]().annexes)]


def test_paragraphs_and_items_of_many_pages_are_one_each():
    words = "phổ biến pháp luật " * 250
    body = (Paragraph(words), BulletList((words, "hết")), LetteredList((Paragraph(words, lead="Một:"),)))
    document = TaggedFile(to_pdf(minimal_document(body=body))).document
    assert [len(tag.text) > 4_500 for tag in document.all("P", "LI")][-5:] == [
        True,
        True,
        False,
        True,
        False,
    ]
    assert document.names == ["Part"]


def test_a_table_that_goes_on_is_told_on_each_page_with_its_titles(files):
    document = files["long"].document
    tables = list(document.all("Table"))
    assert len(tables) > 2
    assert [table.names for table in tables] == [["THead", "TBody"]] * len(tables)
    rows = [row.texts("TD") for table in tables[:-1] for row in table.all("TR") if row.names[0] == "TD"]
    assert rows == [list(row) for row in ROWS]


@pytest.mark.parametrize("name", ["full", "real size", "least"])
def test_what_is_told_is_the_text_in_its_order(name, files):
    text = to_text(without_address(MAKERS[name]()))
    assert squeezed(files[name].document.text) == squeezed(text)


@settings(max_examples=8)
@given(documents().map(without_tables).map(without_address))
def test_of_any_report_the_text_is_told_in_its_order(document):
    file = TaggedFile(to_pdf(document))
    assert squeezed(file.document.text) == squeezed(to_text(document))
    assert_whole(file)


@DOCUMENTS
def test_all_is_told_once_and_nothing_is_empty(name, files):
    assert_whole(files[name])


def assert_whole(file: TaggedFile) -> None:
    tags = list(file.document.all())
    held = [(inner, tag.number) for tag in tags for inner in tag.held if not isinstance(inner, Tag)]
    assert len(held) == len(dict(held))
    assert dict(held) == file.owners()
    assert set(file.marked) <= set(dict(held)), "marked content that no tag holds"
    assert [tag.name for tag in tags if not tag.held and tag.name not in ("TD", "TH")] == []
    assert all(inner.parent == tag.number for tag in tags for inner in tag.held if isinstance(inner, Tag))
    # No tag of the file stands outside its tree.
    stored = range(1, file.reader.trailer["/Size"])
    objects = {number: file.reader.get_object(number) for number in stored if is_used(file, number)}
    elements = {number for number, each in objects.items() if is_element(each)}
    assert elements == {tag.number for tag in tags}


def is_used(file: TaggedFile, number: int) -> bool:
    return number in file.reader.xref_objStm or number in file.reader.xref[0]


def is_element(each: object) -> bool:
    return isinstance(each, dict) and each.get("/Type") == "/StructElem"


KINDS = {
    "Document": {"Part", "Sect"},
    "Part": {"P", "L", "Table", "H1", "H2", "H3", "H4", "H5", "H6"},
    "Sect": {"P", "L", "Table", "H1", "H2", "H3", "H4", "H5", "H6"},
    "L": {"LI"},
    "LI": {"LBody"},
    "Table": {"THead", "TBody"},
    "THead": {"TR"},
    "TBody": {"TR"},
    "TR": {"TH", "TD"},
}


@DOCUMENTS
def test_each_tag_holds_only_what_it_may(name, files):
    for tag in files[name].document.all():
        assert set(tag.names) <= KINDS.get(tag.name, set()), tag.name


@DOCUMENTS
def test_page_numbers_and_the_foot_are_told_to_nobody(name, files):
    document, told = MAKERS[name](), files[name].artifacts
    numbers = [label.rpartition("-")[2] for label in files[name].reader.page_labels]
    expected = ["" if number == "1" else number for number in numbers]
    expected[0] = document.letterhead.contact
    assert list(map(squeezed, told)) == list(map(squeezed, expected))


@pytest.mark.parametrize(
    ("name", "labels"),
    [
        ("full", ["1", "2", "PL I-1", "PL II-1"]),
        ("least", ["1"]),
        ("long", [*map(str, range(1, 8)), "PL-1"]),
    ],
)
def test_a_viewer_shows_the_number_that_is_printed(name, labels, files):
    assert files[name].reader.page_labels == labels


def test_the_file_names_its_language_its_title_and_the_order_of_its_pages(files):
    catalog = files["full"].catalog
    assert catalog["/Lang"] == "vi-VN"
    assert catalog["/ViewerPreferences"]["/DisplayDocTitle"].value is True
    assert catalog["/MarkInfo"]["/Marked"].value is True
    assert [page["/Tabs"] for page in files["full"].reader.pages] == ["/S"] * 4


def test_a_draft_is_told_as_the_report_is(full):
    draft = TaggedFile(to_pdf(full_document(is_draft=True)))
    assert draft.document == full
    assert_whole(draft)
    assert draft.reader.page_labels == ["1", "2", "PL I-1", "PL II-1"]
