"""What is handed in goes along as data: all that the paper says, its rows and figures, in the form of the schema."""

import json
from datetime import date, datetime
from decimal import Decimal
from hashlib import sha256
from io import StringIO
from pathlib import Path

import pytest
from django.conf import settings
from django.core.management import call_command
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils.timezone import localtime
from jsonschema import Draft202012Validator

from accounts.models import BodyGroup
from events.kinds import EventKind
from reports.compiling.compile import compile_report
from reports.document.data import from_data
from reports.document.text import to_text
from reports.models import FileKind, Submission, SubmittedFigure
from reports.submission.data.content import content_of
from reports.submission.data.file import read_data, written
from reports.submission.submission import DraftChanged, prepare, submit_report
from tests.factories import (
    make_attachment,
    make_directive,
    make_division,
    make_event,
    make_period,
    make_plan,
    make_policy,
    make_report,
)
from tests.reports.figures.forms import make_figure, make_form
from tests.reports.submission.handed_in import frozen_bytes, make_assessment, submit

SCHEMAS = Path(settings.BASE_DIR, "docs", "schema")
SAMPLES = Path(__file__).with_name("samples")
SECTIONS = (
    (1, "Kết quả", "Sở đã ban hành:\n\n[[văn bản đã ban hành]]\n\n[[văn bản chỉ đạo]]"),
    (1, "Hoạt động", "[[hoạt động: tập huấn]]"),
)


def faults(data):
    """Return what the schema that the data names has against it."""
    schema = json.loads((SCHEMAS / f"{data['schema']}.json").read_text(encoding="utf-8"))
    Draft202012Validator.check_schema(schema)
    checker = Draft202012Validator.FORMAT_CHECKER
    return [error.message for error in Draft202012Validator(schema, format_checker=checker).iter_errors(data)]


def data_of(submission):
    return read_data(frozen_bytes(submission, FileKind.JSON))


@pytest.fixture
def year(department):
    """Save a year in which An linked everything, and things that no listing prints."""
    directive, plan = make_directive(department), make_plan(department)
    hidden = make_plan(department, in_report=False)
    plan.directives.set([directive])
    event = make_event(
        department,
        name="Tập huấn Luật Đất đai",
        sessions=3,
        mode="online",
        division=make_division(department),
    )
    policy = make_policy(department)
    event.plans.set([plan, hidden])
    event.policies.set([policy])
    contest = make_event(department, kind=EventKind.CONTEST, name="Cuộc thi viết", held_from=date(2024, 4, 2))
    return {"directive": directive, "plan": plan, "event": event, "policy": policy, "contest": contest}


@pytest.fixture
def report(department, year):
    make_period(department.reports_to)
    return make_report(department, *SECTIONS)


def test_the_paper_is_rebuilt_from_the_data(report, binh):
    document = compile_report(report)
    data = data_of(submit(report, binh))
    assert from_data(data["paper"]) == document
    assert to_text(from_data(data["paper"])) == to_text(document)
    assert faults(data) == []


def test_the_data_names_body_period_version_and_the_other_files(report, department, binh):
    submission = submit(report, binh)
    data = data_of(submission)
    receiver = department.reports_to
    assert data["body"] == {
        "code": "SXD",
        "name": "Sở Xây dựng tỉnh Sen",
        "group": "department",
        "reports_to": {"code": receiver.code, "name": receiver.name},
    }
    assert data["period"] == {
        "year": 2024,
        "kind": "year",
        "words": "năm 2024",
        "statistics_from": None,
        "statistics_to": None,
    }
    said = data["submission"]
    moment = localtime(submission.submitted_at).replace(microsecond=0)
    assert (said["version"], said["submitted_by"], said["due_on"]) == (1, str(binh), "2099-11-15")
    assert (datetime.fromisoformat(said["submitted_at"]), said["pages"]) == (moment, submission.pages)
    assert [[one["severity"], one["finding"]] for one in said["outstanding"]] == submission.outstanding
    assert data["files"] == [
        {"kind": file.kind, "name": file.name, "size": file.size, "sha256": file.sha256}
        for file in submission.files.exclude(kind=FileKind.JSON)
    ]


def test_its_rows_are_those_that_are_printed_with_the_links_among_them(report, binh, year):
    make_form({"code": "18", "label": "Kinh phí"})
    rows = data_of(submit(report, binh))["rows"]
    assert {name: [one["pk"] for one in listed] for name, listed in rows.items()} == {
        "directives": [year["directive"].pk],
        "plans": [year["plan"].pk],
        "events": [year["event"].pk],
        "policies": [],
    }
    (plan,), (event,) = rows["plans"], rows["events"]
    assert (plan["words"], plan["is_printed"]) == (year["plan"].citation(), True)
    assert plan["directives"] == [year["directive"].pk]
    assert (event["plans"], event["policies"]) == ([year["plan"].pk], [])
    assert (event["sessions"], event["mode"], event["held_from"]) == (3, "online", "2024-03-05")
    assert event["division"] == year["event"].division.name


def test_what_is_counted_or_proves_something_goes_along_too(report, binh, year):
    make_form(
        {"code": "9", "label": "Số cuộc thi", "unit": "cuộc", "count": "contests"},
        {"code": "14", "label": "Chính sách phải truyền thông", "count": "must"},
    )
    file = make_attachment(report.organisation, row=year["plan"])
    make_assessment(report, plans=[year["plan"]], attachments=[file])
    data = data_of(submit(report, binh))
    contest = next(one for one in data["rows"]["events"] if one["pk"] == year["contest"].pk)
    assert (contest["is_printed"], contest["kind"]) == (False, "contest")
    event = next(one for one in data["rows"]["events"] if one["pk"] == year["event"].pk)
    assert [one["pk"] for one in data["rows"]["policies"]] == event["policies"] == [year["policy"].pk]
    (criterion,) = data["criteria"]
    assert criterion["evidence"] == {
        "directives": [],
        "plans": [year["plan"].pk],
        "events": [],
        "files": [{"name": file.name, "size": file.size, "sha256": file.sha256}],
    }
    assert data["attachments"] == criterion["evidence"]["files"]
    assert faults(data) == []


def test_criteria_state_result_and_points_without_losing_a_digit(report, binh):
    assessment = make_assessment(report, text="Đạt.")
    assessment.result, assessment.points = "met", Decimal("8.5")
    assessment.save()
    (criterion,) = data_of(submit(report, binh))["criteria"]
    said = {name: criterion[name] for name in ("name", "result", "result_label", "points", "text")}
    assert said == {
        "name": "Kế hoạch",
        "result": "met",
        "result_label": "Đạt",
        "points": "8.50",
        "text": "Đạt.",
    }


def test_figures_go_along_with_their_passports_and_into_a_table(report, binh, year):
    make_form()
    settled = {"actual": 5, "counted": 3, "reason": "Hai cuộc chưa nhập.", "settled_by": binh}
    make_figure(report, "5", **settled, settled_at=localtime())
    make_figure(report, "3", does_not_apply=True)
    make_figure(report, "19", actual=28_645_665_856, estimate=6_812_889_440)
    submission = submit(report, binh)
    data = data_of(submission)
    figures = {one["code"]: one for one in data["form"]["figures"]}
    sessions = figures["5"]
    assert (sessions["actual"], sessions["counted"], sessions["reason"]) == (5, 3, "Hai cuộc chưa nhập.")
    assert sessions["settled"]["by"] == str(binh)
    assert [(one["model"], one["pk"], one["value"]) for one in sessions["rows"]] == [
        ("event", year["event"].pk, 3)
    ]
    assert (figures["3"]["does_not_apply"], figures["3"]["actual"]) == (True, None)
    assert (figures["9"]["does_not_apply"], figures["9"]["actual"]) == (False, 1)
    assert figures["18"]["total"] == 35_458_555_296
    assert faults(data) == []
    names = ("code", "actual", "estimate", "counted", "does_not_apply", "reason")
    stored = list(SubmittedFigure.objects.filter(submission=submission).values_list(*names))
    assert stored == [tuple(one[name] for name in names) for one in data["form"]["figures"]]
    assert {one.form_code for one in submission.figures.all()} == {"04b/TP/PBGDPL"}
    events = [(one.row, one.name, one.held_on.isoformat()) for one in submission.events.order_by("row")]
    assert (year["event"].pk, year["event"].name, str(year["event"].held_from)) in events
    assert events == [
        (one["pk"], one["name"], one["held_from"])
        for one in sorted(data["rows"]["events"], key=lambda one: one["pk"])
        if one["name"] and one["date_precision"] == "day"
    ]


def test_a_body_whose_group_has_no_form_hands_in_none(report, department, binh):
    make_form()
    department.group = BodyGroup.COMMUNE
    department.save()
    data = data_of(submit(report, binh))
    assert (data["form"], SubmittedFigure.objects.count(), faults(data)) == (None, 0, [])


def settle(report, year):
    make_figure(report, "3", actual=7)


def count_anew(report, year):
    year["contest"].sessions = 2
    year["contest"].attendance = 90
    year["contest"].save()


def link(report, year):
    year["event"].plans.clear()


def take_part_in_person(report, year):
    year["event"].mode = "in_person"
    year["event"].save()


@pytest.mark.parametrize("change", [settle, count_anew, link, take_part_in_person])
def test_data_that_changed_since_it_was_seen_is_not_handed_in(report, binh, year, change):
    make_form()
    prepared = prepare(report)
    assert prepare(report).digest == prepared.digest
    change(report, year)
    assert prepare(report).digest != prepared.digest
    with pytest.raises(DraftChanged):
        submit_report(report=report, prepared=prepared, by=binh)
    assert SubmittedFigure.objects.count() == 0


def test_the_same_data_is_the_same_bytes(report, binh):
    submission = submit(report, binh)
    content = frozen_bytes(submission, FileKind.JSON)
    file = submission.files.get(kind=FileKind.JSON)
    assert (file.name, file.sha256) == ("bao-cao-pbgdpl-SXD-2024-ban-1.json", sha256(content).hexdigest())
    assert written(read_data(content)) == content
    assert (
        content.decode()
        == json.dumps(json.loads(content), ensure_ascii=False, sort_keys=True, separators=(",", ":")) + "\n"
    )


def test_more_rows_need_no_more_queries(report, department):
    make_form()
    prepare(report)
    with CaptureQueriesContext(connection) as few:
        content_of(report, compile_report(report))
    for _ in range(20):
        event = make_event(department)
        event.plans.set([make_plan(department)])
    with CaptureQueriesContext(connection) as many:
        content_of(report, compile_report(report))
    assert len(many) == len(few)


def test_what_the_demo_hands_in_keeps_the_schema(db):
    call_command("load_demo", stdout=StringIO())
    submissions = Submission.objects.select_related("report")
    assert submissions.exists()
    for submission in submissions:
        data = data_of(submission)
        assert faults(data) == []
        assert to_text(from_data(data["paper"])) == to_text(compile_report(submission.report))


@pytest.mark.parametrize("sample", sorted(SAMPLES.glob("*.json")), ids=lambda path: path.stem)
def test_what_was_handed_in_once_keeps_its_schema_for_ever(sample):
    data = json.loads(sample.read_text(encoding="utf-8"))
    assert (data["schema"], faults(data)) == (sample.stem, [])
    assert to_text(from_data(data["paper"])) == sample.with_suffix(".txt").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("place", "value"),
    [
        (("schema",), "report-2"),
        (("files", 0, "sha256"), "abc"),
        (("form", "figures", 0, "actual"), 1.5),
        (("form", "figures", 0, "actual"), "-"),
        (("rows", "events", 0, "held_from"), "05/3/2024"),
        (("paper", "body", 0, "type"), "chart"),
    ],
)
def test_the_schema_refuses_what_it_does_not_describe(place, value):
    data = json.loads((SAMPLES / "report-1.json").read_text(encoding="utf-8"))
    part = data
    for name in place[:-1]:
        part = part[name]
    part[place[-1]] = value
    schema = json.loads((SCHEMAS / "report-1.json").read_text(encoding="utf-8"))
    assert not Draft202012Validator(schema).is_valid(data)
