"""Bình says where the printed lines of a title end; nothing but the paper sees it."""

from dataclasses import replace

import pytest
from django.http import HttpResponse

from accounts.history import history_of
from reports.compiling.compile import compile_report
from reports.document.html import title, to_html
from reports.document.text import to_text
from reports.document.word import to_docx
from reports.models import Annex, Report
from reports.reading.report import read_word
from reports.submission.submission import prepare
from reports.writing.annexes import add_annex, write_annex
from reports.writing.start import start_report
from tests.factories import make_report
from tests.pages import words
from tests.reports.document.word_file import WordFile
from tests.reports.pages import field_of
from tests.reports.submission.handed_in import fields_of

HEAD = "/bao-cao/2024/dau-cuoi/"
ANNEX = "/bao-cao/2024/phu-luc/"
LINES = "//*[@class='{}']/*[starts-with(@class, 'line')]"
SUBJECT = "Kết quả công tác phổ biến, giáo dục pháp luật năm 2024"
TYPED = "Kết quả công tác\r\nphổ biến, giáo dục pháp luật năm 2024"


@pytest.fixture
def report(department):
    return make_report(department, subject=SUBJECT)


@pytest.fixture
def page(client, binh):
    client.force_login(binh)
    return client


def save(page, **values):
    assert page.post(HEAD, fields_of(page.get(HEAD)) | values).status_code == 302


def stored(report):
    return Report.objects.get(pk=report.pk)


def lines(report, css_class):
    """Return the printed lines of a place of the paper."""
    return words(HttpResponse(to_html(compile_report(stored(report)))), LINES.format(css_class))


def test_the_paper_ends_the_line_where_binh_pressed_enter(page, report):
    save(page, subject=TYPED)
    assert stored(report).subject == SUBJECT
    assert lines(report, "subject") == ["Kết quả công tác", "phổ biến, giáo dục pháp luật năm 2024"]
    assert field_of(page.get(HEAD), "subject") == TYPED.replace("\r", "")


def test_so_do_the_names_of_the_letterhead(page, report):
    save(page, parent_body="UBND\r\ntỉnh Sen", issuing_body="Sở\r\nXây dựng tỉnh Sen")
    assert lines(report, "governing-body") == ["UBND", "TỈNH SEN"]
    assert lines(report, "issuing-body") == ["SỞ", "XÂY DỰNG TỈNH SEN"]
    assert (stored(report).parent_body, stored(report).issuing_body) == (
        "UBND tỉnh Sen",
        "Sở Xây dựng tỉnh Sen",
    )


def test_the_paper_beside_shows_it_before_it_is_saved(page, report):
    typed = fields_of(page.get(HEAD)) | {"subject": TYPED}
    paper = page.post("/bao-cao/2024/dau-cuoi/ban-in/", typed)
    assert words(paper, LINES.format("subject"))[0] == "Kết quả công tác"
    assert stored(report).title_lines == {}


def test_nothing_but_the_paper_sees_the_break(page, report):
    before = compile_report(report)
    save(page, subject=TYPED)
    after = compile_report(stored(report))
    assert after == replace(before, subject=TYPED.replace("\r", ""))
    assert to_text(after) == to_text(before)
    assert title(after) == title(before)
    properties = WordFile.of(after).opened.core_properties
    assert (properties.title, properties.subject) == (f"BÁO CÁO {SUBJECT}", SUBJECT)


def test_the_history_names_the_lines_and_not_a_change_of_words(page, report):
    save(page, subject=TYPED)
    (change,) = history_of(report)
    lines = "Kết quả công tác / phổ biến, giáo dục pháp luật năm 2024"
    assert change.values == [["chỗ xuống dòng", "", lines]]


def test_the_break_outlasts_another_year_but_not_other_words(report):
    report.set_lines({"subject": TYPED})
    report.subject = SUBJECT.replace("2024", "2025")
    assert report.printed("subject") == "Kết quả công tác\nphổ biến, giáo dục pháp luật năm 2025"
    report.subject += " của Sở"
    assert report.printed("subject") == report.subject


def test_a_break_is_taken_back_by_joining_the_lines(page, report):
    save(page, subject=TYPED)
    save(page, subject=SUBJECT)
    assert stored(report).title_lines == {}


def test_a_pasted_text_of_many_lines_is_shown_line_by_line(page, report):
    pasted = "\r\n\r\n".join(f"  Dòng   thứ {number}" for number in range(1, 13))
    save(page, subject=pasted)
    shown = [f"Dòng thứ {number}" for number in range(1, 13)]
    assert stored(report).subject == " ".join(shown)
    assert field_of(page.get(HEAD), "subject").split("\n") == shown
    assert lines(report, "subject") == shown


def test_what_looks_like_markup_is_printed_as_it_was_typed(page, report):
    save(page, subject="<script>\r\n</script><b>")
    assert "<script>" not in to_html(compile_report(stored(report)))
    assert lines(report, "subject") == ["<script>", "</script><b>"]


def test_the_page_saves_a_break_by_itself(page, report):
    typed = fields_of(page.get(HEAD)) | {"subject": TYPED}
    page.post("/bao-cao/2024/dau-cuoi/tu-luu/", typed)
    assert stored(report).title_lines == {"subject": [4, 8]}


def test_a_new_report_takes_the_lines_of_its_letterhead(client, giang, department):
    client.force_login(giang)
    form = "/don-vi/2024/sua/"
    typed = {"name": "Sở Xây dựng\r\ntỉnh Sen", "parent_body": "UBND\r\ntỉnh Sen"}
    paper = client.post("/bao-cao/dau-cuoi-mau/2024/", fields_of(client.get(form)) | typed)
    assert words(paper, LINES.format("issuing-body")) == ["SỞ XÂY DỰNG", "TỈNH SEN"]
    client.post(form, fields_of(client.get(form)) | typed)
    department.refresh_from_db()
    assert department.name == "Sở Xây dựng tỉnh Sen"
    report = start_report(organisation=department, year=2024)
    assert lines(report, "issuing-body") == ["SỞ XÂY DỰNG", "TỈNH SEN"]
    assert lines(report, "governing-body") == ["UBND", "TỈNH SEN"]


def test_an_annex_has_the_lines_of_its_title_and_gets_those_of_an_earlier_text_back(page, report, binh):
    annex = add_annex(report, title="Danh mục\nvăn bản", body="Một.", by=binh)
    write_annex(annex, title="Danh mục văn bản", body="Hai.", version=1, by=binh)
    assert lines(report, "annex-title") == ["DANH MỤC VĂN BẢN"]
    (earlier,) = annex.earlier_texts.all()
    page.post(f"{ANNEX}{annex.pk}/ban-truoc/", {"restore": earlier.pk, "version": 2})
    assert lines(report, "annex-title") == ["DANH MỤC", "VĂN BẢN"]
    assert Annex.objects.get(pk=annex.pk).title == "Danh mục văn bản"
    assert field_of(page.get(f"{ANNEX}{annex.pk}/"), "title") == "Danh mục\nvăn bản"


def test_the_file_of_a_report_with_breaks_is_read_back_without_them(report):
    report.set_lines({"subject": TYPED, "issuing_body": "Sở Xây dựng\ntỉnh Sen"})
    broken = compile_report(report)
    report.title_lines = {}
    assert "\n" in broken.subject + broken.letterhead.issuing_body
    assert read_word(to_docx(broken)) == read_word(to_docx(compile_report(report)))


def test_a_break_makes_another_draft_to_submit(report):
    before = prepare(report)
    report.set_lines({"subject": TYPED})
    report.save()
    assert prepare(report) != before
