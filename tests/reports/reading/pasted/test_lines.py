"""The lines of a pasted text."""

import unicodedata

import pytest

from reports.reading.pasted.lines import FROM_TCVN3, count_lines, pasted_lines

PLAN = "Kế hoạch số 15/KH-SXD ngày 16/01/2024 về phổ biến Luật Đường bộ"


def texts(text):
    return [(line.number, line.text) for line in pasted_lines(text)]


@pytest.mark.parametrize(
    "written",
    [
        PLAN,
        f"  {PLAN}  ",
        f"- {PLAN}",
        f"– {PLAN}",
        f"• {PLAN}",
        f"\uf0b7\t{PLAN}",
        f"1. {PLAN}",
        f"12) {PLAN}",
        f"a) {PLAN}",
        f"đ) {PLAN}",
        f"1.2. {PLAN}",
        f"1.\t{PLAN}",
        f"1\t{PLAN}",
        f"3.\u00a0-\u00a0{PLAN}",
        unicodedata.normalize("NFD", f"+ {PLAN}"),
        PLAN.replace("Luật", "Lu\u00adật"),
        PLAN.replace(" ", "\u00a0"),
    ],
)
def test_bullets_numbers_and_odd_characters_are_taken_off(written):
    assert texts(written) == [(1, PLAN)]


@pytest.mark.parametrize(
    "line",
    ["V/v phổ biến Luật Đường bộ", "12/ KH-SXD về kiểm tra", "1.496 lớp tập huấn", "30-31/7/2024", "-"],
)
def test_what_only_looks_like_a_number_in_front_stays(line):
    assert texts(line) == [(1, line)]


@pytest.mark.parametrize(
    ("row", "text"),
    [
        (f"{PLAN}\tngày 05/3/2025\tvới 120 đại biểu", f"{PLAN} ngày 05/3/2025 với 120 đại biểu"),
        ("1\tHội nghị ngày 05/3/2025\t\tvới 120 đại biểu", "Hội nghị ngày 05/3/2025 với 120 đại biểu"),
        ("2.\t12/KH-SXD\t2025-01-08\tvề A", "12/KH-SXD ngày 08/01/2025 về A"),
        ("UBND tỉnh Sen\t08/01/2025\t12/KH-UBND\tvề A", "12/KH-UBND ngày 08/01/2025 của UBND tỉnh Sen về A"),
        ("08/01/2025\tCông văn\tsố 12/SXD-VP\tvề A", "Công văn số 12/SXD-VP ngày 08/01/2025 về A"),
        ("Kế hoạch số 12/KH-SXD\t08/01/2025\tvề A", "Kế hoạch số 12/KH-SXD ngày 08/01/2025 về A"),
        ("Hội nghị A\t120\t05/3/2025\tSở Y tế", "Hội nghị A (05/3/2025) với 120 người tham dự, Sở Y tế"),
        ("Hội nghị A\t120\t80", "Hội nghị A 120 80"),
        ("05. 3. 2025 Hội nghị A", "05. 3. 2025 Hội nghị A"),
    ],
)
def test_a_row_of_a_table_becomes_the_sentence_of_its_cells(row, text):
    assert texts(row) == [(1, text)]


def test_figures_in_front_that_do_not_count_the_lines_stay():
    rows = [f"{figure}\tHội nghị A" for figure in (80, 45, 120)]
    assert [line.text for line in pasted_lines("\n".join(rows))] == [
        f"Hội nghị A với {figure} người tham dự" for figure in (80, 45, 120)
    ]


def test_a_line_in_tcvn3_is_read_and_its_source_keeps_every_character():
    old = "C«ng v¨n cña Së T\u00ad ph¸p vÒ viÖc h\u00adíng dÉn"
    first, second = pasted_lines(f"{old}\nT\u00ad ph¸p")
    assert (first.source, first.text) == (old, "Công văn của Sở Tư pháp về việc hướng dẫn")
    assert (second.text, first.doubts, second.doubts) == ("Tư pháp", (FROM_TCVN3,), (FROM_TCVN3,))


def test_blank_lines_are_left_out_and_not_counted():
    text = f"\r\n{PLAN}\r\n \t \r\n\u00a0\n{PLAN}\n\n"
    assert texts(text) == [(1, PLAN), (2, PLAN)]
    assert count_lines(text) == 2


@pytest.mark.parametrize("gap", ["\n", "\r\n", "\x0b", "\u2028"])
def test_a_line_cut_in_two_is_whole_again(gap):
    (line, after) = pasted_lines(f"{PLAN},{gap}hòa giải ở cơ sở.\n{PLAN}")
    assert (line.number, line.text, line.joined) == (1, f"{PLAN}, hòa giải ở cơ sở.", (2,))
    assert (after.number, after.text, after.joined) == (3, PLAN, ())


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (f"{PLAN}.", "và việc khác"),
        (f"{PLAN};", "và việc khác"),
        (PLAN, "- và việc khác"),
        (PLAN, "Việc khác"),
        (PLAN, "kế hoạch số 16/KH-SXD ngày 17/01/2024 về kiểm tra"),
        (PLAN, "tập huấn Luật Nhà ở (05/3/2024)"),
    ],
)
def test_a_line_of_its_own_is_not_joined(before, after):
    assert [line.source for line in pasted_lines(f"{before}\n{after}")] == [before, after]
