"""Random years of work: without mistakes there is no finding, and with one mistake exactly one."""

from datetime import date, timedelta
from random import Random

import pytest

from events.kinds import DatePrecision, EventKind
from events.models import Event
from pbgdpl.lib.vietnamese import official_date
from plans.kinds import DocumentKind
from plans.models import Directive, Plan
from reports.checks import find
from reports.models import Criterion, Section
from tests.factories import make_directive, make_event, make_plan, make_report
from tests.reports.checks.found import TODAY

pytestmark = pytest.mark.django_db

SYMBOLS = {
    DocumentKind.PLAN: ("KH-SXD",),
    DocumentKind.DECISION: ("QĐ-SXD",),
    DocumentKind.OFFICIAL_LETTER: ("SXD-VP", "SXD-TTra", "SXD-PC"),
}
SUBJECTS = (
    "phổ biến, giáo dục pháp luật năm 2024",
    "phổ biến Luật Đất đai số 31/2024/QH15",
    "thực hiện Nghị định số 46/2024/NĐ-CP ngày 04/5/2024 của Chính phủ",
    "phòng, chống tham nhũng, tiêu cực giai đoạn 2021-2025",
    "hưởng ứng “Ngày Pháp luật” 9/11",
    "công tác hòa giải ở cơ sở (đợt 2)",
)
BODIES = ("UBND tỉnh Sen", "Sở Tư pháp tỉnh Sen", "Thủ tướng Chính phủ")
DIRECTED = ("KH-UBND", "STP-PBGDPL", "QĐ-TTg")
PROSE = (
    "So với năm 2023, số lượt người tăng 12,5%; tỷ lệ hòa giải thành đạt 86,7%.",
    "Luật Đất đai năm 2024, Luật Nhà ở năm 2023 được phổ biến đến 100% xã, phường.",
    "Kinh phí là 1.250.000.000 đồng, chi cho tờ gấp, áp phích, v.v.; xem tại https://sxd.gov.vn/pbgdpl.",
    "Năm học 2023-2024, 12/15 trường tổ chức thi tìm hiểu pháp luật; phần cuối năm 2023 chuyển sang đã xong.",
    "Người dân ở Krông Pắc, Pleiku được trợ giúp; ngày ngày loa truyền thanh phát hai lượt.",
)
LISTINGS = (
    ("[[văn bản đã ban hành]]", "[[văn bản chỉ đạo]]", "[[hoạt động]]"),
    ("[[văn bản đã ban hành: theo tháng]]", "[[văn bản chỉ đạo]]", "[[hoạt động: theo tháng]]"),
    ("[[văn bản đã ban hành: theo loại]]", "[[văn bản chỉ đạo]]", "[[hoạt động: theo loại]]"),
)
FIRST, LAST = date(2024, 1, 1), date(2024, 10, 31)


def make_year(department, seed):
    """Save a year without mistakes, and its report."""
    chance = Random(seed)
    directives = make_directives(department, chance)
    plans = make_plans(department, chance)
    for directive in directives:
        chance.choice(plans).directives.add(directive)
    for position, day in enumerate(days(chance, FIRST, chance.randint(1, 15)), start=1):
        event(department, chance, position, day)
    cited = chance.sample([*plans, *directives], 3)
    citing = [
        f"Thực hiện {row.get_kind_display()} số {row.number} ngày {official_date(row.issued_on)}, Sở làm tốt."
        for row in cited
    ]
    prose = [*chance.sample(PROSE, 3), *citing]
    chance.shuffle(prose)
    bodies = ("\n\n".join(prose), *chance.choice(LISTINGS))
    return make_report(
        department,
        *(
            (1, f"Phần thứ {place}", f"Sở có kết quả sau:\n\n{body}")
            for place, body in enumerate(bodies, start=1)
        ),
        number="05/BC-SXD",
        statistics_from=FIRST,
        statistics_to=LAST,
    )


def days(chance, first, count):
    return sorted(first + timedelta(chance.randrange((LAST - first).days + 1)) for _ in range(count))


def make_directives(department, chance):
    issued = days(chance, date(2021, 1, 1), chance.randint(2, 5))
    return [
        make_directive(
            department,
            position=position,
            number=f"{position * 100 + chance.randrange(100)}/{symbol}",
            issuing_body=body,
            kind=DocumentKind.DECISION if symbol.startswith("QĐ") else DocumentKind.PLAN,
            issued_on=day,
            subject=f"về {chance.choice(SUBJECTS)}",
        )
        for position, (day, (symbol, body)) in enumerate(
            ((day, chance.choice(list(zip(DIRECTED, BODIES, strict=True)))) for day in issued), start=1
        )
    ]


def make_plans(department, chance):
    counts = dict.fromkeys(SYMBOLS, 0)
    plans = []
    for position, day in enumerate(days(chance, date(2023, 12, 1), chance.randint(3, 20)), start=1):
        kind = chance.choice(list(SYMBOLS))
        counts[kind] += chance.randint(1, 9)
        number = f"{counts[kind]:02}/{chance.choice(SYMBOLS[kind])}"
        subject = f"về {chance.choice(SUBJECTS)}"
        row = make_plan(
            department, position=position, kind=kind, number=number, issued_on=day, subject=subject
        )
        plans.append(row)
    return plans


def event(department, chance, position, day):
    is_monthly = chance.random() < 0.2
    make_event(
        department,
        position=position,
        kind=chance.choice(
            [EventKind.CONFERENCE, EventKind.TRAINING, EventKind.ROUND_TABLE, EventKind.LAW_DAY]
        ),
        name=f"Buổi thứ {position} về {chance.choice(SUBJECTS)}",
        held_from=day.replace(day=1) if is_monthly else day,
        date_precision=DatePrecision.MONTH if is_monthly else DatePrecision.DAY,
        attendance=chance.randint(10, 3000),
        attendance_is_minimum=chance.random() < 0.3,
    )


def codes(report, today=TODAY):
    return sorted(finding.rule.code for finding in find(report, today))


@pytest.mark.parametrize("seed", range(20))
def test_a_year_in_order_has_no_finding(department, seed):
    report = make_year(department, seed)
    assert [finding.text for finding in find(report, TODAY)] == []


def says(words):
    def add(report):
        section = report.sections.first()
        Section.objects.filter(pk=section.pk).update(body=f"{section.body}\n\n{words}")

    return add


def last(model, **values):
    def change(report):
        row = model.objects.order_by("position").last()
        model.objects.filter(pk=row.pk).update(**values)

    return change


def head(**values):
    def change(report):
        type(report).objects.filter(pk=report.pk).update(**values)

    return change


def misspell(report):
    row = Plan.objects.order_by("position").first()
    number = row.number.replace("SXD", "SXXD")
    says(f"Có {row.get_kind_display()} số {number} ngày {official_date(row.issued_on)}.")(report)


def record_again(report):
    row = Plan.objects.order_by("position").last()
    row.pk, row.position = None, row.position + 1
    row.save()


def stand_first(report):
    make_plan(report.organisation, position=0, issued_on=LAST, number="990/KH-SXD")
    report.sections.filter(body__contains="[[văn bản đã").update(body="[[văn bản đã ban hành]]")


def ask_for_criteria(report):
    section = report.sections.last()
    Section.objects.filter(pk=section.pk).update(body=f"{section.body}\n\n[[tiêu chí]]")
    report.assessments.create(criterion=Criterion.objects.first())


def order_idly(report):
    make_directive(report.organisation, position=99, number="9999/KH-UBND", issued_on=date(2024, 10, 31))


FAULTS = (
    (["own-symbol", "two-symbols"], misspell),
    (["recorded-twice"], record_again),
    (["number-of-another-year"], says("Theo Nghị định số 30/2020/NĐ-CP ngày 05/3/2021 của Chính phủ.")),
    (["impossible-date"], says("Sở họp ngày 31/9/2024 tại trụ sở.")),
    (["outside-period"], last(Plan, issued_on=date(2024, 11, 1))),
    (["outside-period"], last(Event, held_from=date(2024, 11, 1), date_precision=DatePrecision.DAY)),
    (["event-without-date"], last(Event, held_from=None, held_to=None, date_precision=DatePrecision.NONE)),
    (["event-without-count"], last(Event, attendance=None, attendance_is_minimum=False)),
    (["out-of-order"], stand_first),
    (["unrecorded-document"], says("Thực hiện Kế hoạch số 8888/KH-UBND ngày 05/3/2024 của UBND tỉnh.")),
    (["directive-without-plan"], order_idly),
    (["old-year"], says("Trong năm 2023, Sở đã tổ chức 12 hội nghị.")),
    (["doubled-word"], says("Đây là nhiệm vụ của của Sở.")),
    (["impossible-syllable"], says("Sở trả lời kip thời.")),
    (["misplaced-mark"], says("Sở trả lời kịp thời , đúng hạn.")),
    (["doubled-space"], says("Sở trả lời  kịp thời.")),
    (["unread-listing"], says("[[danh sách lớp]]")),
    (["wide-table"], says("| Số lượt " * 8 + "|\n" + "| 10.345.678 " * 8 + "|")),
    (["criterion-without-text"], ask_for_criteria),
    (["empty-section"], lambda report: report.sections.create(position=99, depth=1, heading="Kiến nghị")),
    (["no-recipients"], lambda report: report.recipients.all().delete()),
    (["no-signer"], head(signer_name="")),
    (["no-closing"], head(closing="Trên đây là báo cáo của Sở.")),
    (["no-number"], head(number="/BC-SXD")),
)


@pytest.mark.parametrize("seed", range(100, 104))
@pytest.mark.parametrize(
    ("expected", "put_wrong"), FAULTS, ids=[f"{n}-{f[0][0]}" for n, f in enumerate(FAULTS)]
)
def test_one_thing_put_wrong_gives_exactly_its_finding(department, expected, put_wrong, seed):
    report = make_year(department, seed)
    put_wrong(report)
    report = type(report).objects.get(pk=report.pk)
    assert codes(report) == expected


@pytest.mark.parametrize("model", [Plan, Directive, Event])
def test_a_date_in_the_future_is_found_once_a_row(department, model):
    report = make_year(department, 7)
    row = model.objects.order_by("position").last()
    day = row.held_from if model is Event else row.issued_on
    assert [code for code in codes(report, day - timedelta(1)) if code == "future-date"] != []
    assert "future-date" not in codes(report, max(LAST, day))
