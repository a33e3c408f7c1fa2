"""Events are entered as the paper tells them: what, when, where, how many came, with whom, with what result."""

import re

from django import forms

from accounts.rows.fields import CleanedField
from accounts.rows.forms import EntryForm, ValuesForm
from accounts.rows.layout import in_a_row
from events.held import NEVER, held_at
from events.models import Event
from events.turnout import Turnout, read_count

VALUES = ("kind", "name", "place", "partners", "description", "wording")
HELD_FORMS = "Viết như 05/3/2024, 30-31/7/2024 hoặc tháng 3/2024."
FRACTION = re.compile(r"[0-9][.,][0-9]")
IS_FRACTION = " Số người là số nguyên, dấu chấm chỉ để ngăn hàng nghìn."
HAS_A_SIGN = re.compile(r"[,:;.]")
FOLLOWS_A_SPACE = re.compile(r"[^\W\d_]|[-–—(“\"]")


class HeldField(CleanedField):
    """When an event was held, as the paper says it."""

    def clean(self, value):
        if not (text := super().clean(value)):
            return NEVER
        found = held_at(text, 0)
        if found is None or found[1] != len(text):
            raise forms.ValidationError(f"Không đọc được thời gian “{text[:60]}”. {HELD_FORMS}")
        return found[0]


class TurnoutField(CleanedField):
    """How many people came: "200", "hơn 1.245", "775 nghìn"."""

    def clean(self, value):
        if not (text := super().clean(value)):
            return Turnout()
        if (turnout := read_count(text)) is None:
            raise forms.ValidationError(
                f"Không đọc được số người “{text[:40]}”. Viết như 200 hoặc hơn 1.245."
                + (IS_FRACTION if FRACTION.search(text) else "")
            )
        return turnout


def connected(text):
    """Return a description with the sign that connects it to the date before it.

    >>> connected("Hỗ trợ 12 xã"), connected("nhằm nâng cao nhận thức"), connected(", có lãnh đạo Sở")
    (': Hỗ trợ 12 xã', ' nhằm nâng cao nhận thức', ', có lãnh đạo Sở')
    """
    if not text or HAS_A_SIGN.match(text):
        return text
    is_word_of_sentence = FOLLOWS_A_SPACE.match(text) and not text[0].isupper()
    return f" {text}" if is_word_of_sentence else f": {text}"


def unconnected(description):
    """Return a stored description as a person would type it: without its sign where `connected` adds it again."""
    bare = (description.removeprefix(": "), description.strip())
    return next((text for text in bare if connected(text) == description), description)


class EventValuesForm(ValuesForm):
    dated_field = "held"

    held = HeldField(label="Thời gian", max_length=60, required=False)
    turnout = TurnoutField(label="Số người", max_length=40, required=False)

    field_order = ("kind", "name", "held", "place", "turnout", "partners", "description")

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
        """Connect what was typed; what was stored and is still the same keeps its own sign."""
        text, stored = self.cleaned_data["description"], self.instance.description
        return stored if text == unconnected(stored).strip() else connected(text)

    def clean(self):
        super().clean()
        event = self.instance
        if held := self.cleaned_data.get("held"):
            event.held_from, event.held_to, event.date_precision = held.first, held.last, held.precision
        if turnout := self.cleaned_data.get("turnout"):
            event.attendance, event.attendance_is_minimum = turnout.number, turnout.is_minimum
        if not any(name in self.errors or self.cleaned_data.get(name) for name in ("name", "wording")):
            self.add_error("name", "Ghi tên hoạt động.")
        return self.cleaned_data


class EventForm(EntryForm, EventValuesForm):
    carried_over = "kind"
    left_empty = ("held",)
    suggested = ("place", "partners")
    main = (
        in_a_row(kind=3, name=9),
        in_a_row(held=3, place=6, turnout=3),
        "partners",
        "description",
    )

    class Meta(EventValuesForm.Meta):
        fields = (*VALUES, "reporting_year", "division", "in_report")

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["held"].help_text = "05/3/2024, 30-31/7/2024, tháng 3/2024"
        self.fields["turnout"].help_text = "200, hơn 1.245"
