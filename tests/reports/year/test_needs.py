"""What of a year needs a plan or an event: by kind, by subject, by the period, and by what Bình states."""

import pytest

from accounts.history import history_of
from accounts.models import Role
from plans.kinds import DocumentKind
from plans.models import Directive
from reports.checks import check, load
from reports.checks.records import IDLE_DIRECTIVE
from reports.needs import ASKS, is_office_work, only_asks
from reports.year.crosscheck import crosscheck
from tests.factories import make_directive, make_event, make_period, make_plan, make_report, make_user
from tests.pages import words

PAGE = "/doi-chieu/2024/"
MARKS = "//p[@class='none']"
REASONS = "//div[@class='unneeded']/p"


@pytest.mark.parametrize(
    ("subject", "expected"),
    [
        ("về việc báo cáo công tác phổ biến, giáo dục pháp luật năm 2024", True),
        ("về việc đề nghị báo cáo kết quả triển khai thực hiện Luật Đường bộ", True),
        ("V/v gửi báo cáo kết quả hưởng ứng Ngày Pháp luật", True),
        ("về việc cung cấp số liệu hòa giải ở cơ sở", True),
        ("về việc rà soát, cung cấp thông tin báo cáo viên pháp luật", True),
        ("về việc tham gia ý kiến dự thảo Kế hoạch phổ biến pháp luật", True),
        ("về việc góp ý dự thảo đề cương", True),
        ("về việc lấy ý kiến về việc tuyên truyền Luật Thủ đô", True),
        ("đôn đốc báo cáo thống kê 6 tháng đầu năm", True),
        ("về việc báo cáo kết quả và tổ chức hội nghị tổng kết", False),
        ("về việc tăng cường phổ biến pháp luật và báo cáo kết quả", False),
        ("về việc bồi dưỡng báo cáo viên pháp luật", False),
        ("về báo cáo viên pháp luật cấp tỉnh", False),
        ("về truyền thông dự thảo Luật Thủ đô (sửa đổi)", False),
        ("về phổ biến, giáo dục pháp luật năm 2024", False),
        ("", False),
    ],
)
def test_a_letter_that_only_asks_is_known_by_its_subject(subject, expected):
    assert only_asks(subject) is expected


@pytest.mark.parametrize(
    ("subject", "expected"),
    [
        ("về công tác thi đua, khen thưởng năm 2024", True),
        ("về kiểm tra, rà soát văn bản quy phạm pháp luật năm 2024", True),
        ("về công tác phòng cháy, chữa cháy và cứu nạn, cứu hộ", True),
        ("về theo dõi tình hình thi hành pháp luật", True),
        ("Kế hoạch phòng, chống tham nhũng, tiêu cực", True),
        ("về thông tin, tuyên truyền cải cách hành chính", False),
        ("về kiểm tra công tác phổ biến, giáo dục pháp luật", False),
        ("về triển khai thi hành Luật Căn cước", False),
        ("về hưởng ứng Ngày Pháp luật Việt Nam", False),
        ("về tập huấn nghiệp vụ văn thư", False),
        ("", False),
    ],
)
def test_a_plan_of_office_work_is_known_by_its_subject(subject, expected):
    assert is_office_work(subject) is expected


@pytest.fixture
def year(department):
    """Save a letter that only asks for a report, a directive that orders work, and three plans without an event."""
    asking = make_directive(
        department, number="1/STP", kind=DocumentKind.OFFICIAL_LETTER, subject="về việc báo cáo năm 2024"
    )
    ordering = make_directive(department, number="2/KH-UBND", subject="về phổ biến Luật Đường bộ")
    make_plan(department, number="11/KH", subject="về công tác văn thư, lưu trữ")
    make_plan(department, number="12/SXD", kind=DocumentKind.OFFICIAL_LETTER)
    plan = make_plan(department, number="13/KH", subject="về phổ biến Luật Nhà ở")
    return {"asking": asking, "ordering": ordering, "plan": plan}


def missing(department):
    counts = crosscheck(department, 2024)
    return counts.directives_without_plan, counts.plans_without_event


def test_only_what_needs_something_is_counted_and_shown(client, binh, department, year):
    assert missing(department) == (1, 1)
    client.force_login(binh)
    marks = words(client.get(PAGE), MARKS) + words(client.get(f"{PAGE}?phan=ke-hoach"), MARKS)
    assert marks == ["Chưa có kế hoạch triển khai Chọn kế hoạch", "Chưa có hoạt động Chọn hoạt động"]
    links = words(client.get("/nam/2024/"), "//*[@aria-labelledby='doi-chieu']//a")
    assert links == ["1 văn bản chỉ đạo chưa có kế hoạch triển khai", "1 kế hoạch, văn bản chưa có hoạt động"]


def test_what_needs_nothing_is_listed_with_the_reason(client, binh, year):
    client.force_login(binh)
    assert words(client.get(f"{PAGE}?xem=khong-can"), REASONS) == [f"Không cần: {ASKS}"]
    assert words(client.get(f"{PAGE}?xem=khong-can&phan=ke-hoach"), REASONS) == [
        "Không cần: Trích yếu không nói tới việc tuyên truyền, phổ biến, tập huấn",
        "Không cần: Loại công văn không cần theo quy định của kỳ",
    ]


def idle(department, today):
    report = make_report(department, (1, "Chỉ đạo", "[[văn bản chỉ đạo]]"))
    return [one.place.pks for one in check(load(report, today)) if one.rule == IDLE_DIRECTIVE]


def test_the_check_of_the_draft_agrees(department, year):
    year["plan"].events.add(make_event(department))
    today = year["ordering"].issued_on
    assert idle(department, today) == [(year["ordering"].pk,)]


def test_the_period_says_which_kinds_need_what(department, justice_department, year):
    make_period(
        justice_department,
        kinds_needing_plan=["decision"],
        kinds_needing_event=["plan", "official_letter"],
    )
    assert missing(department) == (0, 2)


def test_dung_changes_the_kinds_and_the_history_names_them(client, dung, justice_department):
    period = make_period(justice_department)
    client.force_login(dung)
    address = f"{period.get_absolute_url()}sua/"
    form = client.get(address).context["form"]
    sent = {name: form[name].value() or "" for name in form.fields}
    sent |= {"statistics_from": "01/01/2024", "statistics_to": "31/10/2024", "due_on": "15/11/2099"}
    sent |= {"kinds_needing_event": ["plan", "programme"], "kinds_needing_plan": []}
    assert client.post(address, sent).status_code == 302
    period.refresh_from_db()
    assert (period.kinds_needing_plan, period.kinds_needing_event) == ([], ["plan", "programme"])
    (entry,) = history_of(period)
    assert ["loại văn bản của đơn vị cần hoạt động", "Kế hoạch", "Kế hoạch, Chương trình"] in entry.values


def test_a_new_period_begins_with_the_kinds_of_the_last_one(client, dung, justice_department):
    make_period(justice_department, kinds_needing_event=["programme"])
    client.force_login(dung)
    assert client.get("/ky-bao-cao/2025/mo/").context["form"]["kinds_needing_event"].value() == ["programme"]


# Not needed, as somebody states


def state(client, row, reason, kind="van-ban-chi-dao"):
    return client.post(f"{PAGE}{kind}/{row.pk}/khong-can/", {"reason": reason, "part": "van-ban"})


def test_binh_states_that_a_directive_needs_no_plan_and_takes_it_back(client, binh, department, year):
    client.force_login(binh)
    row = year["ordering"]
    response = state(client, row, "Sở chỉ phối hợp.")
    assert (response.url, missing(department)) == (f"{PAGE}?phan=van-ban", (0, 1))
    assert words(client.get(f"{PAGE}?xem=khong-can"), REASONS)[1] == "Không cần: Sở chỉ phối hợp."
    (entry,) = history_of(row)
    assert (entry.changed_by, entry.values) == (binh, [["không cần triển khai vì", "", "Sở chỉ phối hợp."]])
    client.post(f"{PAGE}van-ban-chi-dao/{row.pk}/can/")
    assert (missing(department), Directive.objects.get(pk=row.pk).unneeded_because) == ((1, 1), "")


@pytest.mark.parametrize(("reason", "fault"), [(" ", "Ghi lý do"), ("x" * 301, "301")])
def test_a_missing_or_long_reason_is_asked_for_again_with_what_was_typed(client, binh, year, reason, fault):
    client.force_login(binh)
    response = state(client, year["ordering"], reason)
    assert response.status_code == 200
    assert fault in words(response, "//*[contains(@class, 'faults')]//li")[0]
    assert reason.strip() in response.content.decode()


def test_another_departments_row_is_never_touched(client, binh, other_department):
    strange = make_directive(other_department)
    client.force_login(binh)
    assert state(client, strange, "Không.").status_code == 404
    assert Directive.objects.get().unneeded_because == ""


def test_a_justice_department_that_only_reads_states_nothing(client, justice_department):
    client.force_login(make_user(justice_department, Role.JUSTICE_OFFICER))
    assert state(client, make_directive(justice_department), "Không.").status_code == 403
