"""Notices inside the site: created by the verbs, counted in the top bar, listed on a page."""

from __future__ import annotations

from collections.abc import Mapping

from accounts.models import Organisation
from reports.models import Notice, NoticeKind

LONGEST = 500


def notify(organisation: Organisation, kind: NoticeKind, words: str, address: str) -> None:
    """Create a notice for the people of an organisation, in the transaction of the caller."""
    notify_each({organisation: words}, kind, address)


def notify_each(words: Mapping[Organisation, str], kind: NoticeKind, address: str) -> None:
    """Create a notice for each organisation, in one query."""
    Notice.objects.bulk_create(
        Notice(organisation=organisation, kind=kind, words=_shortened(sentence), address=address)
        for organisation, sentence in words.items()
    )


def _shortened(words: str) -> str:
    return words if len(words) <= LONGEST else f"{words[: LONGEST - 1]}…"
