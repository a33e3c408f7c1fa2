"""The page of one row says all that is known of it, leads to the rows beside it, and brings back what was deleted."""

from datetime import UTC, date, datetime

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from accounts.models import Attachment, Change, Division
from accounts.rows.editing import add_row, delete_row, edit_row
from plans.models import Plan
from tests.accounts.rows.editors import put_in_report
from tests.factories import make_directive, make_event, make_plan
from tests.pages import title, words

ROW = "//div[@class='with-aside']"
VALUES = f"{ROW}/div[1]//dl/div"
NOTICE = "//main/*[contains(@class, 'notice')]/p"
HISTORY = "//section[contains(@class, 'history')]"


@pytest.fixture
def page_of(client, an):
    client.force_login(an)
    return lambda row: client.get(row.get_absolute_url())


def values(response, path=VALUES):
    pairs = words(response, f"{path}/dt"), words(response, f"{path}/dd")
    return list(zip(*pairs, strict=True))


def test_a_plan_says_what_it_is_and_nothing_of_what_it_lacks(page_of, department):
    plan = make_plan(
        department, number="139/KH-SXD", subject="về <b>hòa giải</b>", issued_on=date(2024, 1, 16)
    )
    response = page_of(plan)
    assert title(response) == "Kế hoạch số 139/KH-SXD – Sở Xây dựng tỉnh Sen"
    assert words(response, "//*[@class='printed']") == [
        "Kế hoạch số 139/KH-SXD ngày 16/01/2024 về <b>hòa giải</b>"
    ]
    assert values(response) == [
        ("Loại văn bản", "Kế hoạch"),
        ("Số, ký hiệu", "139/KH-SXD"),
        ("Ngày ban hành", "16/01/2024"),
        ("Trích yếu", "về <b>hòa giải</b>"),
    ]


def test_an_event_tells_its_date_and_turnout_as_the_paper_does(page_of, department):
    event = make_event(department, name="Hội nghị", attendance=1245, attendance_is_minimum=True)
    response = page_of(event)
    assert words(response, "//h1") == ["Hội nghị"]
    assert values(response) == [
        ("Hình thức", "Tập huấn"),
        ("Tên hoạt động", "Hội nghị"),
        ("Thời gian", "05/3/2024"),
        ("Số người tham dự", "hơn 1.245"),
    ]


@pytest.mark.parametrize(
    ("numbered", "name"), [("", "Kế hoạch về phổ biến " + "pháp luật " * 5), ("1/KH", "Kế hoạch số 1/KH")]
)
def test_a_document_without_a_number_goes_by_its_first_words(page_of, department, numbered, name):
    plan = make_plan(department, number=numbered, issued_on=None, subject="về phổ biến " + "pháp luật " * 30)
    assert words(page_of(plan), "//h1")[0].startswith(name.strip())
    assert len(words(page_of(plan), "//h1")[0]) <= 81


def test_a_row_says_who_entered_it_for_whom_and_when(page_of, an, department):
    an.division = Division.objects.create(organisation=department, name="Phòng Pháp chế")
    an.save()
    plan = Plan(number="1/KH", reporting_year=2024, in_report=False)
    add_row(plan, by=an)
    Plan.objects.update(entered_at=datetime(2024, 11, 24, 3, 42, tzinfo=UTC))
    assert values(page_of(plan), f"{ROW}/div[2]//dl[@class='values']/div") == [
        ("Phòng, đơn vị", "Phòng Pháp chế"),
        ("Người nhập", "Nguyễn Hoài An10:42 24/11/2024"),
        ("Danh mục của báo cáo", "Chỉ nêu trong phần lời"),
    ]


def test_a_row_of_an_earlier_report_says_that_it_has_no_history(page_of, department):
    plan = make_plan(department)
    Plan.objects.update(entered_at=datetime(2024, 11, 24, 3, 42, tzinfo=UTC))
    assert words(page_of(plan), f"{HISTORY}/p") == [
        "Dòng này được nạp từ báo cáo đã có lúc 10:42 24/11/2024; trước đó không có lịch sử."
    ]


def test_links_lead_both_ways_and_the_page_says_where_there_are_none(page_of, an, department):
    directive = make_directive(department, number="41/KH-UBND", subject="về X", issued_on=None)
    plan = make_plan(department, number="139/KH-SXD", subject="về Y", issued_on=None)
    edit_row(plan, by=an, version=1, links={"directives": [directive]})
    response = page_of(plan)
    linked = "//ul[@class='linked']//a"
    assert list(zip(words(response, linked), words(response, f"{linked}/@href"), strict=True)) == [
        ("Kế hoạch số 41/KH-UBND của UBND tỉnh Sen về X", directive.get_absolute_url())
    ]
    assert words(response, f"{ROW}/div[1]//p[@class='hint']")[0] == "Chưa chọn. Bấm Sửa để chọn."
    assert words(page_of(directive), f"{linked}/@href") == [plan.get_absolute_url()]


def test_an_turns_the_rows_over_in_the_order_of_the_list(page_of, department):
    last = make_plan(department, issued_on=None)
    first = make_plan(department, issued_on=date(2024, 1, 1))
    middle = make_plan(department, issued_on=date(2024, 2, 1))
    make_plan(department, reporting_year=2023)
    seen = [
        (words(page, "//*[@class='turn']/span")[0], words(page, "//a[@rel='prev' or @rel='next']/@href"))
        for page in map(page_of, (first, middle, last))
    ]
    assert seen == [
        ("1 / 3", [middle.get_absolute_url()]),
        ("2 / 3", [first.get_absolute_url(), last.get_absolute_url()]),
        ("3 / 3", [middle.get_absolute_url()]),
    ]


def test_an_deletes_a_row_and_takes_it_back(page_of, client, department):
    plan = make_plan(department, number="139/KH-SXD")
    [address] = words(page_of(plan), "//form[contains(@action, '/xoa/')]/@action")
    listed = client.post(address, follow=True)
    assert (listed.request["PATH_INFO"], words(listed, NOTICE)) == (
        "/ke-hoach/2024/",
        ["Đã xóa: Kế hoạch số 139/KH-SXD."],
    )
    [undo] = words(listed, "//*[contains(@class, 'notice')]//form/@action")
    restored = client.post(undo, follow=True)
    assert (restored.request["PATH_INFO"], words(restored, NOTICE)) == (
        plan.get_absolute_url(),
        ["Đã khôi phục: Kế hoạch số 139/KH-SXD."],
    )
    assert list(Change.objects.values_list("kind", flat=True)) == ["restored", "deleted"]


def test_a_deleted_row_says_who_deleted_it_and_can_be_restored(page_of, client, department, binh):
    plan = make_plan(department)
    delete_row(plan, by=binh)
    Change.objects.update(changed_at=datetime(2024, 11, 24, 3, 42, tzinfo=UTC))
    response = page_of(plan)
    assert words(response, NOTICE) == [
        "Trần Thanh Bình đã xóa dòng này lúc 10:42 24/11/2024. Danh sách và báo cáo không còn dòng này."
    ]
    assert words(response, "//a[contains(@href, '/sua/')]") == []
    [address] = words(response, "//main//form/@action")
    client.post(address)
    assert Plan.objects.get() == plan
    assert client.get(f"{address.removesuffix('khoi-phuc/')}sua/").status_code == 200


def test_who_wants_to_edit_a_deleted_row_is_led_to_its_page(page_of, client, department, binh):
    plan = make_plan(department)
    delete_row(plan, by=binh)
    page_of(plan)
    assert client.get(f"{plan.get_absolute_url()}sua/").url == plan.get_absolute_url()


def test_chi_does_not_learn_of_a_deleted_row(client, chi, binh, department):
    plan = make_plan(department)
    delete_row(plan, by=binh)
    client.force_login(chi)
    assert client.get(plan.get_absolute_url()).status_code == 404


def test_a_reader_of_the_justice_department_is_offered_nothing_to_do(client, dung, justice_department):
    plan = make_plan(justice_department)
    client.force_login(dung)
    assert (
        words(client.get(plan.get_absolute_url()), "//main//button | //header[@class='page-head']//a") == []
    )


def test_one_row_and_a_full_year_take_the_same_queries(page_of, an, department):
    def queries(plan):
        with CaptureQueriesContext(
            connection,
        ) as captured:
            page_of(plan)
        return len(captured)

    plan = make_plan(department)
    few = queries(plan)
    for _ in range(30):
        make_plan(department)
        put_in_report([plan], by=an, in_report=not plan.in_report)
        plan.refresh_from_db()
    events, directives = ([make(department) for _ in range(30)] for make in (make_event, make_directive))
    edit_row(plan, by=an, version=plan.version, links={"events": events, "directives": directives})
    assert (queries(plan), Attachment.objects.count()) == (few, 0)
