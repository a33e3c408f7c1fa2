"""A line names a policy or a draft: what it is called, who makes it, by when it must be communicated."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plans.kinds import PolicyKind
from plans.models import Policy
from plans.reading import due_of, names_policy, read_policy

DRAFT, POLICY = PolicyKind.DRAFT, PolicyKind.POLICY
JUNE = date(2024, 6, 30)


@pytest.mark.parametrize(
    ("line", "values"),
    [
        (
            "Dự thảo Quyết định ban hành Quy định về nhà chung cư (Sở Xây dựng chủ trì)",
            (DRAFT, "Dự thảo Quyết định ban hành Quy định về nhà chung cư", "Sở Xây dựng", None),
        ),
        (
            "Dự thảo Nghị quyết về học phí, do Sở Giáo dục và Đào tạo chủ trì soạn thảo, trước ngày 30/6/2024.",
            (DRAFT, "Dự thảo Nghị quyết về học phí", "Sở Giáo dục và Đào tạo", JUNE),
        ),
        (
            "Chính sách hỗ trợ nhà ở (cơ quan chủ trì: Sở Xây dựng; thời hạn: 30/6/2024)",
            (POLICY, "Chính sách hỗ trợ nhà ở", "Sở Xây dựng", JUNE),
        ),
        (
            "Chính sách trợ giúp (trước ngày 30 tháng 6 năm 2024; Sở Y tế chủ trì)",
            (POLICY, "Chính sách trợ giúp", "Sở Y tế", JUNE),
        ),
        (
            "Luật Thủ đô (sửa đổi) – Sở Văn hóa, Thể thao và Du lịch chủ trì",
            (DRAFT, "Luật Thủ đô (sửa đổi)", "Sở Văn hóa, Thể thao và Du lịch", None),
        ),
        (
            "Hỗ trợ học phí (Sở Tài chính chủ trì, Sở Nội vụ phối hợp)",
            (POLICY, "Hỗ trợ học phí (Sở Nội vụ phối hợp)", "Sở Tài chính", None),
        ),
        ("Dự án Luật Đất đai", (DRAFT, "Dự án Luật Đất đai", "", None)),
        # What belongs to the name stays there.
        (
            "Dự thảo Quy chế phối hợp do cơ quan thuế chủ trì trong quản lý thu",
            (DRAFT, "Dự thảo Quy chế phối hợp do cơ quan thuế chủ trì trong quản lý thu", "", None),
        ),
        (
            "Dự thảo Nghị quyết xử lý vi phạm xảy ra trước ngày 01/7/2024 trên địa bàn",
            (DRAFT, "Dự thảo Nghị quyết xử lý vi phạm xảy ra trước ngày 01/7/2024 trên địa bàn", "", None),
        ),
        (
            "Dự thảo Nghị quyết về mức chi (hạn 31/9/2024)",
            (DRAFT, "Dự thảo Nghị quyết về mức chi (hạn 31/9/2024)", "", None),
        ),
        ("Sở Y tế chủ trì", (POLICY, "Sở Y tế chủ trì", "", None)),
    ],
)
def test_a_line_is_parted(line, values):
    reading = read_policy(line)
    assert (reading.kind, reading.name, reading.lead_body, reading.due_on) == values


@pytest.mark.parametrize("line", ["", " ", "(trước ngày 30/6/2024)", ";.–"])
def test_a_line_that_names_nothing_is_none(line):
    assert read_policy(line) is None


def test_a_day_that_does_not_exist_is_told_with_the_rest_of_the_line():
    due = due_of("Chính sách A (Sở Y tế chủ trì), trước ngày 31/9/2024")
    assert (due.rest, due.written, due.day) == ("Chính sách A (Sở Y tế chủ trì)", "31/9/2024", None)


@pytest.mark.parametrize(
    ("line", "does"),
    [
        ("Dự thảo Luật Thủ đô", True),
        ("DỰ THẢO NGHỊ QUYẾT về nhà ở", True),
        ("Chính sách hỗ trợ học phí", True),
        ("Đề nghị xây dựng Nghị quyết về học phí", True),
        ("Dự thảo Kế hoạch năm 2024", False),
        ("Hội nghị góp ý dự thảo Luật Thủ đô", False),
        ("Luật Thủ đô", False),
    ],
)
def test_lines_of_policies_are_known_by_their_beginning(line, does):
    assert names_policy(line) is does


WORDS = st.text("abcđêổ ", min_size=1).map(lambda text: " ".join(text.split())).filter(bool)


@given(name=WORDS, body=WORDS)
def test_what_is_printed_is_read_again(name, body):
    policy = Policy(name=f"Dự thảo Luật {name}", lead_body=f"Sở {body}")
    reading = read_policy(policy.summary())
    assert (reading.name, reading.lead_body) == (policy.name, policy.lead_body)
