"""The first steps of an administrator, from an empty organisation to one that can work, each with its state."""

from __future__ import annotations

from dataclasses import dataclass

from django.db.models import Exists, Model, OuterRef, QuerySet
from django.urls import reverse

from accounts.models import Division, Organisation, Role, User
from accounts.models.people import WRITERS
from reports.models import CriteriaSet, Outline, ReportingPeriod

HERE = OuterRef("pk")
PEOPLE = User.objects.filter(organisation=HERE, is_active=True)
# What an organisation has, by the names under which `_stored` returns it.
HAS: dict[str, QuerySet[Model]] = {
    "divisions": Division.objects.filter(organisation=HERE),
    "officers": PEOPLE.filter(role=Role.JUSTICE_OFFICER),
    "writers": PEOPLE.filter(role__in=WRITERS),
    "departments": Organisation.objects.filter(reports_to=HERE),
    "outlines": Outline.objects.filter(organisation=HERE),
    "criteria_sets": CriteriaSet.objects.filter(organisation=HERE),
    "periods": ReportingPeriod.objects.filter(receiver=HERE),
}


@dataclass(frozen=True, slots=True)
class Step:
    """A step as it is for every organisation; `key` is what it leads to, by its name in HAS."""

    words: str
    note: str
    page: str  # the name of its page
    key: str
    is_optional: bool = False


@dataclass(frozen=True, slots=True)
class FirstStep:
    step: Step
    url: str
    is_done: bool

    @property
    def is_to_do(self) -> bool:
        return not (self.is_done or self.step.is_optional)


OF_EVERY_BODY = (
    Step(
        "Ghi thông tin in trên văn bản",
        "Đầu văn bản, người ký và nơi nhận thường dùng.",
        "organisation_edit",
        "signer",
    ),
    Step(
        "Thêm phòng, đơn vị",
        "Để biết mỗi dòng dữ liệu do phòng nào nhập. Cơ quan nhỏ không cần.",
        "division_add",
        "divisions",
        is_optional=True,
    ),
)
OF_DEPARTMENT = (
    *OF_EVERY_BODY,
    Step(
        "Thêm cán bộ pháp chế và chuyên viên",
        "Cán bộ pháp chế soạn và nộp báo cáo; chuyên viên nhập văn bản, hoạt động của phòng mình.",
        "user_add",
        "writers",
    ),
)
# The officers of the Justice Department take the last three; its administrator reads these pages.
OF_RECEIVER = (
    *OF_EVERY_BODY,
    Step(
        "Thêm các cơ quan báo cáo về đây",
        "Mỗi sở, ban, ngành một cơ quan, có người quản trị đầu tiên của mình.",
        "departments",
        "departments",
    ),
    Step(
        "Thêm cán bộ Sở Tư pháp",
        "Người mở kỳ báo cáo, đọc, trả lại hoặc tiếp nhận báo cáo.",
        "user_add",
        "officers",
    ),
    Step(
        "Đề cương báo cáo",
        "Có sẵn một mẫu. Cán bộ Sở Tư pháp sao chép để sửa nếu cần.",
        "outlines",
        "outlines",
        is_optional=True,
    ),
    Step(
        "Bộ tiêu chí",
        "Có sẵn một mẫu. Cán bộ Sở Tư pháp sao chép để sửa nếu cần.",
        "criteria_sets",
        "criteria_sets",
        is_optional=True,
    ),
    Step(
        "Mở kỳ báo cáo",
        "Cán bộ Sở Tư pháp mở; từ đó các cơ quan biết hạn và nộp được.",
        "periods",
        "periods",
    ),
)


def first_steps(by: User, year: int) -> tuple[FirstStep, ...]:
    """Return the steps of an administrator's organisation in their order, none once what is needed is done.

    Takes one query.
    """
    if not by.administers:
        return ()
    body = by.organisation
    has = _stored(body) | {"signer": bool(body.signer_name)}
    steps = OF_RECEIVER if body.reports_to_id is None else OF_DEPARTMENT
    found = tuple(FirstStep(step, reverse(step.page, args=[year]), has[step.key]) for step in steps)
    return found if any(one.is_to_do for one in found) else ()


def _stored(organisation: Organisation) -> dict[str, bool]:
    """Return for each name of HAS whether the organisation has such rows."""
    rows = Organisation.objects.filter(pk=organisation.pk)
    # The names of annotations may not be those of fields.
    found = rows.values_list(*(Exists(having) for having in HAS.values())).get()
    return dict(zip(HAS, found, strict=True))
