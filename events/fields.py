"""Form fields for the values of an event, written as on paper: when it was held, how many people, which papers."""

import re

from django import forms

from accounts.rows.fields import CleanedField
from events.held import NEVER, held_at
from events.reading import read_handouts
from events.turnout import MOST_PEOPLE, Turnout, read_count
from pbgdpl.lib.vietnamese import thousands

HELD_FORMS = "Viết như 05/3/2024, 30-31/7/2024, tháng 3/2024 hoặc quý III/2024."
FRACTION = re.compile(r"[0-9][.,][0-9]")
LONGEST_SHOWN = 40
IS_FRACTION = " Số người là số nguyên, dấu chấm chỉ để ngăn hàng nghìn."
THOUSANDS = re.compile(
    r"(?<![\d.,])[1-9]\d{0,2}(?:,\d{3})+(?![\d.,])"
)  # "1,250", which may be one and a quarter
COUNT = re.compile(r"(\d{1,9}|[1-9]\d{0,2}(?:\.\d{3}){1,2})(?: (?:cuộc|buổi|lớp|đợt|tài liệu|bản))?")


class HeldField(CleanedField):
    """The date of an event, written as on paper: "05/3/2024", "30-31/7/2024", "tháng 3/2024", "quý III/2024"."""

    def clean(self, value):
        if not (text := super().clean(value)):
            return NEVER
        found = held_at(text, 0)
        if found is None or found[1] != len(text):
            raise forms.ValidationError(f"Không đọc được thời gian “{text[:60]}”. {HELD_FORMS}")
        return found[0]


class TurnoutField(CleanedField):
    """The number of people who took part: "200", "hơn 1.245", "khoảng 300", "775 nghìn"."""

    def clean(self, value):
        if not (text := super().clean(value)):
            return Turnout()
        if (turnout := read_count(text)) is None:
            raise forms.ValidationError(
                f"Không đọc được số người “{text[:LONGEST_SHOWN]}”. Viết như 200 hoặc hơn 1.245."
                + (IS_FRACTION if FRACTION.search(text) else "")
                + _if_thousands(text)
            )
        return turnout


def _if_thousands(text: str) -> str:
    """Return how to write "1,250" where it is no fraction, or an empty text."""
    written = THOUSANDS.search(text[:LONGEST_SHOWN])
    return f" Nếu là {(dotted := written[0].replace(',', '.'))} người, viết {dotted}." if written else ""


class CountField(CleanedField):
    """A whole number with or without dots between the thousands: "36", "1.250", "36 cuộc"."""

    def __init__(self, *args, least=0, **kwargs):
        self.least = least
        super().__init__(*args, required=False, **kwargs)

    def clean(self, value):
        if not (text := super().clean(value)):
            return None
        found = COUNT.fullmatch(text)
        number = int(found[1].replace(".", "")) if found else -1
        if not self.least <= number <= MOST_PEOPLE:
            raise forms.ValidationError(
                f"“{text[:40]}” không phải một số nguyên từ {self.least} trở lên. Viết như 36 hoặc 1.250."
            )
        return number

    def prepare_value(self, value):
        return thousands(value) if isinstance(value, int) else value


class HandoutsField(CleanedField):
    """The papers that were handed out: "600 tờ gấp; 1.200 sổ tay"."""

    def clean(self, value):
        text = super().clean(value)
        if read_handouts(text) is None:
            raise forms.ValidationError(
                f"Không đọc được tài liệu đã phát “{text[:60]}”. "
                "Mỗi loại gồm số lượng rồi tên, cách nhau bằng dấu chấm phẩy, như 600 tờ gấp; 1.200 sổ tay."
            )
        return text
