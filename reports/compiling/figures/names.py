"""The names of figures in texts, in one table, with their options and what is most like an unknown one."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from difflib import get_close_matches
from functools import cache
from itertools import chain

from django.db.models import TextChoices

from accounts.models import BodyGroup
from events.held import ROMAN
from events.kinds import WITHOUT_PEOPLE, EventKind
from pbgdpl.lib.vietnamese import fold, lower_first
from plans.kinds import DocumentKind, PolicyKind
from reports.compiling.listings import DIRECTIVES, EVENTS, KINDS, OF_PROVINCE, PLANS
from reports.models import Count
from reports.received.listings import COLLECTED, Collected
from reports.received.standing import Standing

LIKENESS = 0.6  # of an unknown name to the known one that is proposed


class Measure(TextChoices):
    """What a mark asks of a figure; the label is typed before the colon."""

    NUMBER = "number", "số"
    BEFORE = "before", "năm trước"
    CHANGE = "change", "so với năm trước"


class Share(TextChoices):
    """Which part of a figure; the label is typed as an option."""

    ACTUAL = "actual", "thực hiện"
    ESTIMATE = "estimate", "ước"
    TOTAL = "total", "cả ước"


@dataclass(frozen=True, slots=True)
class Named:
    """A figure with a name: a column of the form by how it is counted or by its code, or the rows of a listing.

    Those of the bodies of a province are what a listing has of their reports, or how many bodies stand in a way.
    """

    words: str
    also: tuple[str, ...] = ()
    count: Count | None = None
    is_online: bool = False
    policy: str = ""
    code: str = ""
    listing: str = ""
    # Whether a body counts, None where that is not known.
    counts: Callable[[Standing], bool | None] | None = None

    @property
    def has_parts(self) -> bool:
        """Return whether it can be asked for by kind, month and division."""
        return self.is_of_no_form or (self.count is not None and not self.policy)

    @property
    def is_of_no_form(self) -> bool:
        return bool(self.listing) or self.counts is not None

    @property
    def is_of_province(self) -> bool:
        """Return whether only the report of a province has it."""
        return self.counts is not None or self.listing in COLLECTED


def _not(known: bool | None) -> bool | None:
    return None if known is None else not known


NAMED = (
    Named("số cuộc", ("số buổi", "tổng số cuộc"), Count.SESSIONS),
    Named(
        "số người",
        ("số lượt người", "số người tham dự", "số lượt người tham dự", "tổng số lượt người"),
        Count.PEOPLE,
    ),
    Named("số cuộc trực tuyến", (), Count.SESSIONS, is_online=True),
    Named("số người trực tuyến", ("số lượt người trực tuyến",), Count.PEOPLE, is_online=True),
    Named("số cuộc thi", ("số hội thi",), Count.CONTESTS),
    Named("số người dự thi", ("số lượt người dự thi", "số thí sinh"), Count.ENTRANTS),
    Named("số tài liệu", ("số tài liệu gốc",), Count.ORIGINALS),
    Named("số tài liệu đã đăng tải", ("số tài liệu đăng tải",), Count.POSTED),
    Named("số bản in", ("số bản", "số bản đã in", "số bản nhân bản", "số bản tài liệu"), Count.COPIES),
    Named("số chính sách phải truyền thông", (), Count.MUST, policy=PolicyKind.POLICY.value),
    Named(
        "số chính sách đã truyền thông",
        ("số chính sách được truyền thông",),
        Count.DONE,
        policy=PolicyKind.POLICY.value,
    ),
    Named("số dự thảo phải truyền thông", (), Count.MUST, policy=PolicyKind.DRAFT.value),
    Named(
        "số dự thảo đã truyền thông",
        ("số dự thảo được truyền thông",),
        Count.DONE,
        policy=PolicyKind.DRAFT.value,
    ),
    Named("kinh phí", ("số kinh phí", "tổng kinh phí"), code="18"),
    Named("số văn bản đã ban hành", ("số văn bản", "số văn bản của các đơn vị"), listing=PLANS),
    Named("số văn bản chỉ đạo", (), listing=DIRECTIVES),
    Named("số hoạt động", (), listing=EVENTS),
    Named("số đơn vị phải báo cáo", ("số đơn vị", "tổng số đơn vị"), counts=lambda one: True),
    Named("số đơn vị đã báo cáo", ("số báo cáo đã tiếp nhận",), counts=lambda one: one.is_accepted),
    Named("số đơn vị chưa báo cáo", (), counts=lambda one: not one.is_accepted),
    Named(
        "số đơn vị báo cáo đúng hạn",
        ("số đơn vị nộp đúng hạn",),
        counts=lambda one: one.is_accepted and _not(one.is_late),
    ),
    Named(
        "số đơn vị báo cáo muộn",
        ("số đơn vị nộp muộn", "số đơn vị báo cáo chậm", "số đơn vị nộp chậm"),
        counts=lambda one: one.is_accepted and one.is_late,
    ),
    Named("số đơn vị có mô hình", ("số đơn vị nêu mô hình",), listing=Collected.EXAMPLES),
    Named("số kiến nghị", ("số kiến nghị của các đơn vị", "số đề xuất"), listing=Collected.PROPOSALS),
)
# The groups of bodies that a province's report can ask for, each with its names, that of the list first.
GROUPS: Mapping[BodyGroup, tuple[str, ...]] = {
    BodyGroup.DEPARTMENT: ("cơ quan chuyên môn", "sở, ban, ngành"),
    BodyGroup.FRONT: ("mặt trận, đoàn thể", "mặt trận và đoàn thể", "tổ chức chính trị - xã hội"),
    BodyGroup.ENTERPRISE: ("doanh nghiệp nhà nước", "doanh nghiệp"),
    BodyGroup.COMMUNE: ("xã, phường, đặc khu", "cấp xã"),
}
BY_WORDS = {named.words: named for named in NAMED}
SESSIONS, ISSUED = "số cuộc", "số văn bản đã ban hành"
# The kinds of event that have a name of their own: people attend them, and they are no contests.
OWN_NAMES = tuple(
    kind for kind in EventKind if kind not in WITHOUT_PEOPLE | {EventKind.CONTEST, EventKind.OTHER}
)


@dataclass(frozen=True, slots=True)
class Called:
    """A figure by one of its names, of one kind or of all."""

    name: str  # a key of BY_WORDS
    kinds: tuple[str, ...] = ()


@cache
def names() -> Mapping[str, Called]:
    """Return the figures by their folded names: those of NAMED, and one for each kind of event and of document."""
    found: dict[str, Called] = {}
    for kind in OWN_NAMES:
        for noun in ("so", "so cuoc", "so buoi", "so lop"):
            found[f"{noun} {fold(str(kind.label))}"] = Called(SESSIONS, (kind.value,))
    for document in DocumentKind:
        found[f"so {fold(str(document.label))}"] = Called(ISSUED, (document.value,))
    for named in NAMED:
        found |= {fold(words): Called(named.words) for words in (named.words, *named.also)}
    return found


@cache
def options(name: str) -> Mapping[str, tuple[str, object]]:
    """Return the options of a figure by their folded words, each with the field of a mark that it sets."""
    found: dict[str, tuple[str, object]] = {
        fold(str(kind.label)): ("kinds", kind.value) for kind in KINDS[_listing_of(name)]
    }
    for month in range(1, 13):
        found |= {f"thang {words}": ("month", month) for words in (month, f"{month:02}")}
    for quarter, roman in enumerate(ROMAN, start=1):
        found |= {f"quy {words}": ("quarter", quarter) for words in (quarter, roman.lower())}
    for group, called in GROUPS.items():
        found |= {fold(words): ("group", group.value) for words in called}
    return found | {fold(str(share.label)): ("share", share) for share in Share}


def _listing_of(name: str) -> str:
    return (BY_WORDS[name].listing if name else "") or EVENTS


def nearest(words: str, *, is_of_province: bool = False) -> str:
    """Return the known name that is most like these words, "" if none is: "số cuôcj" → "số cuộc".

    The names that only the report of a province prints are known in that alone.
    """
    called, colon, rest = (part.strip() for part in words.partition(":"))
    like = _likest(called, _spoken(is_of_province))
    return f"{like}{colon}{colon and ' '}{rest}" if like and like != called else ""


def nearest_option(words: str, name: str, divisions: Iterable[str]) -> str:
    """Return the option or the name of a division that is most like these words, "" if none is."""
    spoken = (
        *(lower_first(str(kind.label)) for kind in KINDS[_listing_of(name)]),
        *(f"tháng {month}" for month in range(1, 13)),
        *(f"quý {roman}" for roman in ROMAN),
        *divisions,
    )
    return _likest(words, {fold(one): one for one in spoken})


def _likest(words: str, known: Mapping[str, str]) -> str:
    like = get_close_matches(fold(words), known, n=1, cutoff=LIKENESS)
    return known[like[0]] if like else ""


@cache
def _spoken(is_of_province: bool) -> Mapping[str, str]:
    """Return the names of figures, kinds and listings as people write them, by their folded words."""
    printable = (named for named in NAMED if is_of_province or not named.is_of_province)
    figures = chain.from_iterable((named.words, *named.also) for named in printable)
    kinds = (f"số {lower_first(str(kind.label))}" for kind in (*OWN_NAMES, *DocumentKind))
    compared = (str(one.label) for one in Measure if one is not Measure.NUMBER)
    printed = (name for name in KINDS if is_of_province or name not in OF_PROVINCE)
    return {fold(one): str(one) for one in (*kinds, *figures, *compared, *printed)}
