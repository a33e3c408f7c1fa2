import re
from datetime import date
from pathlib import Path

import pytest
from django.conf import settings
from hypothesis import given
from hypothesis import strategies as st

from events.kinds import DatePrecision, EventKind
from events.reading import EventReading, held_text, is_planned, planned_words, read_event
from events.turnout import unclear_attendance
from pbgdpl.lib.vietnamese import clean_line

REPORT = Path(settings.BASE_DIR).parent / "shared" / "data" / "report-2024.txt"
DAY, MONTH, NONE = DatePrecision.DAY, DatePrecision.MONTH, DatePrecision.NONE


def summary(event):
    """Return the sentence of an event, as a report prints it."""
    held = held_text(event.held_from, event.held_to, event.date_precision)
    return f"{event.name}{f' ({held})' if held else ''}{event.description}"


@pytest.mark.parametrize(
    ("held_from", "held_to", "precision", "text"),
    [
        (date(2024, 3, 5), None, DAY, "05/3/2024"),
        (date(2024, 3, 5), date(2024, 3, 5), DAY, "05/3/2024"),
        (date(2024, 7, 30), date(2024, 7, 31), DAY, "30-31/7/2024"),
        (date(2024, 7, 30), date(2024, 8, 2), DAY, "30/7-02/8/2024"),
        (date(2023, 12, 29), date(2024, 1, 2), DAY, "29/12/2023-02/01/2024"),
        (date(2024, 3, 1), None, MONTH, "tháng 3/2024"),
        (date(2024, 3, 1), date(2024, 4, 1), MONTH, "tháng 3-4/2024"),
        (None, None, NONE, ""),
    ],
)
def test_the_date_of_an_event_is_written_and_read_back(held_from, held_to, precision, text):
    assert held_text(held_from, held_to, precision) == text
    if text:
        event = read_event(f"Hội nghị tổng kết ({text})")
        last = None if held_to == held_from else held_to
        assert (event.held_from, event.held_to, event.date_precision) == (held_from, last, precision)


@pytest.mark.parametrize(
    ("bracket", "held_from", "held_to", "precision"),
    [
        ("ngày 5/3/2024", date(2024, 3, 5), None, DAY),
        ("ngày 05 tháng 3 năm 2024", date(2024, 3, 5), None, DAY),
        ("từ ngày 30 đến ngày 31/7/2024", date(2024, 7, 30), date(2024, 7, 31), DAY),
        ("30/7/2024 - 02/8/2024", date(2024, 7, 30), date(2024, 8, 2), DAY),
        ("08, 09/11/2024", date(2024, 11, 8), date(2024, 11, 9), DAY),
        ("Tháng 3 năm 2024", date(2024, 3, 1), None, MONTH),
    ],
)
def test_other_ways_to_write_the_date_are_understood(bracket, held_from, held_to, precision):
    event = read_event(f"- Tọa đàm về nhà ở ({bracket}), có 40 khách mời.")
    assert event == EventReading(
        EventKind.ROUND_TABLE,
        "Tọa đàm về nhà ở",
        held_from,
        held_to,
        precision,
        40,
        False,
        "",
        ", có 40 khách mời",
    )


@pytest.mark.parametrize("bracket", ["PBGDPL", "9/11", "31/9/2024", "31-30/7/2024", "tháng 13/2024", "lần 2"])
def test_a_bracket_that_is_no_date_stays_in_the_name(bracket):
    event = read_event(f"Hội thảo chuyên đề ({bracket})")
    assert (event.name, event.held_from) == (f"Hội thảo chuyên đề ({bracket})", None)


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("Hội nghị giao ban pháp chế", EventKind.CONFERENCE),
        ("Hội thảo góp ý dự thảo", EventKind.SEMINAR),
        ("Toạ đàm cùng doanh nghiệp", EventKind.ROUND_TABLE),
        ("Hội nghị tập huấn hòa giải viên", EventKind.TRAINING),
        ("Tổ chức 03 lớp bồi dưỡng nghiệp vụ", EventKind.TRAINING),
        ("Cuộc thi tìm hiểu Luật Căn cước", EventKind.CONTEST),
        ("Hưởng ứng Ngày Pháp luật Việt Nam", EventKind.LAW_DAY),
        ("Phát hành 2.000 tờ gấp cho 500 hội viên", EventKind.PUBLICATION),
        ("Phiên tòa giả định về ma túy (06/6/2025)", EventKind.OTHER),
    ],
)
def test_an_event_is_known_by_how_its_name_begins(line, kind):
    assert read_event(line).kind == kind


@pytest.mark.parametrize(
    "line",
    [
        "- Kiêm nhiệm nhiều việc: cán bộ pháp chế còn thiếu.",
        "- Tăng cường dùng mạng xã hội để phổ biến pháp luật.",
        "- Hội nghị, hội thảo, tập huấn được tổ chức thường xuyên.",
        "- Các hội nghị đều đúng kế hoạch.",
        "- Hướng dẫn trực tiếp các đơn vị khi có yêu cầu.",
        "- Phát hành tài liệu kịp thời.",
        "- Hội đồng phối hợp PBGDPL;",
        "- Tham gia tích cực các cuộc thi tìm hiểu pháp luật.",
        f"Hội nghị {'rất dài ' * 100}",
        "",
    ],
)
def test_a_line_about_work_in_general_is_no_event(line):
    assert read_event(line) is None


@pytest.mark.parametrize(
    ("words", "attendance", "is_minimum"),
    [
        ("với hơn 200 đại biểu", 200, True),
        ("với 85 học viên", 85, False),
        ("cho trên 1.496 lượt người", 1496, True),
        ("thu hút 775 nghìn lượt người", 775_000, False),
        ("thu hút 1,4 triệu lượt người", 1_400_000, False),
        ("gần 300 cán bộ tham gia", 300, False),
        ("tại hơn 1.496 lớp", None, False),
        ("với 186 tổ chức, doanh nghiệp", None, False),
        ("với 1,250 đại biểu", 1250, False),
        ("với 1,250,000 lượt người", 1_250_000, False),
        ("thu hút 1.200 lượt tham dự", 1200, False),
        ("cho 1.5 nghìn lượt người", 1500, False),
        ("năm 2024 người dân quan tâm hơn", None, False),
    ],
)
def test_people_are_counted_and_other_things_are_not(words, attendance, is_minimum):
    event = read_event(f"Hội nghị phổ biến Luật Đất đai (05/3/2024) {words}")
    assert (event.attendance, event.attendance_is_minimum) == (attendance, is_minimum)


@pytest.mark.parametrize(
    ("words", "unclear"),
    [
        ("với 1,5 đại biểu", "1,5 đại biểu"),
        ("với 12,50 đại biểu", "12,50 đại biểu"),
        ("với 1.250,5 đại biểu, 20 khách mời", "1.250,5 đại biểu"),
        ("với 1,250 triệu người", "1,250 triệu người"),
        ("với 1 250 đại biểu", "1 250 đại biểu"),
        ("với 0,250 đại biểu", "0,250 đại biểu"),
        ("với 100-120 đại biểu", "100-120 đại biểu"),
        ("từ 100 đến 120 đại biểu", "100 đến 120 đại biểu"),
        (", mỗi lớp 40 học viên", "40 học viên"),
        (", 40 học viên/lớp", "40 học viên/lớp"),
        ("qua 120 lượt tin, bài", "120 lượt"),
    ],
)
def test_a_number_of_people_that_may_be_read_in_several_ways_is_not_read(words, unclear):
    event = read_event(f"Hội nghị phổ biến Luật Đất đai (05/3/2024) {words}")
    assert event.attendance is None
    assert unclear_attendance(event.name, event.description) == unclear


def test_times_on_air_are_no_people():
    event = read_event("Phát thanh 120 lượt tin, bài")
    assert (event.kind, event.attendance) == (EventKind.BROADCAST, None)


@pytest.mark.parametrize(
    "place",
    [
        "phổ biến Luật Nhà ở tại nhà A",
        "phổ biến Luật Nhà ở, vào",
        "tại Ủy ban nhân dân xã Sen",
        "cho công nhân",
        "nhân dịp 10 năm thành lập tại nhà hát Sen",
    ],
)
def test_the_day_after_a_place_is_the_day_of_the_event(place):
    event = read_event(f"Hội nghị {place} ngày 05/3/2024")
    assert event.held_from == date(2024, 3, 5)


@pytest.mark.parametrize(
    ("line", "planned", "words"),
    [
        ("Dự kiến tổ chức Hội nghị tập huấn Luật Giá", True, "Dự kiến"),
        ("Trong quý IV, Sở sẽ phối hợp tổ chức Hội thảo", True, "sẽ"),
        ("Ngày 05/12/2024, Sở sẽ tổ chức 02 lớp tập huấn", True, "sẽ"),
        ("Kế hoạch tổ chức Hội nghị tập huấn trong quý IV", True, "Kế hoạch tổ chức"),
        ("Sở chuẩn bị tổ chức cuộc thi tìm hiểu pháp luật", True, "chuẩn bị tổ chức"),
        ("Hội nghị tập huấn dự kiến vào ngày 05/12/2024", False, "dự kiến"),
        ("Hội thảo góp ý dự án Luật sẽ trình Quốc hội", False, "sẽ"),
        ("Hội nghị triển khai kế hoạch tổ chức Ngày Pháp luật", False, "kế hoạch tổ chức"),
        ("Hội nghị chia sẻ kinh nghiệm hòa giải", False, ""),
    ],
)
def test_an_event_still_to_be_held_is_known_by_its_words(line, planned, words):
    assert (is_planned(line), planned_words(line)) == (planned, words)


@pytest.mark.parametrize(
    ("words", "partners"),
    [
        (", phối hợp cùng Sở Tư pháp, nhằm nâng cao nhận thức", "Sở Tư pháp"),
        (
            ": Phối hợp với Đoàn Luật sư và Hội Luật gia tỉnh, tổ chức tại trường học",
            "Đoàn Luật sư và Hội Luật gia tỉnh",
        ),
        (", phối hợp với Báo Sen tuyên truyền trên báo", "Báo Sen"),
        (" do Sở chủ trì", ""),
    ],
)
def test_partners_are_named_up_to_what_was_done_with_them(words, partners):
    assert read_event(f"Hội thảo sở hữu trí tuệ (tháng 4/2024){words}").partners == partners


def test_the_day_may_stand_before_the_event_or_in_the_sentence():
    opening = read_event("Ngày 05/3/2024, Sở tổ chức Hội nghị phổ biến Luật Giá với 90 đại biểu.")
    assert (opening.name, opening.held_from) == ("Sở tổ chức Hội nghị phổ biến Luật Giá", date(2024, 3, 5))
    inside = read_event("Hội nghị giao ban pháp chế ngày 05/3/2024 tại hội trường Sở")
    assert (inside.name, inside.held_from) == ("Hội nghị giao ban pháp chế", date(2024, 3, 5))


@pytest.mark.parametrize(
    "line",
    [
        "Hội nghị triển khai Nghị định số 08/2025/NĐ-CP ngày 09/01/2025 của Chính phủ",
        "Hội nghị phổ biến Luật Giá ngày 19/6/2023",
        "Hội thảo kỷ niệm 80 năm ngày 22/12/1944",
    ],
)
def test_the_day_of_what_the_name_speaks_of_is_not_the_day_of_the_event(line):
    assert (read_event(line).name, read_event(line).held_from) == (line, None)


@given(
    st.sampled_from(
        ["Hội nghị giao ban", "Hội thảo về quy hoạch", "Tập huấn Luật Đất đai (sửa đổi)", "Cuộc thi viết"]
    ),
    st.dates(date(2000, 1, 1), date(2099, 12, 31)),
    st.integers(0, 40),
    st.sampled_from(
        ["", ": Trao đổi kinh nghiệm", " với 40 đại biểu, có lãnh đạo Sở", ", phối hợp với Sở Nội vụ"]
    ),
)
def test_a_summary_read_again_gives_the_same_event(name, first, days, description):
    last = date.fromordinal(first.toordinal() + days)
    event = read_event(f"{name} ({held_text(first, last, DAY)}){description}")
    assert (event.name, event.description) == (name, description)
    assert (event.held_from, event.held_to) == (first, last if days else None)
    assert read_event(summary(event)) == event


@given(st.text(max_size=300) | st.text(max_size=60).map(lambda text: f"Hội nghị {text}"))
def test_no_text_is_too_odd_and_no_word_is_lost(text):
    event = read_event(text)
    if event and event.held_from is None:
        assert re.findall(r"\w+", summary(event)) == re.findall(r"\w+", clean_line(text))


def test_the_seven_events_of_a_real_report_say_the_same_words_again():
    if not REPORT.exists():
        pytest.skip(f"the real report is not at {REPORT}")
    lines = REPORT.read_text(encoding="utf-8").splitlines()
    found = [(line, event) for line in lines if line.startswith("- ") and (event := read_event(line))]
    assert [summary(event) for _, event in found] == [
        line.removeprefix("- ").rstrip(" .;") for line, _ in found
    ]
    assert [(event.held_from, event.held_to, event.date_precision) for _, event in found] == [
        (date(2024, 3, 1), None, MONTH),
        (date(2024, 3, 1), None, MONTH),
        (None, None, NONE),
        (date(2024, 3, 5), None, DAY),
        (date(2024, 7, 30), date(2024, 7, 31), DAY),
        (date(2024, 9, 6), None, DAY),
        (date(2024, 10, 12), None, DAY),
    ]
    assert next((event.attendance, event.attendance_is_minimum) for _, event in found) == (200, True)
