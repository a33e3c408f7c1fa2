"""Bình pastes one piece a thousand times: reading takes time in proportion to it.

A few of the pieces that were slow. `script/hunt patterns` and `script/hunt readers` try every pattern and every reader;
they measure for minutes, so they are run by hand.
"""

import pytest

from accounts.attaching.checking import clean_name
from accounts.enrolling.values import contacts
from events.reading import read_events
from plans.reading.paper.first_page import read_paper
from reports.checks.head import unended
from reports.checks.signer import head_of, wrong_lines
from reports.reading.pasted.lines import pasted_lines
from tests.growth import growth

LINEAR = 90  # between the 16 of linear and the 256 of quadratic work, with room for a busy machine


@pytest.mark.parametrize(
    ("read", "piece", "size"),
    [
        (clean_name, "a", 1_000),
        (lambda text: contacts({"email": text}), "a", 1_000),
        (read_events, ".", 1_000),
        (lambda text: read_paper([f"Độc lập {text}"]), " ", 1_000),
        (lambda text: read_paper(f"ngày 1 tháng 2 năm{text}x".split("\n")), " ", 1_000),
        (lambda text: list(unended(f"{text}x")), "./", 1_000),
        (lambda text: head_of(f"PHÓ A{text}"), " ", 1_000),
        (lambda text: list(wrong_lines(text.split("\n"))), "PHÓ GIÁM ĐỐC\n", 1_000),
        (pasted_lines, "a\n", 1_000),
    ],
)
def test_a_piece_that_repeats_is_read_in_linear_time(read, piece, size):
    assert growth(read, lambda length: piece * (length // len(piece)), size) < LINEAR
