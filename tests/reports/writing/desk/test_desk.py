"""The desk shows the status of the report, the progress of every section, and the next step."""

from datetime import timedelta
from uuid import uuid4

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from accounts.models import Role
from reports.checks import find
from reports.comparing.version_parts import version_parts
from reports.compiling.compile import compile_report
from reports.models import Criterion, OutcomeKind, PeriodKind, Report, ReviewNote
from reports.writing.desk import desk_of
from reports.writing.desk.sections import Writing
from reports.writing.start import start_report
from tests.factories import (
    make_directive,
    make_event,
    make_outcome,
    make_outline,
    make_period,
    make_plan,
    make_report,
    make_submission,
    make_user,
)
from tests.pages import words

DESK, HALF = "/bao-cao/2024/", "/bao-cao/2024-6-thang/"
START = f"{DESK}bat-dau/"
SECTIONS = "//ol[@class='tasks']/li"
TASKS = "//ul[@class='tasks others']/li"
PRIMARY = "//header[@class='page-head']//a[contains(@class, 'btn-primary')]"
STATUS = "//section[contains(@class, 'desk-status')]"
VERDICT = "//section[starts-with(@class, 'verdict')]"
NOTICE = "//div[starts-with(@class, 'notice')]/p"
BEGINNINGS = "//form[@class='beginnings']//button"


@pytest.fixture
def report(department):
    """Save a report that lacks nothing but its finish: a heading above two listings, and a section of words."""
    report = make_report(
        department,
        (1, "Kết quả", ""),
        (2, "Văn bản", "Sở đã ban hành:\n\n[[văn bản đã ban hành]]"),
        (2, "Hoạt động", ""),
        (1, "Nhận xét", "Đạt yêu cầu."),
    )
    make_plan(department, kind="plan")
    return report


@pytest.fixture
def at_binhs_desk(client, binh):
    client.force_login(binh)
    return client


def finish(report):
    report.sections.filter(body="").exclude(position=1).update(body="Đã có.")
    report.sections.update(is_done=True)


def url_of(report, position):
    return f"{DESK}muc/{report.sections.get(position=position).pk}/"


def seen_by(person, client, address=DESK):
    client.force_login(person)
    return client.get(address)


# Sections


def test_each_section_says_how_far_it_is(at_binhs_desk, report):
    report.sections.filter(position=4).update(is_done=True)
    response = at_binhs_desk.get(DESK)
    assert words(response, SECTIONS) == [
        "I. KẾT QUẢ",
        "1. Văn bản 1 văn bản đã ban hành Đang viết",
        "2. Hoạt động 1 chặn nộp Chưa viết",
        "II. NHẬN XÉT Xong",
    ]
    assert words(response, f"{SECTIONS}//a/@href") == [url_of(report, place) for place in (1, 2, 3, 4)]
    assert words(response, f"{STATUS}//p[@id='tien-do']") == ["1 trong 3 mục đã xong"]
    assert words(response, f"{STATUS}//rect/@width") == ["100", "33"]


def test_a_heading_above_others_with_words_of_its_own_is_written_too(report, binh):
    report.sections.filter(position=1).update(body="Trong năm:")
    assert desk_of(report, binh).sections[0].writing is Writing.BEGUN


def test_a_listing_counts_what_it_will_print(report, department, binh):
    body = "[[hoạt động: hội nghị, theo tháng]]\n\n[[văn bản chỉ đạo]]\n\n[[hoạt động]]\n\n[[tiêu chí]]"
    report.sections.filter(position=4).update(body=body)
    make_event(department, kind="conference")
    make_event(department, kind="seminar")
    make_event(department, kind="seminar", in_report=False)
    make_directive(department)
    for criterion, text in zip(Criterion.objects.all(), ("Tốt.", "", ""), strict=False):
        report.assessments.create(criterion=criterion, text=text)
    assert desk_of(report, binh).sections[3].listings == (
        "1 hoạt động",
        "1 văn bản chỉ đạo",
        "2 hoạt động",
        "1 tiêu chí",
    )


def test_what_is_found_is_counted_at_its_section_by_its_weight(at_binhs_desk, report):
    report.sections.filter(position=4).update(body="Sở đã đã làm tốt.")
    report.recipients.all().delete()
    response = at_binhs_desk.get(DESK)
    assert words(response, f"{SECTIONS}[4]//li") == ["1 cảnh báo"]
    assert words(response, f"{SECTIONS}[4]//li/@class") == ["is-warning"]
    assert words(response, f"{TASKS}[1]//li") == ["1 chặn nộp"]
    assert words(response, f"{TASKS}[5]//li")[:2] == ["2 chặn nộp", "1 cảnh báo"]


def test_a_waived_finding_is_counted_as_such_only(report, binh, at_binhs_desk):
    report.sections.filter(position=4).update(body="Sở đã đã làm tốt.")
    report.sections.filter(position=3).update(body="Đủ.")
    found = find(report)
    for finding in found:
        report.waivers.create(key=finding.key, text=finding.text, reason="Đúng.", waived_by=binh)
    task = next(one for one in words(at_binhs_desk.get(DESK), TASKS) if one.startswith("Rà soát"))
    assert task == f"Rà soát Không còn chỗ nào cần xem lại, {len(found)} chỗ được giữ nguyên"


def test_a_report_begun_from_last_years_says_where_that_year_is_still_named(department, binh, client):
    old = make_report(
        department,
        (1, "Kết quả", "Năm 2023 hơn năm 2022, từ ngày 01/01/2023."),
        (1, "Kiến nghị", "Không."),
        reporting_year=2023,
        opening="Năm 2023 như sau:",
    )
    report = start_report(organisation=department, year=2024, earlier=old, by=binh)
    response = seen_by(binh, client)
    assert words(response, "//li[@class='mentions']") == ["2 chỗ còn năm cũ", "1 chỗ còn năm cũ"]
    make_submission(report)
    assert words(client.get(DESK), "//li[@class='mentions']") == []


# What comes next


def test_the_button_leads_from_writing_over_putting_right_to_handing_in(at_binhs_desk, report):
    def button():
        response = at_binhs_desk.get(DESK)
        return words(response, PRIMARY), words(response, f"{PRIMARY}/@href")

    assert button() == (["Viết tiếp"], [url_of(report, 2)])
    report.sections.update(is_done=True)
    assert button() == (["Sửa chỗ chặn nộp"], [f"{DESK}ra-soat/"])
    finish(report)
    assert button() == (["Xem trước và nộp"], [f"{DESK}nop/"])
    make_submission(report)
    assert button() == (["Xem bản đã nộp"], [f"{DESK}cac-ban/1/"])


def test_the_other_tasks_lead_to_their_pages(at_binhs_desk, report):
    first, second = Criterion.objects.all()[:2]
    report.assessments.create(criterion=first, result="met", text="Đạt.")
    report.assessments.create(criterion=second, result="met")  # without words
    response = at_binhs_desk.get(DESK)
    assert words(response, f"{TASKS}//a") == [
        "Đầu và cuối báo cáo",
        "Tiêu chí",
        "Số liệu",
        "Phụ lục",
        "Rà soát",
        "Các bản đã nộp",
        "Nộp báo cáo",
    ]
    pages = ("dau-cuoi", "tieu-chi", "so-lieu", "phu-luc", "ra-soat", "cac-ban", "nop")
    assert words(response, f"{TASKS}//a/@href") == [f"{DESK}{page}/" for page in pages]
    assert words(response, f"{TASKS}//p[@class='hint']")[1:] == [
        "1 trong 2 tiêu chí đã đánh giá",
        "Biểu thống kê, đếm sẵn từ dữ liệu của năm",
        "Chưa có phụ lục",
        "Chưa nộp bản nào",
    ]


def test_the_annexes_are_a_task_for_readers_too_where_there_are_some(client, binh, an, report):
    for position, body in enumerate(("Sở đã đã làm.", "Ngày 31/02/2024."), start=1):
        report.annexes.create(position=position, title="Danh sách", body=body)
    notes = {person: words(seen_by(person, client), f"{TASKS}[4]")[0] for person in (binh, an)}
    assert notes == dict.fromkeys((binh, an), "Phụ lục 2 phụ lục 1 chặn nộp 3 cảnh báo")
    make_submission(report)
    assert words(seen_by(an, client), f"{TASKS}//a") == ["Tiêu chí", "Số liệu", "Phụ lục", "Các bản đã nộp"]


def test_a_returned_report_is_first_put_right_where_it_was_remarked_on(at_binhs_desk, report, dung):
    finish(report)
    submission = make_submission(report, parts=version_parts(compile_report(report)))
    ReviewNote.objects.create(
        submission=submission, heading="1. Văn bản", text="Ghi rõ quý.", written_by=dung
    )
    make_outcome(submission)
    response = at_binhs_desk.get(DESK)
    assert words(response, PRIMARY) == ["Sửa theo nhận xét"]
    assert words(response, f"{PRIMARY}/@href") == [url_of(report, 2)]
    report.sections.filter(position=2).update(body="Quý I ban hành:\n\n[[văn bản đã ban hành]]")
    assert words(at_binhs_desk.get(DESK), PRIMARY) == ["Xem trước và nộp"]


@pytest.mark.parametrize(
    ("outcome", "step"),
    [(OutcomeKind.RETURNED, "Sửa theo nhận xét"), (OutcomeKind.REOPENED, "Sửa báo cáo")],
)
def test_a_report_given_back_without_remarks_is_put_right_from_its_first_section(
    at_binhs_desk, report, outcome, step
):
    finish(report)
    make_outcome(make_submission(report, parts=version_parts(compile_report(report))), outcome)
    response = at_binhs_desk.get(DESK)
    assert words(response, PRIMARY) == [step]
    assert words(response, f"{PRIMARY}/@href") == [url_of(report, 2)]  # above it stands a heading alone


# The status


@pytest.mark.parametrize(
    ("days", "sentence"),
    [
        (12, "Còn 12 ngày, hạn {}"),
        (0, "Hôm nay là ngày cuối, hạn {}"),
        (-3, "Quá hạn 3 ngày, hạn {}"),
    ],
)
def test_the_desk_shows_the_days_left(at_binhs_desk, justice_department, report, days, sentence):
    day = timezone.localdate() + timedelta(days=days)
    make_period(justice_department, due_on=day)
    where = words(at_binhs_desk.get(DESK), f"{STATUS}//p[@class='where']/span")
    assert where == ["Đang soạn", sentence.format(day.strftime("%d/%m/%Y"))]


@pytest.mark.parametrize(("days", "sentence"), [(0, "Đúng hạn {}"), (-2, "Nộp muộn 2 ngày, hạn {}")])
def test_the_desk_shows_whether_a_submission_was_in_time(at_binhs_desk, report, days, sentence):
    today = timezone.localdate()
    make_submission(report, due_on=today + timedelta(days=days))
    day = (today + timedelta(days=days)).strftime("%d/%m/%Y")
    where = words(at_binhs_desk.get(DESK), f"{STATUS}//p[@class='where']/span")
    assert where == [f"Đã nộp (bản 1, {today:%d/%m/%Y})", sentence.format(day)]


def test_without_a_period_there_is_no_deadline_yet(at_binhs_desk, report):
    assert words(at_binhs_desk.get(DESK), f"{STATUS}//span[contains(@class, 'due')]") == [
        "Sở Tư pháp chưa mở kỳ báo cáo này nên chưa có hạn nộp"
    ]


def test_a_report_that_is_handed_in_is_read_and_may_be_withdrawn(at_binhs_desk, report):
    make_submission(report)
    response = at_binhs_desk.get(DESK)
    assert words(response, f"{SECTIONS}//a | {SECTIONS}//p[starts-with(@class, 'writing')]") == []
    assert words(response, f"{TASKS}//a") == ["Tiêu chí", "Số liệu", "Các bản đã nộp"]
    assert words(response, f"{STATUS}/p[2]") == [
        "Nội dung đang khóa, không sửa được. Xem bản đã nộp hoặc rút bản đã nộp để sửa."
    ]
    assert words(response, f"{STATUS}//a/@href") == [f"{DESK}cac-ban/1/", f"{DESK}rut/"]


def test_a_returned_report_says_by_whom_when_and_why_with_every_remark(at_binhs_desk, report, dung):
    submission = make_submission(report)
    for heading, text in (
        ("1. Văn bản", "Ghi rõ quý."),
        ("", "Xem lại thể thức."),
        ("Cuối văn bản", "Thiếu nơi nhận."),
        ("1. Văn bản", "Nêu đơn vị phối hợp."),
        ("9. Mục cũ", "Bỏ mục này."),
    ):
        ReviewNote.objects.create(submission=submission, heading=heading, text=text, written_by=dung)
    make_outcome(submission, reason="Số liệu chưa khớp.", decided_by=dung)
    response = at_binhs_desk.get(DESK)
    day = timezone.localdate().strftime("%d/%m/%Y")
    assert words(response, f"{VERDICT}/*[not(self::form)]") == [
        f"Bản 1 bị trả lại ngày {day}",
        "Số liệu chưa khớp.",
        "Phạm Mỹ Dung, Sở Tư pháp tỉnh Sen. Xem bản đã nộp này",
        "Nhận xét theo mục",
    ]
    assert words(response, f"{VERDICT}//li/*[self::b or self::p]") == [
        *("Cả báo cáo", "Xem lại thể thức."),
        *("9. Mục cũ", "Bỏ mục này."),
        *("1. Văn bản", "Ghi rõ quý.", "Nêu đơn vị phối hợp."),
        *("Cuối văn bản", "Thiếu nơi nhận."),
    ]
    assert words(response, f"{VERDICT}//li//a/@href") == [url_of(report, 2), f"{DESK}dau-cuoi/"]
    assert words(response, f"{SECTIONS}//a") != []


def test_remarks_are_not_shown_before_there_is_an_outcome(at_binhs_desk, report, dung):
    submission = make_submission(report)
    ReviewNote.objects.create(submission=submission, text="Chưa chắc.", written_by=dung)
    assert words(at_binhs_desk.get(DESK), VERDICT) == []


@pytest.mark.parametrize(
    ("kind", "sentence", "who"),
    [
        (OutcomeKind.ACCEPTED, "Bản 1 được tiếp nhận ngày", "Lê Văn Mẫu, Sở Tư pháp tỉnh Sen."),
        (OutcomeKind.WITHDRAWN, "Bản 1 đã được rút ngày", "Lê Văn Mẫu."),
    ],
)
def test_the_desk_shows_other_outcomes_as_well(at_binhs_desk, report, kind, sentence, who):
    make_outcome(make_submission(report), kind=kind)
    response = at_binhs_desk.get(DESK)
    assert words(response, f"{VERDICT}/h2")[0].startswith(sentence)
    assert words(response, f"{VERDICT}/p[@class='hint']")[0].startswith(who)


def test_an_accepted_report_cannot_be_withdrawn(at_binhs_desk, report):
    make_outcome(make_submission(report), kind=OutcomeKind.ACCEPTED)
    assert words(at_binhs_desk.get(DESK), f"{STATUS}//a/@href") == [f"{DESK}cac-ban/1/"]


# Who reads it


@pytest.mark.parametrize("person", ["an", "giang"])
def test_colleagues_read_the_same_without_a_way_to_write(client, request, binh, report, person):
    written = seen_by(binh, client)
    response = seen_by(request.getfixturevalue(person), client)
    assert words(response, SECTIONS) == words(written, SECTIONS)
    assert words(response, f"{SECTIONS}//a") == []
    assert words(response, f"{TASKS}//a/@href") == [
        f"{DESK}{page}/" for page in ("tieu-chi", "so-lieu", "ra-soat", "cac-ban")
    ]
    assert words(response, f"{PRIMARY}/@href") == [f"{DESK}xem/"]


def test_strangers_see_their_own_empty_desk(client, report, chi):
    response = seen_by(chi, client)
    assert words(response, "//main//h2") == ["Chưa có báo cáo năm 2024"]
    assert words(response, BEGINNINGS) == []


@pytest.mark.parametrize("state", ["drafting", "returned", "submitted"])
def test_a_long_report_costs_as_many_queries_as_a_short_one(client, binh, report, department, state):
    make_period(department.reports_to)
    if state != "drafting":
        submission = make_submission(report)
        if state == "returned":
            make_outcome(submission)
    client.force_login(binh)
    costs = []
    for rows in (1, 30):
        for _ in range(rows):
            make_plan(department)
            make_event(department, attendance=None)
            body = "Năm 2023.\n\n[[hoạt động: theo tháng]]\n\n[[văn bản đã ban hành]]"
            report.sections.create(position=9, depth=2, heading="Thêm", body=body)
            if state == "returned":
                submission.notes.create(heading="1. Văn bản", text="Sửa.", written_by=binh)
        with CaptureQueriesContext(connection) as queries:
            client.get(DESK)
        costs.append(len(queries))
    assert costs[0] == costs[1]


# A report is begun


def test_binh_begins_a_report_from_its_outline_once(at_binhs_desk, justice_department):
    make_period(justice_department, outline=make_outline(justice_department, "Kết quả", name="Đề cương 2024"))
    response = at_binhs_desk.get(DESK)
    assert words(response, BEGINNINGS) == ["Bắt đầu từ đề cương"]
    assert words(response, "//form[@class='beginnings']//p") == ["Đề cương 2024. Mỗi mục có hướng dẫn viết."]
    form = {"begin_from": "outline", "sent_key": words(response, "//form/input[@name='sent_key']/@value")[0]}
    answers = [at_binhs_desk.post(START, form).url for _ in range(2)]
    assert (answers, Report.objects.count()) == ([DESK, DESK], 1)
    begun = at_binhs_desk.get(DESK)
    assert words(begun, NOTICE) == ["Đã bắt đầu báo cáo năm 2024."]
    assert words(begun, SECTIONS) == ["I. KẾT QUẢ 1 chặn nộp Chưa viết"]


def test_binh_begins_a_report_from_last_years(at_binhs_desk, department):
    old = make_report(department, (1, "Kết quả", "Năm 2023."), reporting_year=2023)
    response = at_binhs_desk.get(DESK)
    assert words(response, BEGINNINGS) == ["Bắt đầu từ đề cương", "Bắt đầu từ báo cáo năm 2023"]
    at_binhs_desk.post(START, {"begin_from": "earlier", "sent_key": uuid4()})
    report = Report.objects.get(reporting_year=2024)
    assert (report.started_from, report.sections.get().body) == (old, "Năm 2023.")


def test_who_begins_a_second_report_is_led_to_the_first(at_binhs_desk, report):
    assert at_binhs_desk.post(START, {"begin_from": "outline", "sent_key": uuid4()}).url == DESK
    assert Report.objects.count() == 1
    assert words(at_binhs_desk.get(DESK), NOTICE) == ["Kỳ này đã có báo cáo."]


def test_a_report_that_is_not_there_begins_no_other(at_binhs_desk, binh):
    at_binhs_desk.post(START, {"begin_from": "earlier"})
    assert Report.objects.count() == 0
    assert words(at_binhs_desk.get(DESK), NOTICE) == [
        "Không có báo cáo của kỳ trước để bắt đầu. Bắt đầu từ đề cương."
    ]


def test_a_year_without_outline_and_earlier_report_asks_for_its_period(at_binhs_desk):
    response = at_binhs_desk.get("/bao-cao/2019/")
    assert words(response, BEGINNINGS) == []
    assert words(response, "//form[@class='beginnings']/p")[0].startswith("Chưa có đề cương cho năm 2019")


def test_an_reads_who_begins_the_report(client, an, binh, department):
    make_user(department, Role.LEGAL_OFFICER, full_name="Đã Nghỉ", is_active=False)
    response = seen_by(an, client)
    assert words(response, BEGINNINGS) == []
    assert words(response, "//div[@class='nothing']/p")[-1] == (
        "Cán bộ pháp chế của đơn vị bắt đầu và soạn báo cáo: Trần Thanh Bình."
    )


def test_a_department_without_a_legal_officer_reads_to_ask_for_one(client, an):
    sentence = words(seen_by(an, client), "//div[@class='nothing']/p")[-1]
    assert sentence.startswith("Đơn vị chưa có cán bộ pháp chế")
    assert sentence.endswith("Nhờ người quản trị của đơn vị thêm một tài khoản cán bộ pháp chế.")


def test_the_administrator_adds_the_legal_officer_herself(client, giang):
    response = seen_by(giang, client)
    assert words(response, "//div[@class='nothing']//a/@href") == ["/don-vi/2024/nguoi-dung/them/"]
    assert words(response, "//div[@class='nothing']//a") == ["Thêm cán bộ pháp chế"]


@pytest.mark.parametrize("person", ["an", "giang", "chi"])
def test_nobody_else_begins_a_report(client, request, department, person):
    client.force_login(request.getfixturevalue(person))
    assert client.post(START, {"begin_from": "outline"}).status_code == 403
    assert Report.objects.count() == 0


# Half a year


def test_half_a_year_is_offered_where_it_is_reported_on(at_binhs_desk, justice_department):
    tabs = "//nav[@class='other-periods pills']/a"
    assert words(at_binhs_desk.get(DESK), tabs) == []
    make_period(justice_department, kind=PeriodKind.HALF_YEAR)
    for address, current in ((DESK, "Năm 2024"), (HALF, "6 tháng đầu năm 2024")):
        response = at_binhs_desk.get(address)
        assert words(response, tabs) == ["Năm 2024", "6 tháng đầu năm 2024"]
        assert words(response, f"{tabs}/@href") == [DESK, HALF]
        assert words(response, f"{tabs}[@aria-current='page']") == [current]


def test_half_a_year_is_called_so_on_every_page(at_binhs_desk, department):
    make_report(department, period_kind=PeriodKind.HALF_YEAR)
    titles = {
        "": "Báo cáo 6 tháng đầu năm 2024",
        "xem/": "Bản in 6 tháng đầu năm 2024",
        "dau-cuoi/": "Đầu và cuối báo cáo 6 tháng đầu năm 2024",
    }
    assert {page: words(at_binhs_desk.get(f"{HALF}{page}"), "//h1")[0] for page in titles} == titles
    file = at_binhs_desk.get(f"{HALF}tai-ve/docx/").headers["Content-Disposition"]
    assert file == 'attachment; filename="bao-cao-pbgdpl-SXD-2024-6-thang-du-thao.docx"'
