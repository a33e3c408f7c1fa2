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
    session[PLACE] = encrypted(json.dumps(rows))
    session.save()
    session.modified = False


def slips_in(session: SessionBase) -> list[Slip]:
    """Return the slips that were not yet forgotten; none after an hour."""
    text = decrypted(str(session.get(PLACE, "")))
    return [Slip(*row) for row in json.loads(text)] if text else []


def forget_slips(session: SessionBase) -> None:
    session.pop(PLACE, None)


def encrypted(text: str) -> str:
    return _cipher().encrypt(text.encode()).decode()


def decrypted(token: str) -> str | None:
    """Return the text, or None if it was encrypted more than an hour ago or with another key."""
    try:
        return _cipher().decrypt(token.encode(), ttl=SHOWN_FOR).decode()
    except InvalidToken:
        return None


def _cipher() -> Fernet:
    key = sha256(f"{PLACE}{settings.SECRET_KEY}".encode()).digest()
    return Fernet(urlsafe_b64encode(key))
