"""Rules about what a report must have before it can be signed."""

from __future__ import annotations

from collections.abc import Iterator

from reports.checks.draft import Draft
from reports.checks.findings import Finding, Part, Place, Rule, Severity, clipped
from reports.contents import contents

LAYOUT = "Nghị định số 30/2020/NĐ-CP, Phụ lục I, mục II"
EMPTY_SECTION = Rule(
    "empty-section",
    Severity.BLOCKING,
    "Mục chưa có lời",
    "Một tiêu đề không có gì ở dưới thì không thành báo cáo.",
)
NUMBER = Rule(
    "no-number", Severity.HINT, "Chưa có số", f"{LAYOUT}.3 và II.4: số và ngày ghi khi đăng ký văn bản."
)
RECIPIENTS = Rule("no-recipients", Severity.BLOCKING, "Chưa có nơi nhận", f"{LAYOUT}.9.")
SIGNER = Rule("no-signer", Severity.BLOCKING, "Chưa có người ký", f"{LAYOUT}.7.")
CLOSING = Rule(
    "no-closing", Severity.WARNING, "Báo cáo chưa khép lại", "Lời cuối của văn bản kết thúc bằng “./.”."
)
END = "./."


def empty_section(draft: Draft) -> Iterator[Finding]:
    for section, entry in zip(draft.sections, contents(draft.document), strict=True):
        if entry.is_empty:
            place = Place(Part.SECTION, (section.pk,), section=section.pk)
            text = f"Mục “{clipped(str(entry.heading))}” chưa có lời. Viết lời, hoặc ghi rõ là không có."
            yield EMPTY_SECTION.finds(text, place, section.pk)


def missing_number(draft: Draft) -> Iterator[Finding]:
    number, symbol = draft.report.number.partition("/")[::2]
    if not number.strip(" .…_"):
        lacking = "số" if symbol else "số, ký hiệu"
        date = "" if draft.report.issued_on else " và ngày ban hành"
        text = f"Báo cáo chưa có {lacking}{date}; sẽ ghi khi đăng ký văn bản."
        yield NUMBER.finds(text, Place(Part.REPORT, field="number"), lacking)


def missing_recipients(draft: Draft) -> Iterator[Finding]:
    if not draft.document.recipients:
        yield RECIPIENTS.finds("Báo cáo chưa có nơi nhận. Ghi các nơi nhận.", Place(Part.RECIPIENTS))


def missing_signer(draft: Draft) -> Iterator[Finding]:
    signature = draft.document.signature
    for said, field, called in (
        (signature.authority, "signer_authority", "chức vụ người ký"),
        (signature.name, "signer_name", "họ tên người ký"),
    ):
        if not said:
            text = f"Báo cáo chưa có {called}. Ghi {called}."
            yield SIGNER.finds(text, Place(Part.REPORT, field=field), field)


def missing_closing(draft: Draft) -> Iterator[Finding]:
    """Find a last paragraph without "./.": the closing, or the last words of the body where there is none."""
    closing = draft.document.closing
    if not closing:
        body = [passage.text for passage in draft.passages if passage.place.part is Part.SECTION]
        if body and body[-1].endswith(END):
            return
        text = "Báo cáo chưa có lời kết. Viết câu kết, cuối câu ghi “./.”."
    elif closing.endswith(END):
        return
    else:
        text = f"Lời kết “… {closing[-30:].lstrip()}” chưa kết thúc bằng “./.”. Thêm “./.” vào cuối."
    yield CLOSING.finds(text, Place(Part.REPORT, field="closing", line=closing), bool(closing))
