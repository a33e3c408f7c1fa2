"""User names and codes suggested from names, different from those in use and from each other."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable
from itertools import chain, count

from accounts.models import Organisation, User
from accounts.people import usual_username
from pbgdpl.lib.vietnamese import fold, initials

LONGEST_CODE, LONGEST_USERNAME = 13, 150


def suggested_usernames(full_names: Iterable[str], *, used: Collection[str]) -> list[str]:
    """Return a free user name for each full name: "anph", "anph2" …; one query."""
    taken = {*used, *User.objects.values_list("username", flat=True)}
    return [_free(usual_username(name) or "nguoidung", taken, LONGEST_USERNAME) for name in full_names]


def suggested_codes(names: Iterable[str], *, used: Collection[str]) -> list[str]:
    """Return a free code for each name of a body: "SKHCN", "SKHCN2" …; one query."""
    taken = {*used, *Organisation.objects.values_list("code", flat=True)}
    return [_free(code_of(name), taken, LONGEST_CODE) for name in names]


def code_of(name: str) -> str:
    """Return the initials of a body's name, as its code.

    >>> code_of("Sở Khoa học và Công nghệ"), code_of("Ủy ban nhân dân xã Ưu Đàm")
    ('SKHCN', 'UBNDXUD')
    """
    return re.sub(r"[^A-Z0-9]", "", fold(initials(name)).upper())[:LONGEST_CODE] or "CQ"


def _free(name: str, taken: set[str], longest: int) -> str:
    """Return the name, or else with the first number after it that makes it free; add it to those taken."""
    numbered = (f"{name[: longest - len(str(number))]}{number}" for number in count(2))
    free = next(one for one in chain([name[:longest]], numbered) if one not in taken)
    taken.add(free)
    return free
