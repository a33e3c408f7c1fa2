"""Notices inside the site: created by the verbs, counted in the top bar, listed on a page."""

from __future__ import annotations

from accounts.models import Organisation
from reports.models import Notice, NoticeKind

LONGEST = 500


def notify(organisation: Organisation, kind: NoticeKind, words: str, address: str) -> None:
    """Create a notice for the people of an organisation, in the transaction of the caller."""
    shortened = words if len(words) <= LONGEST else f"{words[: LONGEST - 1]}…"
    Notice.objects.create(organisation=organisation, kind=kind, words=shortened, address=address)
