"""The forms of events: kind, name, date, place, people, sessions, partners, description, papers."""

from django import forms

from accounts.rows.forms import EntryForm, ValuesForm
from accounts.rows.grid.forms import GridForm
from accounts.rows.layout import for_kinds, in_a_row
from events.description import connected, unconnected
from events.fields import CountField, HandoutsField, HeldField, TurnoutField
from events.kinds import EventKind, EventMode
from events.models import POSTED_IS_A_PART, Event

VALUES = (
    *("kind", "name", "sessions", "mode", "place", "partners", "description"),
    *("handouts", "originals", "posted", "copies", "wording"),
)
PUBLICATION_ONLY = "Chỉ ghi khi phát hành tài liệu."


class EventValuesForm(ValuesForm):
    dated_field = "held"

    held = HeldField(label="Thời gian", max_length=60, required=False)
    turnout = TurnoutField(label="Số người", max_length=40, required=False)
    sessions = CountField(label="Số cuộc", least=1)
    mode = forms.ChoiceField(
        label="Cách tổ chức", choices=[("", "Không ghi"), *EventMode.choices], required=False
    )
    handouts = HandoutsField(label="Tài liệu đã phát", max_length=500, required=False)
    originals = CountField(label="Số tài liệu gốc")
    posted = CountField(label="Trong đó đã đăng tải")
    copies = CountField(label="Số bản đã in, nhân bản")

    field_order = (
        *("kind", "name", "held", "place", "turnout", "sessions", "mode", "partners", "description"),
        *("handouts", "originals", "posted", "copies"),
    )

    class Meta(ValuesForm.Meta):
        model = Event
        fields = VALUES
        widgets = {
            "name": forms.Textarea({"rows": 2}),
            "description": forms.Textarea({"rows": 2}),
            "wording": forms.Textarea({"rows": 2}),
        }

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        event = self.instance
        self.initial["description"] = unconnected(self.initial.get("description", event.description))
        self.fields["held"].initial, self.fields["turnout"].initial = event.held, event.turnout

    def clean_description(self):
        """Return the description with its connecting punctuation; an unchanged one is returned as it is stored."""
        text, stored = self.cleaned_data["description"], self.instance.description
        return stored if text == unconnected(stored).strip() else connected(text)

    def clean(self):
        super().clean()
        event = self.instance
        if held := self.cleaned_data.get("held"):
            event.held_from, event.held_to, event.date_precision = held.first, held.last, held.precision
        if turnout := self.cleaned_data.get("turnout"):
            event.attendance, event.attendance_is_minimum = turnout.number, turnout.is_minimum
            event.attendance_is_approximate = turnout.is_approximate
        self._check_papers()
        if not any(name in self.errors or self.current(name) for name in ("name", "wording")):
            self.add_error("name", "Ghi tên hoạt động.")
        return self.cleaned_data

    def _check_papers(self):
        originals, posted = self.cleaned_data.get("originals"), self.cleaned_data.get("posted")
        if None not in (originals, posted) and posted > originals:
            self.add_error("posted", POSTED_IS_A_PART)


class EventGridForm(GridForm, EventValuesForm):
    columns = ("held", "turnout", "sessions", "division")
    wanted = ("held", "turnout")

    class Meta(EventValuesForm.Meta):
        fields = (*VALUES, "division")


class EventForm(EntryForm, EventValuesForm):
    carried_over = "kind"
    left_empty = ("held",)
    in_place = ("held", "turnout", "partners", "name", "description", "wording")
    suggested = ("place", "partners")
    main = (
        in_a_row(kind=3, name=9),
        in_a_row(held=3, place=6, turnout=3),
        in_a_row(sessions=3, mode=3, partners=6),
        "description",
        "handouts",
        for_kinds([EventKind.PUBLICATION], in_a_row(originals=4, posted=4, copies=4)),
    )

    class Meta(EventValuesForm.Meta):
        fields = (*VALUES, "reporting_year", "division", "in_report")

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["held"].help_text = "05/3/2024, 30-31/7/2024, tháng 3/2024, quý III/2024"
        self.fields["turnout"].help_text = "200, hơn 1.245, khoảng 300"
        self.fields["sessions"].help_text = "Khi dòng này gộp nhiều cuộc, như 36."
        self.fields["handouts"].help_text = "600 tờ gấp; 1.200 sổ tay"
        for name in ("originals", "posted", "copies"):
            self.fields[name].help_text = PUBLICATION_ONLY
