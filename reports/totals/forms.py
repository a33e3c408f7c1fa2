"""The form that settles a mark."""

from reports.review.forms.reviewing import VersionForm, prose

LONGEST_REASON = 1_000  # characters


class MarkForm(VersionForm):
    reason = prose(
        "Lý do giữ nguyên",
        LONGEST_REASON,
        3,
        help_text="Vì sao số này đúng hoặc chấp nhận được. Chỉ Sở Tư pháp đọc.",
    )

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["reason"].error_messages["required"] = "Ghi lý do giữ nguyên."
