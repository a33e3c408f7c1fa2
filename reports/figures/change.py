"""A figure against that of the same period of the year before."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal

from pbgdpl.lib.vietnamese import decimal_number, thousands


def percent(part: int, whole: int) -> str:
    """Return a part of a whole that is not 0 in percent, without their signs, with at most one decimal.

    >>> percent(-1, 8), percent(97, 3), percent(1, 10_000)
    ('12,5', '3.233,3', '0')
    """
    share = (Decimal(100 * abs(part)) / abs(whole)).quantize(Decimal("0.1"), ROUND_HALF_UP)
    units, _, tenth = decimal_number(share).partition(",")
    return thousands(int(units)) + (f",{tenth}" if tenth else "")


@dataclass(frozen=True, slots=True)
class Change:
    """Two totals, None where there is none; bars are drawn on one scale, in percent of the greater."""

    now: int | None
    before: int | None

    @property
    def words(self) -> str:
        """Return "+12,5 %", "−100 %", "không đổi", "năm trước là 0"; empty where nothing can be compared."""
        if self.now is None or self.before is None:
            return ""
        if self.now == self.before:
            return "không đổi"
        if self.before == 0:
            return "năm trước là 0"
        moved = self.now - self.before
        return f"{'+' if moved > 0 else '−'}{percent(moved, self.before)} %"

    @property
    def difference(self) -> str:
        """Return "+345" or "−7", empty where it says no more than the words."""
        if self.now is None or not self.before or self.now == self.before:
            return ""
        return f"{'+' if self.now > self.before else '−'}{thousands(abs(self.now - self.before))}"

    @property
    def now_percent(self) -> int:
        return self._percent(self.now)

    @property
    def before_percent(self) -> int:
        return self._percent(self.before)

    def _percent(self, number: int | None) -> int:
        longest = max(self.now or 0, self.before or 0)
        return round(100 * number / longest) if number and longest else 0
