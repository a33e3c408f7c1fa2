"""What happens in a body that its people are told: sent here, stored as notices by the wing that has them."""

from __future__ import annotations

from django.dispatch import Signal

from accounts.models import Organisation

# Sent with organisation and words.
announced = Signal()


def announce(organisation: Organisation, words: str) -> None:
    """Tell the people of a body a sentence, in the transaction of the caller."""
    announced.send(Organisation, organisation=organisation, words=words)
