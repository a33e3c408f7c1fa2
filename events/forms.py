"""Events are entered as the paper tells them: what, when, where, how many came, with whom, with what result."""

from django import forms

from accounts.rows.forms import EntryForm, ValuesForm
from events.held import NEVER, held_at, held_text
from events.models import Event
from events.turnout import Turnout, read_count
from pbgdpl.lib.vietnamese import clean_line, thousands

VALUES = ("kind", "name", "place", "partners", "description", "wording")
HELD_FORMS = "Viết như 05/3/2024, 30-31/7/2024 hoặc tháng 3/2024."


class HeldField(forms.CharField):
    """When an event was held, as the paper says it."""

    def clean(self, value):
        if not (text := clean_line(super().clean(value))):
            return NEVER
        found = held_at(text, 0)
        if found is None or found[1] != len(text):
            raise forms.ValidationError(f"Không đọc được thời gian “{text[:60]}”. {HELD_FORMS}")
        return found[0]


class TurnoutField(forms.CharField):
    """How many people came: "200", "hơn 1.245", "775 nghìn"."""

    def clean(self, value):
        if not (text := clean_line(super().clean(value))):
            return Turnout()
        if (turnout := read_count(text)) is None:
            raise forms.ValidationError(
                f"Không đọc được số người “{text[:40]}”. Viết như 200 hoặc hơn 1.245."
            )
        return turnout


class EventValuesForm(ValuesForm):
    held = HeldField(label="Thời gian", max_length=60, required=False)
    turnout = TurnoutField(label="Số người tham dự", max_length=40, required=False)

    field_order = ("kind", "name", "held", "place", "turnout", "partners", "description")

    class Meta:
        model = Event
        fields = VALUES

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        event = self.instance
        self.fields["held"].initial = held_text(event.held_from, event.held_to, event.date_precision)
        if event.attendance is not None:
            more = "hơn " if event.attendance_is_minimum else ""
            self.fields["turnout"].initial = f"{more}{thousands(event.attendance)}"

    def clean(self):
        super().clean()
        event = self.instance
        if held := self.cleaned_data.get("held"):
            event.held_from, event.held_to, event.date_precision = held.first, held.last, held.precision
        if turnout := self.cleaned_data.get("turnout"):
            event.attendance, event.attendance_is_minimum = turnout.number, turnout.is_minimum
        return self.cleaned_data


class EventForm(EntryForm, EventValuesForm):
    class Meta:
        model = Event
        fields = (*VALUES, "reporting_year", "division", "in_report")
