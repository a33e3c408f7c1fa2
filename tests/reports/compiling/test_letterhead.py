"""Giang sees the letterhead that she types as paper, before it is saved."""

import pytest

from tests.bad_input import BAD_INPUT
from tests.pages import words

PAGE = "/bao-cao/dau-cuoi-mau/2024/"
TYPED = {
    "name": "Sở Khoa học và Công nghệ",
    "parent_body": "UBND tỉnh Sen",
    "place": "Sen",
    "symbol": "",
    "contact": "Số 1 phố Sen",
    "signer_authority": "KT. Giám đốc",
    "signer_name": "Trần Thị Ký",
    "recipients": "- Sở Tư pháp;\n- Lưu: VT.",
}


@pytest.fixture
def at_giangs_desk(client, giang):
    client.force_login(giang)
    return client


def printed(response):
    return " ".join(words(response, "//body")).split(" Nội dung báo cáo được in ở đây. ")


def test_the_typed_letterhead_is_printed_and_not_saved(at_giangs_desk, department):
    head, end = printed(at_giangs_desk.post(PAGE, TYPED))
    assert head.startswith("UBND TỈNH SEN SỞ KHOA HỌC VÀ CÔNG NGHỆ")
    assert "/BC-SKHCN" in head
    assert head.endswith("BÁO CÁO Kết quả công tác phổ biến, giáo dục pháp luật năm 2024")
    for text in ("- Sở Tư pháp;", "- Lưu: VT.", "KT. GIÁM ĐỐC", "Trần Thị Ký", "Số 1 phố Sen"):
        assert text in end
    assert printed(at_giangs_desk.get(PAGE))[0].startswith("UBND TỈNH SEN SỞ XÂY DỰNG TỈNH SEN")
    department.refresh_from_db()
    assert department.name == "Sở Xây dựng tỉnh Sen"


def test_whatever_is_typed_is_answered(at_giangs_desk):
    for text in BAD_INPUT[::7]:
        assert at_giangs_desk.post(PAGE, dict.fromkeys(TYPED, text)).status_code == 200


def test_the_form_leads_to_the_paper_without_a_script(at_giangs_desk):
    page = at_giangs_desk.get("/don-vi/2024/sua/")
    assert words(page, "//button[@formtarget='ban-in-thu']/@formaction") == [PAGE]
    assert words(page, "//iframe[@name='ban-in-thu']/@src") == [PAGE]
