"""Documents and events become rows wherever a report names them: in tables, in sentences, in annexes; each once."""

from datetime import date

import pytest

from accounts.models import Organisation
from events.models import Event
from plans.models import Directive, Plan
from reports.compiling.compile import compile_report
from reports.document.text import to_text
from reports.reading.report import read_text
from reports.reading.report.store import store_report
from tests.reports.reading.report.reading import words

pytestmark = pytest.mark.django_db

HEAD = (
    "UBND TỈNH SEN\nSỞ Y TẾ\nSố: 15/BC-SYT\nSen, ngày 05 tháng 11 năm 2025\nBÁO CÁO\nKết quả năm 2025\n\n"
    "Sở báo cáo như sau:\n"
)
PLANS_TABLE = (
    "STT\tSố, ký hiệu\tNgày ban hành\tTrích yếu\n"
    "I\tKế hoạch\t\t\n"
    "1\t09/KH-SYT\t10/01/2025\tKế hoạch phổ biến, giáo dục pháp luật\n"
    "2\t402/SYT-VP\t12/3/2025\tvề việc tuyên truyền Luật Dược\n"
    "3\t14/KH-UBND\t15/01/2025\tKế hoạch của tỉnh\n"
    "Tổng cộng\t3\t\t\n"
)
EVENTS_TABLE = (
    "TT\tTên hoạt động\tThời gian\tĐịa điểm\tSố người tham dự\n"
    "1\tHội nghị phổ biến Luật Dược\t15/7/2025\tHội trường Sở\t1.120\n"
    "2\tNói chuyện về an toàn thực phẩm\ttháng 9\tPhường Hồ Sen\thơn 60\n"
    "3\tHội nghị tổng kết\t20/12/2025\tHội trường Sở\t50\n"
    "Tổng cộng\t\t\t\t1.230\n"
)


def stored(text):
    health = Organisation.objects.create(code="SYT", name="Sở Y tế", parent_body="UBND tỉnh Sen", place="Sen")
    document = read_text(HEAD + text)
    imported = store_report(document, organisation=health, year=2025)
    return document, imported


def held():
    return [(event.name, event.held_from, event.attendance) for event in Event.objects.in_order()]


def test_the_lines_of_a_table_of_documents_are_rows_and_the_table_stays():
    document, imported = stored(f"I. VĂN BẢN\n{PLANS_TABLE}")
    assert [(plan.kind, plan.number, plan.issued_on, plan.in_report) for plan in Plan.objects.in_order()] == [
        ("plan", "09/KH-SYT", date(2025, 1, 10), False),
        ("official_letter", "402/SYT-VP", date(2025, 3, 12), False),
    ]
    assert [one.number for one in Directive.objects.all()] == ["14/KH-UBND"]
    assert words(to_text(compile_report(imported.report))) == words(to_text(document))


@pytest.mark.parametrize(
    "headings",
    [
        "TT\tTên hoạt động\tThời gian, địa điểm\tSố lượng\t\n\t\t\tĐại biểu\tCuộc\n",
        "TT\tNội dung\tThời gian\tSố lượng\tSố lượng\nTT\tNội dung\tThời gian\tNgười\tBuổi\n",
        "TT\tHoạt động\tTổ chức\tKết quả\t\n\t\tThời gian\tSố người\tSố lớp\n",
    ],
)
def test_headings_in_two_rows_are_read_together(headings):
    stored(
        f"I. HOẠT ĐỘNG\n{headings}"
        "1\tHội nghị tập huấn kỹ năng giám sát cho cán bộ Mặt trận\tTháng 9/2025 Các xã\t120\t3\n"
        "2\tTọa đàm về bình đẳng giới\t05/8/2025\t64\t1\n"
    )
    assert held() == [
        ("Hội nghị tập huấn kỹ năng giám sát cho cán bộ Mặt trận", date(2025, 9, 1), 120),
        ("Tọa đàm về bình đẳng giới", date(2025, 8, 5), 64),
    ]
    assert [event.sessions for event in Event.objects.in_order()] == [3, 1]


def test_a_part_of_the_people_is_not_their_number():
    stored(
        "I. HOẠT ĐỘNG\nTT\tTên hoạt động\tThời gian\tSố lượng\t\t\n\t\t\tCuộc\tNam\tNữ\n"
        "1\tHội nghị phổ biến Luật Dược\t05/3/2025\t2\t30\t20\n"
    )
    assert held() == [("Hội nghị phổ biến Luật Dược", date(2025, 3, 5), None)]


def test_the_name_in_a_table_without_known_headings_is_whole():
    stored(
        "I. HOẠT ĐỘNG\nA\tB\tC\n1\tHội nghị tập huấn kỹ năng giám sát cho cán bộ Mặt trận\tTháng 9/2025 Các xã\n"
        "2\tTọa đàm về bình đẳng giới\tQuý III/2025 Các phường\n"
    )
    assert held() == [
        ("Hội nghị tập huấn kỹ năng giám sát cho cán bộ Mặt trận", date(2025, 9, 1), None),
        ("Tọa đàm về bình đẳng giới", date(2025, 7, 1), None),
    ]


def test_the_lines_of_a_table_of_events_are_rows_but_for_totals_and_what_is_still_planned():
    document, imported = stored(f"I. HOẠT ĐỘNG\n{EVENTS_TABLE}")
    assert held() == [
        ("Hội nghị phổ biến Luật Dược", date(2025, 7, 15), 1120),
        ("Nói chuyện về an toàn thực phẩm", date(2025, 9, 1), 60),
    ]
    assert [event.place for event in Event.objects.in_order()] == ["Hội trường Sở", "Phường Hồ Sen"]
    assert words(to_text(compile_report(imported.report))) == words(to_text(document))


@pytest.mark.parametrize(
    "text",
    [
        "Chỉ tiêu\tNăm 2024\tNăm 2025\nHội nghị phổ biến pháp luật\t12\t31\nLượt người dự\t2.100\t3.400\n",
        "STT\tNội dung\tĐơn vị tính\tKết quả\n1\tHội nghị, tập huấn\tcuộc\t12\n2\tLượt người\tlượt\t2.145\n",
        "Hình thức\tSố cuộc\tSố lượt người\nHội nghị\t12\t1.200\nTập huấn\t4\t240\n",
    ],
)
def test_a_table_of_figures_has_no_rows(text):
    stored(f"I. SỐ LIỆU\n{text}")
    assert (held(), Plan.objects.count()) == ([], 0)


def test_a_table_below_a_heading_or_a_group_about_next_year_has_no_events():
    table = EVENTS_TABLE.replace("/2025", "").replace("20/12", "20/01")
    stored(f"I. KẾT QUẢ\nTốt.\nII. KẾ HOẠCH NĂM 2026\n{table}")
    assert held() == []


def test_events_that_sentences_tell_of_are_rows_and_the_sentences_stay():
    document, imported = stored(
        "1. Hội nghị: Ngày 07/5, Sở tổ chức Hội nghị phổ biến Luật Dược cho 120 cán bộ y tế cơ sở.\n"
        "2. Tập huấn\nTrong 02 ngày 09 và 10/9, Sở mở lớp tập huấn an toàn thực phẩm cho gần 80 hội viên. "
        "Hội nghị tổng kết dự kiến tổ chức ngày 20/12.\n"
        "3. Phương hướng\nSở sẽ tổ chức Hội thảo về dược ngày 25/10 cho 30 người.\n"
    )
    assert held() == [
        ("Hội nghị phổ biến Luật Dược", date(2025, 5, 7), 120),
        ("Lớp tập huấn an toàn thực phẩm", date(2025, 9, 9), 80),
    ]
    assert words(to_text(compile_report(imported.report))) == words(to_text(document))


def test_an_event_told_in_a_list_in_prose_and_in_an_annex_is_one_row():
    stored(
        "I. KẾT QUẢ\n- Hội nghị phổ biến Luật Dược (15/7/2025) với 1.120 đại biểu.\n"
        "Ngày 15/7/2025, Sở tổ chức Hội nghị phổ biến Luật Dược cho cán bộ y tế.\n"
        f"Trên đây là báo cáo./.\nGIÁM ĐỐC\nLê An\nPHỤ LỤC\nCÁC HOẠT ĐỘNG\n{EVENTS_TABLE}"
    )
    assert [event.in_report for event in Event.objects.in_order()] == [True, False]
    assert [name for name, _, _ in held()] == [
        "Hội nghị phổ biến Luật Dược",
        "Nói chuyện về an toàn thực phẩm",
    ]
