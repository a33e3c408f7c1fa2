"""The command prints the findings of a report section by section."""

from io import StringIO

import pytest
from django.core.management import CommandError, call_command

from tests.factories import make_event, make_plan, make_report

pytestmark = pytest.mark.django_db


def run(*words):
    out = StringIO()
    call_command("check_report", *words, stdout=out)
    return out.getvalue().splitlines()


def test_findings_are_listed_by_section_the_whole_first(department):
    make_plan(department, number="8/KH-SXD", subject="về phổ biến luât")
    make_report(
        department,
        (1, "Kết quả", "Trả lời kip thời.\n\n[[văn bản đã ban hành]]"),
        (1, "Nhận xét", "Đạt."),
        (1, "Kiến nghị", ""),
        number="/BC-SXD",
    )
    assert run("SXD", "2024") == [
        "Cả báo cáo",
        "  [gợi ý] Báo cáo chưa có số; sẽ ghi khi đăng ký văn bản.",
        "Kết quả",
        "  [cảnh báo] “kip” (mục “Kết quả”): vần kết thúc bằng p, t, c, ch phải có dấu sắc hoặc dấu nặng. "
        "Sửa chữ viết sai.",
        "  [cảnh báo] “luât” (Kế hoạch số 8/KH-SXD): vần kết thúc bằng p, t, c, ch phải có dấu sắc hoặc dấu "
        "nặng. Sửa chữ viết sai.",
        "Kiến nghị",
        "  [chặn nộp] Mục “III. KIẾN NGHỊ” chưa có nội dung. Viết nội dung, hoặc ghi rõ là không có.",
        "4 chỗ cần xem lại.",
    ]


def test_the_command_says_when_nothing_is_found(department):
    make_plan(department)
    make_event(department)
    make_report(department)
    assert run("SXD", "2024") == ["Không có chỗ cần xem lại."]


def test_a_report_that_is_not_there_is_one_sentence(department):
    with pytest.raises(CommandError, match=r"^Cơ quan mã “SXD” chưa có báo cáo năm 2023\.$"):
        run("SXD", "2023")
