"""Whatever columns and lines An pastes, every letter and figure of a line is in its row."""

from collections import Counter

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from accounts.models import Organisation
from events.models import Event
from plans.models import Directive, Plan
from reports.reading.line_reader import words
from reports.reading.pasted.lines import pasted_lines
from reports.reading.pasted.read_lines import read_lines

FIRST = (
    "Kế hoạch", "Kế hoạch số 12/KH-SXD", "12/KH-SXD", "Số 12/KH-SXD", "Hội nghị tập huấn Luật Nhà ở", "Công văn",
    "Hội nghị phổ biến Luật Giá ngày 05/3/2025", "08/01/2025", "2025-01-08", "UBND tỉnh Sen", "Phát thanh 120 lượt tin",
    "Dự kiến tổ chức Hội thảo", "Thông báo kết luận", "STT", "Ngày 05/3/2025", "05. 3. 2025", "x² + ½", "(bản sao)",
)  # fmt: skip
MORE = (
    *FIRST, "120", "1.250", "1,250", "5", "hơn 200", "với 120 đại biểu", "về phổ biến Luật Nhà ở", "(05/3/2025)", "I",
    "31/9/2025", "ngày 05 tháng 3 năm 2025", "tháng 3/2025", "30-31/7/2025", "của Sở Tư pháp", "phối hợp với Sở Y tế",
    "tại nhà văn hóa", "1,5 nghìn lượt người", "Quyết định số 9/QĐ-UBND ngày 02/01/2025", "; thay thế", ":", "-", "0",
    "001", "KH-SXD", "tin, bài", "40 học viên/lớp", "trong quý IV", "Nguyễn Văn A", "12", "“", "…/KH-SXD", "ngày …/…",
)  # fmt: skip
LEADS = ("", "- ", "1. ", "1\t", "12.\t", "a) ", "•\t", "\t", "1. -\t")
GAPS = (" ", "\t", "\t\t", " \t ", ", ", "; ")
ROWS = st.lists(st.tuples(st.sampled_from(GAPS), st.sampled_from(MORE)), max_size=6)


def characters(text):
    return Counter("".join(words(text)))


def lost(content, entry):
    """Return the letters and figures of a line that are neither in its row's sentence nor in a cell."""
    printed = f"{entry.row} số {' '.join(entry.typed.values())}"
    return characters(content) - characters(printed)


def entries(text, unclear=Plan):
    organisation = Organisation(code="SXD", name="Sở Xây dựng tỉnh Sen", place="Sen", symbol="SXD")
    return read_lines(pasted_lines(text), organisation=organisation, year=2025, unclear=unclear)


@settings(max_examples=400, deadline=None)
@given(st.sampled_from(LEADS), st.sampled_from(FIRST), ROWS, st.sampled_from([Plan, Directive, Event]))
def test_no_letter_and_no_figure_of_a_row_is_lost(lead, first, more, unclear):
    content = first + "".join(f"{gap}{piece}" for gap, piece in more)
    (entry,) = entries(lead + content, unclear)
    assert lost(content, entry) == Counter()


@pytest.mark.parametrize(
    "text",
    [
        "Hội nghị tập huấn Luật Nhà ở ngày 05/3/2025\tvới 120 đại biểu",
        "Kế hoạch\t12/KH-SXD\t08/01/2025\tvề phổ biến pháp luật",
        "12/KH-SXD\t08/01/2025\tKế hoạch phổ biến pháp luật năm 2025",
        "Hội nghị tập huấn Luật Nhà ở\t120\t05/3/2025",
        "Hội nghị\t120\t80\t05/3/2025\tHội trường Sở",
        "Kế hoạch\t12/KH-SXD\tKế hoạch\tKế hoạch",
        "Thông báo kết luận\tThông báo kết luận\t08/01/2025",
        "UBND tỉnh Sen\t12/KH-UBND\t08/01/2025\tUBND tỉnh Sen",
        "08/01/2025\t12\tKH-SXD\tvề phổ biến pháp luật\t5\t\t3",
    ],
)
def test_nor_of_a_table_as_people_paste_it(text):
    (entry,) = entries(text)
    assert lost(text, entry) == Counter()
    assert entry.source == text
