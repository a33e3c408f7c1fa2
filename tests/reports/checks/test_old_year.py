"""Last year left over in the text of an earlier report is found; last year named on purpose is not."""

import pytest

from reports.checks.old_year import OLD_YEAR
from reports.year_mentions import left_over
from tests.factories import make_event
from tests.growth import growth
from tests.reports.checks.found import findings, report_saying, texts

pytestmark = pytest.mark.django_db

LINEAR = 90  # between the 16 of linear and the 256 of quadratic work, with room for a busy machine


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Trong năm 2023, Sở đã tổ chức 12 hội nghị.", ["Trong năm 2023"]),
        ("Kết quả công tác phổ biến, giáo dục pháp luật năm 2023", ["giáo dục pháp luật năm 2023"]),
        ("Năm 2023, Sở tăng cường phối hợp.", ["Năm 2023"]),
        ("KẾT QUẢ CÔNG TÁC PBGDPL NĂM 2023", ["QUẢ CÔNG TÁC PBGDPL NĂM 2023"]),
        ("Sở đạt yêu cầu. Công tác PBGDPL năm 2023 đạt kết quả tốt.", ["Công tác PBGDPL năm 2023"]),
        ("Thực hiện Luật PBGDPL, năm 2023 Sở đã mở 5 lớp.", ["Thực hiện Luật PBGDPL, năm 2023"]),
        ("6 tháng đầu năm 2023, Sở ban hành 5 văn bản.", ["6 tháng đầu năm 2023"]),
        ("Năm 2024 tốt. Trong năm 2023, Sở đạt 1.245 lượt.", ["Trong năm 2023"]),
    ],
)
def test_a_year_left_over_is_found(text, words):
    assert [found for _, found in left_over(text, 2024)] == words


@pytest.mark.parametrize(
    "text",
    [
        "So với năm 2023, số hội nghị tăng 12%.",
        "Số lượt người cao hơn năm 2023 là 300 lượt.",
        "Kế hoạch số 325/KH-UBND ngày 29/12/2023 của UBND thành phố, Kế hoạch số 9/KH-SXD năm 2023",
        "Ngay từ cuối năm 2023, Sở đã rà soát nhiệm vụ.",
        "Từ tháng 12 năm 2023 đến hết tháng 10, Sở đã làm xong.",
        "Luật Căn cước năm 2023, Luật Nhà ở năm 2023 và Nghị quyết của năm 2023",
        "giai đoạn từ năm 2023; năm 2023-2025; năm học 2023-2024; năm 2023, 2025",
        "Thực hiện Chương trình “Chuyển đổi số năm 2023” của ngành.",
        "Năm 2024, Sở kế thừa kết quả năm 2023.",
        "Nhiệm vụ của các năm 2021, 2022 và năm 2023 đã xong.",
        "Năm 2023 có 12 hội nghị; năm 2024 có 15 hội nghị.",
        "Luật được thông qua năm 2023; sổ tay xuất bản năm 2023 được phát thêm; danh mục hết hiệu lực năm 2023",
        "Chỉ số cải cách hành chính năm 2023 của Sở đứng thứ 5; xã được công nhận đạt chuẩn năm 2023.",
        "Báo cáo viên năm 2023 là 120 người, nay là 150 người; cuộc thi năm 2023 ít bài hơn năm nay.",
        "Theo khảo sát năm 2023, 85% người dân hài lòng; Sở được tặng Cờ thi đua năm 2023.",
        'Cuộc thi "Tìm hiểu pháp luật năm 2023" có 1.000 bài.',
        "năm 2022, năm 2021, năm 2025, năm 20231, 2023",
    ],
)
def test_last_year_spoken_of_is_left_alone(text):
    assert list(left_over(text, 2024)) == []


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("“Trong năm 2023, Sở đã xong.", ["“Trong năm 2023"]),
        ('“Sở nêu "công tác năm 2023" ở đó', []),
        ('“Sở nêu "công tác năm 2023', ['“Sở nêu "công tác năm 2023']),
        ('"Sở nêu “công tác" ở đó, năm 2023', [f"{'…' * 18} ở đó, năm 2023"]),
        ("“một” và “hai, năm 2023", [f"{'…' * 5} và “hai, năm 2023"]),
        ("“một “hai” và năm 2023", [f"{'…' * 10} và năm 2023"]),
    ],
)
def test_only_a_quotation_that_is_closed_is_left_out(text, words):
    assert [found for _, found in left_over(text, 2024)] == words


@pytest.mark.parametrize(
    "part", ["“", '"', '“"', "“ ”", "“”“", ". ", ".1", "a “b ", "năm 2023", "năm 2023 “", "số 1 năm "]
)
def test_a_long_text_is_searched_in_linear_time(part):
    def search(text):
        return list(left_over(text, 2024))

    assert growth(search, lambda size: f"{part * (size // len(part))} năm 2023", 2_000) < LINEAR


def test_the_subject_a_heading_and_the_words_are_read_but_no_row(department):
    make_event(department, name="Hội nghị tổng kết công tác của năm, khen thưởng năm 2023")
    report = report_saying(department, "Trong năm 2023, Sở làm tốt.", subject="Kết quả công tác năm 2023")
    assert texts(report, OLD_YEAR) == [
        "“Kết quả công tác năm 2023” (trích yếu) nhắc năm cũ trong báo cáo năm 2024. "
        "Sửa năm nếu là lời của năm trước.",
        "“Trong năm 2023” (mục “Kết quả”) nhắc năm cũ trong báo cáo năm 2024. "
        "Sửa năm nếu là lời của năm trước.",
    ]
    assert [finding.place.field for finding in findings(report, OLD_YEAR)] == ["subject", ""]
