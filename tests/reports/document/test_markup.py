"""Elements of the page that only some reports need: small headings, empty cells, words without end."""

from reports.document.html import to_html
from reports.document.tree import Annex, LetteredList, Paragraph, Table
from tests.reports.document.documents import minimal_document
from tests.reports.document.page_parts import PageParts


def test_a_lead_without_a_text_stays_with_what_follows():
    points = LetteredList((Paragraph("", lead="Kinh phí:"), Paragraph("hai", lead="Nhân lực:")))
    page = PageParts(
        to_html(minimal_document(body=(Paragraph("", lead="Tháng 3:"), Paragraph("Hết."), points)))
    )
    kept = [element.text for element in page.all("p") if "kept-with-next" in (element["class"] or "").split()]
    assert kept == ["Tháng 3:", "a) Kinh phí:"]


def test_a_column_without_a_title_keeps_its_place():
    page = PageParts(
        to_html(
            minimal_document(
                body=(
                    Table(
                        (("STT", ""), ("1", "")),
                    ),
                )
            )
        )
    )
    assert (page.texts("th"), page.texts("td")[-2:]) == (["STT", ""], ["1", ""])


def test_a_word_without_end_is_parted_into_blocks_of_a_thousand_characters_and_none_is_lost():
    words = "<ab" * 834
    page = PageParts(to_html(minimal_document(body=(Paragraph(f"Sở phổ biến a{words} pháp luật."),))))
    blocks = [element.text for element in page.all("span", "block")]
    assert ([len(block) for block in blocks], "".join(blocks)) == ([1000, 1000, 503], f"a{words}")
    assert page.texts("p", "body-text")[0].replace(" ", "") == f"Sởphổbiếna{words}phápluật."


def test_an_annex_is_turned_by_its_own_wide_table_alone():
    wide = Annex("SỐ LIỆU", (Table((tuple(f"12.345.{number}" for number in range(678, 690)),)),))
    page = PageParts(to_html(minimal_document(annexes=(wide, Annex("DANH MỤC")))))
    assert [section["class"] for section in page.all("section")] == ["sheet annex turned", "sheet annex"]
