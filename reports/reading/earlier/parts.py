"""Which lines of a review a page shows: a part of them, in pages that a browser can hold."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from django.core.paginator import Paginator

from reports.reading.earlier.review import ReadLine, Review

# What one page may hold: lines, and twice as much for each row beside them.
HEAVIEST_PAGE = 160


@dataclass(frozen=True, slots=True)
class Part:
    """A choice of lines to look at; `slug` names it in addresses."""

    slug: str
    words: str
    nothing: str  # what the page says where it has no line
    shows: Callable[[ReadLine], object]


PARTS = (
    Part("", "Tất cả", "Tệp không có dòng nào.", lambda line: True),
    Part("can-xem", "Cần xem", "Không có chỗ nào cần xem lại.", lambda line: line.needs_checking),
    Part("de-muc", "Đề mục", "Không nhận ra đề mục nào. Mở “Tất cả” để chọn.", lambda line: line.level),
    Part("hang", "Văn bản, hoạt động", "Không nhận ra văn bản hay hoạt động nào.", lambda line: line.results),
    Part("bo-ra", "Bỏ ra", "Không bỏ ra chữ nào.", lambda line: line.is_left_out),
)
BY_SLUG = {part.slug: part for part in PARTS}


@dataclass(frozen=True, slots=True)
class ShownPage:
    """A page of the lines of a part."""

    lines: Sequence[ReadLine]
    number: int
    first: int  # the place of its first line in the part, counted from 1
    total: int
    numbers: Sequence[int | str]  # of the pages to choose from, with an ellipsis

    @property
    def last(self) -> int:
        return self.first + len(self.lines) - 1


def counts_of(review: Review) -> list[tuple[Part, int]]:
    """Return each part with the number of its lines."""
    return [(part, sum(bool(part.shows(line)) for line in review.lines)) for part in PARTS]


def page_of(review: Review, part: Part, *, number: str | None, line: str | None) -> ShownPage:
    """Return the page with that number, or the one that has the line at that position; else the nearest one."""
    lines = [one for one in review.lines if part.shows(one)]
    pages = list(_pages(lines))
    paginator = Paginator(pages, 1)
    holding = (
        at for at, page in enumerate(pages, start=1) for one in page if line and str(one.number) == line
    )
    page = paginator.get_page(next(holding, number))
    first = 1 + sum(map(len, pages[: page.number - 1]))
    numbers = list(paginator.get_elided_page_range(page.number, on_each_side=1, on_ends=1))
    return ShownPage(page.object_list[0], page.number, first, len(lines), numbers)


def _pages(lines: Sequence[ReadLine]) -> Iterator[list[ReadLine]]:
    """Yield the lines of each page, at least one."""
    page: list[ReadLine] = []
    weight = 0
    for line in lines:
        if page and weight + _weight(line) > HEAVIEST_PAGE:
            yield page
            page, weight = [], 0
        page.append(line)
        weight += _weight(line)
    yield page


def _weight(line: ReadLine) -> int:
    return 1 + len(line.shown_rows) + 2 * len(line.shown_results)
