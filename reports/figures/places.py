"""Which province a body belongs to, by what its letterhead says."""

from __future__ import annotations

import re

from accounts.models import BodyGroup
from pbgdpl.lib.vietnamese import fold
from reports.figures.bodies import Body

# With its marks: the communes Tịnh Khê and Tĩnh Gia name no province.
NAMED = re.compile(r"\b(?:tỉnh|thành phố|tp)\b[. ]*+")
# Bodies that sit in the province's capital; the place of a commune is its own name.
IN_THE_CAPITAL = frozenset({BodyGroup.DEPARTMENT.value, BodyGroup.FRONT.value})


def province_in(name: str) -> str:
    """Return the folded name of the province that a body's name ends with, "" where it names none.

    >>> province_in("Ủy ban nhân dân thành phố Hà Nội"), province_in("UBND xã Sen, tỉnh Sen"), province_in("Sở Y tế")
    ('ha noi', 'sen', '')
    """
    *before, last = NAMED.split(name.lower())
    return fold(last).strip(" .,;") if before else ""


def _province_of(body: Body) -> str:
    return province_in(body.parent_body) or province_in(body.name)


def is_elsewhere(body: Body, receiver: Body) -> bool:
    """Return whether a body names another province than its receiver, or another capital."""
    home, named = _province_of(receiver), _province_of(body)
    if home and named:
        return named not in (home, _initials(home)) and home != _initials(named)
    if body.group not in IN_THE_CAPITAL or not body.place or not receiver.place:
        return False
    return _bare(body.place) != _bare(receiver.place)


def _initials(name: str) -> str:
    """Return the first letters of a folded name, as in "TP.HCM".

    >>> _initials("ho chi minh")
    'hcm'
    """
    return "".join(word[0] for word in name.split())


def _bare(place: str) -> str:
    return province_in(place) or fold(place)
