"""The key of a form that is carried out once."""

from uuid import uuid4

from django import forms


class SentKeyField(forms.UUIDField):
    """The key by which a second click is known. A form that lost it is carried out all the same."""

    widget = forms.HiddenInput

    def __init__(self, **kwargs):
        super().__init__(initial=uuid4, **kwargs)

    def clean(self, value):
        try:
            return super().clean(value)
        except forms.ValidationError:
            return uuid4()
