"""Messages to all people of a body: sent as a signal here, stored as notices by the wing that has them."""

from __future__ import annotations

from django.dispatch import Signal

from accounts.models import Organisation

# Sent with organisation and words.
announced = Signal()


def announce(organisation: Organisation, words: str) -> None:
    """Send a message to the people of a body, in the transaction of the caller."""
    announced.send(Organisation, organisation=organisation, words=words)
