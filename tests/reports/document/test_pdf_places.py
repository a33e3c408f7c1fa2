"""The places of the page ("ô số" of Decree 30/2020, Appendix I, IV), measured on the printed PDF.

The figures here are the decree's own, in millimetres and points.
"""

import datetime as dt
from dataclasses import replace

import pytest

from reports.document.tree import Signature, Table
from tests.reports.document.documents import full_document, minimal_document
from tests.reports.document.printed import HAIR, MM, Page, Print, printed

NATION = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"
MOTTO = "Độc lập - Tự do - Hạnh phúc"
NUMBER = "Số: 05/BC-SNNMT"
DATE = "Quảng Hà, ngày 05 tháng 11 năm 2025"


@pytest.fixture(scope="module")
def paper() -> Print:
    return printed(full_document())


@pytest.fixture(scope="module")
def first(paper) -> Page:
    return paper.pages[0]


def test_the_country_stands_on_the_right_and_the_body_on_the_left(first):
    nation, body = first.find(NATION), first.find("UBND TỈNH QUẢNG HÀ")
    assert body.right < nation.left
    assert nation.right <= 190
    assert nation.baseline == pytest.approx(body.baseline, abs=HAIR)


def test_the_country_fits_on_one_line_beside_a_long_name():
    head = replace(full_document().letterhead, issuing_body="SỞ VĂN HÓA, THỂ THAO, DU LỊCH VÀ TRUYỀN THÔNG")
    page = printed(full_document(letterhead=head)).pages[0]
    nation, body = page.find(NATION), page.find("SỞ VĂN HÓA, THỂ THAO")
    assert 98 - HAIR <= nation.left < nation.right <= 190 + HAIR
    assert body.right < nation.left


@pytest.mark.parametrize(
    ("above", "below"),
    [
        (NATION, MOTTO),
        (NATION, DATE),
        ("UBND TỈNH QUẢNG HÀ", "SỞ NÔNG NGHIỆP"),
        ("SỞ NÔNG NGHIỆP", "VÀ MÔI TRƯỜNG"),
        ("UBND TỈNH QUẢNG HÀ", NUMBER),
    ],
)
def test_the_letterhead_is_centred_in_two_columns(first, above, below):
    assert first.find(below).middle == pytest.approx(first.find(above).middle, abs=HAIR)
    assert first.find(below).baseline > first.find(above).baseline


def test_number_and_date_share_a_line(first):
    assert first.find(NUMBER).baseline == pytest.approx(first.find(DATE).baseline, abs=HAIR)


@pytest.fixture(scope="module")
def wide() -> Page:
    head = replace(full_document().letterhead, place="Thành phố Hồ Chí Minh", issued_on=dt.date(2025, 11, 14))
    return printed(full_document(letterhead=head)).pages[0]


def test_a_long_place_stands_on_one_line_with_its_date(wide):
    date = wide.find("Thành phố Hồ Chí Minh, ngày 14 tháng 11 năm 2025")
    assert 90 < date.left < date.right <= 190
    assert wide.find(NUMBER).baseline == pytest.approx(date.baseline, abs=HAIR)


def test_a_wide_letterhead_is_centred_in_its_own_two_columns(first, wide):
    """The columns are 68 and 92 mm wide, or 60 and 100 mm."""
    on_the_left, on_the_right = ("UBND TỈNH QUẢNG HÀ", NUMBER), (NATION, MOTTO)
    for page, left, right in ((first, 64, 144), (wide, 60, 140)):
        assert [page.find(text).middle for text in on_the_left] == pytest.approx([left] * 2, abs=HAIR)
        assert [page.find(text).middle for text in on_the_right] == pytest.approx([right] * 2, abs=HAIR)
    motto, (under_motto, under_body) = wide.find(MOTTO), wide.rules[:2]
    assert (under_motto.left, under_motto.right) == pytest.approx((motto.left, motto.right), abs=HAIR)
    assert under_body.middle == pytest.approx(60, abs=HAIR)


def test_the_line_under_the_motto_is_as_long_as_the_motto(first):
    rule, motto = first.rules[0], first.find(MOTTO)
    assert (rule.left, rule.right) == pytest.approx((motto.left, motto.right), abs=HAIR)
    assert 0 < rule.top - motto.baseline < 3


def test_the_line_under_the_body_is_a_third_to_half_of_its_name(first):
    rule, name = first.rules[1], first.find("SỞ NÔNG NGHIỆP")
    last = first.find("VÀ MÔI TRƯỜNG")
    assert 1 / 3 <= rule.width / max(name.width, last.width) <= 1 / 2
    assert rule.middle == pytest.approx(name.middle, abs=HAIR)
    assert 0 < rule.top - last.baseline < 3


@pytest.mark.parametrize("subject", ["Kết quả năm 2025", full_document().subject])
@pytest.mark.parametrize("note", ["", "(Số liệu tính từ ngày 01/01/2025 đến ngày 31/10/2025)"])
def test_the_line_under_the_title_is_a_third_to_half_of_the_subject(subject, note):
    page = printed(minimal_document(subject=subject, period_note=note)).pages[0]
    kind = page.find("BÁO CÁO")
    after = page.find("Sở Du lịch báo cáo như sau:")
    title = [row for row in page.rows if kind.baseline < row.baseline < after.baseline]
    lines = title[:-1] if note else title
    rule = page.rules[-1]
    assert 1 / 3 <= rule.width / max(line.width for line in lines) <= 1 / 2
    assert rule.middle == pytest.approx(110, abs=HAIR)
    assert 0 < rule.top - title[-1].baseline < 3


@pytest.mark.parametrize(
    "text",
    [
        "BÁO CÁO",
        "Kết quả công tác phổ biến, giáo dục pháp luật năm 2025",
        "và nhiệm vụ trọng tâm năm 2026",
        "(Số liệu tính từ ngày 01/01/2025 đến ngày 31/10/2025)",
        "Phụ lục II",
        "SỐ LIỆU HỘI NGHỊ, TẬP HUẤN NĂM 2025",
        "TÀI LIỆU ĐÃ IN",
    ],
)
def test_titles_stand_in_the_middle_of_the_page(paper, text):
    # The text's area reaches from 30 to 190 mm.
    assert paper.find(text).middle == pytest.approx(110, abs=HAIR)


def test_a_number_not_yet_registered_leaves_room_to_write_it():
    page = printed(minimal_document()).pages[0]
    (row,) = [row for row in page.rows if row.text.startswith("Số:")]
    assert row.text.startswith("Số:         /BC-SDL")
    assert page.find("/BC-SDL").left - page.find("Số:").right > 9


def test_a_date_not_yet_known_leaves_room_to_write_it():
    page = printed(minimal_document()).pages[0]
    assert page.find("tháng").left - page.find("ngày").right > 8
    assert page.find("tháng").look == "Italic"


def test_an_annex_leaves_the_same_room():
    head = replace(full_document().letterhead, number="/BC-SNNMT", issued_on=None)
    page = printed(full_document(letterhead=head)).pages[2]
    assert page.find("/BC-SNNMT").left - page.find("(Kèm theo Báo cáo số").right > 9
    assert page.find("tháng").left - page.find("ngày").right > 8
    assert page.find("của").left - page.find("năm").right > 8


def test_a_symbol_too_long_for_its_place_goes_on_below_and_not_across_the_date():
    head = replace(full_document().letterhead, number="/BC-BQLKCNKCXKKT&CNC", issued_on=None)
    page = printed(full_document(letterhead=head)).pages[0]
    start, end, date = (page.find(text) for text in ("/BC-", "BQLKCNKCXKKT&CNC", "Quảng Hà, ngày"))
    assert max(start.right, end.right) < 30 + 68
    assert end.baseline > start.baseline == date.baseline


def test_days_below_10_and_the_first_two_months_take_a_zero():
    head = replace(full_document().letterhead, issued_on=dt.date(2025, 2, 9))
    assert printed(full_document(letterhead=head)).pages[0].find("Quảng Hà, ngày 09 tháng 02 năm 2025")


def test_one_addressee_stands_on_the_line_of_the_greeting():
    page = printed(minimal_document(addressees=("Sở Tư pháp tỉnh Quảng Hà",))).pages[0]
    assert page.find("Kính gửi: Sở Tư pháp tỉnh Quảng Hà").middle == pytest.approx(110, abs=HAIR)


def test_the_dashes_of_several_addressees_stand_under_the_colon(first):
    greeting = first.find("Kính gửi:")
    colon = greeting.chars[-1]["x0"] * MM
    dashes = [first.find(name).left for name in ("- Ủy ban nhân dân tỉnh", "- Sở Tư pháp tỉnh Quảng Hà.")]
    assert dashes == pytest.approx([colon, colon], abs=HAIR)


def test_every_legal_basis_has_its_own_line(first):
    bases = [row for row in first.rows if row.text.startswith("Căn cứ")]
    assert [row.left for row in bases] == pytest.approx([42.7, 42.7], abs=HAIR)


def test_points_follow_the_vietnamese_alphabet(paper):
    points = [row.text[:2] for row in paper.pages[1].rows if row.text[1:2] == ")"]
    assert points == ["a)", "b)", "c)", "d)", "đ)"]


def test_the_signature_stands_in_the_right_half_level_with_the_recipients(paper):
    authority, recipients = paper.find("KT. GIÁM ĐỐC"), paper.find("Nơi nhận:")
    assert recipients.left == pytest.approx(30, abs=HAIR)
    assert authority.left > 110
    assert authority.middle == pytest.approx(150, abs=HAIR)
    # The tops of the two lines are level; the greater letters stand a little lower.
    assert authority.baseline == pytest.approx(recipients.baseline, abs=1)


def test_the_recipients_stand_at_the_left_edge_one_a_line(paper):
    lines = [paper.find(name) for name in ("- Như trên;", "- Hội đồng PBGDPL tỉnh;", "- Lưu: VT, VP.")]
    assert [line.left for line in lines] == pytest.approx([30, 30, 30], abs=HAIR)
    assert len({round(line.baseline, 1) for line in lines}) == 3


def test_the_signer_has_28_mm_to_sign_and_stands_under_the_authority(paper):
    authority, name = paper.find("PHÓ GIÁM ĐỐC"), paper.find("Trần Thị Hạ Vy")
    assert name.middle == pytest.approx(authority.middle, abs=HAIR)
    # From line to line, less the name's own line of 14 × 1.149 points.
    assert name.baseline - authority.baseline - 14 * 1.149 * MM == pytest.approx(28, abs=HAIR)


def test_nobody_signs_and_nobody_receives_where_none_is_named():
    texts = [row.text for row in printed(minimal_document()).pages[0].rows]
    assert texts[-1] == "Trên đây là báo cáo./."
    signed = printed(minimal_document(signature=Signature(("GIÁM ĐỐC",), "Lý Thị Na"))).pages[0]
    assert [row.text for row in signed.rows[-2:]] == ["GIÁM ĐỐC", "Lý Thị Na"]


def test_the_address_stands_at_the_foot_of_page_1_under_a_line_across_the_text(paper):
    (address,) = paper.pages[0].below
    assert (address.size, address.look) == (11, "")
    assert address.middle == pytest.approx(110, abs=HAIR)
    # The line is the upper border of the margin's box.
    lines = [rect for rect in paper.pages[0].page.rects if rect["top"] * MM > 277]
    assert {(round(line["x0"] * MM), round(line["x1"] * MM)) for line in lines} == {(30, 190)}
    assert all(277 <= line["top"] * MM < address.baseline for line in lines)
    assert [page.below for page in paper.pages[1:]] == [(), (), ()]


def test_a_report_without_address_has_no_line_at_its_foot():
    page = printed(minimal_document()).pages[0]
    assert page.below == ()
    assert [rect for rect in page.page.rects if rect["top"] * MM > 277] == []


def test_every_annex_starts_a_page(paper):
    assert [page.rows[0].text for page in paper.pages[2:]] == ["Phụ lục I", "Phụ lục II"]


def test_a_table_has_borders_across_the_text(paper):
    page = paper.pages[2]
    borders = page.borders
    assert (borders[0], borders[-1]) == pytest.approx((30, 190), abs=HAIR)
    assert len(borders) == 5
    reference, *rows = sorted({rule.top for rule in page.rules})
    assert len(rows) == 5
    assert reference < page.find("STT").baseline


def test_a_short_line_is_under_the_reference_of_an_annex(paper):
    page = paper.pages[2]
    rule = min(page.rules, key=lambda rule: rule.top)
    assert (rule.width, rule.middle) == pytest.approx((32, 110), abs=HAIR)
    assert 0 < rule.top - page.find("của Sở Nông nghiệp và Môi trường").baseline < 4


def test_titles_and_figures_stand_in_the_middle_of_their_columns(paper):
    page = paper.pages[2]
    *_, third, fourth, right = page.borders
    assert page.find("Số cuộc").middle == pytest.approx((third + fourth) / 2, abs=HAIR)
    assert page.find("1.245").middle == pytest.approx((fourth + right) / 2, abs=HAIR)
    assert page.find("Tập huấn an toàn").left == pytest.approx(page.borders[1] + 1.9, abs=HAIR)


def test_an_empty_row_of_a_table_is_as_high_as_a_line():
    """Every row of three is parted from the next by the same distance."""
    table = Table((("Việc", "Số"), ("một", "2"), ("", ""), ("bảy", "")))
    page = printed(minimal_document(body=(table,))).pages[0]
    assert page.find("bảy").baseline - page.find("một").baseline == pytest.approx(
        2 * (page.find("một").baseline - page.find("Việc").baseline), abs=HAIR
    )
