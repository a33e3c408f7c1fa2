"""What An pastes as sentences becomes events in their own words; what is planned or asked for was not held."""

import pytest

from accounts.models import Organisation
from events.models import Event
from plans.models import Plan
from reports.reading.pasted.lines import pasted_lines
from reports.reading.pasted.read_lines import read_lines

TOLD = (
    "Ngày 7/11, Sở Xây dựng phối hợp với Sở Tư pháp tổ chức Hội nghị phổ biến Luật Nhà ở tại Hội trường Sở "
    "với hơn 200 đại biểu, phát 600 tờ gấp"
)
YEAR_ASSUMED = "Dòng không ghi năm; đang đọc là {}. Nếu khác, sửa ô Thời gian."
ASKED = "Không rõ hoạt động đã diễn ra hay mới được yêu cầu; nếu chưa diễn ra, đánh dấu “Bỏ qua”."


def only(line, unclear=Plan):
    organisation = Organisation(code="SXD", name="Sở Xây dựng tỉnh Sen", place="Sen", symbol="SXD")
    (entry,) = read_lines(pasted_lines(line), organisation=organisation, year=2025, unclear=unclear)
    return entry


def values(row):
    return {
        name: value
        for name in ("kind", "name", "held", "turnout", "sessions", "mode", "place", "partners", "handouts")
        if (value := getattr(row, name))
    }


@pytest.mark.parametrize(
    ("line", "told"),
    [
        (
            TOLD,
            {
                "kind": "conference",
                "name": "Hội nghị phổ biến Luật Nhà ở",
                "held": "07/11/2025",
                "turnout": "hơn 200",
                "place": "Hội trường Sở",
                "partners": "Sở Tư pháp",
                "handouts": "600 tờ gấp",
            },
        ),
        (
            "Trong năm, Sở đã tổ chức 36 cuộc tuyên truyền cho 5.614 lượt người",
            {"kind": "other", "name": "Tuyên truyền", "turnout": "5.614", "sessions": 36},
        ),
        (
            "Trong quý III, mở 02 lớp tập huấn trực tuyến cho khoảng 300 công chức",
            {
                "kind": "training",
                "name": "Lớp tập huấn",
                "held": "quý III/2025",
                "turnout": "khoảng 300",
                "sessions": 2,
                "mode": "online",
            },
        ),
        (
            "Các phòng đã tuyên truyền lồng ghép 85 buổi, thu hút khoảng 3.200 lượt người",
            {"kind": "other", "name": "Tuyên truyền lồng ghép", "turnout": "khoảng 3.200", "sessions": 85},
        ),
        (
            "Sở đã ban hành Kế hoạch số 12/KH-SXD ngày 08/01/2025 và tổ chức hội nghị triển khai cho 90 người",
            {"kind": "conference", "name": "Hội nghị triển khai", "turnout": "90"},
        ),
        ("Phát 120 lượt tin, bài trên loa xã", {"kind": "broadcast", "name": "Phát 120 lượt tin, bài"}),
        (
            "Biên soạn, in 5.000 tờ gấp và 200 sổ tay",
            {
                "kind": "publication",
                "name": "Biên soạn, in 5.000 tờ gấp và 200 sổ tay",
                "handouts": "5.000 tờ gấp; 200 sổ tay",
            },
        ),
        (
            "Sở Xây dựng tổ chức Hội nghị phổ biến Luật Giá (05/3/2025) cho 90 người",
            {
                "kind": "conference",
                "name": "Hội nghị phổ biến Luật Giá",
                "held": "05/3/2025",
                "turnout": "90",
            },
        ),
        (
            "Hội nghị phổ biến Luật Giá (05/3/2025) tại nhà văn hóa xã Sen, cấp phát 300 tờ rơi",
            {
                "kind": "conference",
                "name": "Hội nghị phổ biến Luật Giá",
                "held": "05/3/2025",
                "place": "nhà văn hóa xã Sen",
                "handouts": "300 tờ rơi",
            },
        ),
    ],
)
def test_a_sentence_becomes_an_event_that_prints_the_line(line, told):
    row = only(f"- {line}.").row
    assert (type(row), values(row), str(row)) == (Event, told, line)


def test_a_list_line_that_says_it_all_keeps_no_wording():
    assert only("Hội nghị phổ biến Luật Giá (05/3/2025) tại Hội trường Sở, phát 300 tờ rơi").row.wording == ""


def test_the_year_of_a_day_without_one_is_the_reports_and_said():
    assert only(TOLD).doubts == (YEAR_ASSUMED.format("07/11/2025"),)


def test_a_line_with_several_events_is_the_first_and_names_the_others():
    line = "Trong năm, Sở tổ chức 36 cuộc tuyên truyền cho 5.614 lượt người; 02 hội thi cho hơn 90 học sinh"
    entry = only(line)
    assert (entry.row.sessions, str(entry.row)) == (36, line)
    assert entry.doubts == (
        "Dòng kể 2 hoạt động, đang ghi hoạt động đầu. Thêm riêng: Hội thi, 2 cuộc, hơn 90 người.",
    )


@pytest.mark.parametrize(
    "line",
    [
        "Năm 2026 sẽ tổ chức 4 hội nghị cho 400 người",
        "Sở đã hoãn Hội nghị phổ biến Luật Giá sang năm 2026",
        "Dự kiến trong quý IV tổ chức 02 lớp tập huấn cho 120 người",
    ],
)
def test_what_was_not_held_is_skipped_and_says_so(line):
    entry = only(line, Event)
    assert entry.is_skipped
    assert entry.doubts[0].startswith("Có vẻ là việc dự kiến, chưa tổ chức")


@pytest.mark.parametrize(
    ("line", "seems"),
    [
        ("STT\tTên hoạt động\tThời gian\tĐịa điểm", "Có vẻ là dòng tiêu đề của bảng"),
        ("TT\tSố, ký hiệu\tNgày ban hành\tTrích yếu", "Có vẻ là dòng tiêu đề của bảng"),
        ("II. CÁC HOẠT ĐỘNG ĐÃ TỔ CHỨC", "Có vẻ là lời dẫn"),
    ],
)
def test_headings_are_skipped_and_say_so(line, seems):
    entry = only(line, Event)
    assert entry.is_skipped
    assert entry.doubts[0].startswith(f"{seems}, không phải một dòng của danh sách")


def test_what_others_are_asked_to_hold_is_a_doubt():
    line = "Yêu cầu các đơn vị tổ chức Hội nghị phổ biến Luật Giá cho 100 người"
    assert ASKED in only(line).doubts


@pytest.mark.parametrize(
    ("people", "turnout", "doubts"),
    [
        ("1,250", "1.250", ()),
        ("12,500", "12.500", ()),
        ("775 nghìn", "775.000", ()),
        ("1,4 triệu", "1.400.000", ()),
        ("12,5", "", ("Không rõ số người ở “12,5 người”; ghi vào ô Số người, như 1.250.",)),
    ],
)
@pytest.mark.parametrize(
    "line",
    [
        "Hội nghị Luật Giá (05/3/2025) với {} người",
        "Ngày 05/3/2025, Sở tổ chức Hội nghị Luật Giá cho {} người",
    ],
)
def test_a_comma_parts_thousands_or_leaves_a_doubt(line, people, turnout, doubts):
    entry = only(line.format(people))
    assert (entry.row.turnout, entry.doubts) == (turnout, doubts)


@pytest.mark.parametrize(
    ("line", "named"),
    [
        (
            "1. - Hội nghị Luật Giá (05/3/2025);",
            "Bỏ ra: số thứ tự “1.”, gạch đầu dòng “-”, dấu cuối dòng “;”.",
        ),
        (
            "a) Hội nghị Luật Gi\u00adá (05/3/2025)\u200b",
            "Bỏ ra: ký hiệu đầu dòng “a)”, gạch nối mềm, ký tự ẩn.",
        ),
        ("Kế hoạch số 1/KH-SXD ngày 5 tháng 3 năm 2025 về A", "Bỏ ra: “tháng”, “năm”."),
        ("Hội nghị Luật Giá (05/3/2025)", ""),
        (
            "2. KÕ ho¹ch sè 12/KH-SXD ngµy 08/01/2025 vÒ phæ biÕn ph¸p luËt;",
            "Bỏ ra: số thứ tự “2.”, dấu cuối dòng “;”.",
        ),
    ],
)
def test_what_is_taken_off_a_line_is_named(line, named):
    assert only(line).left_out == named


def test_letters_of_a_code_page_are_turned_before_hidden_ones_are_taken_out():
    entry = only("C«ng v¨n sè 90/STP-PBGDPL ngµy 17/01/2025 cña Së T\u00ad ph¸p vÒ viÖc h\u00adíng dÉn")
    assert (str(entry.row), entry.left_out) == (
        "Công văn số 90/STP-PBGDPL ngày 17/01/2025 của Sở Tư pháp về việc hướng dẫn",
        "",
    )


def test_a_list_in_vni_is_turned_as_well():
    entry = only("Phoå bieán, giaùo duïc phaùp luaät cho caùn boä", Event)
    assert str(entry.row) == "Phổ biến, giáo dục pháp luật cho cán bộ"
    assert entry.doubts[0] == "Dòng này viết bằng bảng mã cũ VNI, đã chuyển sang Unicode; xem lại từng chữ."


def test_control_characters_within_words_are_a_doubt():
    assert only("Phổ bi\x06n pháp lu\x14t (05/3/2025)").doubts[0] == (
        "Dòng có ký tự điều khiển giữa các chữ, có thể thiếu chữ; so lại với bản gốc."
    )
