"""What a province's report counts of its bodies' reports: what they list, how many are there, missing or late."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from accounts.models import BodyGroup
from plans.kinds import DocumentKind
from reports.compiling.collected import CollectedListings
from reports.compiling.figures.columns import FigureValue, counted, missing
from reports.compiling.figures.marks import FigureMark
from reports.compiling.figures.names import GROUPS, Named
from reports.compiling.listings import DIRECTIVES, EVENTS, PLANS, ListingChoice
from reports.received.listings import Collected
from reports.received.standing import Standing

REPORTS_OF_BODIES = (
    "số đếm từ báo cáo của các đơn vị chỉ chia theo nhóm đơn vị, không chia theo loại, tháng, quý, phòng"
)
WITH_GROUP = "Chỉ ghi nhóm như “cấp xã” sau dấu hai chấm, hoặc bỏ phần ấy."
DOCUMENTS_OF_BODIES = (
    "văn bản của các đơn vị chỉ chia theo loại và nhóm đơn vị, không chia theo tháng, quý, phòng"
)
WITH_KIND_OR_GROUP = "Chỉ ghi loại văn bản hoặc nhóm như “cấp xã” sau dấu hai chấm, hoặc bỏ phần ấy."
NOT_STORED: Mapping[str, str] = {
    DIRECTIVES: "báo cáo đã tiếp nhận chỉ lưu danh mục văn bản đơn vị ban hành, không lưu văn bản chỉ đạo",
    EVENTS: "báo cáo đã tiếp nhận không lưu danh mục hoạt động để đếm; số cuộc của cả tỉnh là “[[số cuộc]]”",
}
NO_DEADLINE = "có báo cáo nộp khi chưa đặt hạn nên không biết là đúng hạn hay muộn"


def count_of_bodies(collected: CollectedListings, named: Named, mark: FigureMark) -> FigureValue:
    """Return what a count says of all bodies or of one group, or why that is not known."""
    if named.listing in NOT_STORED:
        return missing(NOT_STORED[named.listing])
    is_of_documents = named.listing == PLANS
    if mark.month or mark.quarter or mark.division or (mark.kinds and not is_of_documents):
        if is_of_documents:
            return missing(DOCUMENTS_OF_BODIES, WITH_KIND_OR_GROUP)
        return missing(REPORTS_OF_BODIES, WITH_GROUP)
    if named.counts:
        return _standing(collected, named.counts, mark.group)
    kinds = tuple(DocumentKind(kind) for kind in mark.kinds)
    choice = ListingChoice(Collected.DOCUMENTS if is_of_documents else named.listing, kinds=kinds)
    entries = collected.of_group(choice, mark.group)
    if entries.unlisted:
        return missing(f"{entries.unlisted} báo cáo đã tiếp nhận không lưu danh mục văn bản nên đếm không đủ")
    return counted(entries.count)


def _standing(
    collected: CollectedListings, counts: Callable[[Standing], bool | None], group: str
) -> FigureValue:
    answers = [counts(one) for one in collected.standings if group in ("", one.group)]
    if not answers and group:
        return missing(f"không có đơn vị nào trong nhóm “{GROUPS[BodyGroup(group)][0]}”")
    return missing(NO_DEADLINE) if None in answers else counted(answers.count(True))
