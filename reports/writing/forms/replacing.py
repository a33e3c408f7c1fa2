"""The forms of replacing words in many places: what is looked for, and which places were ticked."""

from django import forms

from accounts.forms.sent_key import SentKeyField
from accounts.rows.fields import CleanedField
from pbgdpl.lib.vietnamese import clean

# In an address each letter with marks takes nine characters.
LONGEST_WORDS, LONGEST_TYPED = 150, 1000
NOTHING_SOUGHT = "Chưa ghi chữ cần tìm. Ghi chữ đúng như trong báo cáo, có dấu."


def one_line(text):
    """Return the cleaned text on one line; its spaces stay, because they can be what is looked for."""
    return clean(text).replace("\n", " ")


class WordsField(CleanedField):
    """Words of one line whose spaces count."""

    def __init__(self, **kwargs):
        super().__init__(cleaned=one_line, strip=False, **kwargs)

    def to_python(self, value):
        forms.CharField.to_python(self, value)
        return one_line(value or "")


class SearchForm(forms.Form):
    """What is looked for, sent in the address."""

    use_required_attribute = False

    tim = WordsField(label="Tìm chữ", max_length=LONGEST_WORDS, error_messages={"required": NOTHING_SOUGHT})
    thay = WordsField(label="Thay bằng", max_length=LONGEST_WORDS, required=False)
    # Parts of words, and words in other capitals, are found unless these say otherwise.
    ca_tu = forms.BooleanField(label="Chỉ tìm cả từ", required=False)
    hoa_thuong = forms.BooleanField(label="Phân biệt chữ hoa, chữ thường", required=False)

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        for field in self.fields.values():
            is_box = isinstance(field, forms.BooleanField)
            field.widget.attrs |= {"class": "form-check-input" if is_box else "form-control"}


class TypedForm(forms.Form):
    """The text typed for all places, and the key of the form."""

    use_required_attribute = False

    sent_key = SentKeyField()
    # What stands in the preview that was sent, so that nothing is carried out that was not seen.
    shown = forms.CharField(required=False, widget=forms.HiddenInput, strip=False)
    typed = WordsField(label="Viết đúng là", max_length=LONGEST_TYPED, required=False)

    def __init__(self, *args, choice=None, **kwargs):
        super().__init__(*args, **kwargs)
        if choice is None:
            del self.fields["typed"]
            return
        typed = self.fields["typed"]
        typed.label, typed.initial = choice.label, choice.default
        typed.widget.attrs |= {"class": "form-control"}
        if choice.options:
            typed.widget.attrs["list"] = "cac-cach-viet"
        self.fields["shown"].initial = choice.default
