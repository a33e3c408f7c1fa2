"""The table of a load: requests a second, half and 95 of a hundred answers in how long, errors, lost writes."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from tests.bench.load_client import NO_ANSWER, Asked
from tests.bench.timing import ratio

HEADINGS = f"{'Lượt':<28} {'lượt/giây':>10} {'p50':>9} {'p95':>9} {'lâu nhất':>9}  lỗi; đã báo lưu mà mất"
# Words for the statuses that are no page and no form accepted.
NAMES = {NO_ANSWER: "không trả lời"}


def line(name: str, asked: Sequence[Asked], seconds: float, lost: int) -> str:
    """Return one run as a line of the table."""
    times = [one.seconds for one in asked]
    troubles = Counter(one.status for one in asked if one.status not in range(200, 400))
    described = ", ".join(
        f"{NAMES.get(status, status)}: {count}" for status, count in sorted(troubles.items())
    )
    figures = " ".join(f"{shown(share(times, part)):>9}" for part in (0.5, 0.95, 1))
    return f"{name:<28} {len(asked) / seconds:>10.1f} {figures}  {described or 'không'}; {lost}"


def by_name(usual: Sequence[Asked], printing: Sequence[Asked]) -> str:
    """Return the 95th of a hundred answers of each page, without and with the long printing, and the ratio."""
    lines = [f"{'Trang':<28} {'lượt':>10} {'p95':>9} {'khi in':>9} {'gấp':>6}"]
    for name in dict.fromkeys(sorted(one.name for one in usual)):
        first, second = ([one.seconds for one in asked if one.name == name] for asked in (usual, printing))
        if second:
            pair = share(first, 0.95), share(second, 0.95)
            lines.append(
                f"{name:<28} {len(first):>10} {shown(pair[0]):>9} {shown(pair[1]):>9} {ratio(pair[1], pair[0]):>6}"
            )
    return "\n".join(lines)


def share(times: Sequence[float], part: float) -> float:
    """Return the time within which that part of the answers came; 0 where there is none."""
    ordered = sorted(times)
    return ordered[min(int(len(ordered) * part), len(ordered) - 1)] if ordered else 0.0


def shown(seconds: float) -> str:
    return f"{seconds * 1000:.0f} ms"
