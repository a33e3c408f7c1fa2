"""The slips with new passwords, encrypted in the session of the administrator until they are printed."""

from __future__ import annotations

import json
from base64 import urlsafe_b64encode
from collections.abc import Sequence
from dataclasses import astuple, dataclass
from hashlib import sha256

from cryptography.fernet import Fernet, InvalidToken
from django.conf import settings
from django.contrib.sessions.backends.base import SessionBase

PLACE = "slips"
SHOWN_FOR = 60 * 60  # seconds


@dataclass(frozen=True, slots=True)
class Slip:
    organisation: str
    full_name: str
    username: str
    password: str


def store_slips(session: SessionBase, slips: Sequence[Slip]) -> None:
    """Add slips to those of the session, in the transaction that saves the people."""
    rows = [astuple(slip) for slip in (*slips_in(session), *slips)]
    session[PLACE] = _cipher().encrypt(json.dumps(rows).encode()).decode()
    session.save()
    session.modified = False


def slips_in(session: SessionBase) -> list[Slip]:
    """Return the slips that were not yet forgotten; none after an hour."""
    try:
        text = _cipher().decrypt(str(session.get(PLACE, "")).encode(), ttl=SHOWN_FOR)
    except InvalidToken:
        return []
    return [Slip(*row) for row in json.loads(text)]


def forget_slips(session: SessionBase) -> None:
    session.pop(PLACE, None)


def _cipher() -> Fernet:
    key = sha256(f"{PLACE}{settings.SECRET_KEY}".encode()).digest()
    return Fernet(urlsafe_b64encode(key))
