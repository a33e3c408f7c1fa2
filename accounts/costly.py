"""Costly work: how often one person may ask for it, so that nobody's script takes the server from the others."""

from __future__ import annotations

from dataclasses import dataclass
from math import ceil
from time import time

from django.core.cache import caches

from accounts.models import User


@dataclass(frozen=True, slots=True)
class Quota:
    """So many requests within so many seconds, counted from the first one; a view declares it as `quota`.

    The count is shared by all processes of the site. Of two requests at the same moment one may not be counted.
    """

    name: str
    words: str  # what is done: "Bạn vừa … 60 lần"
    most: int
    seconds: int
    methods: tuple[str, ...] = ("POST",)

    def wait(self, person: User) -> int:
        """Count a request of the person; return after how many seconds the next one is allowed, 0 for at once."""
        key, now = f"{self.name}-{person.pk}", time()
        began, count = caches["quotas"].get(key) or (now, 0)
        if now >= began + self.seconds:
            began, count = now, 0
        left = ceil(began + self.seconds - now)
        if count < self.most:
            caches["quotas"].set(key, (began, count + 1), timeout=left)
            return 0
        return left


# People press these buttons some ten times in ten minutes at most.
PRINTS = Quota("print", "in hoặc tải báo cáo", 100, 600, methods=("GET", "POST"))
READS = Quota("read", "gửi tệp hoặc danh sách", 100, 600)
EXPORTS = Quota("export", "tải danh sách hoặc cả bộ tệp", 60, 600, methods=("GET",))
