"""The form in which a department replies to the notes on its returned report, several at once."""

from dataclasses import dataclass

from django import forms

from accounts.rows.fields import CleanedField
from pbgdpl.lib.fields import ProseField
from pbgdpl.lib.vietnamese import thousands
from reports.models import ReplyKind, ReviewNote
from reports.writing.replies import Reply

LONGEST_REASON = 2_000  # characters
REASON = {
    "class": "form-control",
    "rows": 1,
    "autocomplete": "off",
    "placeholder": "Lý do không sửa, hoặc đã sửa thế nào",
}
WITHOUT_KIND = "Chọn Đã sửa hoặc Không sửa."
WITHOUT_REASON = "Ghi lý do không sửa, để Sở Tư pháp biết."


@dataclass(frozen=True, slots=True)
class ReplyRow:
    """A note with the two fields of its reply; `is_changed` if its line is not in the report any more."""

    note: ReviewNote
    kind: forms.BoundField
    reason: forms.BoundField
    is_changed: bool

    @property
    def error(self):
        return next(iter([*self.kind.errors, *self.reason.errors]), "")


class RepliesForm(forms.Form):
    """For each note the fields "reply-<pk>" and "reason-<pk>"; a note without either is not replied to."""

    use_required_attribute = False

    def __init__(self, data=None, *, notes, printed=frozenset()):
        super().__init__(data)
        self.notes, self.printed = list(notes), printed
        for note in self.notes:
            reply = getattr(note, "reply", None)
            self.fields[f"reply-{note.pk}"] = forms.ChoiceField(
                choices=ReplyKind.choices,
                required=False,
                initial=reply.kind if reply else "",
                widget=forms.RadioSelect({"class": "form-check-input"}),
                error_messages={"invalid_choice": WITHOUT_KIND},
            )
            self.fields[f"reason-{note.pk}"] = CleanedField(
                cleaned=ProseField.cleaned,
                required=False,
                initial=reply.reason if reply else "",
                max_length=LONGEST_REASON,
                widget=forms.Textarea(REASON),
                error_messages={"max_length": f"Viết không quá {thousands(LONGEST_REASON)} ký tự."},
            )

    def clean(self):
        for note in self.notes:
            kind, reason = (self.cleaned_data.get(f"{name}-{note.pk}") for name in ("reply", "reason"))
            if kind == ReplyKind.LEFT and reason == "":
                self.add_error(f"reason-{note.pk}", WITHOUT_REASON)
            elif kind == "" and reason:
                self.add_error(f"reply-{note.pk}", WITHOUT_KIND)
        return self.cleaned_data

    @property
    def replies(self):
        """Return the replies that were given, by the pk of their notes."""
        return {
            note.pk: Reply(ReplyKind(kind), self.cleaned_data[f"reason-{note.pk}"])
            for note in self.notes
            if (kind := self.cleaned_data[f"reply-{note.pk}"])
        }

    @property
    def rows(self):
        return [
            ReplyRow(
                note=note,
                kind=self[f"reply-{note.pk}"],
                reason=self[f"reason-{note.pk}"],
                is_changed=bool(note.quote) and note.quote not in self.printed,
            )
            for note in self.notes
        ]
