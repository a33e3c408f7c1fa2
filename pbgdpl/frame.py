"""The context processor for the frame of every page: the year, its navigation, and the choice of years."""

from dataclasses import dataclass, replace
from functools import partial

from django.urls import reverse

from reports.periods.reminders import unread_count
from reports.year.rows_note import rows_note_of
from reports.years import this_year, years_of

# The navigation: (URL name, words, icon).
PAGES = {
    "year": ("Trang chủ", "home"),
    "directives": ("Văn bản chỉ đạo", "incoming"),
    "plans": ("Kế hoạch, văn bản", "document"),
    "policies": ("Chính sách", "loudspeaker"),
    "events": ("Hoạt động", "calendar"),
    "report": ("Báo cáo", "report"),
}
# The home of those who read what departments submit is the board.
RECEIVERS_PAGES = {"board": ("Trang chủ", "home")} | {name: PAGES[name] for name in PAGES if name != "year"}
ADMINISTRATORS_PAGES = {"organisation": ("Đơn vị", "people")}
# The navigation item of a page, by the beginning of its URL name: "plan_edit", "user_add".
BELOW = {
    "year": "year",
    "directive": "directives",
    "plan": "plans",
    "policy": "policies",
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
    "indicator": "board",
    "organisation": "organisation",
    "department": "organisation",
    "departments": "organisation",
    "division": "organisation",
    "user": "organisation",
    "letterhead": "organisation",
    "log": "organisation",
    "slips": "organisation",
}
# Pages outside the navigation that exist for every year.
OF_EVERY_YEAR = {
    "year",
    "crosscheck",
    "earlier_reports",
    "file_check",
    "notices",
    "periods",
    "search",
    "outlines",
    "criteria_sets",
    "indicator_sets",
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
    home = next(iter(pages))
    above = home if above == "year" else above
    current = {above: "true", here.url_name: "page"}
    same = next((page for page in (here.url_name, above) if page in {*pages, *OF_EVERY_YEAR}), home)
    return {
        "year": year,
        "navigation": [
            Link(reverse(name, args=[year]), words, current.get(name, ""), icon)
            for name, (words, icon) in pages.items()
        ],
        "years": partial(_years, request.user.organisation, year, same, here.kwargs.get("period")),
        "unread": partial(unread_count, request.user),
        "rows_note": partial(_rows_note, request.user, year),
    }


def _year_of(kwargs):
    """Return the year in a page's address, or None."""
    period = kwargs.get("period")
    return period.year if period else kwargs.get("year")


def _pages(user):
    pages = RECEIVERS_PAGES if user.reads_received else PAGES
    return pages | ADMINISTRATORS_PAGES if user.administers else pages


def _rows_note(user, year):
    """Return what submitted reports mean for the rows of the year, "" for people who edit none."""
    return rows_note_of(user.organisation, year) if user.may_edit else ""


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
