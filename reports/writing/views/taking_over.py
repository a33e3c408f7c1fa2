"""What the page of a section has in the report of a province: the bodies' words beside it, and those taken over."""

from dataclasses import dataclass

from django.utils.functional import cached_property

from pbgdpl.lib.vietnamese import without_province
from reports.received.accepted import address_of_version
from reports.received.taken_over import Remaining, TakenWords, remaining, taken_into
from reports.writing.said import SaidFilters, said_at, said_beside
from reports.writing.saving import write_section
from reports.writing.taking_over import take_over, with_words


@dataclass(frozen=True, slots=True)
class ShownTaken:
    """Words that were taken over and stand in the section, maybe in other words."""

    taken: TakenWords
    is_changed: bool
    url: str  # of the version that they were taken from


class TakingOverMixin:
    """The button of a piece is named take_over and bears its key; `taken` is its key when the same text is sent again.

    All buttons of the panel save the typed text.
    """

    @cached_property
    def is_for_province(self):
        return self.request.user.organisation.reports_for_province

    @property
    def said_filters(self):
        """Return what the panel is asked to show: in the address, or beside the text that is sent."""
        return SaidFilters.read(self.request.POST or self.request.GET)

    @cached_property
    def taken_words(self):
        key = self.request.POST.get("take_over") or self.request.POST.get("taken")
        if not (key and self.is_for_province):
            return None
        return said_at(key, self.request.user.organisation, self.period)

    @cached_property
    def taken_before(self):
        """Return what was taken over into this section before a button adds to it."""
        return taken_into(self.section)

    def save(self, **values):
        values |= {"by": self.request.user}
        if self.taken_words:
            take_over(self.section, said=self.taken_words, **values)
        else:
            write_section(self.section, **values)

    def words_on_taking_over(self):
        if not self.taken_words:
            return "Đã lưu mục này. Câu vừa chọn không còn trong báo cáo được tiếp nhận nên không lấy vào."
        body = without_province(self.taken_words.source.organisation.name)
        typed = self.request.POST.get("body", self.section.body)
        if with_words(typed, self.taken_words, self.taken_before) == typed:
            return f"Câu này của {body} đã có trong mục. Đã lưu mục này."
        return f"Đã lấy câu của {body} vào cuối mục và lưu."

    def address_of_panel(self):
        place = f"loi-{self.taken_words.source.submission}" if self.taken_words else "loi-don-vi"
        return f"{self.address()}{self.said_filters.query}#{place}"

    def province(self):
        """Return what only the report of a province shows; nothing is asked for the report of another body."""
        if not self.is_for_province:
            return {}
        organisation, asked = self.request.user.organisation, self.said_filters
        said = None
        if self.status.is_open:
            said = said_beside(self.section, organisation, self.period, asked, self.taken_before)
        return {"said": said, "taken_words": self.taken_words, "taken_over": self.taken_over()}

    def taken_over(self):
        """Return what was taken over into this section and stands in its stored text."""
        stand = ((one, remaining(one.text, self.section.body)) for one in self.taken_before)
        return [
            ShownTaken(
                one,
                how is Remaining.CHANGED,
                address_of_version(self.period, one.report, one.version),
            )
            for one, how in stand
            if how is not Remaining.GONE
        ]
