"""The home page asks which parts of a report are empty, without loading the rows of its listings."""

from datetime import date
from random import Random

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from events.kinds import EventKind
from plans.kinds import DocumentKind
from reports.compiling.compile import compile_report, compile_sketch
from reports.compiling.contents import contents
from reports.compiling.missing import missing_parts
from reports.models import Criterion, PeriodKind
from tests.factories import make_directive, make_event, make_plan, make_report

BODIES = (
    "",
    "Lời của mục.",
    "[[văn bản đã ban hành]]",
    "[[văn bản đã ban hành: công văn, theo tháng]]",
    "[[văn bản chỉ đạo]]",
    "[[hoạt động]]",
    "[[hoạt động: hội nghị, tập huấn, theo loại]]",
    "[[tiêu chí]]",
    "[[không có]]",
)


def random_report(department, seed):
    random = Random(seed)
    kind = random.choice(list(PeriodKind))
    sections = [(random.choice((1, 1, 2, 3)), f"Mục {number}", random.choice(BODIES)) for number in range(8)]
    report = make_report(department, *sections, period_kind=kind, closing=random.choice(("", "Hết./.")))
    values = {
        "deleted_at": random.choice((None, None, "2024-02-01T00:00Z")),
        "in_report": random.random() < 0.8,
    }
    day = random.choice((None, date(2024, 3, 5), date(2024, 9, 5)))
    if random.random() < 0.7:
        kinds = (DocumentKind.PLAN, DocumentKind.OFFICIAL_LETTER)
        make_plan(department, issued_on=day, kind=random.choice(kinds), **values)
    if random.random() < 0.5:
        make_directive(department, issued_on=day, **values)
    if random.random() < 0.7:
        held = {"held_from": day, "date_precision": "day" if day else "none"}
        make_event(department, kind=random.choice(list(EventKind)), **held, **values)
    if random.random() < 0.5:
        report.assessments.create(criterion=Criterion.objects.first(), text=random.choice(("", "Đạt.")))
    return report


@pytest.mark.parametrize("seed", range(40))
def test_a_sketch_lacks_the_parts_that_the_report_lacks(department, seed):
    report = random_report(department, seed)
    document, sketch = compile_report(report), compile_sketch(report)
    assert contents(sketch) == contents(document)
    assert list(missing_parts(sketch)) == list(missing_parts(document))


def test_a_sketch_loads_no_row(department):
    report = make_report(department, *((1, "Mục", body) for body in BODIES))
    make_plan(department)
    with CaptureQueriesContext(connection) as queries:
        compile_sketch(report)
    # Sections, kinds of plans, directives and events, assessments, recipients.
    assert len(queries) == 6
    assert [query["sql"] for query in queries if "subject" in query["sql"] and "plans_" in query["sql"]] == []
