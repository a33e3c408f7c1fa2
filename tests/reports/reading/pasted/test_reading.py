"""Lines become rows that print the same words; doubts are shown where there are any, and nowhere else."""

from time import process_time

import pytest

from accounts.models import Organisation
from events.models import Event
from plans.models import Directive, Plan, Policy
from reports.reading.pasted.doubts import NOT_READ, PLANNED
from reports.reading.pasted.lines import pasted_lines
from reports.reading.pasted.read_lines import read_lines

NO_DOUBT = ()


@pytest.fixture
def organisation():
    return Organisation(code="SXD", name="Sở Xây dựng tỉnh Sen", place="Sen", symbol="SXD")


def read(organisation, text, unclear=Plan):
    return read_lines(pasted_lines(text), organisation=organisation, year=2024, unclear=unclear)


def only(organisation, text, unclear=Plan):
    (entry,) = read(organisation, text, unclear)
    return entry


def test_a_mixed_list_is_parted_by_what_each_line_is(organisation):
    entries = read(
        organisation,
        "1. Kế hoạch số 15/KH-SXD ngày 16/01/2024 về phổ biến Luật Đường bộ;\n"
        "2. Công văn số 90/STP-PBGDPL ngày 03/4/2024 của Sở Tư pháp về việc hướng dẫn báo cáo\n"
        "3. Hội nghị tập huấn Luật Nhà ở (05/3/2024) với hơn 200 đại biểu.\n"
        "4. Văn bản số 77/SXD-VP ngày 09/9/2024 về việc tuyên truyền, thực hiện Nghị định số 46/2024/NĐ-CP",
    )
    assert [type(entry.row) for entry in entries] == [Plan, Directive, Event, Plan]
    assert [(entry.doubts, entry.typed, entry.row.wording) for entry in entries] == [(NO_DOUBT, {}, "")] * 4
    assert [str(entry.row) for entry in entries] == [
        "Kế hoạch số 15/KH-SXD ngày 16/01/2024 về phổ biến Luật Đường bộ",
        "Công văn số 90/STP-PBGDPL ngày 03/4/2024 của Sở Tư pháp về việc hướng dẫn báo cáo",
        "Hội nghị tập huấn Luật Nhà ở (05/3/2024) với hơn 200 đại biểu",
        "Văn bản số 77/SXD-VP ngày 09/9/2024 về việc tuyên truyền, thực hiện Nghị định số 46/2024/NĐ-CP",
    ]


@pytest.mark.parametrize(
    ("line", "cell", "subject"),
    [
        ("Kế hoạch số 12/KH-SXD ngày 31/9/2024 về kiểm tra", "31/9/2024", "về kiểm tra"),
        ("Kế hoạch số 12/KH-SXD ngày 22/9 về kiểm tra", "22/9", "về kiểm tra"),
        (
            "Kế hoạch số 12/KH-SXD, ngày 30 tháng 02 năm 2024 về kiểm tra",
            "30 tháng 02 năm 2024",
            "về kiểm tra",
        ),
    ],
)
def test_a_date_that_names_no_day_stays_in_its_cell(organisation, line, cell, subject):
    entry = only(organisation, line)
    assert (entry.typed, entry.row.issued_on) == ({"issued_on": cell}, None)
    assert (entry.row.number, entry.row.subject, entry.row.wording) == ("12/KH-SXD", subject, "")


def test_so_does_an_events(organisation):
    entry = only(organisation, "Hội nghị phổ biến Luật Nhà ở (31/9/2024): 12 xã tham gia")
    assert (entry.row.name, entry.row.description) == ("Hội nghị phổ biến Luật Nhà ở", ": 12 xã tham gia")
    assert entry.typed == {"held": "31/9/2024"}


def test_a_date_in_the_subject_is_none_of_the_document(organisation):
    entry = only(organisation, "Kế hoạch số 12/KH-SXD về tổ chức Ngày Pháp luật ngày 31/11")
    assert (entry.typed, entry.row.subject) == ({}, "về tổ chức Ngày Pháp luật ngày 31/11")


@pytest.mark.parametrize(
    "line", ["Kế hoạch số 139 ngày 16/01/2024 về kiểm tra", "Công văn 139/CV ngày 16/01/2024 về A"]
)
def test_whose_a_document_is_may_be_unclear(organisation, line):
    plan, directive, from_events = (only(organisation, line, unclear) for unclear in (Plan, Directive, Event))
    assert [type(one.row) for one in (plan, directive, from_events)] == [Plan, Directive, Plan]
    assert [one.doubts for one in (plan, directive)] == [
        ("Không rõ văn bản của đơn vị hay của cấp trên; đang ghi vào Kế hoạch, văn bản.",),
        ("Không rõ văn bản của đơn vị hay của cấp trên; đang ghi vào Văn bản chỉ đạo.",),
    ]


@pytest.mark.parametrize(
    ("line", "model"),
    [
        ("Kế hoạch số …/KH-SXD ngày …/…/2024 về kiểm tra", Plan),
        ("Kế hoạch số     /KH-UBND ngày     /10/2024 về kiểm tra", Directive),
        ("Kế hoạch số 139 ngày 16/01/2024 của UBND tỉnh Sen về kiểm tra", Directive),
    ],
)
@pytest.mark.parametrize("unclear", [Plan, Directive])
def test_a_symbol_behind_a_blank_and_a_body_show_whose_it_is(organisation, line, model, unclear):
    entry = only(organisation, line, unclear)
    assert (type(entry.row), entry.doubts) == (model, NO_DOUBT)


def test_a_second_document_of_a_line_is_named_and_its_words_are_printed(organisation):
    line = (
        "Quyết định số 40/QĐ-SXD ngày 08/7/2024 ban hành Quy chế; Quyết định số 41/QĐ-SXD ngày 09/7/2024 về A"
    )
    entry = only(organisation, line)
    assert (entry.row.number, entry.row.wording) == ("40/QĐ-SXD", line)
    assert entry.doubts == ("Dòng còn nêu Quyết định số 41/QĐ-SXD; nếu cần, thêm riêng văn bản đó.",)


def test_a_line_that_is_neither_is_printed_whole(organisation):
    line = "Đội ngũ công chức làm công tác pháp chế chủ yếu là kiêm nhiệm."
    plan, event = (only(organisation, line, unclear) for unclear in (Plan, Event))
    assert [str(one.row) for one in (plan, event)] == [line.rstrip("."), line]
    assert plan.doubts == event.doubts == ("Không nhận ra văn bản hay hoạt động; cả dòng được giữ nguyên.",)


def test_a_line_longer_than_any_field_is_printed_whole(organisation):
    line = "phổ biến " * 20_000
    for unclear in (Plan, Directive, Event):
        assert only(organisation, line, unclear).row.wording == line.strip()


def test_a_document_without_number_and_date_is_parted_into_kind_and_subject(organisation):
    entry = only(organisation, "Kế hoạch phổ biến pháp luật năm 2024")
    assert (entry.row.kind_text, entry.row.subject, entry.row.wording) == (
        "Kế hoạch",
        "phổ biến pháp luật năm 2024",
        "",
    )


def test_a_line_that_leads_in_is_to_be_skipped(organisation):
    entry, plan = read(
        organisation, "Sở đã ban hành các văn bản sau:\n- Kế hoạch số 1/KH-SXD ngày 02/01/2024 về A"
    )
    assert (entry.is_skipped, plan.is_skipped) == (True, False)


def test_a_row_of_a_table_needs_no_wording(organisation):
    entry = only(organisation, "3\tCông văn\t77/SXD-VP\t09/9/2024\tvề việc phổ biến Luật Nhà ở")
    assert entry.row.citation() == "Công văn số 77/SXD-VP ngày 09/9/2024 về việc phổ biến Luật Nhà ở"


def test_a_joined_line_says_so(organisation):
    entry = only(organisation, "Kế hoạch số 12/KH-SXD ngày 16/01/2024 về kiểm tra\nnhà ở xã hội")
    assert entry.row.subject == "về kiểm tra nhà ở xã hội"
    assert entry.doubts == ("Đã nối dòng 2 vào đây, vì dòng đó như viết tiếp.",)


@pytest.mark.parametrize(
    ("line", "doubts"),
    [
        (
            "Hội nghị phổ biến Luật Nhà ở (05/3/2024) với 1,5 đại biểu",
            ("Không rõ số người ở “1,5 đại biểu”; ghi vào ô Số người, như 1.250.",),
        ),
        (
            "Hội nghị phổ biến Luật Nhà ở ngày 05/3/2024",
            ("Không rõ “ngày 05/3/2024” có phải thời gian tổ chức; nếu phải, ghi vào ô Thời gian.",),
        ),
        (
            "Hội nghị phổ biến Luật Nhà ở ngày 05/3 tại Sở",
            ("Dòng không ghi năm; đang đọc là 05/3/2024. Nếu khác, sửa ô Thời gian.",),
        ),
        ("Hội nghị triển khai Nghị định số 08/2024/NĐ-CP ngày 09/01/2024 của Chính phủ", NO_DOUBT),
        ("Hội nghị triển khai Luật Giá ngày 19/6/2023", NO_DOUBT),
        (
            "Hội nghị tập huấn, dự kiến vào ngày 05/12/2024",
            ("Dòng có chữ “dự kiến”; nếu hoạt động chưa diễn ra, đánh dấu “Bỏ qua”.",),
        ),
        (
            "Hội nghị tập huấn\t120\t05/3/2024",
            ("Cột “120” được đọc là số người tham dự; nếu không phải, sửa ô Số người và ô Nội dung.",),
        ),
        (
            "Hội nghị tập huấn (05/3/2024)\t120\t80",
            ("Dòng có nhiều cột và không rõ cột nào là gì; xem lại từng ô.",),
        ),
    ],
)
def test_what_an_events_line_leaves_unclear_is_a_doubt(organisation, line, doubts):
    assert only(organisation, line).doubts == doubts


def test_an_event_that_is_planned_is_left_out_unless_the_person_unticks_it(organisation):
    entry = only(organisation, "Sở dự kiến tổ chức Hội nghị tập huấn Luật Nhà ở (tháng 12/2024)")
    assert (type(entry.row), entry.is_skipped) == (Event, True)
    assert entry.doubts == (PLANNED,)


@pytest.mark.parametrize("unclear", [Plan, Event, Policy])
def test_a_line_that_is_not_recognised_loses_the_mark_that_parts_it_from_the_next(organisation, unclear):
    entry = only(organisation, "2) Rà soát tủ sách pháp luật của các phường;", unclear)
    assert str(entry.row) == "Rà soát tủ sách pháp luật của các phường"
    assert entry.left_out == "Bỏ ra: số thứ tự “2)”, dấu cuối dòng “;”."


def test_a_plan_to_hold_an_event_may_be_a_document(organisation):
    line = "Kế hoạch tổ chức Hội nghị tập huấn Luật Nhà ở trong quý IV"
    plan, event = (only(organisation, line, unclear) for unclear in (Plan, Event))
    assert (type(plan.row), plan.is_skipped, plan.doubts) == (Plan, False, (NOT_READ,))
    assert (type(event.row), event.is_skipped, event.doubts) == (Event, True, (PLANNED,))


COSTLY = (
    ". ", "; ", " ,", "/", "./", "1", "1/", "1.", "số ", "ngày ", "ngày 1/", "tháng 1 ", "(", " (1", "“", "hơn 1 ",
    "1 lượt ", "1.000 ", "phối hợp với ", "sẽ ", "kỷ niệm ", "mỗi a ", "Luật A ", "1/KH-A, ", "Sở, ", "x", "\t",
    "é ", "\u00ad", "Nghị định số 1/2024/NĐ-CP “”",
)  # fmt: skip


@pytest.mark.parametrize("piece", COSTLY, ids=repr)
def test_four_times_the_signs_take_no_more_than_a_few_times_the_time(organisation, piece):
    def taken(length):
        line = f"Hội nghị {(piece * length)[:length]}x"
        start = process_time()
        read(organisation, line)
        return process_time() - start

    short = min(taken(length) for length in (8_000, 8_001))
    assert min(taken(length) for length in (32_000, 32_001)) < 10 * short + 0.5


def test_spaces_without_end_before_a_full_stop_take_no_time(organisation):
    start = process_time()
    (entry,) = read(organisation, f"Hội nghị tập huấn{' ' * 130_000}. x")
    assert process_time() - start < 5  # a hundredth of it on an idle machine, minutes if it were quadratic
    assert str(entry.row) == "Hội nghị tập huấn. x"
