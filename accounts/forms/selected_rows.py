"""The form for the selected rows of a list: a command, and the value that it sets."""

from enum import StrEnum
from functools import cache

from django import forms
from django.utils import timezone
from django.utils.functional import cached_property
from django.utils.text import Truncator, capfirst

from accounts.forms.faults import FaultsMixin
from accounts.rows.divisions import DIVISIONS
from accounts.rows.selecting import Task
from accounts.rows.year_row import FIRST_YEAR, LAST_YEAR
from pbgdpl.lib.composed import Composed
from pbgdpl.lib.vietnamese import clean_line, fold

NO_DIVISION = "none"
YEARS_BACK, YEARS_AHEAD = 3, 1
# Of the rows to link: options, those of them that every list carries, and characters of each.
MOST_OPTIONS, FIRST_OPTIONS, LONGEST_OPTION = 300, 20, 160
MOST_LINKS = 20
MOST_NAMED = 5
CHOOSE_DIVISION = "Chọn phòng, đơn vị rồi bấm lại."
CHOOSE_YEAR = "Chọn năm để chuyển sang rồi bấm lại."
CHOOSE_LINK = "Gõ số, ký hiệu hoặc trích yếu của văn bản rồi bấm lại."


class Command(StrEnum):
    """A button's command for the selected rows."""

    ENLIST = "enlist"
    UNLIST = "unlist"
    DELETE = "delete"
    DIVISION = "division"
    YEAR = "year"
    LINK = "link"


class TextsField(forms.Field):
    """The texts of several inputs of one name; empty ones are left out."""

    widget = forms.MultipleHiddenInput

    def clean(self, value):
        texts = (clean_line(text[:LONGEST_OPTION]) for text in (value or [])[:MOST_LINKS])
        return list(dict.fromkeys(filter(None, texts)))


class SelectedForm(FaultsMixin, forms.Form):
    """A command for rows of a model of the user's organisation (`by`) and the year.

    A valid form has the `task`: its values and words. Only the field of the command is validated.
    """

    command = forms.CharField(required=False)
    division = forms.ChoiceField(
        label="Phòng, đơn vị", required=False, error_messages={"invalid_choice": CHOOSE_DIVISION}
    )
    reporting_year = forms.TypedChoiceField(
        coerce=int, label="Năm báo cáo", required=False, error_messages={"invalid_choice": CHOOSE_YEAR}
    )
    link = TextsField(required=False)
    replace = forms.BooleanField(label="Bỏ những văn bản đã gắn trước", required=False)

    def __init__(self, *args, model, by, year, divisions=None, **kwargs):
        super().__init__(*args, **kwargs)
        self.model, self.by, self.year = model, by, year
        offered = DIVISIONS.instances(by.organisation_id) if divisions is None else divisions
        divisions = [(str(one.pk), one.name) for one in offered]
        unset = ((NO_DIVISION, "Không ghi phòng, đơn vị"),)
        self.fields["division"].choices = [("", "Chọn phòng, đơn vị"), *divisions, *unset]
        self.fields["reporting_year"].choices = [(str(one), str(one)) for one in self.years]
        self.fields["replace"].widget.attrs["class"] = "form-check-input"
        if self.relation:
            self.fields["link"].label = capfirst(self.model.link_labels[self.relation])

    @property
    def years(self):
        """Return the years to move rows to, the nearest first."""
        near = range(self.year + YEARS_AHEAD, self.year - YEARS_BACK - 1, -1)
        return [year for year in near if year != self.year and FIRST_YEAR <= year <= LAST_YEAR]

    @property
    def relation(self):
        """Return the relation whose rows can be linked to the selected rows, or an empty text."""
        return next((one.name for one in self.model._meta.many_to_many), "")

    @property
    def model_to_link(self):
        return self.model._meta.get_field(self.relation).related_model

    @property
    def rows_to_link(self):
        return self.model_to_link.objects.of(self.by.organisation).for_year(self.year).in_order()

    @cached_property
    def linkable(self):
        """Return {the text of its option: row} for the rows of the year that can be linked."""
        return {option_text(row): row for row in self.rows_to_link}

    @property
    def options(self):
        """Return the texts of the rows that can be linked."""
        return self.first_texts(MOST_OPTIONS)

    @cached_property
    def first_options(self):
        """Return the first texts, which stand in the list's page: all of them would double its weight."""
        return self.first_texts(FIRST_OPTIONS)

    def first_texts(self, count):
        if not self.relation:
            return []
        linkable = _linkable(self.model_to_link).instances(
            self.by.organisation_id, self.year, page=(count, 0)
        )
        return list(map(option_text, linkable))

    @property
    def may_have_more(self):
        return len(self.first_options) == FIRST_OPTIONS

    @property
    def typed_links(self):
        """Return the texts as they were typed, but for NUL, which no page can show."""
        return [text.replace("\0", "") for text in (self["link"].value() or [])[:MOST_LINKS]]

    def clean(self):
        match self.cleaned_data.get("command"):
            case Command.ENLIST:
                self.task = _task({"in_report": True}, "Đã đưa", "vào danh mục của báo cáo")
            case Command.UNLIST:
                self.task = _task({"in_report": False}, "Đã bỏ", "khỏi danh mục của báo cáo")
            case Command.DELETE:
                self.task = _task({"deleted_at": timezone.now()}, "Đã xóa", "")
            case Command.DIVISION:
                self._clean_division()
            case Command.YEAR:
                self._clean_year()
            case Command.LINK if self.relation:
                self._clean_links()
            case _:
                self.add_error(None, "Chọn một việc cho các dòng đã chọn rồi bấm lại.")
        return self.cleaned_data

    def _clean_division(self):
        chosen = self.cleaned_data.get("division", "")
        if chosen == NO_DIVISION:
            self.task = _task({"division": None}, "Đã bỏ phòng, đơn vị của", "")
        elif division := self.by.organisation.divisions.filter(pk=chosen or None).first():
            self.task = _task({"division": division}, "Đã chuyển", f"sang {division}")
        elif "division" not in self.errors:
            self.add_error("division", CHOOSE_DIVISION)

    def _clean_year(self):
        if year := self.cleaned_data.get("reporting_year"):
            self.task = _task({"reporting_year": year}, "Đã chuyển", f"sang danh sách năm {year}")
        elif "reporting_year" not in self.errors:
            self.add_error("reporting_year", CHOOSE_YEAR)

    def _clean_links(self):
        texts, replaces = self.cleaned_data["link"], self.cleaned_data["replace"]
        found = [self._linked(text) for text in texts]
        if not texts and not replaces:
            self.add_error("link", CHOOSE_LINK)
        names = "; ".join(row.short_name for row in found if row)
        before, after = ("Đã gắn", f"với {names}") if texts else ("Đã bỏ văn bản đã gắn với", "")
        self.task = _task({self.relation: [row for row in found if row]}, before, after, replaces)

    def _linked(self, text):
        """Return the row that the text names: its option, its number, or words that no other row has."""
        if row := self.linkable.get(text):
            return row
        named = [row for row in self.linkable.values() if fold(getattr(row, row.known_by)) == fold(text)]
        words = fold(text).split()
        found = named or [
            row for row in self.linkable.values() if all(word in row.search_text for word in words)
        ]
        if len(found) == 1:
            return found[0]
        self.add_error("link", _not_one(text, found, self.year))
        return None


@cache
def _linkable(model):
    return Composed(
        lambda organisation, year: model.objects.of(organisation).for_year(year).in_order().as_listed()
    )


def option_text(row):
    text = str(row)
    return text if len(text) <= LONGEST_OPTION else Truncator(text).chars(LONGEST_OPTION)


def _task(values, before, after, replaces_links=False):
    words = before.removeprefix("Đã ").removesuffix(" của").removesuffix(" với")
    return Task(values, f"{words} {after}".strip(), (before, after), replaces_links)


def _not_one(text, found, year):
    if not found:
        return f"Không tìm thấy văn bản nào của năm {year} theo “{text}”. Gõ số, ký hiệu hoặc một phần trích yếu."
    names = "; ".join(row.short_name for row in found[:MOST_NAMED])
    more = f" và {len(found) - MOST_NAMED} văn bản khác" if len(found) > MOST_NAMED else ""
    return (
        f"“{text}” có ở {len(found)} văn bản: {names}{more}. Gõ thêm để chỉ còn một, hoặc chọn trong gợi ý."
    )
