"""The forms that remind departments which have not submitted, and that extend the deadline of several."""

from django import forms

from accounts.forms.sent_key import SentKeyField
from accounts.rows.fields import LinksField
from reports.periods.forms.period import DayField
from reports.review.forms.reviewing import prose

LONGEST_MESSAGE, LONGEST_REASON = 300, 300  # characters: a notice holds 500
STRANGER = "Một đơn vị đã chọn không báo cáo về đây. Xem lại các đơn vị đã chọn."


class DepartmentsField(LinksField):
    """A choice of departments that report to the own organisation."""

    gone = STRANGER
    default_error_messages = {"invalid_choice": gone, "invalid_pk_value": gone}


class AskingForm(forms.Form):
    """A form about several departments, those that report to the organisation of `by`."""

    use_required_attribute = False

    sent_key = SentKeyField()
    departments = DepartmentsField(
        None,
        label="Đơn vị",
        error_messages={"required": "Chưa chọn đơn vị nào. Đánh dấu ít nhất một đơn vị."},
    )

    def __init__(self, *args, by, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["departments"].queryset = by.organisation.active_departments


class RemindForm(AskingForm):
    message = prose("Lời nhắc", LONGEST_MESSAGE, 3)


class ExtendForm(AskingForm):
    due_on = DayField(
        label="Hạn nộp mới",
        required="Ghi hạn nộp mới.",
        widget=forms.TextInput({"class": "form-control"}),
        help_text="Sau hạn chung, từ hôm nay trở đi.",
    )
    reason = prose("Lý do", LONGEST_REASON, 3, help_text="Đơn vị được gia hạn đọc lý do này.")
