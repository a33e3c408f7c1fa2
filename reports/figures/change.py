"""A figure against that of the same period of the year before."""

from __future__ import annotations

from dataclasses import dataclass

from pbgdpl.lib.vietnamese import percentage, thousands


@dataclass(frozen=True, slots=True)
class Change:
    """Two totals, None where there is none; bars are drawn on one scale, in percent of the greater."""

    now: int | None
    before: int | None

    @property
    def words(self) -> str:
        """Return "+12,5%", "−100%", "không đổi", "năm trước là 0"; empty where nothing can be compared."""
        if self.now is None or self.before is None:
            return ""
        if self.now == self.before:
            return "không đổi"
        if self.before == 0:
            return "năm trước là 0"
        sign = "+" if self.now > self.before else "−"
        return f"{sign}{percentage(self.now - self.before, self.before)}"

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
