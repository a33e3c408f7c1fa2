"""The real report of 2024, which is not in the repository: its outline and its words."""

from collections import Counter
from pathlib import Path

import pytest
from django.conf import settings

from reports.document.text import to_text
from reports.document.tree import BulletList, LetteredList, Paragraph, Section
from reports.reading.report import read_report
from tests.reports.reading.report.reading import outline, section, words

REAL = Path(settings.BASE_DIR).parent / "shared" / "data" / "report-2024.txt"

pytestmark = pytest.mark.skipif(
    not REAL.exists(), reason=f"the real report does not lie beside the project ({REAL})"
)


@pytest.fixture(scope="module")
def report():
    return read_report(REAL.read_bytes(), REAL.name)


def blocks(parts):
    for block in parts:
        yield block
        if isinstance(block, Section):
            yield from blocks(block.blocks)


def test_each_kind_of_block_is_found(report):
    assert Counter(type(block) for block in blocks(report.body)) == {
        Section: 14,
        Paragraph: 24,  # the opening is one
        BulletList: 7,
        LetteredList: 1,
    }
    assert [depth for depth, _ in outline(report.body)] == [1, 2, 2, 3, 3, 3, 2, 2, 1, 2, 2, 2, 1, 1]


def test_letters_are_headings_or_points_by_what_they_say(report):
    assert len(section(report, 1, 2, 2)) == 3
    assert [len(block.items) for block in section(report, 1, 3) if isinstance(block, LetteredList)] == [4]


def test_paragraphs_cut_by_pages_are_whole(report):
    texts = [block.text for block in blocks(report.body) if isinstance(block, Paragraph)]
    assert [text[-20:] for text in texts if text[-1] not in ".:"] == []
    assert [text[:20] for text in texts if not text[0].isupper()] == []


def test_lists_hold_what_they_hold(report):
    assert [len(block.items) for block in blocks(report.body) if isinstance(block, BulletList)] == [
        32,
        7,
        3,
        2,
        2,
        3,
        9,
    ]


def test_every_word_comes_out_in_its_order(report):
    source, printed = words(REAL.read_text(encoding="utf-8")), words(to_text(report))
    head = words("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM Độc lập - Tự do - Hạnh phúc Số: , ngày tháng năm")
    assert printed == [*head, *source]
