"""A field for text with the marks of `reports.document.typed`, and the question how to read text without them."""

from collections import Counter
from dataclasses import dataclass
from hashlib import sha256

from accounts.rows.fields import CleanedField
from reports.document.unmarked import Reading, as_typed, readings, with_tabs

CHOOSE = "Chưa lưu: chọn cách đọc các dòng mới, hoặc sửa trong ô này rồi lưu lại."
UNCLEAR = (
    "Dòng {} chưa rõ là đoạn riêng, gạch đầu dòng, bảng hay nối với dòng trên. Bấm Lưu để xem trước và chọn."
)
# Where a button leads, and that both texts were shown: this holds until the question is answered.
CARRIED = ("next_section", "to_list", "both_shown")


class MarkedField(CleanedField):
    """Typed or pasted text; its tabs are kept until it is read."""

    def __init__(self, **kwargs):
        super().__init__(**kwargs, required=False, cleaned=with_tabs, strip=False)

    def to_python(self, value):
        super().to_python(value)  # raises ValidationError
        return with_tabs(value or "").strip(" \n")


@dataclass(frozen=True, slots=True)
class Question:
    """The ways to read the text of a field, one of which a person chooses before the text is saved."""

    field: str
    text: str
    readings: tuple[Reading, ...]
    carried: tuple[str, ...]

    @property
    def digest(self):
        """Return the digest of the text: an answer holds only for the text that was shown."""
        return sha256(self.text.encode()).hexdigest()

    @property
    def answer_name(self):
        return f"{self.field}-reading"

    @property
    def digest_name(self):
        return f"{self.field}-asked"

    @property
    def left_out(self):
        """Return [(sign, times)]; "" stands for a sign that only a font of Word shows."""
        signs = Counter("" if "\ue000" <= sign <= "\uf8ff" else sign for sign in self.readings[0].left_out)
        return list(signs.items())

    def answer(self, data):
        """Return the text as the person chose to read it, None if the person has not chosen."""
        if data.get(self.digest_name) != self.digest:
            return None
        return next((one.text for one in self.readings if one.name == data.get(self.answer_name)), None)


class MarkedTextMixin:
    """Reads the text of the field `marked`; asks how if it is not sure, or if signs would be left out.

    A form that `saves_itself` has nobody to answer: it takes only what is read as it was typed.
    """

    marked = "body"
    saves_itself = False
    question = None

    def clean(self):
        super().clean()
        if self.marked in self.cleaned_data:
            self._read(self.cleaned_data[self.marked])
        return self.cleaned_data

    def _read(self, text):
        found = readings(text, str(self.initial.get(self.marked) or ""))
        is_sure = len(found) == 1
        if self.saves_itself and (not is_sure or found[0].text != as_typed(text)):
            self.add_error(self.marked, UNCLEAR.format(_first_difference(as_typed(text), found[0].text)))
            return
        if is_sure:
            self.cleaned_data[self.marked] = found[0].text
            return
        question = Question(self.marked, text, found, tuple(name for name in CARRIED if name in self.data))
        if (answer := question.answer(self.data)) is None:
            self.question = question
            self.add_error(self.marked, CHOOSE)
        else:
            self.cleaned_data[self.marked] = answer


def _first_difference(typed, read):
    """Return the number of the first line, from 1, that is read in another way than it was typed."""
    pairs = zip(typed.split("\n"), read.split("\n"), strict=False)
    return next((number for number, (one, other) in enumerate(pairs, start=1) if one != other), 1)
