"""The titles of titles.txt: each with its place on the paper and the places where its lines may end."""

from collections.abc import Iterator
from pathlib import Path

from reports.document import layout
from reports.document.layout import SLACK, Length, Style
from reports.document.metrics import text_width

PLACES = {
    "SUBJECT": (layout.SUBJECT, layout.TEXT_WIDTH),
    "ANNEX": (layout.ANNEX_TITLE, layout.TEXT_WIDTH),
    "TURNED": (layout.ANNEX_TITLE, layout.TURNED_TEXT_WIDTH),
    "REFERENCE": (layout.ANNEX_REFERENCE, layout.TEXT_WIDTH),
    "NOTE": (layout.PERIOD_NOTE, layout.TEXT_WIDTH),
    "BODY": (layout.ISSUING_BODY, layout.LETTERHEAD_LEFT),
    "WIDE_BODY": (layout.ISSUING_BODY, layout.WIDE_LETTERHEAD_LEFT),
    "PARENT": (layout.GOVERNING_BODY, layout.LETTERHEAD_LEFT),
}
MARK = "|"


def titles() -> Iterator[tuple[str, str]]:
    """Yield the place and the marked text of each title."""
    for line in Path(__file__).with_name("titles.txt").read_text(encoding="utf-8").splitlines():
        if line[0] not in "#[":
            place, _, marked = line.partition(": ")
            yield place, marked


def fewest_lines(marked: str, style: Style, available: Length) -> int:
    """Return how few lines the title takes if they end at its marks."""
    pieces = marked.split(MARK)
    fewest = {0: 0}
    for end in range(1, len(pieces) + 1):
        fewest[end] = min(
            fewest[start] + 1
            for start in range(end)
            if text_width("".join(pieces[start:end]).rstrip(), style) <= available - SLACK
        )
    return fewest[len(pieces)]
