"""The context processor for the frame of every page: the year, its navigation, and the choice of years."""

from dataclasses import dataclass, replace
from functools import partial

from django.urls import reverse

from accounts.models import Role
from reports.periods.reminders import reads_notices, unread_count
from reports.years import this_year, years_of

# The navigation: (URL name, words, icon).
PAGES = {
    "year": ("Trang chủ", "home"),
    "directives": ("Văn bản chỉ đạo", "incoming"),
    "plans": ("Kế hoạch, văn bản", "document"),
    "events": ("Hoạt động", "calendar"),
    "report": ("Báo cáo", "report"),
}
RECEIVERS_PAGES = {"board": ("Tổng hợp", "board")}
ADMINISTRATORS_PAGES = {"organisation": ("Đơn vị", "people")}
# The navigation item of a page, by the beginning of its URL name: "plan_edit", "user_add".
BELOW = {
    "directive": "directives",
    "plan": "plans",
    "event": "events",
    "crosscheck": "year",
    "report": "report",
    "earlier": "report",
    "submitted": "report",
    "board": "board",
    "review": "board",
    "period": "board",
    "periods": "board",
    "outline": "board",
    "outlines": "board",
    "criteria": "board",
    "organisation": "organisation",
    "division": "organisation",
    "user": "organisation",
}
# Pages outside the navigation that exist for every year.
OF_EVERY_YEAR = {
    "crosscheck",
    "earlier_reports",
    "file_check",
    "notices",
    "periods",
    "search",
    "outlines",
    "criteria_sets",
}
# Pages that exist for half a year as well.
OF_PERIODS = {"report", "board"}


@dataclass(frozen=True, slots=True)
class Link:
    url: str
    words: str
    current: str  # the value of aria-current: "page" for this page, "true" for the one above it, or ""
    icon: str = ""
    note: str = ""


def frame(request):
    """Return the context of the frame for a page of a year; empty for other pages, such as errors."""
    here = request.resolver_match
    year = _year_of(here.kwargs) if here else None
    if year is None or not request.user.is_authenticated:
        return {}
    pages = _pages(request.user)
    above = here.url_name if here.url_name in pages else BELOW.get(here.url_name.split("_")[0])
    current = {above: "true", here.url_name: "page"}
    same = next((page for page in (here.url_name, above) if page in {*pages, *OF_EVERY_YEAR}), "year")
    return {
        "year": year,
        "navigation": [
            Link(reverse(name, args=[year]), words, current.get(name, ""), icon)
            for name, (words, icon) in pages.items()
        ],
        "years": partial(_years, request.user.organisation, year, same, here.kwargs.get("period")),
        "unread": partial(unread_count, request.user) if reads_notices(request.user) else None,
    }


def _year_of(kwargs):
    """Return the year in a page's address, or None."""
    period = kwargs.get("period")
    return period.year if period else kwargs.get("year")


def _pages(user):
    match user.role:
        case Role.ADMINISTRATOR:
            return PAGES | ADMINISTRATORS_PAGES
        case Role.JUSTICE_OFFICER:
            return PAGES | RECEIVERS_PAGES
        case _:
            return PAGES


def _years(organisation, year, page, period):
    """Return the years to choose from, newest first, each with a link to the same page or the list above it."""
    used, now = years_of(organisation), this_year()
    return [
        Link(
            reverse(page, args=[replace(period, year=one) if period and page in OF_PERIODS else one]),
            str(one),
            "true" if one == year else "",
            note="" if one in used else "chưa có dữ liệu",
        )
        for one in sorted(used | {year, now - 1, now, now + 1}, reverse=True)
    ]
