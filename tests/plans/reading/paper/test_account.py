"""What is read from a paper stands on its first page: no character is invented, whatever the lines are."""

from hypothesis import given
from hypothesis import strategies as st

from pbgdpl.lib.account_of_characters import left_out
from plans.reading.paper.first_page import read_paper
from tests.account import accounts_for_characters

PIECES = (
    *(
        "ỦY BAN NHÂN DÂN",
        "TỈNH SEN",
        "SỞ Y TẾ",
        "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
        "Độc lập - Tự do - Hạnh phúc",
    ),
    *(
        "Số: 12/KH-SYT",
        "Số: /KH-SYT",
        "Số 5/2025/QĐ-UBND",
        "Sen, ngày 08 tháng 01 năm 2025",
        "ngày … tháng 3 năm 2025",
    ),
    *(
        "KẾ HOẠCH",
        "QUYẾT ĐỊNH",
        "CÔNG VĂN",
        "V/v tuyên truyền Luật Đường bộ",
        "Về việc phổ biến, giáo dục pháp luật",
    ),
    *(
        "phổ biến Luật Nhà ở năm 2025",
        "Kính gửi: Sở Tư pháp",
        "Căn cứ Luật Phổ biến, giáo dục pháp luật;",
        "-----",
    ),
    *("CÔNG VĂN ĐẾN", "Số: 1234", "Ngày: 10/01/2025", "(Kèm theo Kế hoạch số 3/KH-SYT)", "I. MỤC ĐÍCH", ""),
)
LINES = st.lists(
    st.lists(st.sampled_from(PIECES), min_size=1, max_size=2).map("\t".join), min_size=1, max_size=14
)

CONNECTIVES = {"về", "việc", "về việc"}  # printed before a subject, written or not


@accounts_for_characters
@given(LINES)
def test_every_word_of_a_value_stands_on_the_page(lines):
    page, paper = "\n".join(lines), read_paper(lines)
    for value in (paper.number, paper.issuing_body, paper.kind_as_written):
        assert left_out(value, page) == ()
    assert set(left_out(paper.subject, page)) <= CONNECTIVES
    if day := paper.issued_on:
        assert left_out(f"{day.day} {day.month} {day.year}", page) == ()
