"""What people are told inside the site: written by the verbs, counted in the top bar, kept in a list."""

from __future__ import annotations

from accounts.models import Organisation
from reports.models import Notice, NoticeKind

LONGEST = 500


def notify(organisation: Organisation, kind: NoticeKind, words: str, address: str) -> None:
    """Tell the people of an organisation; the caller's transaction carries it."""
    told = words if len(words) <= LONGEST else f"{words[: LONGEST - 1]}…"
    Notice.objects.create(organisation=organisation, kind=kind, words=told, address=address)
