"""Rules about whom the paper is sent to: "Kính gửi", "Như trên" and "Lưu:" (ô 9a and 9b)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from pbgdpl.lib.vietnamese import fold
from reports.checks.draft import Draft
from reports.checks.findings import Finding, Part, Place, Rule, Severity, clipped

DECREE = "Nghị định số 30/2020/NĐ-CP, Phụ lục I, mục II.9"
ADDRESSEE = Rule(
    "no-addressee",
    Severity.WARNING,
    "Chưa có “Kính gửi”",
    f"{DECREE}.b: báo cáo gửi cơ quan cấp trên có “Kính gửi”, sau đó là nơi trực tiếp giải quyết.",
)
MAYBE_ADDRESSEE = Rule(
    "perhaps-no-addressee",
    Severity.HINT,
    "Có thể cần “Kính gửi”",
    f"{DECREE}.b: báo cáo gửi cấp trên có “Kính gửi”; nơi nhận để báo cáo, để biết thì ghi ở “Nơi nhận” (điểm a).",
)
AS_ABOVE = Rule(
    "no-as-above",
    Severity.WARNING,
    "Nơi nhận chưa có “Như trên”",
    f"{DECREE}.b: khi có “Kính gửi”, phía dưới từ “Nơi nhận” là từ “Như trên”.",
)
LAST_RECIPIENT = Rule(
    "last-recipient",
    Severity.WARNING,
    "Dòng cuối của nơi nhận chưa phải dòng “Lưu:”",
    f"{DECREE}.d: dòng cuối cùng của nơi nhận gồm chữ “Lưu”, dấu hai chấm, “VT”, rồi tên đơn vị soạn thảo.",
)
ABOVE = re.compile(r"nhu (?:tren|kinh gui|k/g)\b")
KEPT, KEPT_AT_ALL = re.compile(r"luu\s?:"), re.compile(r"luu\b")
COPIES = re.compile(r"\(?\d+ ban\)?$|\(.*\)$")  # a line below "Lưu:" that belongs to it
# Governments, ministries and people's committees above a department; a commune has more bodies above it.
SUPERIOR = re.compile(
    r"(?:(?:thuong truc|tt\.?|chu tich|lanh dao) )?"
    r"(?:(?:ubnd|uy ban nhan dan|hdnd|hoi dong nhan dan)(?: ?$| (?:tinh|thanh pho|tp)\b)"
    r"|(?:tinh uy|thanh uy|chinh phu|thu tuong|quoc hoi)\b|bo (?!phan|doi|mon|chi huy|tu lenh))"
)
COMMUNE = re.compile(r"(?:ubnd|uy ban nhan dan) (?:xa|phuong|thi tran|dac khu)\b")
JUSTICE = re.compile(r"so tu phap\b")
FOR_INFORMATION = re.compile(
    r"\(|\bde (?:b/c|bao cao|biet)|\bb/c\b"
)  # "(để b/c)": no body that acts on the paper


def is_as_above(name: str) -> bool:
    """Return whether a recipient stands for the addressees: "Như trên"."""
    return ABOVE.match(fold(name)) is not None


def superiors(recipients: Sequence[str], body: str) -> Iterator[tuple[str, bool]]:
    """Yield the recipients above a body, each with whether it is listed as one that acts on the paper."""
    own = fold(body)
    is_commune = COMMUNE.match(own) is not None
    for name in recipients:
        folded = fold(name)
        if folded.startswith(own):
            continue
        if SUPERIOR.match(folded) or (is_commune and JUSTICE.match(folded)):
            yield name, FOR_INFORMATION.search(folded) is None
        elif JUSTICE.match(folded):
            yield name, False


def _acting(draft: Draft) -> str:
    """Return the superior that acts on the paper but stands in no "Kính gửi", "Như trên", or an empty text."""
    document = draft.document
    if document.addressees:
        return ""
    above = next(filter(is_as_above, document.recipients), "")
    named = superiors(document.recipients, draft.report.issuing_body)
    return above or next((name for name, acts in named if acts), "")


def no_addressee(draft: Draft) -> Iterator[Finding]:
    if name := _acting(draft):
        text = (
            f"Nơi nhận có “{clipped(name)}” nhưng báo cáo chưa có “Kính gửi”. Ghi nơi trực tiếp giải quyết."
        )
        yield ADDRESSEE.finds(text, Place(Part.REPORT, field="addressees"))


def perhaps_no_addressee(draft: Draft) -> Iterator[Finding]:
    document = draft.document
    if document.addressees or _acting(draft):
        return
    if name := next((name for name, _ in superiors(document.recipients, draft.report.issuing_body)), ""):
        text = (
            f"Báo cáo gửi “{clipped(name)}” chưa có “Kính gửi”. "
            "Nếu nơi ấy trực tiếp giải quyết thì ghi “Kính gửi”, và “Như trên” ở đầu nơi nhận."
        )
        yield MAYBE_ADDRESSEE.finds(text, Place(Part.REPORT, field="addressees"))


def no_as_above(draft: Draft) -> Iterator[Finding]:
    recipients = draft.document.recipients
    asked = draft.document.addressees or _acting(draft)
    if recipients and asked and not any(map(is_as_above, recipients)):
        text = "Nơi nhận chưa có “Như trên” cho các nơi ở “Kính gửi”. Ghi “Như trên” ở dòng đầu."
        yield AS_ABOVE.finds(text, Place(Part.RECIPIENTS))


def last_recipient(draft: Draft) -> Iterator[Finding]:
    names = [fold(name) for name in draft.document.recipients]
    while len(names) > 1 and COPIES.fullmatch(names[-1]):
        names.pop()
    if not names or KEPT.match(names[-1]):
        return
    if KEPT_AT_ALL.match(names[-1]):
        line = clipped(draft.document.recipients[len(names) - 1])
        text = f"Nơi nhận, dòng “{line}”: sau “Lưu” có dấu hai chấm. Sửa thành “Lưu: …”."
    elif any(map(KEPT.match, names)):
        text = "Dòng “Lưu:” chưa đứng cuối nơi nhận. Chuyển xuống dòng cuối."
    else:
        text = "Nơi nhận chưa có dòng “Lưu:”. Ghi ở dòng cuối “Lưu: VT” và tên đơn vị soạn thảo."
    yield LAST_RECIPIENT.finds(text, Place(Part.RECIPIENTS))
