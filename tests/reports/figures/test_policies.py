"""What must be communicated is a list that the department keeps; what has been follows from the events linked to it."""

from plans.kinds import PolicyKind
from plans.models import Policy
from reports.figures.form import load_form
from reports.models import PeriodKey, PeriodKind
from tests.reports.figures.forms import make_form
from tests.reports.figures.year_of_events import event, undated

WHOLE, FIRST_HALF = PeriodKey(2026), PeriodKey(2026, PeriodKind.HALF_YEAR)


def make_policy(body, **values):
    return Policy.objects.create(
        **{"organisation": body, "reporting_year": 2026, "name": "Dự thảo Quyết định về bến xe", **values}
    )


def test_what_must_be_communicated_is_listed_and_what_has_been_follows_from_events(
    department, other_department
):
    make_form()
    held, later, unsure = event(department, 5, 5), event(department, 5, 9), undated(department)
    first, second, third = (make_policy(department, name=f"Dự thảo {name}") for name in "ABC")
    make_policy(department, kind=PolicyKind.POLICY)
    make_policy(department, reporting_year=2025)
    make_policy(other_department)
    held.policies.add(first)
    later.policies.add(first, second)
    unsure.policies.add(third)
    form = load_form(department, WHOLE)
    assert [form.figure(code).actual for code in ("14", "15", "16", "17")] == [1, 0, 3, 2]
    assert [row.words for row in form.figure("17").rows] == ["Dự thảo A", "Dự thảo B"]
    assert form.figure("17").doubts == (
        "1 chính sách, dự thảo chỉ gắn với hoạt động chưa ghi ngày hoặc không nằm trọn trong kỳ nên chưa tính là đã "
        "truyền thông: “Dự thảo C”.",
    )
    assert load_form(department, FIRST_HALF).figure("17").actual == 1
