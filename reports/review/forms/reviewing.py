"""The forms of the Justice Department: a note, the reason of a return or of reopening, the words of an acceptance."""

from django import forms

from accounts.forms.sent_key import SentKeyField
from accounts.rows.fields import CleanedField
from pbgdpl.lib.fields import ProseField
from pbgdpl.lib.vietnamese import first_words, thousands
from reports.review.parts import WHOLE, names_of
from reports.review.reviewing import LONGEST_NOTE, LONGEST_REASON, NO_SUCH_LINE, NO_SUCH_PART

LONGEST_CHOICE = 80


def prose(label, most, rows, **options):
    """Return a field for several lines of plain text, whose characters are counted after cleaning."""
    return CleanedField(
        cleaned=ProseField.cleaned,
        label=label,
        max_length=most,
        widget=forms.Textarea(attrs={"class": "form-control", "rows": rows, "autocomplete": "off"}),
        error_messages={
            "max_length": f"Viết không quá {thousands(most)} ký tự. Viết gọn lại.",
            "required": "Chưa ghi gì. Ghi vắn tắt điều cần sửa hoặc bổ sung.",
        },
        **options,
    )


class VersionForm(forms.Form):
    """A form about the version that was read; it is refused if there is a newer one."""

    use_required_attribute = False

    sent_key = SentKeyField()
    version = forms.IntegerField(widget=forms.HiddenInput, max_value=10**6)


class NoteForm(VersionForm):
    heading = forms.ChoiceField(
        label="Mục",
        required=False,
        widget=forms.Select(attrs={"class": "form-select"}),
        error_messages={"invalid_choice": NO_SUCH_PART},
    )
    line = forms.IntegerField(
        widget=forms.HiddenInput,
        required=False,
        min_value=0,
        max_value=10**6,
        error_messages=dict.fromkeys(("invalid", "min_value", "max_value"), NO_SUCH_LINE),
    )
    text = prose("Nhận xét", LONGEST_NOTE, 3)

    def __init__(self, *args, parts, **kwargs):
        super().__init__(*args, **kwargs)
        names = (first_words(name, LONGEST_CHOICE) for name in names_of(parts))
        self.fields["heading"].choices = [
            ("", WHOLE),
            *((str(place), name) for place, name in enumerate(names)),
        ]


class ReturnForm(VersionForm):
    reason = prose(
        "Lý do trả lại", LONGEST_REASON, 6, help_text="Đơn vị đọc lý do này ở đầu trang báo cáo của mình."
    )


class ReopenForm(VersionForm):
    reason = prose(
        "Lý do mở lại", LONGEST_REASON, 6, help_text="Đơn vị đọc lý do này ở đầu trang báo cáo của mình."
    )


class AcceptForm(VersionForm):
    reason = prose("Lời nhắn cho đơn vị", LONGEST_REASON, 3, required=False, help_text="Không bắt buộc.")
