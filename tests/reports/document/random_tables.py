"""Random tables as officers write them, and how many pages WeasyPrint gives each, upright and turned.

Run by hand, it prints as many tables and tells where the choice was not the better one:
python -m tests.reports.document.random_tables 100
"""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Callable, Sequence
from itertools import pairwise, product
from random import Random

from weasyprint import HTML

from reports.document.annex_page import annex_page, count_pages
from reports.document.columns import is_too_wide
from reports.document.html import annex_class, printed_annex
from reports.document.page import TURNED, UPRIGHT
from reports.document.pdf import RefusingFetcher, page_style
from reports.document.tree import Annex, Table
from tests.reports.document.documents import minimal_document

TEXT = (
    "hội nghị phổ biến giáo dục pháp luật về bảo vệ môi trường cán bộ viên chức người lao động trên địa bàn thành phố "
    "quán triệt triển khai Luật Đất đai an toàn giao thông đường bộ tuyên truyền miệng tập huấn kỹ năng hòa giải cơ sở "
    "doanh nghiệp hợp tác xã học sinh phòng chống ma túy bạo lực gia đình Sở Khoa học và Công nghệ Ủy ban nhân dân"
)
SYLLABLES = TEXT.split()
CELLS: tuple[Callable[[Random], str], ...] = (
    lambda random: str(random.randint(1, 99_999)),
    lambda random: f"{random.randint(1, 28):02d}/{random.randint(1, 12):02d}/2025",
    lambda random: f"{random.randint(1, 4000)}/KH-SKHCN",
    lambda random: f"Tháng {random.randint(1, 12)}",
    lambda random: random.choice(("", "", "Đạt")),
    lambda random: phrase(random, 12),
    lambda random: phrase(random, 40),
    lambda random: phrase(random, 75),
    lambda random: phrase(random, 75),
    lambda random: phrase(random, random.choice((10, 60, 250))),
)


def phrase(random: Random, length: int) -> str:
    """Return words of about so many characters in all."""
    words = random.choice(SYLLABLES).capitalize()
    while len(words) < length:
        words += f" {random.choice(SYLLABLES)}"
    return words


def random_table(seed: int, *, columns: int = 0, most_rows: int = 60) -> Table:
    """Return always the same table for a seed, with a number, and two to nine more columns of their own kinds."""
    random = Random(seed)
    kinds = random.choices(CELLS, k=columns or random.randint(2, 9))
    titles = (phrase(random, random.choice((4, 10, 20))) for _ in kinds)
    rows = range(1, random.choice((1, 4, 15, 30, most_rows)) + 1)
    return Table((("STT", *titles), *((str(row), *(kind(random) for kind in kinds)) for row in rows)))


def conferences(rows: int) -> Table:
    """Return a list of conferences in nine columns, with names of 75 characters and other long texts."""
    random = Random(rows)
    titles = (
        "STT",
        "Tên hội nghị",
        "Thời gian",
        "Địa điểm",
        "Chủ trì",
        "Phối hợp",
        "Thành phần",
        "Số người",
        "Kết quả",
    )
    lengths = (90, 60, 110, 120)
    return Table(
        (
            titles,
            *(
                (
                    str(number),
                    phrase(random, 75),
                    f"Tháng {random.randint(1, 12)}",
                    *(phrase(random, length) for length in lengths),
                    str(random.randint(40, 999)),
                    phrase(random, 100),
                )
                for number in range(1, rows + 1)
            ),
        )
    )


def printed_pages(tables: Sequence[Table]) -> list[tuple[int, int]]:
    """Return how many pages each table takes as an annex, upright and turned."""
    document = minimal_document()
    sheets = "".join(
        f'<section id="{number}" class="sheet {annex_class(page)}">'
        f"{printed_annex('Phụ lục', Annex('DANH MỤC', (table,)), document, page)}</section>"
        for number, (table, page) in enumerate(product(tables, (UPRIGHT, TURNED)))
    )
    css, fonts = page_style()
    html = HTML(string=f'<html lang="vi"><body>{sheets}</body></html>', url_fetcher=RefusingFetcher())
    pages = html.render(stylesheets=[css], font_config=fonts).pages
    first = {name: number for number, page in reversed([*enumerate(pages)]) for name in page.anchors}
    counts = [end - start for start, end in pairwise([*sorted(first.values()), len(pages)])]
    return list(zip(counts[::2], counts[1::2], strict=True))


def _report(count: int) -> None:
    """Print how often the choice was not the better one, and how often the count was not that of the paper."""
    total: Counter[str] = Counter()
    for seed, table in enumerate(map(random_table, range(count))):
        if is_too_wide(table, UPRIGHT):
            continue
        (paper,) = printed_pages([table])
        annex, document = Annex("DANH MỤC", (table,)), minimal_document()
        counted = tuple(count_pages(annex, document, page) for page in (UPRIGHT, TURNED))
        chosen = paper[annex_page(annex, document) is TURNED]
        total += Counter(upright=paper[0], turned=paper[1], chosen=chosen, best=min(paper))
        total += Counter(tables=1, worse=chosen > min(paper), counted_otherwise=counted != paper)
        if counted != paper:
            print(f"table {seed}: {paper} pages, counted {counted}")
    print(*(f"{name} {number}" for name, number in total.items()), sep=", ")


if __name__ == "__main__":
    _report(int(sys.argv[1]))
