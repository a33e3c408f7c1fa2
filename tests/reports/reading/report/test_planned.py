"""What an earlier report only plans stays text; it is no event that was held."""

from datetime import date

import pytest

from accounts.models import Organisation
from events.models import Event
from reports.compiling.compile import compile_report
from reports.document.text import to_text
from reports.reading.report import read_text
from reports.reading.report.planned import is_planning
from reports.reading.report.store import store_report
from tests.reports.reading.report.reading import words

pytestmark = pytest.mark.django_db

HEAD = (
    "UBND TỈNH SEN\nSỞ Y TẾ\nSố: 15/BC-SYT\nSen, ngày 05 tháng 11 năm 2024\nBÁO CÁO\nKết quả năm 2024\n\n"
    "Sở báo cáo như sau:\n"
)
HELD = "- Hội nghị tập huấn Luật Dược (05/3/2024) với 200 đại biểu.\n"
PLANNED = "- Hội nghị triển khai Luật Đất đai cho 100 đại biểu.\n- Hội thảo an toàn thực phẩm.\n"
REPORTS = {
    "tasks of next year": f"I. KẾT QUẢ\n{HELD}II. NHIỆM VỤ NĂM 2025\n{PLANNED}",
    "a clause below a part that plans": f"I. KẾT QUẢ\n{HELD}II. PHƯƠNG HƯỚNG\n1. Tuyên truyền\n{PLANNED}2. Khác\nLời.",
    "tasks that were done": f"I. KẾT QUẢ THỰC HIỆN NHIỆM VỤ\n{HELD}II. GIẢI PHÁP CHỦ YẾU\n{PLANNED}",
    "no outline": f"Phần thứ nhất\nKẾT QUẢ\n{HELD}Phần thứ hai\nPHƯƠNG HƯỚNG, NHIỆM VỤ\n{PLANNED}",
    "letters as parts": f"A. KẾT QUẢ\n1. Hội nghị\n{HELD}B. PHƯƠNG HƯỚNG NĂM 2025\n1. Hội nghị\n{PLANNED}",
    "the plan first": f"A. PHƯƠNG HƯỚNG NĂM 2025\n1. Hội nghị\n{PLANNED}B. KẾT QUẢ\n1. Hội nghị\n{HELD}",
    "sections below a part of another kind": f"I. KẾT QUẢ\n{HELD}Phần thứ hai. PHƯƠNG HƯỚNG\nI. Hội nghị\n{PLANNED}",
    "a lead-in": f"I. KẾT QUẢ\n{HELD}Trong thời gian tới, Sở sẽ tổ chức:\n{PLANNED}",
    "a lead-in with the year": f"I. KẾT QUẢ\n{HELD}Năm 2025, Sở tập trung:\n{PLANNED}",
    "an item that leads in": f"I. KẾT QUẢ\n{HELD}- Dự kiến quý IV:\n+ Hội nghị cho 20 người\n+ Hội thảo về dược",
    "items that say so": f"I. KẾT QUẢ\n{HELD}Lời.\n- Hội nghị Luật Dược, dự kiến tháng 12/2024.\n"
    "- Hội nghị sẽ tổ chức cho 90 đại biểu.\n- Hội thảo hoãn sang năm sau.",
    "days after the report's own": f"I. KẾT QUẢ\n{HELD}Lời.\n- Hội thảo về dược (20/12/2024) với 50 đại biểu.\n"
    "- Hội nghị (20/01/2025).",
}


@pytest.mark.parametrize("text", REPORTS.values(), ids=REPORTS)
def test_only_what_was_held_becomes_an_event(text):
    health = Organisation.objects.create(code="SYT", name="Sở Y tế", parent_body="UBND tỉnh Sen", place="Sen")
    document = read_text(HEAD + text)
    imported = store_report(document, organisation=health, year=2024)
    assert [(event.name, event.held_from) for event in Event.objects.all()] == [
        ("Hội nghị tập huấn Luật Dược", date(2024, 3, 5))
    ]
    assert words(to_text(compile_report(imported.report))) == words(to_text(document))


@pytest.mark.parametrize(
    ("title", "plans"),
    [
        ("Thực hiện nhiệm vụ được giao", False),
        ("Chức năng, nhiệm vụ", False),
        ("Các giải pháp đã triển khai", False),
        ("Ban hành Kế hoạch năm 2025", False),
        ("Đề án giai đoạn 2021 - 2025", False),
        ("Chia sẻ kinh nghiệm", False),
        ("KẾ HOẠCH CÔNG TÁC NĂM 2025", True),
        ("Một số nhiệm vụ trọng tâm", True),
        ("Hoạt động dự kiến", True),
        ("Công tác tuyên truyền trong thời gian tới", True),
    ],
)
def test_a_title_is_about_plans_or_about_what_was_done(title, plans):
    assert is_planning(title, 2024) is plans
