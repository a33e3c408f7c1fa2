"""The hidden key by which a form that is sent twice is carried out once."""

from uuid import uuid4

from django import forms


class SentKeyField(forms.UUIDField):
    """Cleans to the key of the form; a form without a valid key gets a new one and is carried out."""

    widget = forms.HiddenInput

    def __init__(self, **kwargs):
        super().__init__(initial=uuid4, **kwargs)

    def clean(self, value):
        try:
            return super().clean(value)
        except forms.ValidationError:
            return uuid4()
