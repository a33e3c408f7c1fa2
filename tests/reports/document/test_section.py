"""One section as paper: the lines, numbers and looks of the whole report, with mentions highlighted on demand."""

from __future__ import annotations

import pytest
from hypothesis import given

from reports.document.html import to_html
from reports.document.lines import Heading, lines
from reports.document.section import annex_html, section_html, section_lines
from reports.document.text import to_text
from reports.document.tree import Annex, BulletList, LetteredList, Numbering, Paragraph, Section, Table
from tests.reports.document.documents import documents, full_document, minimal_document, real_size_document
from tests.reports.document.page_parts import PageParts


def parts(path, *, document=None, **options):
    return PageParts(section_html(document or full_document(), path, "/giay.css", **options))


def shown(path, **options):
    """Return the lines on the section's sheet."""
    return [line for line in parts(path, **options).text.splitlines() if line]


def marks(page):
    return [mark.text for mark in page.all("mark")]


def about(*texts):
    """Return a report whose one section says the texts."""
    return minimal_document(body=(Section("MỘT", tuple(map(Paragraph, texts))),))


def test_a_section_shows_its_heading_and_its_own_text_as_numbered_in_the_report():
    assert shown((1, 2, 1)) == [
        "2.1. Hội nghị trực tiếp",
        "Vùng ven biển: Ngày 30-31/7/2025, Sở mở lớp cho hơn 200 người nuôi tôm; 96% làm đúng bài cuối.",
    ]
    assert shown((1, 2, 1, 1)) == [
        "a) Lớp dành cho phụ nữ",
        "Ba lớp, 145 lượt người, do hội viên tự chọn chủ đề.",
    ]
    assert shown((1,)) == ["I. KẾT QUẢ THỰC HIỆN"]


def test_the_sections_below_are_shown_on_demand():
    assert shown((1, 2), below=True) == [
        "2. Hội nghị, tập huấn",
        "2.1. Hội nghị trực tiếp",
        "Vùng ven biển: Ngày 30-31/7/2025, Sở mở lớp cho hơn 200 người nuôi tôm; 96% làm đúng bài cuối.",
        "a) Lớp dành cho phụ nữ",
        "Ba lớp, 145 lượt người, do hội viên tự chọn chủ đề.",
        "2.2. Hội nghị trực tuyến",
        "Một buổi, 38 điểm cầu.",
    ]


def test_the_empty_path_is_the_text_before_the_first_section():
    assert shown(()) == ["Sở Nông nghiệp và Môi trường tỉnh Quảng Hà tổng hợp, báo cáo như sau:"]
    assert parts(()).texts("title") == [full_document().subject]


@pytest.mark.parametrize("path", [(3,), (0,), (-1,), (1, 3), (1, 2, 1, 1, 1)])
def test_a_path_without_a_section_is_a_key_error(path):
    with pytest.raises(KeyError, match=str(path[-1])):
        section_html(full_document(), path)


@given(documents())
def test_the_lines_of_every_section_are_those_of_the_report(document):
    whole = [*lines(document.body, document.numbering)]
    assert [*section_lines(document, (), below=True)] == whole
    starts = [place for place, line in enumerate(whole) if isinstance(line, Heading)]
    own = [[*section_lines(document, whole[start].path)] for start in starts]
    # Own text stands before the sections below it, so the sections one after another are the report.
    assert [*section_lines(document, ()), *(line for section in own for line in section)] == whole


def test_the_section_looks_as_in_the_report():
    page = section_html(full_document(), (1, 1), below=True)
    start, end = page.index("<h3"), page.index("</main>")
    assert page[start:end] in to_html(full_document())


def test_the_page_is_whole_vietnamese_and_takes_its_looks_from_the_address():
    page = parts((2,))
    assert [page.all("html")[0]["lang"], *page.texts("title")] == ["vi-VN", "II. KHÓ KHĂN VÀ KIẾN NGHỊ"]
    assert [link["href"] for link in page.all("link")] == ["/giay.css"]
    assert [main["class"] for main in page.all("main")] == ["sheet piece"]
    assert [page.all(tag) for tag in ("style", "script", "img", "a")] == [[], [], [], []]
    assert PageParts(section_html(full_document(), (2,), "")).all("link") == []


PAGE = """<!doctype html>
<html lang="vi-VN">
<head>
<meta charset="utf-8">
<title>{title}</title>
<meta name="viewport" content="width=device-width, initial-scale=1">
<link rel="stylesheet" href="document.css">
</head>
<body>
<main class="sheet {kind}">
{text}</main>
</body>
</html>
"""


def test_a_section_is_a_whole_page():
    document = minimal_document(body=(Section("MỘT & HAI", (Paragraph("Ba lớp."),)),))
    text = '<h2 class="heading1" id="muc-1">I. MỘT &amp; HAI</h2>\n<p class="body-text">Ba lớp.</p>\n'
    assert section_html(document, (1,)) == PAGE.format(title="I. MỘT &amp; HAI", kind="piece", text=text)


def test_without_an_address_the_page_names_no_style_sheet():
    link = '<link rel="stylesheet" href="document.css">\n'
    assert section_html(full_document(), (2,), "") == section_html(full_document(), (2,)).replace(link, "")


def test_a_clause_looks_like_one():
    assert parts((1, 2, 1)).texts("h4", "heading-clause") == ["2.1. Hội nghị trực tiếp"]


@pytest.mark.parametrize(("place", "title"), [(1, "Phụ lục I MỘT"), (2, "Phụ lục II HAI")])
def test_an_annex_is_a_whole_page_with_its_label(place, title):
    text = (
        '<h1><span class="annex-label" data-bookmark="{title}">{label}</span>\n'
        '<span class="annex-title"><span class="line">{name}</span></span>\n</h1>\n'
        '<p class="annex-reference"><span class="line">(Kèm theo Báo cáo số         '
        '<span class="unbroken">/BC-</span>SDL</span>'
        ' <span class="line">ngày        tháng        năm         của SỞ DU LỊCH)</span></p>\n'
        '<div class="annex-rule"></div>\n'
        '<h2 class="heading1">I. A</h2>\n<h3 class="heading2">1. B</h3>\n'
        '<h4 class="heading-clause">1.1. C</h4>\n'
    )
    label, _, name = title.rpartition(" ")
    blocks = (Section("A", (Section("B", (Section("C"),)),)),)
    annexes = (Annex("MỘT", blocks), Annex("HAI", blocks))
    document = minimal_document(annexes=annexes, numbering=Numbering.DECIMAL)
    page = annex_html(document, place)
    assert page == PAGE.format(
        title=title, kind="annex piece", text=text.format(title=title, label=label, name=name)
    )


def test_an_annex_that_is_not_there_is_an_index_error():
    with pytest.raises(IndexError):
        annex_html(minimal_document(annexes=(Annex("MỘT"),)), 2)


def test_an_annex_takes_its_looks_from_the_address():
    document = minimal_document(annexes=(Annex("MỘT"),))
    assert [link["href"] for link in PageParts(annex_html(document, 1, "/giay.css")).all("link")] == [
        "/giay.css"
    ]
    assert PageParts(annex_html(document, 1, "")).all("link") == []


def test_a_wide_table_turns_its_annex():
    titles = tuple(f"12.345.{number}" for number in range(678, 690))
    document = minimal_document(annexes=(Annex("SỐ LIỆU", (Table((titles,)),)),))
    assert [main["class"] for main in PageParts(annex_html(document, 1)).all("main")] == [
        "sheet annex turned piece"
    ]


def test_the_stamp_of_a_draft_is_not_on_its_pieces():
    assert section_html(full_document(is_draft=True), (1, 1)) == section_html(full_document(), (1, 1))


def test_a_section_without_text_is_an_empty_sheet_with_its_heading():
    assert shown((1,), document=minimal_document(body=(Section("MỘT"),))) == ["I. MỘT"]


def test_every_mention_of_a_year_is_marked_and_no_longer_number():
    document = about("Năm 2023, 31/12/2023 và 2023-2024; số 20231, 12023, 2023a; Kế hoạch 5/KH-2023.", "2023")
    page = parts((1,), document=document, marked=("2023",))
    assert marks(page) == ["2023"] * 5
    assert page.text.split() == parts((1,), document=document).text.split()


def test_mentions_are_marked_in_headings_leads_lists_and_tables():
    body = (
        Section(
            "NĂM 2023",
            (
                Paragraph("đã hết", lead="Năm 2023:"),
                BulletList(("việc của 2023;",)),
                LetteredList((Paragraph("chuyện 2023", lead="2023"),)),
                Table((("Năm 2023", "2024"), ("2023", "2023"))),
            ),
        ),
    )
    assert marks(parts((1,), document=minimal_document(body=body), marked=("2023",))) == ["2023"] * 8


def test_a_mention_may_run_across_what_is_kept_on_one_line():
    page = parts(
        (1,), document=about("Theo Kế hoạch số 12/KH-UBND ngày 06/01/2025."), marked=("số 12/KH-UBND ngày",)
    )
    assert "".join(marks(page)) == "số 12/KH-UBND ngày"


@pytest.mark.parametrize("marked", ["amp", "lt", "span", "class", "unbroken", "body-text", "h2"])
def test_marks_stay_out_of_the_markup(marked):
    document = about("a & b < c; 12/KH-UBND")
    assert section_html(document, (1,), marked=(marked,)) == section_html(document, (1,))


@pytest.mark.parametrize("text", ["<b>", "&amp;", '"><script>', "\\d+", "(2023", "mark", "</mark>"])
def test_hostile_mentions_and_texts_stay_text(text):
    page = parts((1,), document=about(f"trước {text} sau", text), marked=(text,))
    assert marks(page) == [text, text]
    assert page.text.split() == ["I.", "MỘT", *f"trước {text} sau {text}".split()]
    assert page.all("script") == []


def test_a_mention_typed_with_loose_tones_is_found():
    assert marks(parts((1,), document=about("một hội nghị"), marked=("ho\u0323\u0302i nghi\u0323",))) == [
        "hội nghị"
    ]


@given(documents())
def test_marking_changes_no_word(document):
    page = PageParts(section_html(document, (), below=True, marked=("2024",)))
    assert " ".join(page.text.split()) in " ".join(to_text(document).split())


def test_a_real_sized_report_is_marked_whole():
    page = parts((), document=real_size_document(), below=True, marked=("pháp luật",))
    assert len(marks(page)) == page.text.count("pháp luật") > 10
