"""Whatever is in a text, each word of it is in the report: recognised, or as text in its place."""

from hypothesis import given, settings
from hypothesis import strategies as st

from pbgdpl.lib.vietnamese import clean
from tests.reports.reading.report.messy_word import OTHER_FORMATTING
from tests.reports.reading.report.reading import unexplained, words

# What a report prints by itself, and the numbers that it counts anew; "(Đã ký)" is not printed on a draft.
PRINTED_ANYWAY = set(
    words("Cộng hòa xã hội chủ nghĩa Việt Nam Độc lập Tự do Hạnh phúc Số I II III IV V 1 2 3 01 đã ký")
)
TRICKY = (
    *("", "   ", "_____", "./.", "DỰ THẢO", "MỤC LỤC", "PHẦN I", "A. TỔNG QUAN"),
    *("I. MỘT", "II. HAI", "IV. BỐN", "I- MỘT", "I. MỘT ........ 3", "1. Một", "2. Hai", "3. Ba", "01. Một"),
    *(
        "1.1. Con",
        "1.2. Con hai",
        "1/ Một",
        "1) một",
        "2) hai",
        "a) điểm",
        "b) điểm",
        "d) điểm",
        "a. Tiêu đề",
    ),
    *("- gạch", "+ cộng", "* sao", "• chấm", "lời tiếp theo", "của UBND thành phố Hà", "Nội và các sở"),
    *("a\tb", "1\t2\t3", "x | y | z", "|---|---|", "| a | b |"),
    *(
        "UBND TỈNH",
        "SỞ TÀI CHÍNH",
        "UBND TỈNH X    CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
        "Số: 1/BC",
        "Số:    /BC-XX",
    ),
    *("Hà Nội, ngày 31 tháng 9 năm 2024", "Hà Nội, ngày 30 tháng 9 năm 2024", "Hà Nội, ngày   tháng   năm"),
    *(
        "Số: 12/BC-STC Hà Nội, ngày 01 tháng 02 năm 2024",
        "BÁO CÁO",
        "Báo cáo",
        "BÁO CÁO KẾT QUẢ",
        "V/v báo cáo",
    ),
    *("(Số liệu", "đến nay)", "Kính gửi:", "Kính gửi: Sở Tư pháp", "Căn cứ Luật A;", "Căn cứ Luật B."),
    *(
        "Trên đây là",
        "Trên đây là báo cáo./.",
        "Nơi nhận:",
        "Nơi nhận: Như trên; Lưu: VT.",
        "- Lưu: VT.      PHÓ GIÁM ĐỐC",
    ),
    *(
        "GIÁM ĐỐC",
        "KT. GIÁM ĐỐC",
        "TM. ỦY BAN NHÂN DÂN",
        "Trần Văn B",
        "TRẦN VĂN C",
        "\t\t\tGIÁM ĐỐC",
        "Nơi nhận:\tGIÁM ĐỐC",
    ),
    *("                                   Lê Thị D", "Địa chỉ: 1 phố A; Điện thoại: 123", "(Đã ký)"),
    *(
        "PHỤ LỤC",
        "Phụ lục I",
        "PHỤ LỤC II: SỐ LIỆU",
        "Phụ lục 3",
        "PHỤ LỤC SỐ LIỆU",
        "(Kèm theo Báo cáo số 1/BC-STC)",
    ),
)
REAL_LINES = tuple(OTHER_FORMATTING.read_text(encoding="utf-8").splitlines())
LINES = st.one_of(st.sampled_from(TRICKY), st.sampled_from(REAL_LINES), st.text(max_size=20))


def lost(text):
    """Return the words of the text that its report lacks, but for numbers that it says are printed differently."""
    return set(unexplained(clean(text)))


@settings(max_examples=400)
@given(st.lists(LINES, max_size=14).map("\n".join))
def test_no_word_of_any_lines_is_lost(text):
    assert lost(text) - PRINTED_ANYWAY == set()


@settings(max_examples=300)
@given(st.text())
def test_no_word_of_any_text_is_lost(text):
    assert lost(text) - PRINTED_ANYWAY == set()
