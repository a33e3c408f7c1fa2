"""Thông báo: what happened to reports, for everyone of the department and of the Justice Department."""

from datetime import datetime

from django.utils.functional import cached_property
from django.views.generic import ListView

from accounts.views.paging import PagedMixin
from reports.models import NoticeKind
from reports.periods.reminders import deadline_notices, is_new, mark_seen

# Where the session keeps until when the notices had been seen before the first page of the list was opened.
SEEN_BEFORE = "notices_seen_before"
ICONS = {
    "deadline": "clock",
    NoticeKind.OPENED: "calendar",
    NoticeKind.CLOSED: "closed",
    NoticeKind.EXTENDED: "clock",
    NoticeKind.REMINDED: "clock",
    NoticeKind.SUBMITTED: "submitted",
    NoticeKind.WITHDRAWN: "returned",
    NoticeKind.RETURNED: "returned",
    NoticeKind.REOPENED: "reopened",
    NoticeKind.ACCEPTED: "accepted",
    NoticeKind.SIGNED: "drafting",
    NoticeKind.PEOPLE: "people",
}


class NoticeList(PagedMixin, ListView):
    """The notices of the reader's organisation, the last first, deadlines above them.

    Looking at the first page marks as seen what stands there; a browser that only fetches it ahead marks nothing.
    """

    template_name = "reports/periods/notices.html"
    http_method_names = ("get", "head")

    @cached_property
    def deadlines(self):
        return deadline_notices(self.request.user)

    def get_queryset(self):
        return self.request.user.organisation.notices.all()

    def page_rows(self, page):
        """Return what stands on a page, each with its icon and whether it is new."""
        notices = [*self.deadlines, *page] if page.number == 1 else list(page)
        seen_at = self.seen_before(page.number)
        if notices and page.number == 1 and not self.is_only_fetched:
            mark_seen(self.request.user, max(notice.made_at for notice in notices))
        return [(notice, ICONS[notice.kind], is_new(notice, seen_at)) for notice in notices]

    def seen_before(self, number):
        """Return until when the notices had been seen when the list was opened, also for the pages that follow."""
        session, seen_at = self.request.session, self.request.user.notices_seen_at
        if number == 1:
            session[SEEN_BEFORE] = seen_at.isoformat() if seen_at else ""
        stored = session.get(SEEN_BEFORE, "")
        return datetime.fromisoformat(stored) if stored else None

    @property
    def is_only_fetched(self):
        return self.request.method == "HEAD" or "prefetch" in self.request.headers.get("Sec-Purpose", "")
