"""A form is carried out once, however often it is sent."""

from __future__ import annotations

from collections.abc import Callable
from uuid import UUID

from django.db import IntegrityError, transaction

from accounts.models import SentForm, User


def carry_out_once(work: Callable[[], str], *, key: UUID, by: User) -> str:
    """Call `work` in one transaction and return the address that it returns.

    The same form sent again, or twice at the same moment, does nothing and leads to the same address.
    """
    try:
        with transaction.atomic():
            sent = SentForm.objects.create(key=key, sent_by=by)
            sent.led_to = work()
            sent.save(update_fields=["led_to"])
            return sent.led_to
    except IntegrityError:
        if address := carried_out(key=key, by=by):
            return address
        raise


def carried_out(*, key: UUID, by: User) -> str | None:
    """Return the address that the form led to when it was carried out, or None if it was not."""
    return SentForm.objects.filter(key=key, sent_by=by).values_list("led_to", flat=True).first()
