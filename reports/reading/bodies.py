"""Decides whether a document's issuing body is an organisation: by its name, a short form of it, or its head."""

from __future__ import annotations

import re
from collections.abc import Iterator

from accounts.models import Organisation
from pbgdpl.lib.vietnamese import fold, initials
from plans.reading.citation.issuing_bodies import BODY

# Folded. The heads of bodies, who sign for them: "Phó Giám đốc Sở Y tế", "Chủ tịch UBND phường", "Hiệu trưởng".
HEAD = re.compile(
    r"(?:ban )?(?:quyen )?(?:pho )?(?:tong )?(?P<head>giam doc|lanh dao|thu truong|nguoi dung dau|chu tich|hieu truong|"
    r"giam hieu|vien truong|(?:chi )?cuc truong|truong ban|truong phong|chanh (?:thanh tra|van phong|an)|bo truong)"
    r"(?!\w)"
)
# "Trưởng ban Dân tộc" is also the head of Ban Dân tộc, "Chánh Văn phòng UBND tỉnh" that of Văn phòng UBND tỉnh.
HEAD_OF_UNIT = re.compile(r"(?:pho )?(?:chanh (?=van phong|thanh tra)|truong (?=ban|phong))")
SCHOOLS = ("truong ", "dai hoc ", "hoc vien ")
# A head without a body is that of the organisation, if it is of a kind that has such a head.
ONLY_HEAD_OF = {
    "hieu truong": SCHOOLS,
    "giam hieu": SCHOOLS,
    "chu tich": ("ubnd ", "hoi ", "lien ", "uy ban "),
    "bo truong": ("bo ",),
}
ITSELF = {"don vi", "co quan", "nganh", "toan nganh", "chung toi"}
ITS_SCHOOL = {"truong", "nha truong"}
COMMITTEE = re.compile(r"(?<!\w)uy ban nhan dan(?!\w)")
LEVEL = r"(?:tỉnh|thành phố|TP\.?|quận|huyện|thị xã|phường|xã(?! hội)|đặc khu)"
PLACE = re.compile(rf"(?<!\w){LEVEL} (?P<name>\w.*)", re.IGNORECASE)
JOINT = re.compile(rf"^liên (?:tịch|ngành) |(?: (?:và|với|cùng|cùng với|[-–]) |, )(?={BODY.pattern})", re.I)


def is_body(name: str, organisation: Organisation) -> bool:
    """Return whether a name is that of the organisation or its head, alone or among bodies that issue together."""
    return any(_is_name(one, organisation) for one in _names(name))


def _names(name: str) -> Iterator[str]:
    yield name
    yield from (part for part in JOINT.split(name) if " " in part and part != name)


def _is_name(name: str, organisation: Organisation) -> bool:
    own, called = _short(organisation.name), _short(name)
    head = HEAD.match(called)
    rest = called[head.end() :].strip() if head else called
    if head and not rest:
        return own.startswith(ONLY_HEAD_OF.get(head["head"], ""))
    if rest in ITSELF:
        return True
    if rest in ITS_SCHOOL:
        return own.startswith(SCHOOLS)
    if _is_elsewhere(name, organisation):
        return False
    without_head = " ".join(name.split()[len(called.split()) - len(rest.split()) :])
    short_forms = (rest, HEAD_OF_UNIT.sub("", called, count=1))
    return initials(without_head) == initials(organisation.name) or any(
        _begins(one, own) for one in short_forms
    )


def _short(name: str) -> str:
    """Return a name for comparing: folded, with UBND in its short form."""
    return COMMITTEE.sub("ubnd", fold(name))


def _begins(name: str, own: str) -> bool:
    """Return whether a name has the organisation's name, or is the beginning of it: "Sở", "UBND phường", "phường"."""
    is_named = f" {own} " in f" {name.replace('uy ban', 'uyban')} "
    return is_named or any(f"{one} ".startswith(f"{name} ") for one in (own, own.removeprefix("ubnd ")))


def _is_elsewhere(name: str, organisation: Organisation) -> bool:
    """Return whether a name has a place other than the organisation's: "Sở Y tế tỉnh Bắc Ninh" for "tỉnh Sen"."""
    there, here = PLACE.search(name), PLACE.search(organisation.name)
    if there is None or here is None:
        return False
    places = fold(there["name"]), fold(here["name"])
    return not (places[0].startswith(places[1]) or places[1].startswith(places[0]))
