"""The head of a form: its groups and labels fill every place once, in the order of the columns."""

from hypothesis import given
from hypothesis import strategies as st

from reports.figures.form_table import LEADING, form_head, full_label
from reports.models import Indicator

HEADINGS = st.lists(st.sampled_from(["Kinh phí", "Trong đó", "Số cuộc"]), max_size=3)
COLUMNS = st.lists(HEADINGS, max_size=12)


def indicators(*columns):
    """Return the columns of a form, each given as its headings and its label, with codes from 1."""
    return [
        Indicator(code=str(code), above=" > ".join(above), label=label)
        for code, (*above, label) in enumerate(columns, start=1)
    ]


def drawn(head):
    return [[(cell.text, cell.rows, cell.columns) for cell in row] for row in head.rows]


def test_groups_stand_above_their_labels_and_codes_below():
    head = form_head(
        indicators(
            ("Phổ biến trực tiếp", "Số cuộc"),
            ("Phổ biến trực tiếp", "Trong đó trực tuyến", "Số cuộc"),
            ("Phổ biến trực tiếp", "Trong đó trực tuyến", "Số lượt người"),
            ("Ghi chú",),
        )
    )
    assert drawn(head) == [
        [("STT", 3, 1), ("Đơn vị báo cáo", 3, 1), ("Phổ biến trực tiếp", 1, 3), ("Ghi chú", 3, 1)],
        [("Số cuộc", 2, 1), ("Trong đó trực tuyến", 1, 2)],
        [("Số cuộc", 1, 1), ("Số lượt người", 1, 1)],
    ]
    assert head.codes == ("A", "B", "(1)", "(2)", "(3)", "(4)")


def test_the_same_heading_below_two_groups_stands_twice():
    head = form_head(
        indicators(("Chính sách", "Trong đó", "Phải"), ("Dự thảo", "Trong đó", "Phải"), ("Dự thảo", "Đã")), ()
    )
    assert [row[:2] for row in drawn(head)[:2]] == [
        [("Chính sách", 1, 1), ("Dự thảo", 1, 2)],
        [("Trong đó", 1, 1), ("Trong đó", 1, 1)],
    ]


def test_a_form_without_columns_has_its_leading_ones():
    head = form_head([])
    assert drawn(head) == [[(text, 1, 1) for text in LEADING]]
    assert head.codes == ("A", "B")


@given(COLUMNS, st.integers(0, 2))
def test_the_cells_fill_every_place_once(columns, leading):
    head = form_head(indicators(*((*above, "Nhãn") for above in columns)), LEADING[:leading])
    width = leading + len(columns)
    taken = [
        (row, column)
        for cells in head.rows
        for cell in cells
        for row in range(cell.row, cell.row + cell.rows)
        for column in range(cell.column, cell.column + cell.columns)
    ]
    assert sorted(taken) == [(row, column) for row in range(len(head.rows)) for column in range(width)]
    assert len(head.codes) == width
    labels = [cell for cells in head.rows for cell in cells if cell.indicator]
    assert sorted(int(cell.indicator.code) for cell in labels) == [*range(1, len(columns) + 1)]
    assert all(cell.column == leading + int(cell.indicator.code) - 1 for cell in labels)


def test_the_whole_label_names_what_stands_above():
    one, two, three = indicators(
        ("Kinh phí", "Trong đó", "Ngân sách"), ("Kinh phí", "UBND cấp"), ("Ghi chú",)
    )
    assert [*map(full_label, (one, two, three))] == [
        "Kinh phí, trong đó: ngân sách",
        "Kinh phí: UBND cấp",
        "Ghi chú",
    ]
