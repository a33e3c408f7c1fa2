"""Counts what a task costs a person: clicks, keys and pages; seconds would measure the machine."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field

import pytest

from tests.browser.entrance import come_in

HEADINGS = ("việc", "trước đây", "nay", "nhiều nhất")


@dataclass(frozen=True, slots=True)
class Cost:
    """What a task took: a file chosen counts as a click, a shortcut as a key, the page it starts on as none."""

    clicks: int
    keys: int
    pages: int

    def __str__(self):
        return f"{self.clicks}/{self.keys}/{self.pages}"


class Hands:
    """Works on a page as a person does, and counts."""

    def __init__(self, page):
        self.page, self.clicks, self.keys, self.pages = page, 0, 0, 0
        page.on("domcontentloaded", self._count_page)

    def _count_page(self, _):
        self.pages += 1

    def opens(self, address):
        """Begin at a page."""
        self.page.goto(address)
        self.clicks = self.keys = self.pages = 0

    def clicks_on(self, control, **ways):
        self.clicks += 1
        control.click(**ways)

    def presses(self, key):
        self.keys += 1
        self.page.keyboard.press(key)

    def types(self, text):
        """Type where the focus is; a pasted text counts as one key."""
        self.keys += len(text)
        self.page.keyboard.insert_text(text)

    def pastes(self, text):
        self.keys += 1
        self.page.keyboard.insert_text(text)

    def chooses_files(self, control, *files):
        self.clicks += 1
        control.set_input_files(files)

    def button(self, name, **more):
        return self.page.get_by_role("button", name=name, **more).first

    def link(self, name, **more):
        return self.page.get_by_role("link", name=name, **more).first

    @property
    def cost(self):
        return Cost(self.clicks, self.keys, self.pages)


@dataclass
class Stopwatch:
    rows: list = field(default_factory=list)

    @contextmanager
    def times(self, task, page, person, *, before, at_most=None) -> Iterator[Hands]:
        """Count a task; fail where it takes more clicks than the goal, or than before where none was set."""
        hands = Hands(page)
        if person:
            come_in(page, person)
        yield hands
        limit = before[0] if at_most is None else at_most
        self.rows.append((task, str(Cost(*before)), str(hands.cost), str(limit)))
        assert hands.clicks <= limit, f"{task}: {hands.cost}"

    def table(self):
        lines = [HEADINGS, *self.rows]
        widths = [max(map(len, column)) for column in zip(*lines, strict=True)]
        return "\n".join(
            "  ".join(text.ljust(width) for text, width in zip(line, widths, strict=True)) for line in lines
        )


WATCH = Stopwatch()


@pytest.fixture
def stopwatch():
    return WATCH


def pytest_terminal_summary(terminalreporter):
    """Print the table once all tasks are done."""
    if WATCH.rows:
        terminalreporter.section("lần bấm / phím / trang")
        terminalreporter.write_line(WATCH.table())
