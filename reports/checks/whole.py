"""Rules about the parts that a report must have before it can be signed."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from pbgdpl.lib.vietnamese import thousands
from reports.checks.draft import Draft
from reports.checks.figures import ELSEWHERE
from reports.checks.findings import MOST_UNREAD, Finding, Part, Place, Rule, Severity, clipped, times
from reports.compiling.figures.marks import unread_listings
from reports.compiling.figures.names import nearest
from reports.compiling.listings import read_choice
from reports.document.typed import listings
from reports.models import Section

LAYOUT = "Nghị định số 30/2020/NĐ-CP, Phụ lục I, mục II"
EMPTY_SECTION = Rule(
    "empty-section",
    Severity.BLOCKING,
    "Mục chưa có nội dung",
    "Đề cương đòi mục này; dưới tiêu đề phải có nội dung.",
)
OPTIONAL = Rule(
    "empty-optional-section",
    Severity.HINT,
    "Mục không bắt buộc chưa có nội dung",
    "Đề cương không đòi mục này; một tiêu đề không có gì ở dưới vẫn in ra, nên viết nội dung hoặc ghi rõ là không có.",
)
UNREAD_LISTING = Rule(
    "unread-listing",
    Severity.WARNING,
    "Tên danh mục không đọc được",
    "Tên danh mục viết sai thì bản in giữ nguyên dòng trong ngoặc vuông.",
)
CRITERION_WITHOUT_TEXT = Rule(
    "criterion-without-text",
    Severity.WARNING,
    "Tiêu chí chưa có lời đánh giá",
    "Tiêu chí chưa có lời thì không in trong danh mục tiêu chí của báo cáo.",
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
    for section, heading in _empty_sections(draft):
        if section.is_required:
            text = f"Mục “{heading}” chưa có nội dung. Viết nội dung, hoặc ghi rõ là không có."
            yield EMPTY_SECTION.finds(text, _in_section(section), section.pk)


def empty_optional_section(draft: Draft) -> Iterator[Finding]:
    for section, heading in _empty_sections(draft):
        if not section.is_required:
            text = (
                f"Mục “{heading}” chưa có nội dung, đề cương không bắt buộc. "
                "Viết nội dung, hoặc ghi rõ là không có."
            )
            yield OPTIONAL.finds(text, _in_section(section), section.pk)


def _empty_sections(draft: Draft) -> Iterator[tuple[Section, str]]:
    """Yield the sections without text and subsections, each with its numbered heading."""
    for section, entry in zip(draft.sections, draft.contents, strict=True):
        if entry.is_empty:
            yield section, clipped(str(entry.heading))


def _in_section(section: Section, line: str = "") -> Place:
    return Place(Part.SECTION, (section.pk,), line=line, section=section.pk)


def unread_listing(draft: Draft) -> Iterator[Finding]:
    """Yield the lines in double square brackets that name no listing and are printed as typed, the first by name."""
    for section in draft.sections:
        unread = unread_listings(section.body, is_of_province=draft.is_of_province)
        where = f"mục “{clipped(section.heading)}”"
        counts = Counter(one.name for one in listings(section.body)) if unread else Counter[str]()
        for name in unread[:MOST_UNREAD]:
            line, like = f"[[{name}]]", nearest(name, is_of_province=draft.is_of_province)
            advice = f"Có phải “[[{like}]]”?" if like else "Sửa tên danh mục."
            why = ELSEWHERE if read_choice(name) else f"không phải tên danh mục. {advice}"
            text = f"“{clipped(line)}”{times(counts[name])} ({where}) {why}"
            yield UNREAD_LISTING.finds(text, _in_section(section, line), section.pk, name)
        if (more := len(unread) - MOST_UNREAD) > 0:
            text = (
                f"Còn {thousands(more)} tên khác ({where}) không phải tên danh mục. Sửa những tên trên trước."
            )
            yield UNREAD_LISTING.finds(text, _in_section(section), section.pk)


def criterion_without_text(draft: Draft) -> Iterator[Finding]:
    """Yield the listed criteria without a text, or a listing of criteria for a report that has none."""
    section = draft.listed_in.get(Part.CRITERION)
    if section is None:
        return
    if not draft.assessments:
        text = "Báo cáo in danh mục tiêu chí nhưng chưa có tiêu chí nào. Lập danh sách tiêu chí, hoặc bỏ danh mục."
        yield CRITERION_WITHOUT_TEXT.finds(text, Place(Part.CRITERION, section=section))
    for assessment in draft.assessments:
        if not assessment.text:
            place = Place(Part.CRITERION, (assessment.pk,), "text", section=section)
            text = f"Tiêu chí “{clipped(assessment.criterion.name)}” chưa có lời đánh giá. Viết lời đánh giá."
            yield CRITERION_WITHOUT_TEXT.finds(text, place, assessment.criterion_id)


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
    for text_of_field, field, called in (
        (signature.authority, "signer_authority", "chức vụ người ký"),
        (signature.name, "signer_name", "họ tên người ký"),
    ):
        if not text_of_field:
            text = f"Báo cáo chưa có {called}. Ghi {called}."
            yield SIGNER.finds(text, Place(Part.REPORT, field=field), field)


def missing_closing(draft: Draft) -> Iterator[Finding]:
    """Yield a finding if the last paragraph, of the closing or else of the body, does not end with "./."."""
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
