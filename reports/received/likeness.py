"""Which sentences ask for the same, although each body words it in its own way: by their words and pairs of words."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from math import ceil

from pbgdpl.lib.vietnamese import fold

# From which share of their shingles two sentences are alike: when one has all words of the other, and when each has
# words of its own, which may be what it is about ("hòa giải viên", "báo cáo viên").
ALIKE, ALIKE_WITH_OTHER_WORDS = 0.7, 0.85
MOST_WORDS = 80  # of a sentence that are compared
WORD = re.compile(r"\d[\w/.-]*\w|\w+")
ASKS = r"(?:de nghi|kien nghi|de xuat|mong muon|mong)"
# "Sở Y tế kính đề nghị": who asks, and that it asks.
OPENING = re.compile(
    r"(?:(?:so|ban|ubnd|uy ban|cong an|hoi|don vi|co quan|truong|benh vien|phong|cuc|chi cuc|vien|xa|phuong|dac khu"
    r"|tinh doan|chung toi|toa an)(?: \w+){0,8}? )?(?:(?:tran trong|kinh|rat|xin|co) )?"
    rf"{ASKS}(?:,? (?:va )?{ASKS})*\b[ ,:]*"
)
OFFICE = (
    r"(?:(?:so|bo|cuc|phong) (?:tu phap|tai chinh|noi vu|y te|xay dung|cong thuong|du lich|ngoai vu"
    r"|khoa hoc va cong nghe|nong nghiep va moi truong|van hoa,? the thao va du lich|van hoa va the thao"
    r"|giao duc va dao tao|dan toc va ton giao)|ubnd|hdnd|hoi dong phoi hop"
    r"(?: pbgdpl)?|chinh phu|thu tuong chinh phu|quoc hoi|trung uong"
    r"|cap tham quyen|cap co tham quyen|cap tren|cac cap|cac so, ban, nganh|cac co quan co tham quyen)"
)
ADDRESSEE = re.compile(
    rf"(?:(?:voi|doi voi|toi|den|cho|cung) )?{OFFICE}(?: (?:tinh|thanh pho|tp|trung uong|cac cap))?\b[ ,:]*(?:va\b )?"
)
SHORT = {
    "pho bien, giao duc phap luat": "pbgdpl",
    "pho bien giao duc phap luat": "pbgdpl",
    "uy ban nhan dan": "ubnd",
    "hoi dong nhan dan": "hdnd",
}
# Words without which a sentence asks for the same.
STOCK = re.compile(
    r"\b(?:cong tac|tiep tuc|tang cuong|quan tam|xem xet|day manh|kip thoi|thuong xuyen|hang nam|hon nua"
    r"|tao dieu kien|som|(?:trong )?thoi gian toi|tren dia ban(?: tinh| thanh pho)?)\b"
)
SMALL = frozenset(
    WORD.findall("va cua cac nhung mot cho de ve trong tai o den tu co se la duoc nham them voi theo")
)
# Two sentences that differ in these differ in what they ask for.
OPPOSITE = frozenset({"khong", "chua", "tang", "giam"})
LEVELS = frozenset({"tinh", "huyen", "xa", "phuong", "thon", "trung"})


@dataclass(frozen=True, slots=True)
class Asked:
    """What a sentence asks for: its words, and its words with the pairs that stand side by side."""

    words: frozenset[str]
    shingles: frozenset[str]
    numbers: frozenset[str]


def asked_for(sentence: str, place: str) -> Asked | None:
    """Return what a sentence asks for, without who asks whom; None if nothing is left.

    `place` is the name of the province, folded.
    """
    text = fold(sentence)
    for long, short in SHORT.items():
        text = text.replace(long, short)
    if place:
        text = text.replace(f"tinh {place}", "tinh").replace(f"thanh pho {place}", "thanh pho")
    met = OPENING.match(text)
    text = text[met.end() :] if met else text
    while met := ADDRESSEE.match(text):
        text = text[met.end() :]
    words = [word for word in WORD.findall(STOCK.sub(" ", text)) if word not in SMALL][:MOST_WORDS]
    if not words:
        return None
    pairs = (f"{first} {second}" for first, second in pairwise(words))
    numbers = frozenset(word for word in words if word[0].isdigit())
    return Asked(frozenset(words), frozenset((*words, *pairs)), numbers)


def likeness(one: Asked, other: Asked) -> float:
    """Return the share of the shingles that both have, 0 where they ask for different things."""
    mine, theirs = one.words - other.words, other.words - one.words
    if (mine | theirs) & OPPOSITE or (mine & LEVELS and theirs & LEVELS):
        return 0
    if one.numbers and other.numbers and one.numbers != other.numbers:
        return 0
    common = len(one.shingles & other.shingles)
    share = common / (len(one.shingles) + len(other.shingles) - common)
    return share if share >= (ALIKE_WITH_OTHER_WORDS if mine and theirs else ALIKE) else 0


def grouped_by_likeness(sentences: Sequence[Asked]) -> tuple[int, ...]:
    """Return for each sentence the place of the first one that it is alike, its own where it is like none before.

    Only those are compared that have one of their rarest shingles in common, by the bits of their shingles.
    """
    counts = Counter(shingle for one in dict.fromkeys(sentences) for shingle in one.shingles)
    bits = {shingle: 1 << bit for bit, shingle in enumerate(sorted(counts))}
    places: dict[Asked, int] = {}
    firsts: dict[int, int] = {}  # the bits of the first one of each group
    by_shingle: defaultdict[str, list[int]] = defaultdict(list)
    for place, one in enumerate(sentences):
        if one in places:
            continue
        rarest, mine = _rarest(one, counts), sum(bits[shingle] for shingle in one.shingles)
        near = {other for shingle in rarest for other in by_shingle[shingle]}
        alike = [other for other in near if _share(mine, firsts[other]) >= ALIKE]
        best = max(alike, key=lambda other: (likeness(one, sentences[other]), -other), default=place)
        places[one] = best if best != place and likeness(one, sentences[best]) else place
        if places[one] == place:
            firsts[place] = mine
            for shingle in rarest:
                by_shingle[shingle].append(place)
    return tuple(places[one] for one in sentences)


def _share(mine: int, theirs: int) -> float:
    return (mine & theirs).bit_count() / (mine | theirs).bit_count()


def _rarest(one: Asked, counts: Mapping[str, int]) -> Sequence[str]:
    """Return so many of the rarest shingles that a sentence with none of them has too few in common."""
    in_order = sorted(one.shingles, key=lambda shingle: (counts[shingle], shingle))
    return in_order[: len(in_order) - ceil(ALIKE * len(in_order)) + 1]
