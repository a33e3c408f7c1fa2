"""What surrounds every page: the year, the pages of that year, and the other years of the same page."""

from dataclasses import dataclass
from functools import partial

from django.urls import reverse

from reports.years import this_year, years_of

# The navigation: the name of a page, its words, its icon.
PAGES = {
    "year": ("Trang chủ", "home"),
    "directives": ("Văn bản chỉ đạo", "incoming"),
    "plans": ("Kế hoạch, văn bản", "document"),
    "events": ("Hoạt động", "calendar"),
    "report": ("Báo cáo", "report"),
}


@dataclass(frozen=True, slots=True)
class Link:
    url: str
    words: str
    is_current: bool
    icon: str = ""
    note: str = ""


def frame(request):
    """Return the frame of a page of a year; other pages, errors among them, stand in a bare one."""
    here = request.resolver_match
    if here is None or "year" not in here.kwargs or not request.user.is_authenticated:
        return {}
    year = here.kwargs["year"]
    return {
        "year": year,
        "navigation": [
            Link(reverse(name, args=[year]), words, name == here.url_name, icon)
            for name, (words, icon) in PAGES.items()
        ],
        "years": partial(_years, request.user.organisation, year, here.url_name),
    }


def _years(organisation, year, page):
    """Return the years to choose from, the last first, each leading to the same page."""
    page, used = page if page in PAGES else "year", years_of(organisation)
    now = this_year()
    return [
        Link(reverse(page, args=[one]), str(one), one == year, note="" if one in used else "chưa có dữ liệu")
        for one in sorted(used | {year, now - 1, now, now + 1}, reverse=True)
    ]
