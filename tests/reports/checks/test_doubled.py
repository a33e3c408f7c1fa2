"""Words written twice by mistake are found; words doubled for their meaning, or by two compounds, are not."""

import pytest

from reports.checks.doubled import DOUBLED, doubled_words
from tests.reports.checks.found import findings, report_saying

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("nhiệm vụ của của Sở", ["của của"]),
        ("Các các phòng, đơn vị", ["Các các"]),
        ("phổ biến và và tuyên truyền", ["và và"]),
        ("đã được được triển khai", ["được được"]),
        ("phổ biến pháp luật pháp luật đến người dân", ["pháp luật pháp luật"]),
        ("công chức, viên chức viên chức", ["viên chức viên chức"]),
        ("cho cho các đơn vị trong trong năm", ["cho cho", "trong trong"]),
        ("đối với với doanh nghiệp", ["với với"]),
        ("tổ chức tại tại trụ sở", ["tại tại"]),
        ("theo theo kế hoạch", ["theo theo"]),
        ("Hội nghị đã được được tổ chức", ["được được"]),
        ("Được được tổ chức", ["Được được"]),
        ("bằng bằng nguồn kinh phí", ["bằng bằng"]),
        ("KẾT QUẢ CỦA CỦA SỞ", ["CỦA CỦA"]),
        ("theo yêu cầu của UBND UBND tỉnh; Giám đốc Sở Sở Xây dựng", ["UBND UBND", "Sở Sở"]),
        ("Kế hoạch số số 15/KH-SXD ngày ngày 05/3/2024", ["số số", "ngày ngày"]),
        ("tại Điều điều 12; trong tháng tháng 6", ["Điều điều", "tháng tháng"]),
        ("phổ biến kịp thời kịp thời đối với đối với trẻ em", ["kịp thời kịp thời", "đối với đối với"]),
    ],
)
def test_a_word_written_twice_is_found(text, words):
    assert list(doubled_words(text)) == words


@pytest.mark.parametrize(
    "text",
    [
        "luôn luôn, thường thường, ngày ngày, dần dần, rộng rãi, đời đời, người người, nhà nhà, từ từ",
        "ngành ngành thi đua, xa xa, mãi mãi, vừa vừa, hơi hơi, đều đều, ai ai cũng biết",
        "thực hiện hiện đại hóa, các biện pháp pháp luật, phối hợp hợp tác, đề xuất xuất bản",
        "các tổ chức tổ chức hội nghị, các quy định quy định tại Điều 5, tài liệu hướng dẫn hướng dẫn cách nộp",
        "hạn chế, tồn tại tại đơn vị; các nội dung nêu trên trên địa bàn; kèm theo theo quy định",
        "kết quả đạt được được ghi nhận; vì lý do do thiên tai; xử lý công bằng bằng nhiều cách",
        "trụ sở Sở Tư pháp, cán bộ Bộ Tư pháp, năm năm qua, ba ba, chế độ xã hội xã hội chủ nghĩa",
        "của dân, của nước; và, và; các “các”",
        "đơn vị trực thuộc thuộc Sở, bên trong trong nhà",
        "người nhặt được được cấp giấy, tiền thu hồi được được nộp ngân sách, trẻ cứu được được chăm sóc",
        "khen thưởng bằng bằng khen, chứng minh bằng bằng chứng, phần của của cải, giấy để để dành",
        "mang theo theo quy định, làm theo theo gương; cuối cùng cùng nhau, thì thì thầm",
        "ông Nguyễn Văn Được được khen, bà Lê Thị Về về nghỉ; Luật Luật sư, Sở sở hữu",
        "năm năm 2021-2025, ngày ngày 5 lượt; chỉ số số 5; người công tác công tác xã hội",
        "công tác kế hoạch kế hoạch hóa gia đình; UBND-UBND, số số liệu",
    ],
)
def test_doubling_with_a_meaning_or_by_chance_is_left_alone(text):
    assert list(doubled_words(text)) == []


def test_a_break_of_the_typed_line_hides_nothing(department):
    report = report_saying(department, "Nhiệm vụ của\ncủa Sở.")
    [finding] = findings(report, DOUBLED)
    assert finding.text == "“của của” (mục “Kết quả”): từ viết hai lần. Bỏ một từ."
