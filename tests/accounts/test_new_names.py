"""A department's new name waits for its Justice Department; until then the old name stands."""

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from accounts.departments import change_department
from accounts.models import Organisation, Role
from reports.models import Notice
from reports.writing.start import start_report
from tests.accounts.test_organisations import LETTERHEAD, recorded_values
from tests.factories import make_organisation, make_user
from tests.pages import row_words, words

OLD, NEW = "Sở Xây dựng tỉnh Sen", "Sở Xây dựng và Giao thông tỉnh Sen"
OWN, DEPARTMENTS = "/don-vi/2024/", "/don-vi/2024/co-quan/"
MESSAGES = "//main//*[@role='status']/p"


@pytest.fixture
def at_giangs_desk(client, giang):
    client.force_login(giang)
    return client


@pytest.fixture
def quan(justice_department):
    return make_user(justice_department, Role.ADMINISTRATOR, full_name="Hà Minh Quân")


@pytest.fixture
def at_quans_desk(quan):
    client = Client()
    client.force_login(quan)
    return client


def ask_for(client, name=NEW, **more):
    return client.post(f"{OWN}sua/", LETTERHEAD | {"name": name} | more)


def names_of(department):
    department.refresh_from_db()
    return department.name, department.pending_name


def notices(organisation):
    return list(Notice.objects.filter(organisation=organisation).values_list("words", flat=True))


def page_of(department, way="sua"):
    return f"{DEPARTMENTS}{department.pk}/{way}/"


def test_a_new_name_waits_and_everything_else_is_saved(at_giangs_desk, department):
    saved = at_giangs_desk.post(f"{OWN}sua/", LETTERHEAD | {"name": NEW}, follow=True)
    assert words(saved, MESSAGES)[0] == (
        "Đã lưu thông tin đơn vị. Báo cáo lập từ nay dùng thông tin này. "
        "Tên mới chờ Sở Tư pháp tỉnh Sen xác nhận."
    )
    assert names_of(department) == (OLD, NEW)
    assert department.signer_authority == "KT. GIÁM ĐỐC"
    assert ["tên mới chờ xác nhận", "", NEW] in recorded_values(department)[0]
    assert (
        start_report(organisation=Organisation.objects.get(pk=department.pk), year=2025).issuing_body == OLD
    )


def test_both_see_the_name_that_waits(at_giangs_desk, at_quans_desk, department, justice_department):
    ask_for(at_giangs_desk)
    assert words(at_giangs_desk.get(OWN), "//p[contains(@class, 'pending-name')]") == [
        f"Tên mới {NEW} đang chờ Sở Tư pháp tỉnh Sen xác nhận; tới lúc đó văn bản và danh sách vẫn dùng tên cũ."
    ]
    assert words(at_giangs_desk.get(f"{OWN}sua/"), "//textarea[@name='name']") == [NEW]
    assert row_words(at_quans_desk.get(DEPARTMENTS))[0][0] == f"{OLD} Đề nghị đổi tên thành {NEW}"
    assert words(at_quans_desk.get(page_of(department)), "//section[@aria-labelledby='ten-moi']//dd") == [
        OLD,
        NEW,
    ]
    assert notices(justice_department) == [
        f"{OLD} đề nghị đổi tên thành {NEW}. Người quản trị xác nhận ở trang Đơn vị."
    ]


def test_the_justice_department_confirms_it(at_giangs_desk, at_quans_desk, department):
    ask_for(at_giangs_desk, "Sở Xây dựng\nvà Giao thông tỉnh Sen")
    assert department.title_lines == {}
    assert at_quans_desk.post(page_of(department, "ten/xac-nhan"), {"name": NEW}).url == page_of(department)
    assert names_of(department) == (NEW, "")
    assert department.printed("name") == "Sở Xây dựng\nvà Giao thông tỉnh Sen"
    assert recorded_values(department)[0][:2] == [
        ["tên cơ quan", OLD, NEW],
        ["tên mới chờ xác nhận", NEW, ""],
    ]
    assert notices(department) == [f"Sở Tư pháp tỉnh Sen xác nhận tên mới của cơ quan: {NEW}."]


def test_it_refuses_with_a_reason_that_the_department_reads(at_giangs_desk, at_quans_desk, department):
    ask_for(at_giangs_desk)
    refusal = page_of(department, "ten/tu-choi")
    assert words(at_quans_desk.post(refusal, {"name": NEW}), "//*[contains(@class, 'invalid-feedback')]") == [
        "Chưa ghi lý do."
    ]
    sent = {"name": NEW, "reason": "Chưa có nghị quyết."}
    assert at_quans_desk.post(refusal, sent).url == page_of(department)
    assert names_of(department) == (OLD, "")
    assert ["lý do giữ tên cũ", "", "Chưa có nghị quyết."] in recorded_values(department)[0]
    assert notices(department) == [
        f"Sở Tư pháp tỉnh Sen không xác nhận tên mới “{NEW}”. Lý do: Chưa có nghị quyết."
    ]


@pytest.mark.parametrize("way", ["ten/xac-nhan", "ten/tu-choi"])
@pytest.mark.parametrize("name", ["Sở Khác", ""])
def test_a_name_that_was_changed_meanwhile_is_not_decided_on(
    at_giangs_desk, at_quans_desk, department, way, name
):
    ask_for(at_giangs_desk)
    sent = {"name": name, "reason": "Chưa rõ."}
    response = at_quans_desk.post(page_of(department, way), sent, follow=True)
    assert (
        "Cơ quan vừa đổi hoặc rút đề nghị đổi tên. Xem lại tên mới rồi bấm lại." in response.content.decode()
    )
    assert names_of(department) == (OLD, NEW)


def test_the_old_name_typed_again_takes_the_request_back(at_giangs_desk, department):
    ask_for(at_giangs_desk)
    ask_for(at_giangs_desk, OLD)
    assert names_of(department) == (OLD, "")


def test_other_line_breaks_in_the_same_name_do_not_wait(at_giangs_desk, department):
    ask_for(at_giangs_desk, "Sở Xây dựng\ntỉnh Sen")
    assert names_of(department) == (OLD, "")
    assert department.printed("name") == "Sở Xây dựng\ntỉnh Sen"


def test_saving_other_fields_leaves_the_request_and_tells_nobody_again(
    at_giangs_desk, department, justice_department
):
    ask_for(at_giangs_desk)
    ask_for(at_giangs_desk, NEW, signer_name="Lê Thị Hai")
    assert names_of(department) == (OLD, NEW)
    assert len(notices(justice_department)) == 1


def test_the_name_that_the_justice_department_types_itself_stands_at_once(at_giangs_desk, department, quan):
    ask_for(at_giangs_desk)
    changed = Organisation.objects.get(pk=department.pk)
    changed.name = NEW
    change_department(changed, by=quan)
    assert names_of(department) == (NEW, "")


def test_a_body_that_reports_to_nobody_changes_its_name_at_once(at_quans_desk, justice_department):
    ask_for(at_quans_desk, "Sở Tư pháp Sen")
    assert names_of(justice_department) == ("Sở Tư pháp Sen", "")


def test_another_justice_department_finds_no_such_request(at_giangs_desk, department):
    ask_for(at_giangs_desk)
    stranger = Client()
    stranger.force_login(make_user(make_organisation(), Role.ADMINISTRATOR))
    for way in ("ten/xac-nhan", "ten/tu-choi"):
        assert stranger.post(page_of(department, way), {"name": NEW, "reason": "x"}).status_code == 404
    assert names_of(department) == (OLD, NEW)


def test_the_list_asks_as_often_for_one_request_as_for_twenty(at_quans_desk, justice_department):
    asked = []
    for more in (1, 20):
        for _ in range(more):
            make_organisation(reports_to=justice_department, pending_name="Sở Mới")
        with CaptureQueriesContext(connection) as queries:
            at_quans_desk.get(DEPARTMENTS)
        asked.append(len(queries))
    assert asked[0] == asked[1]


def test_names_with_marks_of_html_are_shown_as_text(client, giang, department, justice_department):
    for one, name in ((department, "Sở <b>Xây</b>"), (justice_department, "Sở <i>Tư pháp</i>")):
        one.name = name
        one.save()
    department.pending_name = "Sở Mới"
    department.save()
    client.force_login(giang)
    page = client.get("/don-vi/2024/sua/").content.decode()
    assert "Đang dùng: Sở &lt;b&gt;Xây&lt;/b&gt;." in page
    assert "khi Sở &lt;i&gt;Tư pháp&lt;/i&gt; xác nhận" in page
