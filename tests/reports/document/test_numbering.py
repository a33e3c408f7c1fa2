"""The places and numbers of headings in a list, whatever depths their writer gave them."""

import pytest

from reports.document.numbering import labels_of, nested, paths_of
from reports.document.tree import Numbering


def test_a_heading_stands_below_the_one_before_it_that_is_less_deep():
    depths = [1, 2, 3, 3, 2, 1, 2]
    assert [*paths_of(depths)] == [(1,), (1, 1), (1, 1, 1), (1, 1, 2), (1, 2), (2,), (2, 1)]


def test_a_depth_that_is_left_out_leaves_out_no_number():
    assert [*paths_of([2, 4, 3, 1, 1, 3])] == [(1,), (1, 1), (1, 2), (2,), (3,), (3, 1)]


@pytest.mark.parametrize(
    ("numbering", "labels"),
    [
        (Numbering.LETTERS, ["I.", "1.", "a)", "b)", "2.", "II."]),
        (Numbering.DECIMAL, ["I.", "1.", "1.1.", "1.2.", "2.", "II."]),
        (Numbering.CAPITALS, ["A.", "I.", "1.", "2.", "II.", "B."]),
        (Numbering.NUMBERS, ["1.", "1.1.", "1.1.1.", "1.1.2.", "1.2.", "2."]),
        (Numbering.PARTS, ["PHẦN I.", "I.", "1.", "2.", "II.", "PHẦN II."]),
        (Numbering.ORDINALS, ["PHẦN THỨ NHẤT.", "I.", "1.", "2.", "II.", "PHẦN THỨ HAI."]),
    ],
)
def test_headings_bear_the_numbers_of_the_paper(numbering, labels):
    assert [*labels_of([1, 2, 3, 3, 2, 1], numbering)] == labels


def test_nothing_stands_below_nothing():
    assert ([*nested([], int)], [*paths_of([])], [*labels_of([])]) == ([], [], [])
